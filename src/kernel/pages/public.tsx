import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { pageAnswer } from '#kernel/http'
import { type MessageKey, t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { PlainShell, type Relation, withOrdinals } from '#kernel/ui'
import { footOf } from './foot.ts'
import { authorityLook, preferencesOf } from './frame.tsx'

/** Something that an authority has published. */
export interface PublicEntry {
  title: string
  href: string
  on: Temporal.Instant
  /** One line: what it is. */
  about: string
}

/** A part of the public site of an authority. */
export interface PublicLink {
  label: MessageKey
  href: string
  /** What is to be read there, the latest first: published copies, nothing else. */
  published?: () => Promise<PublicEntry[]>
}

/** The parts of the public site, filled by the modules. */
export const publicLinks = slot<PublicLink>('publicLinks')

export interface PublicPageOptions {
  title: string
  /** One sentence for search engines. */
  description?: string | undefined
  /** Address of the search of this part of the site, and what was searched. */
  search?: { action: string; label: string; value?: string | undefined } | undefined
  /** Those of `publicLinks` unless told. */
  links?: readonly { label: string; href: string; current?: boolean | undefined }[] | undefined
  foot?: readonly { label: string; href: string }[] | undefined
  relations?: readonly Relation[] | undefined
  /** Trees or charts stand in it. */
  drawn?: true
  /** 200 unless told. */
  status?: 200 | 404 | 410 | undefined
}

/** Answers with a page that citizens read: the authority's look, no person, no message. */
export async function publicPage(
  c: Context,
  { status, ...options }: PublicPageOptions,
  body: Child,
): Promise<Response> {
  const foot = await footOf()
  return pageAnswer(
    c,
    await withOrdinals(<PublicShell c={c} {...options} foot={foot} body={body} />),
    status,
  )
}

/** The whole document of a page that citizens read. It needs an authority and no database. */
export function PublicShell({
  c,
  links,
  foot,
  body,
  ...options
}: PublicPageOptions & { c: Context; body: Child }) {
  const { path } = c.req
  return (
    <PlainShell
      kind="public"
      {...options}
      authority={authorityLook()}
      home="/"
      links={links ?? siteLinks(path)}
      footLinks={foot}
      preferences={preferencesOf(c)}
      path={path}
    >
      {body}
    </PlainShell>
  )
}

function siteLinks(path: string) {
  const links = publicLinks.all().map(({ label, href }) => ({
    label: t(label),
    href,
    current: path === href || path.startsWith(`${href}/`),
  }))
  return links.length > 0 ? links : undefined
}
