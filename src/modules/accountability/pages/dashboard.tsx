import { z } from 'zod'
import { permission } from '#kernel/access'
import { formatNumber, t, euros, percent } from '#kernel/i18n'
import { form } from '#kernel/http'
import { page } from '#kernel/pages'
import { Filters, KeyFigures, Pair, Stack } from '#kernel/ui'
import { load } from '#commons/dossiers'
import { sumOf } from '#commons/budgets'
import { loadTree, PlanHead, type PlanTree, planPath, plans } from '#modules/strategy'
import { amountsOf, type Scope, scopeOf } from '../scope.ts'
import { Barred, Budget, Goals, Indicators, Listed, States } from './dashboard-cards.tsx'
import { pages } from './routes.ts'

const Query = z.object({ volet: z.string().default('') })

pages.get(
  '/plans/:id/dashboard',
  permission('strategy.read'),
  form(Query),
  async (c, { volet }) => {
    const plan = await load(c, plans)
    const scope = scopeOf(await loadTree(plan), volet)
    return page(
      c,
      { title: plan.title },
      <>
        <PlanHead plan={plan} current="dashboard" />
        <VoletFilter tree={scope.tree} volet={volet} />
        <Stack>
          <Essentials scope={scope} />
          <Pair>
            <States scope={scope} />
            <Barred scope={scope} what="progress" />
            <Listed scope={scope} what="late" />
            <Listed scope={scope} what="soon" />
            <Listed scope={scope} what="mine" />
            <Barred scope={scope} what="fte_by" />
            <Budget scope={scope} />
            <Barred scope={scope} what="by_objective" />
          </Pair>
          <Indicators scope={scope} />
          <Goals scope={scope} />
        </Stack>
      </>,
    )
  },
)

function VoletFilter({ tree: { plan, roots }, volet }: { tree: PlanTree; volet: string }) {
  const options = [
    { value: '', label: t('accountability.board.whole') },
    ...roots.map(({ id, title }) => ({
      value: id,
      label: t('accountability.board.of', { title }),
    })),
  ]
  const label = t('strategy.level.volet')
  return (
    <Filters
      action={`${planPath(plan)}/dashboard`}
      sentence={[
        t('accountability.board.filter'),
        { kind: 'select', name: 'volet', label, value: volet, options },
      ]}
    />
  )
}

const counts = [
  ['accountability.board.actions', { level: 'actions' }, undefined],
  ['accountability.board.late_count', { view: 'late' }, 'bad'],
  ['strategy.health.risk', { health: 'risk' }, 'warn'],
  ['strategy.health.blocked', { health: 'blocked' }, 'bad'],
] as const

/** How far the volets are, how many actions there are, what presses, what it all asks for. */
function Essentials({ scope }: { scope: Scope }) {
  const { volets, found, href } = scope
  const fte = found({}).reduce((sum, node) => sum + node.fte, 0)
  return (
    <KeyFigures
      figures={[
        ...volets.map(({ id, title, done }) => ({
          label: title,
          value: done === null ? '—' : percent(done),
          href: href({ volet: id }),
        })),
        ...counts.map(([label, filter, tone]) => {
          const count = found(filter).length
          const looks = count > 0 ? tone : undefined
          return { label: t(label), value: formatNumber(count), href: href(filter), tone: looks }
        }),
        { label: t('strategy.field.budget'), value: euros(sumOf(amountsOf(scope))) },
        { label: t('strategy.field.fte'), value: formatNumber(fte) },
      ]}
    />
  )
}
