import { formatDateTime, t, euros, percent } from '#kernel/i18n'
import { goalKey } from '#commons/vocabularies'
import { itsLanguage } from '#kernel/tenancy'
import { Card, Columns, Head, List, Meter, ShareBar, Stack, Wheel } from '#kernel/ui'
import { stateName } from '#commons/workflow'
import { workflowOf } from '#modules/strategy'
import type { PublicPlan } from '../publish.ts'
import { byName } from '../sources.ts'
import { lookUp, type PlanQuery } from './look-up.ts'
import { nameOf, Objectives, sumIn } from './objectives.tsx'

interface PlanWordsProps {
  plan: PublicPlan
  title: string
  /** When it was published; never, for a look before. */
  on?: Temporal.Instant
  query: PlanQuery
  /** The address of this copy. */
  path: string
}

/** A plan as citizens read it: whole, or what they look for in it. */
export function PlanWords({ plan, title, on, query, path }: PlanWordsProps) {
  const isWhole = query.q === '' && query.sdg === null
  const { matches, elements } = lookUp(plan.elements, query)
  const date = on && formatDateTime(on)
  return (
    <>
      <Head
        title={<span lang={itsLanguage()}>{title}</span>}
        facts={date && t('accountability.public.published', { date })}
      />
      <Stack>
        {isWhole && <Brief plan={plan} path={path} />}
        {!isWhole && (
          <p>
            {t('accountability.public.matches', { count: matches })}{' '}
            <a href={path}>{t('ui.filters.reset')}</a>
          </p>
        )}
        <Objectives elements={isWhole ? plan.elements : elements} path={path} />
        {isWhole && <Budget plan={plan} />}
      </Stack>
    </>
  )
}

/** What the plan is, how far it is, and the way to its strategic objectives and to each goal. */
function Brief({ plan, path }: Pick<PlanWordsProps, 'plan' | 'path'>) {
  const { body, ends_on, progress, elements } = plan
  const at = (...levels: string[]) => elements.filter(({ level }) => levels.includes(level))
  const actions = at('action', 'sub_action')
  const inState = (state: string) => actions.filter((one) => one.state === state).length
  const counts = {
    strategic: at('strategic').length,
    operational: at('operational').length,
    actions: actions.length,
    done: inState('terminated'),
  }
  const label = t('accountability.public.progress')
  return (
    <>
      <Card>
        <Stack>
          <p class="lead">
            {t('accountability.public.lead', { body, year: ends_on.slice(0, 4), ...counts })}
          </p>
          <p class="row">
            <strong>{label}</strong> <Meter value={progress} label={label} />
          </p>
          <ShareBar
            caption={t('accountability.public.standing')}
            parts={Object.entries(workflowOf['strategy.action'].states)
              .map(([state, { tone }]) => ({
                ...{ label: stateName('strategy.action', state), value: inState(state), tone },
              }))
              .filter(({ value }) => value > 0)}
          />
          <List
            label={t('strategy.below.strategic')}
            items={at('strategic').map((one) => ({
              title: <span lang={itsLanguage()}>{nameOf(one)}</span>,
              href: `#${one.key}`,
              due: <Meter value={one.progress} label={one.title} />,
            }))}
          />
        </Stack>
      </Card>
      <Card>
        <Wheel caption={t('accountability.public.goals')} segments={goalsOf(plan, path)} />
      </Card>
    </>
  )
}

/** How far what serves each goal of sustainable development is. */
const goalsOf = ({ elements }: PublicPlan, path: string) =>
  Array.from({ length: 17 }, (_, index) => {
    const number = index + 1
    const serving = elements.filter(({ sdgs }) => sdgs.includes(number))
    const count = serving.length
    const value = serving.reduce((sum, { progress }) => sum + (progress ?? 0) / 100 / count, 0)
    const done = percent(Math.round(100 * value))
    return {
      ...{ number, value, label: t(goalKey(number)) },
      text: t('accountability.public.serving', { count, done }),
      href: count > 0 ? `${path}?sdg=${number}` : undefined,
    }
  })

/** The money of the plan by year and source: what its volets add up to. */
function Budget({ plan: { years, elements } }: Pick<PlanWordsProps, 'plan'>) {
  const volets = elements.filter(({ level }) => level === 'volet')
  const budget = volets.flatMap((volet) => volet.budget)
  if (budget.length === 0) return null
  const names = [...new Set(budget.map(({ source }) => source))]
  const series = names.map((name) => {
    const own = budget.filter(({ source }) => source === name)
    return { name, values: years.map((year) => sumIn(own, year)) }
  })
  const telling = series.filter(({ values }) => values.some((cents) => cents > 0)).toSorted(byName)
  return (
    <Card title={t('strategy.field.budget')} aside={euros(sumIn(budget))} id="budget">
      <Columns
        caption={t('accountability.public.budget')}
        stacked
        categories={years.map(String)}
        series={telling}
        format={euros}
      />
    </Card>
  )
}
