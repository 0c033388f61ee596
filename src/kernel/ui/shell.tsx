import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { PostButton } from './button.tsx'
import { ConfirmDialog } from './dialog.tsx'
import { type Authority, Document, type Preferences } from './document.tsx'
import { DraftWords } from './draft.tsx'
import { Flash, type FlashMessage, Note } from './feedback.tsx'
import { Icon, type IconName } from './icons.tsx'
import { Count, Hidden } from './mark.tsx'
import { PreferenceForms } from './preferences.tsx'
import { Rail, type RailProps } from './rail.tsx'

export interface Person {
  name: string
  /** Of their account: a page knows by it whether somebody else has signed in since. */
  account?: string | undefined
  /** « secrétariat » */
  role?: string | undefined
  /** The other capacities in which they may act (casquettes). */
  hats?: readonly { key: string; label: string }[] | undefined
}

/** A place beside the inbox, with how much is new in it. */
export interface TopLink {
  label: string
  href: string
  icon: IconName
  count: number
  countLabel: string
}

export interface ShellProps {
  title: string
  authority: Authority
  person: Person
  rail: Omit<RailProps, 'path'>
  /** How many things wait for the person, in every trade. */
  inboxCount?: number | undefined
  topLinks?: readonly TopLink[] | undefined
  /** What was searched, on the page of results. */
  search?: string | undefined
  /** Links of the person's menu: profile, sessions, deputies. */
  personLinks?: readonly { label: string; href: string; icon: IconName }[] | undefined
  preferences?: Preferences | undefined
  /** Path of this page: where a changed preference comes back to. */
  path: string
  flash?: readonly FlashMessage[] | undefined
  /** What holds for the whole house now, above every page. */
  notice?: string | undefined
  /** Work is under way: the page looks again every second. */
  pending?: boolean | undefined
  scripts?: readonly string[] | undefined
  /** `wide`: the page uses the whole width of the screen (boards, maps, sessions). */
  pageClass?: string | undefined
  /** What stands above everything, as long as it holds. */
  banner?: Child
  footer?: Child
  children?: Child
}

/** The page of a signed-in person: the whole document. */
export function Shell(props: ShellProps) {
  const { title, authority, preferences, pending, scripts, rail, path, pageClass } = props
  return (
    <Document
      {...{ title, authority, preferences, pending, scripts }}
      account={props.person.account}
      bodyClass="shell"
      drawn
    >
      <SkipLink />
      <TopBar {...props} />
      <Rail {...rail} path={path} />
      <main id="main" tabindex={-1} class={pageClass}>
        {props.banner}
        {props.notice && <Note tone="warn">{props.notice}</Note>}
        <Flash messages={props.flash ?? []} focus />
        {props.children}
      </main>
      <Footer>{props.footer}</Footer>
      <ConfirmDialog />
      <DraftWords />
    </Document>
  )
}

export function SkipLink() {
  return (
    <a class="skip" href="#main" data-turbo="false">
      {t('ui.skip')}
    </a>
  )
}

export function Brand({ authority, href, below }: BrandProps) {
  return (
    <a class="brand" href={href}>
      {authority.arms ? <img class="arms" src={authority.arms} alt="" /> : <Shield />}
      <span>
        {authority.name}
        {below && <small>{below}</small>}
      </span>
    </a>
  )
}

interface BrandProps {
  authority: Authority
  href: string
  below?: string | undefined
}

function Shield() {
  return (
    <svg class="arms" viewBox="0 0 28 32" aria-hidden="true" focusable="false">
      <path d="M0 0h28v17c0 7-5 12-14 15C5 29 0 24 0 17z" />
    </svg>
  )
}

function TopBar(props: ShellProps) {
  const { authority, inboxCount, topLinks = [] } = props
  return (
    <header class="top">
      <button
        type="button"
        class="button quiet icon-only rail-button"
        popovertarget="rail"
        aria-label={t('ui.navigation')}
      >
        <Icon name="menu" />
      </button>
      <Brand authority={authority} href="/" />
      <SearchForm value={props.search} />
      <div class="top-end">
        <a class="inbox-link" href="/inbox">
          <Icon name="inbox" />
          <Hidden>{t('ui.inbox')}</Hidden>
          <Count value={inboxCount || undefined} label={t('ui.inbox.waiting')} />
        </a>
        {topLinks.map(({ label, href, icon, count, countLabel }) => (
          <a class="inbox-link" href={href}>
            <Icon name={icon} />
            <Hidden>{label}</Hidden>
            <Count value={count || undefined} label={countLabel} />
          </a>
        ))}
        <PersonMenu {...props} />
      </div>
    </header>
  )
}

function SearchForm({ value }: { value: string | undefined }) {
  return (
    <search class="find">
      <form method="get" action="/search">
        <Icon name="search" />
        <input
          type="search"
          name="q"
          value={value}
          aria-label={t('ui.search')}
          placeholder={t('ui.search')}
          aria-keyshortcuts="/"
          data-shortcut="/"
        />
        <kbd aria-hidden="true">/</kbd>
      </form>
    </search>
  )
}

/** Who acts, in what capacity, and what they find under their name. */
export function PersonMenu({
  person,
  personLinks,
  preferences,
  path,
}: Pick<ShellProps, 'path' | 'person' | 'personLinks' | 'preferences'>) {
  return (
    <details class="menu person" name="menu">
      <summary>
        <span class="initials" aria-hidden="true">
          {initials(person.name)}
        </span>
        <span class="person-name">
          {person.name}
          {person.role && <small>{person.role}</small>}
        </span>
        <Icon name="chevron-down" />
      </summary>
      <div class="menu-items">
        {person.hats?.map(({ key, label }) => (
          <PostButton action="/hat" fields={{ hat: key }} icon="users" tone="quiet" leaves>
            {label}
          </PostButton>
        ))}
        {personLinks?.map(({ label, href, icon }) => (
          <a href={href}>
            <Icon name={icon} />
            {label}
          </a>
        ))}
        <PreferenceForms now={preferences ?? {}} back={path} />
        <PostButton action="/sign-out" icon="log-out" tone="quiet" leaves>
          {t('ui.sign_out')}
        </PostButton>
      </div>
    </details>
  )
}

function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0]?.toUpperCase() ?? '')
    .join('')
}

function Footer({ children }: { children?: Child }) {
  return <footer class="foot">{children ?? <p>{t('ui.footer')}</p>}</footer>
}
