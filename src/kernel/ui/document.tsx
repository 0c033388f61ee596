import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type Language, language } from '#kernel/i18n'
import { assetUrl } from './assets.ts'

export interface Authority {
  name: string
  /** Address of the coat of arms (an image); a plain shield in the authority's colour without it. */
  arms?: string | undefined
  /** Of its colour, in degrees from 0 to 359; the house has one of its own. */
  hue?: number | undefined
}

/** An address beside that of a page, and what it is to it (RFC 8288). */
export interface Relation {
  rel: 'alternate' | 'canonical' | 'next' | 'prev'
  href: string
  language?: Language | undefined
  /** A media type. */
  type?: string | undefined
}

/** What a person chose about how pages look; kept by the server and written on `<html>`. */
export interface Preferences {
  density?: 'comfortable' | 'compact' | undefined
  theme?: 'system' | 'light' | 'dark' | undefined
  /** The languages to choose from; one alone is not asked for. */
  languages?: readonly Language[] | undefined
  /** Whether keys of one letter act (WCAG 2.1.4); they do unless told. */
  keys?: 'on' | 'off' | undefined
}

export interface DocumentProps {
  title: string
  authority: Authority
  preferences?: Preferences | undefined
  /** Further bundles to load, by logical name: `deliberations.js`. */
  scripts?: readonly string[] | undefined
  /** Work is under way: the page comes back every second (every 3 without JavaScript). */
  pending?: boolean | undefined
  /** Pages kept in the browser's memory outlive a sign-out: never for signed-in pages. */
  cacheable?: boolean | undefined
  /** Whose page it is. */
  account?: string | undefined
  bodyClass: string
  /** Whether trees, charts or texts that are edited may stand in it: they have a sheet of their own. */
  drawn: boolean
  /** No script is loaded: nothing in it needs one. */
  scriptless?: boolean | undefined
  /** What else machines are told of it: other languages, the page before and after. */
  relations?: readonly Relation[] | undefined
  /** For public pages: one sentence for search engines. */
  description?: string | undefined
  children?: Child
}

/** The whole HTML document, in the current language. */
export function Document(props: DocumentProps) {
  const { title, authority, preferences, scripts, pending, cacheable, bodyClass } = props
  return (
    <>
      {raw('<!doctype html>')}
      <html
        lang={language()}
        data-density={preferences?.density ?? 'comfortable'}
        data-theme={preferences?.theme ?? 'system'}
        data-keys={preferences?.keys ?? 'on'}
        data-hue={authority.hue === undefined ? undefined : powersOf(authority.hue)}
      >
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title === authority.name ? title : `${title} · ${authority.name}`}</title>
          {props.description && <meta name="description" content={props.description} />}
          <meta name="color-scheme" content="light dark" />
          <meta name="turbo-refresh-method" content="morph" />
          <meta name="turbo-refresh-scroll" content="preserve" />
          {/* Opening a dossier is recorded: passing the pointer over its link must not open it. */}
          <meta name="turbo-prefetch" content="false" />
          {!cacheable && <meta name="turbo-cache-control" content="no-cache" />}
          {props.account && <meta name="account" content={props.account} />}
          {pending && (
            <noscript>
              <meta http-equiv="refresh" content="3" />
            </noscript>
          )}
          {/* Of everybody’s first page the words come first, in letters of the same measure (`fonts.css`). */}
          {!cacheable && <FontPreload name="atkinson-hyperlegible-next-latin-wght-normal.woff2" />}
          <link rel="stylesheet" href={assetUrl('beffroi.css')} data-turbo-track="reload" />
          {props.drawn && <link rel="stylesheet" href={assetUrl('drawn.css')} />}
          {authority.arms && <link rel="icon" href={authority.arms} />}
          {props.relations?.map(({ rel, href, language: hreflang, type }) => (
            <link {...{ rel, href, ...(hreflang && { hreflang }), ...(type && { type }) }} />
          ))}
          {!props.scriptless && (
            <script
              type="module"
              src={assetUrl('islands.js')}
              data-turbo-track="reload"
              // Such a page is whole without it.
              fetchpriority={cacheable ? 'low' : undefined}
            />
          )}
          {/* Of one page: that another one lacks it is no reason to load that one twice. */}
          {scripts?.map((name) => (
            <script type="module" src={assetUrl(name)} />
          ))}
        </head>
        <body class={bodyClass}>
          {props.children}
          {pending && <refresh-while pending="" />}
        </body>
      </html>
    </>
  )
}

/** The powers of two of which a hue is the sum, as `hue.css` reads them. */
const powersOf = (hue: number): string =>
  [1, 2, 4, 8, 16, 32, 64, 128, 256].filter((power) => hue & power).join(' ')

function FontPreload({ name }: { name: string }) {
  return <link rel="preload" as="font" type="font/woff2" href={assetUrl(name)} crossorigin="" />
}
