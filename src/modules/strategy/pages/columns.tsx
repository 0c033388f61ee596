import { formatDate, t, euros } from '#kernel/i18n'
import { Badge, Meter, type ValueColumn } from '#kernel/ui'
import { StateBadge, stateName } from '#commons/workflow'
import { elementPath } from '../element.ts'
import { levelRules } from '../level.ts'
import type { Part } from '../tables.ts'
import { sumOf } from '../totals.ts'
import type { PlanNode } from '../tree.ts'
import { workflowOf } from '../workflow.ts'
import { HealthMark } from './marks.tsx'

/** Who has a part in an element. */
export const namesOf = ({ parties }: PlanNode, ...wanted: readonly Part[]): string =>
  parties.flatMap(({ part, name }) => (wanted.includes(part) ? name : [])).join(', ')

/** What is said of an element in a row, on pages and in spreadsheets. */
export const elementColumns = () =>
  ({
    reference: { header: t('strategy.field.reference'), value: ({ reference }) => reference },
    title: {
      header: t('strategy.element.title'),
      main: true,
      value: ({ title }) => title,
      cell: (node) => <ElementLink node={{ ...node, reference: '' }} />,
    },
    parents: {
      header: t('strategy.field.parents'),
      value: ({ parents }) => parents.map((one) => one.reference || one.title).join(', '),
    },
    level: {
      header: t('strategy.field.level'),
      value: ({ level }) => t(`strategy.level.${level}`),
    },
    state: {
      header: t('strategy.element.state'),
      value: ({ level, state }) => stateName(levelRules[level].kind, state),
      cell: ({ level, state }) => (
        <StateBadge flow={workflowOf[levelRules[level].kind]} state={state} />
      ),
    },
    health: {
      header: t('strategy.field.health'),
      value: ({ health }) => health && t(`strategy.health.${health}`),
      cell: ({ health }) => health && <HealthMark health={health} />,
    },
    progress: {
      header: t('strategy.field.progress'),
      value: ({ done }) => done,
      percent: true,
      cell: ({ done, title }) => <Meter value={done} label={title} />,
    },
    deadline: {
      header: t('strategy.field.planned_end'),
      value: ({ deadline }) => deadline && deadline.date,
      cell: (node) => <DeadlineOf node={node} />,
    },
    managers: { header: t('strategy.field.managers'), value: (node) => namesOf(node, 'manager') },
    bearers: { header: t('strategy.field.bearers'), value: (node) => namesOf(node, 'bearer') },
    budget: {
      header: t('strategy.field.budget'),
      align: 'end',
      value: ({ total }) => (total.size > 0 ? { cents: sumOf(total) } : null),
      cell: ({ total }) => total.size > 0 && euros(sumOf(total)),
    },
  }) satisfies Record<string, ValueColumn<PlanNode>>
export type ColumnName = keyof ReturnType<typeof elementColumns>

/** An element by its reference and title, and whether it stands elsewhere too. */
export function ElementLink({ node }: { node: PlanNode }) {
  return (
    <>
      <a href={elementPath(node)}>
        {node.reference && <span class="muted">{node.reference} </span>}
        {node.title}
      </a>
      {node.places.length > 1 && <small class="muted"> {t('strategy.place.mirrored')}</small>}
    </>
  )
}

/** Until when, whether that comes from below, and whether it is past. */
export function DeadlineOf({ node: { deadline, late } }: { node: PlanNode }) {
  if (!deadline) return null
  const date = formatDate(deadline.date, 'short')
  return (
    <>
      {deadline.inherited ? t('strategy.date.inherited', { date }) : date}{' '}
      {late && <Badge tone="bad">{t('strategy.date.late')}</Badge>}
    </>
  )
}
