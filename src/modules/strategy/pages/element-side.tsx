import { formatDate, percent, t } from '#kernel/i18n'
import { ButtonLink, type Fact, Facts, Meter, SideSection, Stack } from '#kernel/ui'
import { WhoSees } from '#commons/directory'
import { BesideDossier } from '#commons/workflow'
import { latestHistory } from '#commons/dossiers'
import { factsOf, type Fields, RecordHistory, same, without } from '#commons/records'
import { type Element, elementPath, mayEdit } from '../element.ts'
import { elementFields, type SaidName } from '../element-fields.tsx'
import { linkOf } from '../writing.ts'
import { namesOf } from './columns.tsx'
import { partOfField } from '../party-fields.ts'
import { type Field, hides } from '../fields.ts'
import type { PlanNode, PlanTree } from '../tree.ts'

export interface SideProps {
  element: Element
  node: PlanNode
  tree: PlanTree
}

/** Deeds whose line in history names what a field holds. */
const deedsOn: Readonly<Record<string, Field>> = {
  indicator: 'indicators',
  measure: 'indicators',
  remove_indicator: 'indicators',
  budget: 'budget',
}

/** What governs an element: how far it is, until when, who, where it stands, who sees it. */
export async function ElementSide({ element, node, tree, all }: SideProps & { all: boolean }) {
  const shown = (field: Field) => !hides(tree.plan.fields, element.level, field)
  const without = Object.entries(deedsOn).flatMap(([verb, field]) => (shown(field) ? [] : verb))
  return (
    <>
      {shown('progress') && <Progress element={element} node={node} />}
      <Dates element={element} node={node} />
      <People node={node} shown={shown} />
      {element.level !== 'volet' && element.level !== 'task' && (
        <Places element={element} node={node} tree={tree} />
      )}
      <Labels element={element} />
      <WhoSees readers={element.readers} kind={element.kind} />
      <BesideDossier dossier={element} />
      <SideSection title={t('strategy.history')}>
        <RecordHistory
          of={element}
          fields={elementFields}
          lines={await latestHistory(element.id, { whole: element.editors, without, all })}
          reworded
        />
      </SideSection>
    </>
  )
}

function Progress({ element, node }: Omit<SideProps, 'tree'>) {
  return (
    <SideSection title={t('strategy.field.progress')}>
      <Stack>
        <Meter value={node.done} label={t('strategy.field.progress')} />
        <p class="small">
          {element.progress === null
            ? t('strategy.progress.computed', { count: node.children.length })
            : t('strategy.progress.by_hand', { reason: element.progress_reason ?? '' })}
        </p>
      </Stack>
    </SideSection>
  )
}

interface ShownProps {
  shown: (field: Field) => boolean
}

function FactSection({ title, facts }: { title: string; facts: readonly Fact[] }) {
  if (facts.length === 0) return null
  return (
    <SideSection title={title}>
      <Facts facts={facts} />
    </SideSection>
  )
}

/** What fields say of an element, under their labels; what is empty is left out. */
const saidIn = async (element: Element, ...names: readonly SaidName[]): Promise<Fact[]> =>
  (await factsOf(elementFields, element, names)).filter(({ value }) => value !== '—')

async function Dates({ element, node: { deadline } }: Omit<SideProps, 'tree'>) {
  const end = await factsOf(elementFields, element, ['due_on'])
  const above = deadline?.inherited ? formatDate(deadline.date, 'short') : null
  const facts = [
    ...(await factsOf(elementFields, element, ['planned_begin'])),
    ...end.map((fact) =>
      above ? { ...fact, value: t('strategy.date.inherited_long', { date: above }) } : fact,
    ),
    ...(await saidIn(element, 'effective_begin', 'effective_end')),
  ]
  return <FactSection title={t('strategy.dates')} facts={facts} />
}

function People({ node, shown }: { node: PlanNode } & ShownProps) {
  const facts = Object.entries(partOfField).flatMap(([field, part]) => {
    const value = shown(field as keyof typeof partOfField) && namesOf(node, part) // Their own names.
    return value ? [{ label: t(`strategy.part.${part}`), value }] : []
  })
  const [parent] = node.parents
  const names = parent && !namesOf(node, 'mandatary') && namesOf(parent, 'mandatary')
  if (names && shown('mandataries')) {
    const value = t('strategy.people.of_parent', { names })
    facts.unshift({ label: t('strategy.part.mandatary'), value })
  }
  return (
    <SideSection title={t('strategy.people')}>
      {facts.length > 0 ? (
        <Facts facts={facts} />
      ) : (
        <p class="muted">{t('strategy.people.none')}</p>
      )}
    </SideSection>
  )
}

function Places({ element, node, tree }: SideProps) {
  return (
    <SideSection title={t('strategy.places')}>
      <Stack>
        <ul>
          {node.places.flatMap(({ parent_id, weight }) => {
            const parent = tree.byId.get(parent_id)
            if (!parent) return []
            const { href, label } = linkOf(parent)
            return [
              <li>
                <a href={href}>{label}</a>
                {node.places.length > 1 && ` (${percent(weight / 100)})`}
              </li>,
            ]
          })}
        </ul>
        {mayEdit(element) && (
          <p>
            <ButtonLink href={`${elementPath(element)}/places`} small icon="git-fork">
              {t('strategy.places.change')}
            </ButtonLink>
          </p>
        )}
      </Stack>
    </SideSection>
  )
}

/** What the head, the description and the other sections show; all the rest is among the labels. */
export const shownElsewhere = [
  ...(['title', 'health', 'progress', 'progress_reason'] as const),
  ...(['description', 'comments', 'observation', 'remark', 'budget_comments'] as const),
  ...(['planned_begin', 'due_on', 'effective_begin', 'effective_end'] as const),
] as const

/** Every field that stands nowhere else, unless it says no more than that nobody answered. */
async function Labels({ element }: { element: Element }) {
  const rest: Fields = without(elementFields, shownElsewhere)
  const answered = Object.keys(rest).filter(
    (name) => !same(Reflect.get(element, name), rest[name]?.absent),
  )
  const told = await factsOf(rest, Object.fromEntries(Object.entries(element)), answered)
  const partners = element.partners.join(', ')
  const facts = [
    ...told.filter(({ value }) => value !== '—'),
    ...(partners ? [{ label: t('strategy.field.partners'), value: partners }] : []),
  ]
  return <FactSection title={t('strategy.labels')} facts={facts} />
}
