import type { Call } from '#kernel/http'
import { hostBeside } from '#kernel/pages'
import { withinAuthority } from '#kernel/tenancy'
import { type KnownAuthority, knownAuthorities } from '#modules/publications'
import { schemeOf } from '../forms.tsx'
import type { Site } from '../site.ts'

/** An authority of which something is public, and where that is read. */
export interface Placed extends KnownAuthority {
  site: Site
}

/** All of them, in the order of their slugs: by that one goes on from one page to the next. */
export async function placed(c: Call): Promise<Placed[]> {
  const all = await knownAuthorities()
  return all
    .map((one) => ({ ...one, site: `${schemeOf(c)}://${hostBeside(c, one.host)}` }))
    .toSorted((one, other) => (one.slug < other.slug ? -1 : 1))
}

/** Reads what one of them has public, as its own pages would; undefined where those do not answer. */
export const reading = <T>({ slug }: { slug: string }, work: () => Promise<T>) =>
  withinAuthority(slug, 'publications', work)
