import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icons.tsx'

/** A day or an instant, and the words in which a person reads it. */
export interface Moment {
  text: string
  datetime: Temporal.PlainDate | Temporal.Instant
}

/** A moment on a page. */
export function When({ text, datetime }: Moment) {
  // HTML reads at most three digits of a second, PostgreSQL gives six.
  const forMachines =
    datetime instanceof Temporal.Instant
      ? datetime.toString({ smallestUnit: 'second' })
      : datetime.toString()
  return <time datetime={forMachines}>{text}</time>
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
    <ol class="timeline history">
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
