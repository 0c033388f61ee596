import type { Attempt } from '#kernel/http'
import { formatDate, formatNumber, percent, t } from '#kernel/i18n'
import { ButtonLink, Facts, Meter, SideSection, Stack } from '#kernel/ui'
import { WhoSees } from '#commons/directory'
import { history } from '#commons/dossiers'
import { labelsOf } from '#commons/records'
import { DossierHistory } from '#commons/workflow'
import { type Element, elementPath, mayEdit } from '../element.ts'
import { elementFields, labelLists } from '../element-fields.tsx'
import { linkOf } from '../writing.ts'
import { namesOf } from './columns.tsx'
import { partOfField } from '../party.ts'
import { type Field, hides } from '../fields.ts'
import type { PlanNode, PlanTree } from '../tree.ts'
import { allTerms } from '#commons/vocabularies'

export interface SideProps {
  element: Element
  node: PlanNode
  tree: PlanTree
}

/** The same, with what was wrong with an answer to one of its forms. */
export interface TriedProps extends SideProps {
  attempt: Attempt | undefined
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
        <DossierHistory lines={await history(element.id)} labels={labelsOf(elementFields)} />
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

type SaidFact = readonly [field: Field | 'partners', value: string | false]

/** What is said of an element, under the names of its fields; what is hidden or empty is left out. */
const factsOf = (said: readonly SaidFact[], shown: ShownProps['shown']) =>
  said.flatMap(([field, value]) =>
    value && (field === 'partners' || shown(field))
      ? [{ label: t(`strategy.field.${field}`), value }]
      : [],
  )

function FactSection({ title, facts }: { title: string; facts: ReturnType<typeof factsOf> }) {
  if (facts.length === 0) return null
  return (
    <SideSection title={title}>
      <Facts facts={facts} />
    </SideSection>
  )
}

function Dates({ element, node: { deadline }, shown }: Omit<SideProps, 'tree'> & ShownProps) {
  const said = (date: Temporal.PlainDate | null) => date && formatDate(date, 'short')
  const facts = factsOf(
    [
      ['planned_begin', said(element.planned_begin) ?? '—'],
      [
        'planned_end',
        deadline?.inherited
          ? t('strategy.date.inherited_long', { date: said(deadline.date) ?? '' })
          : (said(element.due_on) ?? '—'),
      ],
      ['effective_begin', said(element.effective_begin) ?? false],
      ['effective_end', said(element.effective_end) ?? false],
    ],
    shown,
  )
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

async function Labels({ element, shown }: { element: Element } & ShownProps) {
  const known = (await Promise.all(Object.values(labelLists).map(allTerms))).flat()
  const names = (ids: readonly string[]) =>
    known.flatMap(({ id, name }) => (ids.includes(id) ? name : [])).join(', ') || '—'
  const { priority, fte, partners, categories, plans } = element
  const facts = factsOf(
    [
      ['priority', priority !== null && t(`strategy.priority.${priority as 0}`)], // 0 to 2 by the table's check
      ['categories', names(categories)],
      ['plans', names(plans)],
      ['fte', fte > 0 && formatNumber(fte)],
      ['partners', partners.join(', ')],
    ],
    shown,
  )
  return <FactSection title={t('strategy.labels')} facts={facts} />
}
