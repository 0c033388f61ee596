import type { Child } from 'hono/jsx'
import { Icon } from './icons.tsx'
import { type Moment, When } from './timeline.tsx'

/** The opening of the home of a public site: whose it is, and what one finds. */
export function PublicOpening({ title, lead }: { title: string; lead: string }) {
  return (
    <div class="opening">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
    </div>
  )
}

interface PublicSectionProps {
  title: string
  /** Where the rest is. */
  more?: { label: string; href: string } | undefined
  /** Beside what the page is for: a finer rule. */
  aside?: boolean | undefined
  /** As wide as the page. */
  wide?: boolean | undefined
  children?: Child
}

/** A part of a public page: a rule, a title, rows; no card. */
export function PublicSection({ title, more, aside, wide, children }: PublicSectionProps) {
  const kind = aside ? ' aside' : wide ? ' wide' : ''
  return (
    <section class={`public-section${kind}`}>
      <header>
        <h2>{title}</h2>
        {more && <a href={more.href}>{more.label}</a>}
      </header>
      {children}
    </section>
  )
}

export interface DayEntry {
  title: Child
  href: string
  about: Child
  /** Some of what was there. */
  below?: Child
  when: Moment
}

/** What happened on which day: the days hang in a column of their own, above on a phone. */
export function DayList({ days }: { days: readonly DayEntry[] }) {
  return (
    <ul class="day-list">
      {days.map(({ title, href, about, below, when }) => (
        <li>
          <When {...when} />
          <div>
            <h3>
              <a href={href}>{title}</a>
            </h3>
            <p>{about}</p>
            {below}
          </div>
        </li>
      ))}
    </ul>
  )
}

export interface NameEntry {
  name: string
  href: string
  /** What tells it from its neighbours, where that is not plain. */
  about?: string | undefined
  figure: string
}

/** An index: names by groups, each with a figure at the end of its line. */
export function NamesIndex({
  groups,
}: {
  groups: readonly { title: string; names: readonly NameEntry[] }[]
}) {
  return (
    <div class="names-groups">
      {groups.map(({ title, names }) => (
        <section>
          <h3>{title}</h3>
          <ul class="names">
            {names.map(({ name, href, about, figure }) => (
              <li>
                <a href={href}>{name}</a>
                {about && <small>{about}</small>}
                <span>{figure}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

interface PublicSearchProps {
  action: string
  label: string
  /** What its button says: a word. */
  button: string
  value?: string | undefined
  /** What the address says besides. */
  keep?: Readonly<Record<string, string | undefined>> | undefined
}

/** The one field of a public page: its label is seen, and its button is a word. */
export function PublicSearch({ action, label, button, value, keep = {} }: PublicSearchProps) {
  return (
    <search>
      <form class="public-search" method="get" action={action}>
        {Object.entries(keep).map(([name, kept]) =>
          kept === undefined ? null : <input type="hidden" name={name} value={kept} />,
        )}
        <label for="public-search">{label}</label>
        <div>
          <span>
            <Icon name="search" />
            <input id="public-search" type="search" name="q" value={value} data-shortcut="/" />
          </span>
          <button class="button primary">{button}</button>
        </div>
      </form>
    </search>
  )
}

interface PrevNextProps {
  /** Of what they are the one before and the one after. */
  label: string
  links: readonly { rel: 'prev' | 'next'; href: string; label: string; title: Child }[]
}

/** What one reads before and after a page, where it is one of many in an order. */
export function PrevNext({ label, links }: PrevNextProps) {
  if (links.length === 0) return null
  return (
    <nav class="prev-next" aria-label={label}>
      {links.map(({ rel, href, label: which, title }) => (
        <a href={href} rel={rel} class={rel}>
          <small>
            <Icon name={rel === 'prev' ? 'arrow-left' : 'arrow-right'} />
            {which}
          </small>
          {title}
        </a>
      ))}
    </nav>
  )
}

/** Some of what a line of a list holds: each with its end, at the right where there is room. */
export function PickList({
  picks,
}: {
  picks: readonly { title: Child; href: string; result: string }[]
}) {
  return (
    <ul class="picks">
      {picks.map(({ title, href, result }) => (
        <li>
          <a href={href}>{title}</a>
          {result && <span>{result}</span>}
        </li>
      ))}
    </ul>
  )
}

/** What a public page is for, and beside it what stands at its side; one under the other on a phone, in this order. */
export function Split({ side, children }: { side: Child; children?: Child }) {
  return (
    <div class="split">
      <div>{children}</div>
      {side && <div>{side}</div>}
    </div>
  )
}

/** Lines that have a number of their own, which hangs in a column. */
export function NumberedLines({
  lines,
}: {
  lines: readonly { number: string; title: Child; about: Child }[]
}) {
  return (
    <ol class="numbered-lines">
      {lines.map(({ number, title, about }) => (
        <li>
          <span>{number}</span>
          <div>
            <h3>{title}</h3>
            {about && <p>{about}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
