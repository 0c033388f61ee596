import { formatDate, formatNumber, t, euros } from '#kernel/i18n'
import { goalKey } from '#commons/vocabularies'
import { ActText } from '#kernel/pages'
import { itsLanguage } from '#kernel/tenancy'
import { Badge, Card, Hidden, Meter } from '#kernel/ui'
import { StateBadge, stateName } from '#commons/workflow'
import { levelRules, workflowOf } from '#modules/strategy'
import type { PublicElement } from '../publish.ts'

interface Shown {
  elements: readonly PublicElement[]
  /** The address of the whole copy. */
  path: string
}
type One = Omit<Shown, 'elements'> & { element: PublicElement }

/** The volets of a plan with all that is below them. */
export function Objectives({ elements, path }: Shown) {
  return elements
    .filter(({ level }) => level === 'volet')
    .map((volet) => (
      <section class="stack">
        <h2 id={volet.key} lang={itsLanguage()}>
          {volet.title}
        </h2>
        <Description element={volet} path={path} />
        {below(elements, volet)
          .filter(({ parents }) => parents[0] === volet.key)
          .map((one) => (
            <Card id={one.key} level={3} title={<Title element={one} path={path} />}>
              <Standing element={one} path={path} />
              <Entries elements={elements} element={one} path={path} />
            </Card>
          ))}
      </section>
    ))
}

const below = (elements: readonly PublicElement[], { key }: PublicElement) =>
  elements.filter(({ parents }) => parents.includes(key))

/** What is below an element; what is mirrored is told at its first place, and named at the others. */
function Entries({ elements, element, path }: Shown & One) {
  const entries = below(elements, element)
  if (entries.length === 0) return null
  return (
    <ul class="entries">
      {entries.map((one) => {
        const Heading = one.level === 'operational' ? 'h4' : 'p'
        if (one.parents[0] !== element.key)
          return (
            <li>
              {t('accountability.public.also')}{' '}
              <a href={`#${one.key}`} lang={itsLanguage()}>
                {nameOf(one)}
              </a>
            </li>
          )
        return (
          <li id={one.key}>
            <Heading>
              <Title element={one} path={path} />
            </Heading>
            <Standing element={one} path={path} />
            <Entries elements={elements} element={one} path={path} />
          </li>
        )
      })}
    </ul>
  )
}

export const nameOf = ({ reference, title }: PublicElement) => `${reference} ${title}`.trim()

const Title = ({ element: { key, reference, title }, path }: One) => (
  <>
    {reference && <a href={`${path}#${key}`}>{reference}</a>}{' '}
    <span lang={itsLanguage()}>{title}</span>
  </>
)

const flowOf = ({ level }: PublicElement) => workflowOf[levelRules[level].kind]

/** « En cours »; empty for a volet. */
export const stateOf = (one: PublicElement) => one.state && stateName(flowOf(one).kind, one.state)

/** The money of these amounts in cents, in one year where one is told. */
export const sumIn = (budget: PublicElement['budget'], in_?: number): number =>
  budget.reduce((sum, { year, cents }) => sum + (in_ === undefined || in_ === year ? cents : 0), 0)

/** Its state, how far it is unless the state says it, until when, for how much, who answers for it. */
function Standing({ element, path }: One) {
  const { state, progress, deadline, budget, mandataries, sdgs, title } = element
  const isSaid = state !== 'ongoing' && (progress === 0 || progress === 100)
  const date = deadline && formatDate(Temporal.PlainDate.from(deadline), 'short')
  const named = { count: mandataries.length, names: mandataries.join(', ') }
  const facts = [
    !isSaid && <Meter value={progress} label={title} />,
    date && t('accountability.public.until', { date }),
    budget.length > 0 && t('accountability.public.costs', { amount: euros(sumIn(budget)) }),
    named.count > 0 && t('accountability.public.mandataries', named),
    ...sdgs.map((goal) => (
      <a href={`${path}?sdg=${goal}`}>
        {t('accountability.public.sdg', { goal })} <Hidden>{t(goalKey(goal))}</Hidden>
      </a>
    )),
  ]
  return (
    <>
      <ul class="meta">
        {[<StateBadge flow={flowOf(element)} state={state} />, ...facts]
          .filter(Boolean)
          .map((fact) => (
            <li>{fact}</li>
          ))}
      </ul>
      <Description element={element} path={path} />
    </>
  )
}

const tones = { better: 'good', worse: 'bad', steady: 'neutral', unknown: 'neutral' } as const

/** « Attente au guichet : 17 minutes (à atteindre : 12) » */
export const measured = ({ label, unit, value, target }: PublicElement['indicators'][number]) => {
  const [now, aim] = [value, target].map((one) => (one === null ? '—' : formatNumber(one)))
  return t('accountability.public.indicator', { label, unit, value: now ?? '', target: aim ?? '' })
}

/** Its words, and what is measured of it. */
const Description = ({ element: { title, description, indicators } }: One) => (
  <>
    {description && <ActText html={description} label={title} />}
    {indicators.map((one) => (
      <p class="measured">
        {measured(one)} <Badge tone={tones[one.trend]}>{t(`indicators.trend.${one.trend}`)}</Badge>
      </p>
    ))}
  </>
)
