import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { ButtonLink } from './button.tsx'
import { Flash } from './feedback.tsx'
import { Icon, type IconName } from './icons.tsx'
import { Count, Hidden } from './mark.tsx'
import { useSaid } from './outcome.tsx'

export interface HeadProps {
  /** « Conseil communal · séance n° 6 de 2026 » */
  reference?: Child
  title: Child
  /** A `Badge`. */
  state?: Child
  /** One line: counts, quorum, amounts. */
  facts?: Child
  /** The next actions open to me: buttons, the main one last. */
  actions?: Child
}

/** The head of a dossier or list; it stays in sight while its page scrolls. */
export function Head({ reference, title, state, facts, actions }: HeadProps) {
  return (
    <header class={state || facts ? 'head' : 'head head-short'}>
      {reference && <p class="head-reference">{reference}</p>}
      <h1>{title}</h1>
      {(state || facts || actions) && (
        <div class="head-line">
          {state}
          {facts && <p class="head-facts">{facts}</p>}
          {actions && <div class="head-actions">{actions}</div>}
        </div>
      )}
    </header>
  )
}

export interface Tab {
  label: string
  href: string
  count?: number | string | undefined
  current?: boolean | undefined
}

export interface TabsProps {
  /** Name of this navigation for screen readers: « Vues », « Volets du dossier ». */
  label: string
  tabs: readonly Tab[]
  /** At the far end: « Enregistrer cette vue ». */
  children?: Child
}

/** Links to the parts of a dossier or the saved views of a list. */
export function Tabs({ label, tabs, children }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label} <Count value={tab.count} />
            </a>
          </li>
        ))}
      </ul>
      {children && <div class="tabs-end">{children}</div>}
    </nav>
  )
}

/** The body of a page and, at its side (below on a phone), what governs it. */
export function WithSide({ side, children }: { side: Child; children?: Child }) {
  return (
    <div class="with-side">
      <div class="stack">{children}</div>
      <aside class="side" aria-label={t('ui.side')}>
        {side}
      </aside>
    </div>
  )
}

/** One titled part of the side of a page. */
export function SideSection({ title, children }: { title: Child; children?: Child }) {
  return (
    <section class="side-section">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Vertical rhythm: its children stand one under the other, 16 px apart. */
export function Stack({ children }: { children?: Child }) {
  return <div class="stack">{children}</div>
}

/** Cards of one kind side by side, as many as there is room for, and one under the other. */
export function Pair({ children }: { children?: Child }) {
  return <div class="pair">{children}</div>
}

/** Its children stand beside one another and wrap. */
export function Row({ children }: { children?: Child }) {
  return <div class="row">{children}</div>
}

export interface CardProps {
  title?: Child
  /** At the right of the title: how it is sorted, a link, a button. */
  aside?: Child
  /** 2 unless told. */
  level?: 2 | 3 | undefined
  /** Lists and tables reach the edge of the card. */
  flush?: boolean | undefined
  id?: string | undefined
  /** Where what is done in it is sent, below this address too: it says what became of that. */
  acts?: string | undefined
  footer?: Child
  children?: Child
}

export function Card({ title, aside, level = 2, flush, id, acts, footer, children }: CardProps) {
  const said = useSaid(acts)
  return (
    <section class="card" id={id}>
      {title && (
        <header>
          {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
          {aside && <div class="card-aside">{aside}</div>}
        </header>
      )}
      <Flash messages={said} focus />
      {flush ? children : <div class="card-body">{children}</div>}
      {footer && <footer>{footer}</footer>}
    </section>
  )
}

/** The way from the home page to here; the last one is this page and has no link. */
export function Breadcrumbs({
  trail,
}: {
  trail: readonly { label: string; href?: string | undefined }[]
}) {
  return (
    <nav aria-label={t('ui.breadcrumbs')}>
      <ol class="crumbs">
        {trail.map(({ label, href }) => (
          <li>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}

export interface PaginationProps {
  first?: string | undefined
  previous?: string | undefined
  next?: string | undefined
  /** « 1 à 50 sur 1 204 » */
  summary?: string | undefined
}

/** Keyset pages: the addresses carry the key of the first or last row, never a page number. */
export function Pagination({ first, previous, next, summary }: PaginationProps) {
  if (!first && !previous && !next && !summary) return null
  return (
    <nav class="pagination" aria-label={t('ui.pagination')}>
      {summary && <p>{summary}</p>}
      {first && (
        <ButtonLink href={first} small>
          {t('ui.pagination.first')}
        </ButtonLink>
      )}
      {previous && (
        <ButtonLink href={previous} rel="prev" icon="chevron-left" small>
          {t('ui.pagination.previous')}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={next} rel="next" icon="chevron-right" small>
          {t('ui.pagination.next')}
        </ButtonLink>
      )}
    </nav>
  )
}

export interface Step {
  label: string
  state: 'done' | 'current' | 'todo'
  /** Who or when. */
  note?: Child
}

const stepIcons: Record<Step['state'], IconName> = {
  done: 'circle-check',
  current: 'circle-dot',
  todo: 'circle',
}

/** Where a dossier stands on its way. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  const words = { done: t('ui.step.done'), current: t('ui.step.current'), todo: t('ui.step.todo') }
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step) => (
        <li class={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
          <Icon name={stepIcons[step.state]} />
          <span>
            {step.label}
            <Hidden> ({words[step.state]})</Hidden>
            {step.note && <small>{step.note}</small>}
          </span>
        </li>
      ))}
    </ol>
  )
}
