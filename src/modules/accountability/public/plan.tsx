import { formatDateTime, t } from '#kernel/i18n'
import { Card, Columns, Filters, Head, List, Meter, ShareBar, Stack, Wheel } from '#kernel/ui'
import { euros, percent, sdgKey } from '#modules/strategy'
import { type PublicElement, type PublicPlan, publicStates } from '../publish.ts'
import { found, type PlanQuery } from './filter.ts'
import { Objectives } from './objectives.tsx'
import { isAction, stateName, sumIn, tones } from './words.ts'

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
  const isAsked = query.q !== '' || query.sdg !== null
  const { matches, shown } = found(plan.elements, query)
  return (
    <>
      <Head
        title={<span lang="fr">{title}</span>}
        facts={on && t('accountability.public.published', { date: formatDateTime(on) })}
      />
      <Stack>
        {!isAsked && <Brief plan={plan} />}
        {!isAsked && <Goals elements={plan.elements} path={path} />}
        <Card flush id="search">
          <Search query={query} path={path} isAsked={isAsked} />
        </Card>
        {isAsked && <p>{t('accountability.public.matches', { count: matches })}</p>}
        <Objectives elements={shown} path={path} />
        {!isAsked && <Budget plan={plan} />}
      </Stack>
    </>
  )
}

/** What the plan is, how far it is, and the way to its strategic objectives. */
function Brief({ plan: { body, ends_on, progress, elements } }: { plan: PublicPlan }) {
  const count = (...levels: PublicElement['level'][]) =>
    elements.filter(({ level }) => levels.includes(level)).length
  const actions = elements.filter(isAction)
  return (
    <Card>
      <Stack>
        <p class="lead">{t('accountability.public.lead', { body, year: ends_on.slice(0, 4) })}</p>
        <p>
          {t('accountability.public.counts', {
            strategic: count('strategic'),
            operational: count('operational'),
            actions: actions.length,
            done: actions.filter(({ state }) => state === 'terminated').length,
          })}
        </p>
        <p class="row">
          <strong>{t('accountability.public.progress')}</strong>
          <Meter value={progress} label={t('accountability.public.progress')} />
        </p>
        {actions.length > 0 && (
          <ShareBar
            caption={t('accountability.public.standing')}
            parts={publicStates
              .map((state) => ({
                label: stateName(state, 'action'),
                value: actions.filter((one) => one.state === state).length,
                tone: tones[state],
              }))
              .filter(({ value }) => value > 0)}
          />
        )}
        <nav aria-label={t('strategy.below.strategic')}>
          <List
            items={elements
              .filter(({ level }) => level === 'strategic')
              .map(({ key, reference, title, progress: done }) => ({
                title: <span lang="fr">{[reference, title].join(' ')}</span>,
                href: `#${key}`,
                due: <Meter value={done} label={title} />,
              }))}
          />
        </nav>
        <p class="small muted">{t('accountability.public.reckoned')}</p>
      </Stack>
    </Card>
  )
}

/** How far what serves each goal of sustainable development is. */
function Goals({ elements, path }: { elements: readonly PublicElement[]; path: string }) {
  const segments = Array.from({ length: 17 }, (_, index) => {
    const goal = index + 1
    const serving = elements.filter(({ level, sdgs }) => level !== 'volet' && sdgs.includes(goal))
    const sum = serving.reduce((total, { progress }) => total + progress, 0)
    const done = serving.length > 0 ? Math.round(sum / serving.length) : 0
    return {
      number: goal,
      label: t(sdgKey(goal)),
      value: done / 100,
      text: t('accountability.public.serving', { count: serving.length, done: percent(done) }),
      href: serving.length > 0 ? `${path}?sdg=${goal}` : undefined,
    }
  })
  return (
    <Card>
      <Wheel caption={t('accountability.public.goals')} segments={segments} />
    </Card>
  )
}

interface SearchProps {
  query: PlanQuery
  path: string
  isAsked: boolean
}

function Search({ query: { q, sdg }, path, isAsked }: SearchProps) {
  const goals = Array.from({ length: 17 }, (_, index) => ({
    value: String(index + 1),
    label: `${index + 1}. ${t(sdgKey(index + 1))}`,
  }))
  return (
    <Filters
      action={path}
      sentence={[
        t('accountability.public.find'),
        {
          kind: 'text',
          name: 'q',
          label: t('accountability.public.words'),
          placeholder: t('accountability.public.words_example'),
          value: q,
        },
        t('accountability.public.for_goal'),
        {
          kind: 'select',
          name: 'sdg',
          label: t('strategy.field.sdgs'),
          value: sdg === null ? '' : String(sdg),
          options: [{ value: '', label: t('accountability.public.any_goal') }, ...goals],
        },
      ]}
      reset={isAsked ? path : undefined}
    />
  )
}

/** The money of the plan by year and source: what its volets add up to. */
function Budget({ plan: { years, elements } }: { plan: PublicPlan }) {
  const budget = elements
    .filter(({ level }) => level === 'volet')
    .flatMap(({ budget: amounts }) => amounts)
  if (budget.length === 0) return null
  const sources = [...new Set(budget.map(({ source }) => source))]
  return (
    <Card title={t('strategy.field.budget')} aside={euros(sumIn(budget))} id="budget">
      <Columns
        caption={t('accountability.public.budget')}
        stacked
        categories={years.map(String)}
        series={sources.map((name) => ({
          name,
          values: years.map((year) =>
            sumIn(
              budget.filter(({ source }) => source === name),
              year,
            ),
          ),
        }))}
        format={euros}
      />
    </Card>
  )
}
