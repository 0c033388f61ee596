import { sql } from 'kysely'
import { db } from '#kernel/db'
import { inXml } from '#kernel/xml'
import { openFile } from '#commons/publication'
import { meetingCopies, pointCopies } from '#modules/publications'
import type { Site } from './site.ts'

/** What one sitemap may hold (sitemaps.org). */
const most = 50_000

const kinds = { points: pointCopies, meetings: meetingCopies } as const
export type SitemapKind = keyof typeof kinds

/** The sitemaps of an authority: one for each 50 000 pages of a kind, each from a slug on. */
export async function sitemapIndex(site: Site): Promise<Response> {
  const maps: string[] = []
  for (const [kind, by] of Object.entries(kinds))
    for (const from of await beginnings(by.name))
      maps.push(`${site}/sitemap/${kind}.xml?from=${from}`)
  return xml(
    `<sitemapindex xmlns="${namespace}">${maps.map((one) => `<sitemap><loc>${inXml(one)}</loc></sitemap>`).join('')}</sitemapindex>`,
  )
}

/** One of them. */
export async function sitemap(site: Site, kind: SitemapKind, from: string): Promise<Response> {
  const by = kinds[kind]
  const rows = await latestOfMany(by.name, from, most)
  return urlset(
    rows.map(({ slug, published_at }) => ({
      ...{ loc: site + by.path(slug), lastmod: published_at.toString() },
    })),
  )
}

/** One of these pages. */
export const urlset = (pages: readonly { loc: string; lastmod?: string }[]): Response =>
  xml(
    `<urlset xmlns="${namespace}">${pages
      .map(
        ({ loc, lastmod }) =>
          `<url><loc>${inXml(loc)}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`,
      )
      .join('')}</urlset>`,
  )

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const xml = (body: string) =>
  openFile(
    new Response(`<?xml version="1.0" encoding="UTF-8"?>${body}`, {
      headers: { 'content-type': 'application/xml; charset=UTF-8' },
    }),
  )

/** The slug with which each sitemap of a publisher begins. */
async function beginnings(publisher: string): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select slug from (select slug, row_number() over (order by slug) as place
      from (select distinct slug from commons.publication where publisher = ${publisher} and withdrawn_at is null) as shown) as placed
    where place % ${most} = 1 order by slug`.execute(db())
  return rows.map(({ slug }) => slug)
}

/** Whoever walks these sites on behalf of many is told where their pages are. */
export const robots = (...sites: readonly Site[]): Response =>
  new Response(
    [
      'User-agent: *',
      'Allow: /',
      '',
      ...sites.map((site) => `Sitemap: ${site}/sitemap.xml`),
      '',
    ].join('\n'),
    {
      headers: { 'content-type': 'text/plain; charset=UTF-8' },
    },
  )

/** The slugs of a publisher from one on, and since when the latest copy of each is public. */
async function latestOfMany(
  publisher: string,
  from: string,
  most: number,
): Promise<{ slug: string; published_at: Temporal.Instant }[]> {
  const { rows } = await sql<{ slug: string; published_at: Temporal.Instant }>`
    select slug, max(published_at) as published_at from commons.publication
    where publisher = ${publisher} and slug >= ${from} and withdrawn_at is null
    group by slug order by slug limit ${most}`.execute(db())
  return rows
}
