import { formatDate, t, euros } from '#kernel/i18n'
import { Badge, Meter, type ValueColumn, Whole } from '#kernel/ui'
import type { Fields } from '#commons/records'
import { StateBadge, stateName } from '#commons/workflow'
import { sumOf } from '#commons/budgets'
import { elementPath } from '../element.ts'
import { answersOf, elementFields, lineNames } from '../element-fields.tsx'
import { levelRules, levels } from '../level.ts'
import type { Plan } from '../plan.ts'
import type { Part } from '../tables.ts'
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

const fields: Fields = elementFields
/** What the columns above say, of fields by other names too. */
const toldAbove: ReadonlySet<string> = new Set(['title', 'health', 'progress', 'due_on'])
const ofFields = lineNames.filter((name) => !toldAbove.has(name) && elementFields[name].plain)

/** Whether there is such a column, in some plan. */
export const isColumn = (name: string): boolean =>
  Object.hasOwn(elementColumns(), name) || ofFields.some((field) => field === name)

/** All columns of a plan: those above, then every other field that some level of it shows. */
export async function columnsOf(
  plan: Plan,
  nodes: readonly PlanNode[],
): Promise<ReturnType<typeof elementColumns> & Record<string, ValueColumn<PlanNode>>> {
  const others = ofFields
    .filter((name) => levels.some((level) => answersOf(plan, level).includes(name)))
    .filter((name) => name !== 'body' || plan.body === 'shared')
    .map(async (name): Promise<[string, ValueColumn<PlanNode>]> => {
      const { label, plain } = { ...fields[name] }
      const values = nodes.flatMap(({ said }) => (name in said ? [said[name]] : []))
      const tell = await plain?.(values)
      const value = ({ said }: PlanNode) => (name in said && tell ? tell(said[name]) : null)
      return [name, { header: label ? t(label) : name, value }]
    })
  return { ...elementColumns(), ...Object.fromEntries(await Promise.all(others)) }
}

/** An element by its reference and title, and whether it stands elsewhere too. */
export function ElementLink({ node }: { node: PlanNode }) {
  return (
    <>
      <a href={elementPath(node)}>
        {node.reference && (
          <span class="muted">
            <Whole>{node.reference}</Whole>
          </span>
        )}{' '}
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
