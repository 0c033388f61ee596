import { raw } from 'hono/html'
import { t } from '#kernel/i18n'
import { Badge, Card, Hidden, type IconName, Meter, type Tone } from '#kernel/ui'
import { euros, sdgKey } from '#modules/strategy'
import type { PublicElement } from '../publish.ts'
import { dateOf, measured, stateOf, sumIn, tones } from './words.ts'

interface Shown {
  elements: readonly PublicElement[]
  /** The address of the whole copy. */
  path: string
}

/** The volets of a plan with all that is below them; what is mirrored is told at its first place. */
export function Objectives({ elements, path }: Shown) {
  return (
    <>
      {elements
        .filter(({ level }) => level === 'volet')
        .map((volet) => (
          <section id={volet.key} class="stack">
            <h2>{volet.title}</h2>
            <Words one={volet} />
            {below(elements, volet).map((one) => (
              <Card id={one.key} level={3} title={<Title one={one} path={path} />}>
                <Standing one={one} path={path} />
                <Words one={one} />
                {below(elements, one).map((child) => (
                  <Operational one={child} under={one} elements={elements} path={path} />
                ))}
              </Card>
            ))}
          </section>
        ))}
    </>
  )
}

const below = (elements: readonly PublicElement[], { key }: PublicElement) =>
  elements.filter(({ parents }) => parents.includes(key))

type Placed = Shown & { one: PublicElement; under: PublicElement }

function Operational({ one, under, elements, path }: Placed) {
  if (one.parents[0] !== under.key) return <Elsewhere one={one} />
  return (
    <section id={one.key} class="chapter">
      <h4>
        <Title one={one} path={path} />
      </h4>
      <Standing one={one} path={path} />
      <Words one={one} />
      <Entries elements={elements} under={one} path={path} />
    </section>
  )
}

/** Actions below an objective, sub-actions below an action. */
function Entries({ elements, under, path }: Shown & { under: PublicElement }) {
  const entries = below(elements, under)
  if (entries.length === 0) return null
  return (
    <ul class="entries">
      {entries.map((one) =>
        one.parents[0] === under.key ? (
          <li id={one.key}>
            <p>
              <Title one={one} path={path} />
            </p>
            <Standing one={one} path={path} />
            <Words one={one} />
            <Entries elements={elements} under={one} path={path} />
          </li>
        ) : (
          <li>
            <Elsewhere one={one} />
          </li>
        ),
      )}
    </ul>
  )
}

/** What is mirrored stands in full at its first place. */
function Elsewhere({ one: { key, reference, title } }: { one: PublicElement }) {
  return (
    <p>
      {t('accountability.public.also')} <a href={`#${key}`}>{[reference, title].join(' ')}</a>
    </p>
  )
}

function Title({ one, path }: { one: PublicElement; path: string }) {
  return (
    <>
      {one.reference && <a href={`${path}#${one.key}`}>{one.reference}</a>} {one.title}
    </>
  )
}

/** Where it stands: state, progress, until when, for how much, who answers for it. */
function Standing({ one, path }: { one: PublicElement; path: string }) {
  const { state, progress, deadline, budget, mandataries, sdgs, title } = one
  return (
    <ul class="meta">
      <li>{state && <Badge tone={tones[state]}>{stateOf(one)}</Badge>}</li>
      <li>
        <Meter value={progress} label={title} />
      </li>
      {deadline && <li>{t('accountability.public.until', { date: dateOf(deadline) })}</li>}
      {budget.length > 0 && (
        <li>{t('accountability.public.costs', { amount: euros(sumIn(budget)) })}</li>
      )}
      {mandataries.length > 0 && <li>{mandataries.join(', ')}</li>}
      {sdgs.map((goal) => (
        <li>
          <a href={`${path}?sdg=${goal}`}>
            {t('accountability.public.sdg', { goal })}
            <Hidden> {t(sdgKey(goal))}</Hidden>
          </a>
        </li>
      ))}
    </ul>
  )
}

const trends: Record<PublicElement['indicators'][number]['trend'], [Tone, IconName]> = {
  better: ['good', 'trending-up'],
  worse: ['bad', 'trending-down'],
  steady: ['neutral', 'minus'],
  unknown: ['neutral', 'circle'],
}

/** Its description, and what is measured of it. */
function Words({ one: { description, indicators } }: { one: PublicElement }) {
  return (
    <>
      {description && (
        <div class="act" lang="fr">
          {raw(description)}
        </div>
      )}
      {indicators.length > 0 && (
        <ul class="measured">
          {indicators.map((one) => {
            const [tone, icon] = trends[one.trend]
            return (
              <li>
                {measured(one)}{' '}
                <Badge tone={tone} icon={icon}>
                  {t(`indicators.trend.${one.trend}`)}
                </Badge>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
