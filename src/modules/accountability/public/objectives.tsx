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
          <section class="stack">
            <h2 id={volet.key} lang="fr">
              {volet.title}
            </h2>
            <Words element={volet} />
            {below(elements, volet)
              .filter(({ parents }) => parents[0] === volet.key)
              .map((one) => (
                <Card id={one.key} level={3} title={<Title element={one} path={path} />}>
                  <Standing element={one} path={path} />
                  <Words element={one} />
                  {below(elements, one).map((child) => (
                    <Operational element={child} under={one} elements={elements} path={path} />
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

type Placed = Shown & { element: PublicElement; under: PublicElement }

function Operational({ element, under, elements, path }: Placed) {
  if (element.parents[0] !== under.key) return <Elsewhere element={element} />
  return (
    <section id={element.key} class="chapter">
      <h4>
        <Title element={element} path={path} />
      </h4>
      <Standing element={element} path={path} />
      <Words element={element} />
      <Entries elements={elements} under={element} path={path} />
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
              <Title element={one} path={path} />
            </p>
            <Standing element={one} path={path} />
            <Words element={one} />
            <Entries elements={elements} under={one} path={path} />
          </li>
        ) : (
          <li>
            <Elsewhere element={one} />
          </li>
        ),
      )}
    </ul>
  )
}

/** What is mirrored stands in full at its first place. */
function Elsewhere({ element: { key, reference, title } }: { element: PublicElement }) {
  return (
    <p>
      {t('accountability.public.also')}{' '}
      <a href={`#${key}`} lang="fr">
        {[reference, title].join(' ')}
      </a>
    </p>
  )
}

function Title({ element, path }: { element: PublicElement; path: string }) {
  return (
    <>
      {element.reference && <a href={`${path}#${element.key}`}>{element.reference}</a>}{' '}
      <span lang="fr">{element.title}</span>
    </>
  )
}

/** Where it stands: state, progress unless the state says it, until when, for how much, who answers for it. */
function Standing({ element, path }: { element: PublicElement; path: string }) {
  const { state, progress, deadline, budget, mandataries, sdgs, title } = element
  const isSaid = state !== 'ongoing' && (progress === 0 || progress === 100)
  return (
    <ul class="meta">
      <li>{state && <Badge tone={tones[state]}>{stateOf(element)}</Badge>}</li>
      {!isSaid && (
        <li>
          <Meter value={progress} label={title} />
        </li>
      )}
      {deadline && <li>{t('accountability.public.until', { date: dateOf(deadline) })}</li>}
      {budget.length > 0 && (
        <li>{t('accountability.public.costs', { amount: euros(sumIn(budget)) })}</li>
      )}
      {mandataries.length > 0 && (
        <li>
          {t('accountability.public.mandataries', {
            count: mandataries.length,
            names: mandataries.join(', '),
          })}
        </li>
      )}
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
function Words({ element: { description, indicators } }: { element: PublicElement }) {
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
