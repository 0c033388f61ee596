import type { Call } from '#kernel/http'
import { regionFoot, regionLinks } from '#kernel/pages'
import { siteOf } from '../forms.tsx'
import { robots, urlset } from '../sitemap.ts'
import { placed } from './authorities.ts'

/** The pages of the portal itself: those of points and meetings are of their authorities. */
export function sitemapOfAll(c: Call): Response {
  const hrefs = [...regionLinks.every(), ...regionFoot.every()].map(({ href }) => href)
  return urlset(['/', ...hrefs].map((href) => ({ loc: siteOf(c) + href })))
}

/** Leads whoever walks the portal to its own sitemap and to that of each authority. */
export async function robotsOfAll(c: Call): Promise<Response> {
  const sites = (await placed(c)).map(({ site }) => site)
  return robots(siteOf(c), ...sites)
}
