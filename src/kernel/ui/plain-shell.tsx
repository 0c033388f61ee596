import type { Child } from 'hono/jsx'
import { type Language, t } from '#kernel/i18n'
import { ConfirmDialog } from './dialog.tsx'
import { type Authority, Document, type Preferences, type Relation } from './document.tsx'
import { Flash, type FlashMessage } from './feedback.tsx'
import { Icon } from './icons.tsx'
import { languageNames, PreferenceForms } from './preferences.tsx'
import { Brand, PersonMenu, type ShellProps, SkipLink } from './shell.tsx'

export interface PlainShellProps {
  title: string
  authority: Authority
  /** Below the name of the authority: « Décisions publiques ». */
  subtitle?: string | undefined
  /** `narrow`: sign-in, errors, one question; `public`: pages that citizens read; `region`: those that are of no authority. */
  kind: 'narrow' | 'public' | 'region'
  /** Address of the search of this public site, and what was searched. */
  search?: SiteSearchProps | undefined
  /** Where the name of the authority leads; the house of the agents unless told. */
  home?: string | undefined
  /** The few links of a public site. */
  links?: readonly { label: string; href: string; current?: boolean | undefined }[] | undefined
  preferences?: Preferences | undefined
  path?: string | undefined
  flash?: readonly FlashMessage[] | undefined
  description?: string | undefined
  relations?: readonly Relation[] | undefined
  /** The same page in each language, in the place of what one chooses by a form: no cookie is set. */
  inLanguages?: readonly InLanguage[] | undefined
  scripts?: readonly string[] | undefined
  /** Trees, charts or a map stand in it. */
  drawn?: true | undefined
  footer?: Child
  /** What everybody may read of whose site it is, besides how it does. */
  footLinks?: readonly { label: string; href: string }[] | undefined
  /** Whose page it is, where somebody has signed in from outside the authority; what their menu holds. */
  person?: Pick<ShellProps, 'person' | 'personLinks'> | undefined
  children?: Child
}

/** A page in one language, and whether that is the one that is shown. */
export interface InLanguage {
  language: Language
  href: string
  current: boolean
}

/** A page without a signed-in person: sign-in, errors, public pages. The whole document. */
export function PlainShell(props: PlainShellProps) {
  const { title, authority, preferences, scripts, description, kind, relations } = props
  const isPublic = kind !== 'narrow'
  return (
    <Document
      {...{ title, authority, preferences, scripts, description, relations }}
      bodyClass={kind === 'region' ? 'plain public region' : `plain ${kind}`}
      drawn={props.drawn ?? false}
      scriptless={kind === 'region'}
      account={props.person?.person.account}
      cacheable={isPublic && !props.person}
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
        {props.inLanguages && <InLanguages of={props.inLanguages} />}
        {!props.person && !props.inLanguages && (
          <details class="preferences">
            <summary>{t('ui.preferences')}</summary>
            <PreferenceForms now={preferences ?? {}} back={props.path} />
          </details>
        )}
      </footer>
      {kind !== 'region' && <ConfirmDialog />}
    </Document>
  )
}

function InLanguages({ of: some }: { of: readonly InLanguage[] }) {
  return (
    <nav class="site-links" aria-label={t('ui.languages')}>
      {some.map(({ language, href, current }) => (
        <a href={href} lang={language} hreflang={language} aria-current={current || undefined}>
          {languageNames[language]}
        </a>
      ))}
    </nav>
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

interface SiteSearchProps {
  action: string
  label: string
  value?: string | undefined
  /** What the address says besides. */
  keep?: Readonly<Record<string, string | undefined>> | undefined
}

function SiteSearch({ action, label, value, keep = {} }: SiteSearchProps) {
  return (
    <search class="find">
      <form method="get" action={action}>
        {Object.entries(keep).map(([name, kept]) =>
          kept === undefined ? null : <input type="hidden" name={name} value={kept} />,
        )}
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
