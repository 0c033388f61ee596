import { formatDate, t } from '#kernel/i18n'
import { ButtonLink, Facts, Meter, SideSection, Stack } from '#kernel/ui'
import { WhoSees } from '#commons/directory'
import { history } from '#commons/dossiers'
import { DossierHistory } from '#commons/workflow'
import { type Element, elementPath, mayEdit } from '../element.ts'
import { linkOf } from '../writing.ts'
import { percent } from '../spoken.ts'
import { partOf, partyFields } from '../party.ts'
import { type Field, hides } from '../fields.ts'
import type { PlanNode, PlanTree } from '../tree.ts'
import { terms } from '#commons/vocabularies'

interface SideProps {
  element: Element
  node: PlanNode
  tree: PlanTree
}

/** What governs an element: how far it is, until when, who, where it stands, who sees it. */
export async function ElementSide({ element, node, tree }: SideProps) {
  const shown = (field: Field) => !hides(tree.plan.fields, element.level, field)
  return (
    <>
      {shown('progress') && <Progress element={element} node={node} />}
      <Dates element={element} node={node} shown={shown} />
      <People node={node} shown={shown} />
      {element.level !== 'volet' && element.level !== 'task' && (
        <Places element={element} node={node} tree={tree} />
      )}
      <Labels element={element} shown={shown} />
      <WhoSees readers={element.readers} />
      <SideSection title={t('strategy.history')}>
        <DossierHistory lines={await history(element.id)} />
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
            : t('strategy.progress.by_hand', { reason: element.progress_reason })}
        </p>
        {element.health_reason && (
          <p class="small">
            {t('strategy.labelled', {
              label: t('strategy.field.health'),
              value: element.health_reason,
            })}
          </p>
        )}
      </Stack>
    </SideSection>
  )
}

interface ShownProps {
  shown: (field: Field) => boolean
}

function Dates({ element, node, shown }: Omit<SideProps, 'tree'> & ShownProps) {
  const said = (date: Temporal.PlainDate | null) => (date ? formatDate(date, 'short') : '—')
  const { deadline } = node
  const fields = ['planned_begin', 'planned_end', 'effective_begin', 'effective_end'] as const
  const facts = fields
    .filter(
      (field) => shown(field) && (field.startsWith('planned') || element[field as 'effective_end']),
    )
    .map((field) => ({
      label: t(`strategy.field.${field}`),
      value:
        field !== 'planned_end'
          ? said(element[field])
          : deadline?.inherited
            ? t('strategy.date.inherited_long', { date: said(deadline.date) })
            : said(element.due_on),
    }))
  if (facts.length === 0) return null
  return (
    <SideSection title={t('strategy.dates')}>
      <Facts facts={facts} />
    </SideSection>
  )
}

function People({ node, shown }: { node: PlanNode } & ShownProps) {
  const facts = partyFields.flatMap((field) => {
    const part = partOf[field]
    if (!shown(field)) return []
    const names = node.parties.filter((one) => one.part === part).map(({ name }) => name)
    return names.length > 0 ? [{ label: t(`strategy.part.${part}`), value: names.join(', ') }] : []
  })
  const above = node.parents[0]?.parties.filter(({ part }) => part === 'mandatary') ?? []
  const own = node.parties.some(({ part }) => part === 'mandatary')
  if (!own && shown('mandataries') && above.length > 0)
    facts.unshift({
      label: t('strategy.part.mandatary'),
      value: t('strategy.people.of_parent', { names: above.map(({ name }) => name).join(', ') }),
    })
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

async function Labels({ element, shown }: { element: Element } & ShownProps) {
  const known = [...(await terms('strategy.category')), ...(await terms('strategy.transversal'))]
  const names = (ids: readonly string[]) =>
    known.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  const facts = [
    ...(element.priority === null || !shown('priority')
      ? []
      : [
          {
            label: t('strategy.field.priority'),
            value: t(`strategy.priority.${element.priority as 0}`),
          },
        ]), // 0 to 2 by the table's check
    ...(['categories', 'plans'] as const).filter(shown).map((field) => ({
      label: t(`strategy.field.${field}`),
      value: names(element[field]).join(', ') || '—',
    })),
    ...(element.fte > 0 && shown('fte')
      ? [{ label: t('strategy.field.fte'), value: String(element.fte) }]
      : []),
    ...(element.partners.length > 0
      ? [{ label: t('strategy.field.partners'), value: element.partners.join(', ') }]
      : []),
  ]
  if (facts.length === 0) return null
  return (
    <SideSection title={t('strategy.labels')}>
      <Facts facts={facts} />
    </SideSection>
  )
}
