import { formatDate, formatNumber, t } from '#kernel/i18n'
import { ButtonLink, Facts, Meter, SideSection, Stack } from '#kernel/ui'
import { WhoSees } from '#commons/directory'
import { history } from '#commons/dossiers'
import { DossierHistory } from '#commons/workflow'
import { type Element, elementPath, mayEdit } from '../element.ts'
import { linkOf } from '../writing.ts'
import { namesOf } from './columns.tsx'
import { percent } from '../spoken.ts'
import { parts } from '../tables.ts'
import type { PlanNode, PlanTree } from '../tree.ts'
import { terms } from '#commons/vocabularies'

interface SideProps {
  element: Element
  node: PlanNode
  tree: PlanTree
}

/** What governs an element: how far it is, until when, who, where it stands, who sees it. */
export async function ElementSide({ element, node, tree }: SideProps) {
  return (
    <>
      <Progress element={element} node={node} />
      <Dates element={element} node={node} />
      <People node={node} />
      {element.level !== 'volet' && element.level !== 'task' && (
        <Places element={element} node={node} tree={tree} />
      )}
      <Labels element={element} />
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
            {t('strategy.field.health')} : {element.health_reason}
          </p>
        )}
      </Stack>
    </SideSection>
  )
}

function Dates({ element, node: { deadline } }: Omit<SideProps, 'tree'>) {
  const shown = (date: Temporal.PlainDate | null) => (date ? formatDate(date, 'short') : '—')
  const planned = deadline?.inherited
    ? t('strategy.date.inherited_long', { date: shown(deadline.date) })
    : shown(element.due_on)
  const begun = element.effective_begin ?? element.effective_end
  const names = ['planned_begin', 'effective_begin', 'effective_end'] as const
  const [begin, ...effective] = names.map((name) => ({
    label: t(`strategy.field.${name}`),
    value: shown(element[name]),
  }))
  const end = { label: t('strategy.field.planned_end'), value: planned }
  return (
    <SideSection title={t('strategy.dates')}>
      <Facts facts={[...(begin ? [begin] : []), end, ...(begun ? effective : [])]} />
    </SideSection>
  )
}

function People({ node }: { node: PlanNode }) {
  const facts = parts.flatMap((part) => {
    const value = namesOf(node, part)
    return value ? [{ label: t(`strategy.part.${part}`), value }] : []
  })
  const [parent] = node.parents
  const names = parent && !namesOf(node, 'mandatary') && namesOf(parent, 'mandatary')
  if (names) {
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

async function Labels({ element }: { element: Element }) {
  const known = [...(await terms('strategy.category')), ...(await terms('strategy.transversal'))]
  const names = (ids: readonly string[]) =>
    known.flatMap(({ id, name }) => (ids.includes(id) ? name : [])).join(', ')
  const { priority, fte, partners } = element
  const level = priority === null ? '' : t(`strategy.priority.${priority as 0}`) // 0 to 2 by the table's check
  const facts = [
    ['priority', level],
    ['categories', names(element.categories) || '—'],
    ['plans', names(element.plans) || '—'],
    ['fte', fte > 0 && formatNumber(fte)],
    ['partners', partners.join(', ')],
  ] as const
  return (
    <SideSection title={t('strategy.labels')}>
      <Facts
        facts={facts.flatMap(([name, value]) =>
          value ? { label: t(`strategy.field.${name}`), value } : [],
        )}
      />
    </SideSection>
  )
}
