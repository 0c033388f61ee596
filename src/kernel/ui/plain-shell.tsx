import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { ConfirmDialog } from './dialog.tsx'
import { type Authority, Document, type Preferences } from './document.tsx'
import { Flash, type FlashMessage } from './feedback.tsx'
import { Icon } from './icons.tsx'
import { PreferenceForms } from './preferences.tsx'
import { Brand, PersonMenu, type ShellProps, SkipLink } from './shell.tsx'

export interface PlainShellProps {
  title: string
  authority: Authority
  /** Below the name of the authority: « Décisions publiques ». */
  subtitle?: string | undefined
  /** `narrow`: sign-in, errors, one question; `public`: pages that citizens read. */
  kind: 'narrow' | 'public'
  /** Address of the search of this public site, and what was searched. */
  search?: { action: string; label: string; value?: string | undefined } | undefined
  /** Where the name of the authority leads; the house of the agents unless told. */
  home?: string | undefined
  /** The few links of a public site. */
  links?: readonly { label: string; href: string; current?: boolean | undefined }[] | undefined
  preferences?: Preferences | undefined
  path?: string | undefined
  flash?: readonly FlashMessage[] | undefined
  description?: string | undefined
  scripts?: readonly string[] | undefined
  footer?: Child
  /** What everybody may read of whose site it is, besides how it does. */
  footLinks?: readonly { label: string; href: string }[] | undefined
  /** Whose page it is, where somebody has signed in from outside the authority; what their menu holds. */
  person?: Pick<ShellProps, 'person' | 'personLinks'> | undefined
  children?: Child
}

/** A page without a signed-in person: sign-in, errors, public pages. The whole document. */
export function PlainShell(props: PlainShellProps) {
  const { title, authority, preferences, scripts, description, kind } = props
  return (
    <Document
      {...{ title, authority, preferences, scripts, description }}
      bodyClass={`plain ${kind}`}
      drawn={kind === 'public'}
      account={props.person?.person.account}
      cacheable={kind === 'public' && !props.person}
    >
      <SkipLink />
      <header class="masthead">
        <div class="masthead-line">
          <Brand authority={authority} href={props.home ?? '/'} below={props.subtitle} />
          {props.links && <SiteLinks links={props.links} />}
          {props.search && <SiteSearch {...props.search} />}
          {props.person && (
            <PersonMenu {...props.person} preferences={preferences} path={props.path ?? '/'} />
          )}
        </div>
      </header>
      <main id="main" tabindex={-1}>
        <Flash messages={props.flash ?? []} />
        {props.children}
      </main>
      <footer class="foot">
        {props.footer ?? (
          <p>
            {t('ui.footer')} · <a href="/status">{t('ui.status')}</a>
            {(props.footLinks ?? []).map(({ label, href }) => (
              <>
                {' · '}
                <a href={href}>{label}</a>
              </>
            ))}
          </p>
        )}
        {/* Whose page it is has them under their name. */}
        {!props.person && (
          <details class="preferences">
            <summary>{t('ui.preferences')}</summary>
            <PreferenceForms now={preferences ?? {}} back={props.path} />
          </details>
        )}
      </footer>
      <ConfirmDialog />
    </Document>
  )
}

function SiteLinks({ links }: { links: NonNullable<PlainShellProps['links']> }) {
  return (
    <nav class="site-links" aria-label={t('ui.navigation')}>
      {links.map(({ label, href, current }) => (
        <a href={href} aria-current={current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}

function SiteSearch({ action, label, value }: NonNullable<PlainShellProps['search']>) {
  return (
    <search class="find">
      <form method="get" action={action}>
        <Icon name="search" />
        <input
          type="search"
          name="q"
          value={value}
          aria-label={label}
          placeholder={label}
          data-shortcut="/"
        />
      </form>
    </search>
  )
}
