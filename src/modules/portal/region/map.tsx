import type { Call } from '#kernel/http'
import { t } from '#kernel/i18n'
import type { KnownAuthority } from '#modules/publications'
import { atAuthority } from './address.ts'
import { place } from './placing.ts'

interface MapProps {
  c: Call
  all: readonly KnownAuthority[]
  /** The slugs of those that meet within a week. */
  meet: ReadonlySet<string>
}

/**
 * Where authorities lie, as a drawing of ours: nobody else learns who looks at it. The list beside it has all of them; this one adds
 * where, and who meets soon. Nothing where none says where it lies.
 */
export function AuthorityMap({ c, all, meet }: MapProps) {
  const marks = all.flatMap((one) =>
    one.lies_at
      ? { ...one, lies_at: one.lies_at, name: one.short_name, weight: one.decisions }
      : [],
  )
  if (marks.length === 0) return null
  const { width, height, land, drawn } = place(marks)
  return (
    <figure class="region-map" aria-label={t('portal.map')}>
      <svg viewBox={`0 0 ${width} ${height}`}>
        <path class="land" d={land} />
        {drawn.map(({ mark, x, y }) => (
          <circle class={meet.has(mark.slug) ? 'soon' : 'later'} cx={x} cy={y} r="6" />
        ))}
        {drawn
          .filter(({ leads }) => leads)
          .map(({ mark, x, y, side }) => (
            <a
              href={atAuthority(c, mark, '/decisions')}
              aria-label={mark.name}
              lang={mark.language}
            >
              <circle class="hit" cx={x} cy={y} r="20" />
              {side && (
                <text
                  x={side === 'right' ? x + 13 : x - 13}
                  y={y}
                  dy=".34em"
                  text-anchor={side === 'right' ? 'start' : 'end'}
                >
                  {mark.name}
                </text>
              )}
            </a>
          ))}
      </svg>
      <figcaption class="small muted">
        <span>
          <Key kind="soon" /> {t('portal.map.soon')}
        </span>
        <span>
          <Key kind="later" /> {t('portal.map.later')}
        </span>
        <span>{t('portal.about.not_here')}</span>
      </figcaption>
    </figure>
  )
}

const Key = ({ kind }: { kind: 'soon' | 'later' }) => (
  <svg class="key" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <circle class={kind} cx="8" cy="8" r="6" />
  </svg>
)
