import { formatNumber, t, euros, percent } from '#kernel/i18n'
import { goalKey } from '#commons/vocabularies'
import {
  Bars,
  Card,
  Columns,
  EmptyState,
  List,
  ShareBar,
  type SharePart,
  Stack,
  type Tone,
  Wheel,
} from '#kernel/ui'
import { DueBadge } from '#commons/clock'
import { indicatorsOf, IndicatorTable } from '#commons/indicators'
import { stateName } from '#commons/workflow'
import { amountKey, sumOf } from '#commons/budgets'
import {
  type ElementFilter,
  elementPath,
  type PlanNode,
  hides,
  workflowOf,
  yearsOf,
} from '#modules/strategy'
import {
  amountsOf,
  dueWithin,
  fteByService,
  lateActions,
  type Scope,
  strategicOf,
} from '../scope.ts'
import { byName } from '../sources.ts'

interface InScope {
  scope: Scope
}

const named = ({ reference, title }: PlanNode) => [reference, title].filter(Boolean).join(' ')

const healthTones = { good: 'good', risk: 'warn', blocked: 'bad', paused: 'info' } as const

/** In which states the actions are, and how they fare. */
export function States({ scope: { found, href } }: InScope) {
  const part = (label: string, tone: Tone, filter: ElementFilter): SharePart => ({
    ...{ label, tone, href: href({ level: 'actions', ...filter }) },
    value: found({ level: 'actions', ...filter }).length,
  })
  const { kind, states } = workflowOf['strategy.action']
  const byState = Object.entries(states).map(([state, { tone = 'neutral' }]) =>
    part(stateName(kind, state), tone, { state }),
  )
  const byHealth = (['good', 'risk', 'blocked', 'paused'] as const).map((health) =>
    part(t(`strategy.health.${health}`), healthTones[health], { health }),
  )
  const actions = found({ level: 'actions' })
  const unsaid = actions.filter(({ health }) => health === null).length
  const unknown: SharePart = {
    ...{ label: t('strategy.health.unknown'), value: unsaid, tone: 'neutral' },
  }
  return (
    <Card title={t('accountability.board.actions')} aside={formatNumber(actions.length)}>
      <Stack>
        <ShareBar caption={t('accountability.board.states')} parts={byState} />
        <ShareBar caption={t('accountability.board.health')} parts={[...byHealth, unknown]} />
      </Stack>
    </Card>
  )
}

const bars = {
  progress: (scope: Scope) =>
    strategicOf(scope).flatMap((node) => {
      if (node.done === null) return []
      const text = percent(node.done)
      const href = scope.href({ volet: node.id })
      return [{ label: named(node), href, value: node.done, max: 100, text }]
    }),
  by_objective: (scope: Scope) =>
    strategicOf(scope).map((node) => ({
      ...{ label: named(node), href: scope.href({ volet: node.id }) },
      ...{ value: sumOf(node.total), text: euros(sumOf(node.total)) },
    })),
  fte_by: (scope: Scope) =>
    fteByService(scope).map(({ id, name, fte }) => ({
      ...{ label: name, href: scope.href({ service: id }) },
      ...{ value: fte, text: t('accountability.board.fte_text', { fte: formatNumber(fte) }) },
    })),
}

/** Strategic objectives or services, each with its bar and number. */
export function Barred({ scope, what }: InScope & { what: keyof typeof bars }) {
  const caption = t(`accountability.board.${what}`)
  return (
    <Card title={caption}>
      <Bars caption={caption} wrap bars={bars[what](scope)} />
    </Card>
  )
}

const most = 10

const lists = {
  late: { nodes: lateActions, filter: { view: 'late' } },
  soon: { nodes: (scope: Scope) => dueWithin(scope, 90), filter: undefined },
  mine: { nodes: ({ found }: Scope) => found({ view: 'mine' }), filter: { view: 'mine' } },
} as const

/** The first elements of a list, with a link to the table that has them all. */
export function Listed({ scope, what }: InScope & { what: keyof typeof lists }) {
  const { nodes, filter } = lists[what]
  const all = nodes(scope)
  const count = filter ? scope.found(filter).length : all.length
  const words = t('accountability.board.all', { count })
  return (
    <Card
      title={t(`accountability.board.${what}`)}
      aside={all.length > 0 && (filter ? <a href={scope.href(filter)}>{words}</a> : words)}
      flush
    >
      {all.length === 0 && (
        <EmptyState icon="circle-check" sentence={t(`accountability.board.${what}_none`)} />
      )}
      <List
        items={all.slice(0, most).map((node) => ({
          title: named(node),
          href: elementPath(node),
          why: node.parties
            .filter(({ part }) => part === 'manager')
            .map(({ name }) => name)
            .join(', '),
          due: node.deadline && <DueBadge date={node.deadline.date} />,
        }))}
      />
    </Card>
  )
}

/** What is asked for in each year, and of whom. */
export function Budget({ scope }: InScope) {
  const amounts = amountsOf(scope)
  const years = yearsOf(scope.tree.plan)
  const caption = t('accountability.board.by_year')
  const series = scope.tree.sources
    .map(({ id, name }) => ({
      name,
      values: years.map((year) => amounts.get(amountKey(year, id)) ?? 0),
    }))
    .filter(({ values }) => values.some((cents) => cents > 0))
    .toSorted(byName)
  return (
    <Card title={caption} aside={euros(sumOf(amounts))}>
      <Columns
        stacked
        caption={caption}
        categories={years.map(String)}
        series={series}
        format={euros}
      />
    </Card>
  )
}

/** What is measured, and where it goes. */
export async function Indicators({ scope }: InScope) {
  const { fields } = scope.tree.plan
  const nodes = scope.found({}).filter(({ level }) => !hides(fields, level, 'indicators'))
  const links = new Map(
    nodes.map((node) => [node.id, { label: named(node), href: elementPath(node) }]),
  )
  const caption = t('accountability.board.indicators')
  return (
    <Card title={caption} flush>
      <IndicatorTable
        caption={caption}
        indicators={await indicatorsOf([...links.keys()])}
        dossiers={links}
      />
    </Card>
  )
}

/** How many elements serve each goal of sustainable development. */
export function Goals({ scope: { found, href } }: InScope) {
  const goals = Array.from({ length: 17 }, (_, index) => {
    const sdg = index + 1
    const serving = found({ sdg: String(sdg) })
    const actions = found({ sdg: String(sdg), level: 'actions' }).length
    return { sdg, actions, count: serving.length }
  })
  const top = Math.max(1, ...goals.map(({ count }) => count))
  return (
    <Card title={t('accountability.board.sdgs')}>
      <Wheel
        caption={t('accountability.board.sdgs_caption')}
        segments={goals.map(({ sdg, count, actions }) => ({
          number: sdg,
          label: t(goalKey(sdg)),
          value: count / top,
          text: t('accountability.board.sdg_text', { count, actions }),
          ...(count > 0 && { href: href({ sdg: String(sdg) }) }),
        }))}
      />
    </Card>
  )
}
