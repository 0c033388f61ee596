import { audit, whence } from '#kernel/audit'
import { Conflict, ensure, NotFound } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { accountsOf, type Known, knownAuthorities, setHosts } from '#kernel/tenancy'
import { ensureHosts } from './hosts.ts'
import { oneAtATime } from './opening.ts'

const hostsGiven = event('authorities.authority.name_hosts', { toDossier: false })

/** An authority of the house, and how many can sign in to it. */
export type Authority = Known & { accounts: number }

/** The authorities of the house, by name. */
export async function authorities(): Promise<Authority[]> {
  const all = await knownAuthorities()
  const accounts = await accountsOf(all.map(({ slug }) => slug))
  return all.map((one) => ({ ...one, accounts: accounts.get(one.slug) ?? 0 }))
}

/** One of them, by its slug. Throws `NotFound`. */
export async function authorityNamed(slug: string | undefined): Promise<Authority> {
  const found = (await knownAuthorities()).find((one) => one.slug === slug)
  if (!found) throw new NotFound()
  return { ...found, accounts: (await accountsOf([found.slug])).get(found.slug) ?? 0 }
}

/** What the form of its host names is made from. */
export const standingHosts = ({ hosts }: Pick<Known, 'hosts'>) => hosts

/**
 * Gives an authority these host names and no others. Throws `Invalid`, and `Conflict` where whoever acts would take away
 * the name at which they are.
 */
export async function nameHosts(
  { slug, name, operates }: Pick<Known, 'slug' | 'name' | 'operates'>,
  typed: readonly string[],
  others: boolean,
): Promise<void> {
  await oneAtATime()
  const hosts = await ensureHosts(typed, { of: slug, others })
  const here = URL.parse(whence().origin ?? '')?.hostname
  ensure(!operates || !here || hosts.includes(here), Conflict, 'authorities.host_here', {
    host: here ?? '',
  })
  await setHosts(slug, hosts)
  await emit(hostsGiven, null, { authority: slug, name, hosts })
  await audit('authority_hosts', `${name} ${hosts.join(' ')}`)
}
