import { permission } from '#kernel/access'
import { t, percent } from '#kernel/i18n'
import { type Attempt, type Call, form, optionalLine, wantsAll } from '#kernel/http'
import { ActText, localPath, page, placed, redirect } from '#kernel/pages'
import { Badge, Breadcrumbs, ButtonLink, Card, Meter, Note, Outline, WithSide } from '#kernel/ui'
import { AnnexCard, annexesOf, annexRoutes } from '#commons/annexes'
import { load } from '#commons/dossiers'
import { BudgetCard, budgetLines, budgetRoutes } from '#commons/budgets'
import { IndicatorCard, indicatorRoutes, indicatorsOf } from '#commons/indicators'
import { rewordingRoute } from '#commons/records'
import { DossierHead, StateBadge, stateName, takeStep } from '#commons/workflow'
import { type Element, actions, elementPath, mayEdit } from '../element.ts'
import { ensureCosts, sources } from '../budget.ts'
import { elementFields } from '../element-fields.tsx'
import { fills, shows } from '../fields.ts'
import { levelRules, levelsBelow } from '../level.ts'
import { orderChildren } from '../placement.ts'
import { type Plan, planOf, planPath, yearsOf } from '../plan.ts'
import { Moving, Step } from '../schema.ts'
import { stepsOf } from '../step.ts'
import { type PlanNode, loadTree } from '../tree.ts'
import { workflowOf } from '../workflow.ts'
import { elementCards } from './cards.ts'
import { ElementSide, type SideProps } from './element-side.tsx'
import { namesOf } from './columns.tsx'
import { HealthMark } from './marks.tsx'
import { pages } from './routes.ts'

const reads = permission('strategy.read')

pages.get('/elements/:id', reads, (c) => elementPage(c))
rewordingRoute(pages, '/elements', actions, elementFields, reads, ({ editors }) => ({
  whole: editors,
}))

/** An element, what is below it, and what governs it. */
async function elementPage(c: Call, attempt?: Attempt): Promise<Response> {
  const one = await load(c, actions)
  const tree = await loadTree(await planOf(one))
  const node = tree.byId.get(one.id)
  if (!node) throw new Error(`The element ${one.id} is not in its plan`)
  return page(
    c,
    { title: one.title, status: attempt ? 422 : 200 },
    <>
      <Trail node={node} plan={tree.plan} />
      <DossierHead
        dossier={one}
        steps={one.archived ? { ...stepsOf(one), verbs: [] } : stepsOf(one)}
        marks={
          <>
            {one.health && <HealthMark health={one.health} />}
            {node.late && <Badge tone="bad">{t('strategy.date.late')}</Badge>}
          </>
        }
        before={
          mayEdit(one) && (
            <ButtonLink href={`${elementPath(one)}/edit`} icon="pencil">
              {t('strategy.edit')}
            </ButtonLink>
          )
        }
      />
      <WithSide
        side={<ElementSide element={one} node={node} tree={tree} all={wantsAll(c, 'history')} />}
      >
        <DateNotes node={node} />
        <Description element={one} node={node} tree={tree} />
        <Below element={one} node={node} moving={c.req.query('move')} />
        {shows(tree.plan.fields, one.level, 'budget') && (
          <BudgetCard
            {...node}
            lines={await budgetLines(one.id)}
            caption={t('strategy.budget.lines')}
            sources={tree.sources}
            years={yearsOf(tree.plan)}
            year={tree.plan.exercise}
            action={costs(one, tree.plan) ? `${elementPath(one)}/budget` : undefined}
          />
        )}
        {shows(tree.plan.fields, one.level, 'indicators') && (
          <IndicatorCard
            indicators={await indicatorsOf([one.id])}
            action={measures(one, tree.plan) ? `${elementPath(one)}/indicators` : undefined}
            years={yearsOf(tree.plan)}
          />
        )}
        {await Promise.all(elementCards.all().map((card) => card(one)))}
        <AnnexCard
          annexes={await annexesOf(one.id)}
          action={mayEdit(one) ? `${elementPath(one)}/annexes` : undefined}
        />
      </WithSide>
    </>,
  )
}

/** The way down from the plan, by the first place of each. */
function Trail({ node, plan }: { node: PlanNode; plan: Plan }) {
  const above: PlanNode[] = []
  for (let at = node.parents[0]; at; at = at.parents[0]) above.unshift(at)
  return (
    <Breadcrumbs
      trail={[
        { label: plan.title, href: planPath(plan) },
        ...above.map((one) => ({ label: one.reference || one.title, href: elementPath(one) })),
        { label: node.reference || node.title },
      ]}
    />
  )
}

/** Dates that do not fit are said, never hidden and never in the way. */
function DateNotes({ node }: { node: PlanNode }) {
  if (node.level === 'volet' || node.level === 'strategic') return null
  return (
    <>
      {node.problems
        .filter((problem) => problem !== 'no_deadline' || node.children.length === 0)
        .map((problem) => (
          <Note tone="warn">{t(`strategy.date.${problem}`)}</Note>
        ))}
      {node.startsLate && <Note tone="warn">{t('strategy.date.starts_late')}</Note>}
    </>
  )
}

function Description({ element, node, tree }: SideProps) {
  const texts = ['comments', 'observation', 'remark', 'budget_comments'] as const
  const filled = texts.filter((name) => element[name])
  return (
    <Card title={t('strategy.field.description')}>
      {element.description ? (
        <ActText html={element.description} label={t('strategy.field.description')} />
      ) : (
        filled.length === 0 && <p class="muted">{t('strategy.element.no_description')}</p>
      )}
      {filled.map((name) => (
        <>
          <h3>{t(`strategy.field.${name}`)}</h3>
          <p class="lines">{element[name]}</p>
        </>
      ))}
      {element.body === null && tree.plan.body === 'shared' && node.level !== 'volet' && (
        <p class="muted">{t('strategy.body.joint')}</p>
      )}
    </Card>
  )
}

interface BelowProps {
  element: Element
  node: PlanNode
  /** The child that is being moved by hand. */
  moving: string | undefined
}

/** The children in their order, and the way to add one. */
function Below({ element, node, moving }: BelowProps) {
  const edits = mayEdit(element)
  const levels = levelsBelow(element.level).filter((level) => fits(level, node))
  if (levels.length === 0 && node.children.length === 0) return null
  return (
    <Card
      title={t(`strategy.below.${levels[0] ?? 'task'}`)}
      aside={
        edits &&
        levels.map((level) => (
          <ButtonLink href={`${elementPath(element)}/new?level=${level}`} small icon="plus">
            {t(`strategy.add.${level}`)}
          </ButtonLink>
        ))
      }
      flush
    >
      {node.children.length > 0 && (
        <Outline
          label={t(`strategy.below.${levels[0] ?? 'task'}`)}
          parts={[{ items: node.children.map((child) => childItem(child, node)) }]}
          {...(edits && { reorder: { action: `${elementPath(element)}/order`, moving } })}
        />
      )}
    </Card>
  )
}

/** An action holds tasks or sub-actions, not both. */
const fits = (level: string, node: PlanNode) =>
  level !== 'task' || !node.children.some((child) => child.level === 'sub_action')

function childItem(child: PlanNode, parent: PlanNode) {
  const weight = child.places.find(({ parent_id }) => parent_id === parent.id)?.weight ?? 0
  return {
    id: child.id,
    number: child.reference,
    title: child.title,
    href: elementPath(child),
    meta: [
      <Meter value={child.done} label={child.title} />,
      namesOf(child, 'manager', 'bearer'),
      child.places.length > 1 && t('strategy.place.share', { share: percent(weight / 100) }),
    ].filter(Boolean),
    state: <StateBadge flow={workflowOf[levelRules[child.level].kind]} state={child.state} />,
  }
}

/** `back`: where to go then, if not to the element. */
const StepFrom = Step.extend({ back: optionalLine(4000) })

pages.post(
  '/elements/:id/steps',
  permission('strategy.element.step'),
  form(StepFrom, elementPage),
  async (c, { back, ...sent }) => {
    const { id, level, state } = await takeStep(c, stepsOf(await load(c, actions)), sent)
    const params = { state: stateName(levelRules[level].kind, state) }
    const to = back ? localPath(back) : elementPath({ id })
    return redirect(c, to, { key: 'workflow.stepped', params })
  },
)

pages.post(
  '/elements/:id/order',
  permission('strategy.element.edit'),
  form(Moving),
  async (c, { id, position, told }) => {
    const one = await load(c, actions)
    await orderChildren(one.id, id, position)
    return redirect(c, elementPath(one), told ? null : placed(position))
  },
)

annexRoutes(pages, '/elements/:id', actions, permission('strategy.element.edit'), mayEdit)

/** Whether the one who looks may change what an element asks for. */
const costs = (one: Element, { fields }: Plan) => mayEdit(one) && fills(fields, one.level, 'budget')

/** Whether the one who acts measures an element of a plan. */
const measures = (one: Element, { fields }: Plan) =>
  mayEdit(one) && fills(fields, one.level, 'indicators')

budgetRoutes(pages, '/elements/:id', {
  kind: actions,
  permission: permission('strategy.element.edit'),
  sources,
  allow: ensureCosts,
  again: elementPage,
})

indicatorRoutes(pages, '/elements/:id', {
  kind: actions,
  permission: permission('strategy.element.edit'),
  mayEdit: async (one) => measures(one, await planOf(one)),
  again: elementPage,
})
