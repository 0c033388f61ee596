import type { Child } from 'hono/jsx'
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
  children?: Child
}

/** A part of a public page: a rule, a title, rows; no card. */
export function PublicSection({ title, more, aside, children }: PublicSectionProps) {
  return (
    <section class={aside ? 'public-section aside' : 'public-section'}>
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
  when: Moment
}

/** What happened on which day: the days hang in a column of their own, above on a phone. */
export function DayList({ days }: { days: readonly DayEntry[] }) {
  return (
    <ul class="day-list">
      {days.map(({ title, href, about, when }) => (
        <li>
          <When {...when} />
          <div>
            <h3>
              <a href={href}>{title}</a>
            </h3>
            <p>{about}</p>
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
