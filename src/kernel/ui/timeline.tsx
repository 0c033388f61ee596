import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icons.tsx'

/** A moment: the words a person reads and the machine's form (ISO 8601). */
export interface Moment {
  text: string
  datetime: string
}

/** A moment on a page. */
export function When({ text, datetime }: Moment) {
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
