import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { Hidden, Icon, type IconName, type Moment, When } from '#kernel/ui'

export interface LegalDate {
  when?: Moment | undefined
  what: Child
  /** Delay and article: « 7 jours francs · L1122-13 ». */
  cite?: Child
  /** `now`: what goes on; `past`: the date has gone by, and nobody records whether the thing was done. */
  state: 'done' | 'next' | 'now' | 'late' | 'later' | 'past'
}

const legalIcons: Record<LegalDate['state'], IconName> = {
  done: 'circle-check',
  next: 'circle-dot',
  now: 'circle-dot',
  late: 'circle-alert',
  later: 'circle',
  past: 'circle',
}

/** The legal line of time of a dossier, each date with its article. */
export function LegalTimeline({ dates }: { dates: readonly LegalDate[] }) {
  const words = {
    done: t('law.timeline.done'),
    next: t('law.timeline.next'),
    now: t('law.timeline.now'),
    late: t('law.timeline.late'),
    later: t('law.timeline.later'),
    past: t('law.timeline.past'),
  }
  return (
    <ol class="timeline legal">
      {dates.map(({ when, what, cite, state }) => (
        <li class={state === 'now' ? 'next' : state}>
          <Icon name={legalIcons[state]} />
          <div>
            <Hidden>{words[state]} </Hidden>
            {when && (
              <>
                <When {...when} /> ·{' '}
              </>
            )}
            {what}
            {cite && <div class="cite">{cite}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
