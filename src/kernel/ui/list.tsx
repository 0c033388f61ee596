import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { Icon, type IconName } from './icons.tsx'
import { Hidden } from './mark.tsx'

export interface ListItem {
  title: Child
  href?: string | undefined
  icon?: IconName | undefined
  /** Why it is here: the line below the title. */
  why?: Child
  /** Until when, at the right; a `Badge` where it presses. */
  due?: Child
  /** Below the due date: the delay and its article. */
  rule?: string | undefined
  /** What can be done at once: a small button. */
  act?: Child
}

/** A list of dossiers, people or events: what, why, until when. */
export function List({ items, label }: { items: readonly ListItem[]; label?: string | undefined }) {
  return (
    <ul class="list" aria-label={label}>
      {items.map((item) => (
        <li>
          <div class="list-what">
            {item.href ? (
              <a class="list-title" href={item.href}>
                {item.title}
              </a>
            ) : (
              <span class="list-title">{item.title}</span>
            )}
            {item.why && (
              <p class="list-why">
                {item.icon && <Icon name={item.icon} />}
                <span>{item.why}</span>
              </p>
            )}
          </div>
          {item.act && <div class="list-act">{item.act}</div>}
          {(item.due || item.rule) && (
            <div class="list-due">
              {item.due}
              {item.rule && <small>{item.rule}</small>}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

export interface Fact {
  label: Child
  value: Child
}

/** Names and their values. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export interface FileEntry {
  name: Child
  href: string
  /** « PDF, 1,2 Mo » */
  kind: string
  confidential?: boolean | undefined
  /** Who added it and when; its version. */
  note?: Child
  /** A `Menu` or button at its end. */
  actions?: Child
}

/** The files of a dossier. */
export function FileList({
  files,
  label,
}: {
  files: readonly FileEntry[]
  label?: string | undefined
}) {
  return (
    <ul class="files" aria-label={label}>
      {files.map((file) => (
        <li>
          <Icon name={file.confidential ? 'file-lock' : 'file-text'} />
          <div>
            <a href={file.href}>{file.name}</a>
            {file.confidential && <Hidden> ({t('ui.file.confidential')})</Hidden>}{' '}
            <small>{file.kind}</small>
            {file.note && <small class="file-note">{file.note}</small>}
          </div>
          {file.actions}
        </li>
      ))}
    </ul>
  )
}
