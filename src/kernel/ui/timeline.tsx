import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { Icon, type IconName } from './icons.tsx'
import { Hidden } from './mark.tsx'

/** A moment: the words a person reads and the machine's form (ISO 8601). */
export interface Moment {
  text: string
  datetime: string
}

function When({ text, datetime }: Moment) {
  return <time datetime={datetime}>{text}</time>
}

export interface HistoryEntry {
  who: string
  what: Child
  when: Moment
  icon?: IconName | undefined
  /** The words of a comment, the value before and after. */
  detail?: Child
}

/** What happened to a dossier: who did what, when. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  return (
    <ol class="history">
      {entries.map((entry) => (
        <li>
          <Icon name={entry.icon ?? 'circle'} />
          <div>
            <p>
              <strong>{entry.who}</strong> {entry.what}
            </p>
            {entry.detail && <div class="history-detail">{entry.detail}</div>}
            <small>
              <When {...entry.when} />
            </small>
          </div>
        </li>
      ))}
    </ol>
  )
}

export interface LegalDate {
  when?: Moment | undefined
  what: Child
  /** Delay and article: « 7 jours francs · L1122-13 ». */
  cite?: Child
  /** `past`: the date has gone by, and nobody records whether the thing was done. */
  state: 'done' | 'next' | 'late' | 'later' | 'past'
}

const legalIcons: Record<LegalDate['state'], IconName> = {
  done: 'circle-check',
  next: 'circle-dot',
  late: 'circle-alert',
  later: 'circle',
  past: 'circle',
}

/** The legal line of time of a dossier, each date with its article. */
export function LegalTimeline({ dates }: { dates: readonly LegalDate[] }) {
  const words = {
    done: t('ui.legal.done'),
    next: t('ui.legal.next'),
    late: t('ui.legal.late'),
    later: t('ui.legal.later'),
    past: t('ui.legal.past'),
  }
  return (
    <ol class="legal">
      {dates.map(({ when, what, cite, state }) => (
        <li class={state}>
          <Icon name={legalIcons[state]} />
          <div>
            <Hidden>{words[state]} </Hidden>
            {when && (
              <>
                <When {...when} /> ·{' '}
              </>
            )}
            {what}
            {cite && <cite>{cite}</cite>}
          </div>
        </li>
      ))}
    </ol>
  )
}
