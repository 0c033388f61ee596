import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { languageInAddress, pageAnswer } from '#kernel/http'
import { language, languages, type MessageKey, t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { PlainShell, withOrdinals } from '#kernel/ui'

/** A part of the portal of all authorities. */
export interface RegionLink {
  label: MessageKey
  href: string
}

/** What the portal of all authorities is called, and below that of whom; the first that is filled. */
export const regionNames = slot<{ name: MessageKey; below: MessageKey }>('regionNames')

/** The parts of the portal of all authorities, and what stands in its foot, filled by the modules. */
export const regionLinks = slot<RegionLink>('regionLinks')
export const regionFoot = slot<RegionLink>('regionFoot')

export interface RegionPageOptions {
  title: string
  /** One sentence for search engines. */
  description?: string | undefined
  /** Address of the search of the portal, and what was searched; without it the page has one of its own. */
  search?: { action: string; label: string; value?: string | undefined } | undefined
  /** A map stands in it. */
  drawn?: true
  /** 200 unless told. */
  status?: 200 | 404 | 410 | undefined
}

/**
 * Answers with a page of the portal of all authorities: the look of the house, no authority's, no person, no script. It needs no
 * database.
 */
export async function regionPage(
  c: Context,
  { status, ...options }: RegionPageOptions,
  body: Child,
): Promise<Response> {
  return pageAnswer(c, await withOrdinals(<RegionShell c={c} {...options} body={body} />), status)
}

/** An address of the portal in the language that the address of this page names: no cookie keeps it. */
export function regionPath(c: Context, href: string): string {
  const spoken = languageInAddress(c)
  return spoken ? withLanguage(href, spoken) : href
}

/** The host of an authority as the portal leads to it: it answers as this one does, at the same port. */
export function hostBeside(c: Context, host: string): string {
  const [port = ''] = /:\d+$/.exec(c.req.header('host') ?? '') ?? []
  return host + port
}

const withLanguage = (href: string, spoken: string) => {
  const { pathname, searchParams } = new URL(href, 'http://portal')
  searchParams.set('lang', spoken)
  return `${pathname}?${searchParams}`
}

/** The whole document of a page of the portal. */
export function RegionShell({
  c,
  body,
  search,
  ...options
}: RegionPageOptions & { c: Context; body: Child }) {
  const { path } = c.req
  const [named] = regionNames.every()
  const here = path + new URL(c.req.url).search
  const translated = languages.map((one) => ({
    ...{ language: one, href: withLanguage(here, one), current: one === language() },
  }))
  const linksOf = (some: readonly RegionLink[]) =>
    some.map(({ label, href }) => ({
      ...{ label: t(label), href: regionPath(c, href) },
      current: path === href || path.startsWith(`${href}/`),
    }))
  return (
    <PlainShell
      kind="region"
      {...options}
      authority={{ name: named ? t(named.name) : 'Beffroi' }}
      subtitle={named && t(named.below)}
      home={regionPath(c, '/')}
      links={linksOf(regionLinks.every())}
      search={search && { ...search, keep: { lang: languageInAddress(c) } }}
      footer={
        <p>
          {t('ui.footer')}
          {linksOf(regionFoot.every()).map(({ label, href }) => (
            <>
              {' · '}
              <a href={href}>{label}</a>
            </>
          ))}
        </p>
      }
      inLanguages={translated}
      relations={translated.map(({ language: spoken, href }) => ({
        ...{ rel: 'alternate', href, language: spoken },
      }))}
    >
      {body}
    </PlainShell>
  )
}
