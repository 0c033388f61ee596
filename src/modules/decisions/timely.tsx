import { formatDate, t } from '#kernel/i18n'
import { printed } from '#commons/law'
import type { Published } from '#commons/publication'
import { type PublicPoint } from '#modules/copies'
import { pointCopies } from '#modules/publications'
import { dayOf } from './copy.tsx'

/**
 * When the project of a point was published, and whether that was in time: as many clear days before the meeting as the law asks for.
 * Where nobody read the article yet, it says that too. Copies stand from the latest to the first.
 */
export function Timely({ copies }: { copies: readonly Published<PublicPoint>[] }) {
  const [latest] = copies
  const first = copies.findLast(({ content }) => content.stage === 'project')
  if (!latest || !first) return null
  const day = dayOf(first.published_at)
  const meeting = dayOf(Temporal.Instant.from(first.content.starts_at))
  const clear = Math.max(0, day.until(meeting, { largestUnit: 'days' }).days - 1)
  const { due } = latest.content
  const inTime = due ? Temporal.PlainDate.compare(day, due.day) <= 0 : undefined
  const project = copies.find(({ content }) => content.stage === 'project')
  const change = latest.content.stage === 'decision' ? project : undefined
  return (
    <p class="small muted">
      {t('publications.timely.published', { day: formatDate(day), clear })}
      {inTime !== undefined &&
        ` · ${t(inTime ? 'publications.timely.in_time' : 'publications.timely.late')}`}
      {due?.article && ` (${printed(due.article)})`}
      {change && (
        <>
          {' · '}
          <a href={`${pointCopies.path(latest.slug)}/${latest.number}/changes/${change.number}`}>
            {t('publications.timely.changed')}
          </a>
        </>
      )}
    </p>
  )
}
