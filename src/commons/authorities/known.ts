import { audit, whence } from '#kernel/audit'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { folded } from '#kernel/i18n'
import {
  accountsOf,
  type Known,
  knownAuthorities,
  type Restriction,
  restrictionOf,
  setHosts,
  setNumber,
  standingOf,
} from '#kernel/tenancy'
import { ensureHosts } from './hosts.ts'
import { oneAtATime } from './opening.ts'
import type { AuthorityStanding } from './standing.ts'

const numbered = event('authorities.authority.number', { toDossier: false })
const hostsGiven = event('authorities.authority.name_hosts', { toDossier: false })

/** An authority of the house, how it stands, and how many can sign in to it. */
export type Authority = Known & {
  accounts: number
  standing: AuthorityStanding
  /** Why it is restricted, in the words of whoever did so; empty otherwise. */
  because: string
  /** When that is over by itself, or when it is erased. */
  until: Temporal.Instant | null
}

/** Which of them one asks for. */
export interface AskedAuthorities {
  standing?: AuthorityStanding | undefined
  kind?: string | undefined
  q?: string | undefined
}

/** The authorities of the house, by name. */
export async function authorities(asked: AskedAuthorities = {}): Promise<Authority[]> {
  const all = await told(await knownAuthorities())
  const words = folded(asked.q ?? '')
  return all.filter(
    (one) =>
      (!asked.standing || one.standing === asked.standing) &&
      (!asked.kind || one.kind === asked.kind) &&
      folded([one.name, one.slug, one.number, ...one.hosts].join(' ')).includes(words),
  )
}

async function told(some: readonly Known[]): Promise<Authority[]> {
  const slugs = some.map(({ slug }) => slug)
  const accounts = await accountsOf(slugs)
  const standing = await standingOf(slugs)
  return some.map((one) => {
    const { restriction = null, entered = false } = standing.get(one.slug) ?? {}
    const holds = restrictionOf({ restriction })
    const until = holds?.eraseAfter ?? holds?.until
    return {
      ...{ ...one, accounts: accounts.get(one.slug) ?? 0, because: holds?.words ?? '' },
      standing: standingBy(holds, entered && one.hosts.length > 0),
      until: until ? Temporal.Instant.from(until) : null,
    }
  })
}

/** Where nobody has come in yet, or it has no host name, it is not complete. */
function standingBy(holds: Restriction | null, complete: boolean): AuthorityStanding {
  if (holds) return holds.eraseAfter ? 'deleting' : holds.kind
  return complete ? 'open' : 'incomplete'
}

/** One of them, by its slug. Throws `NotFound`. */
export async function authorityNamed(slug: string | undefined): Promise<Authority> {
  const found = (await knownAuthorities()).filter((one) => one.slug === slug)
  const [one] = await told(found)
  if (!one) throw new NotFound()
  return one
}

/**
 * Gives an authority another number at the Crossroads Bank: it says who it is in law. Throws `Invalid` where another has it.
 */
export async function giveNumber(
  { slug, name, number: before }: Pick<Known, 'slug' | 'name' | 'number'>,
  number: string,
): Promise<void> {
  await oneAtATime()
  const other = (await knownAuthorities()).find((one) => one.number === number && one.slug !== slug)
  if (other) throw Invalid.field('number', 'authorities.number_taken', { name: other.name })
  await setNumber(slug, number)
  await emit(numbered, null, { authority: slug, name, before, number })
  await audit('authority_changed', `${name} ${number}`)
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
