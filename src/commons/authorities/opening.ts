import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { type FieldErrors, Invalid } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { folded, type Language, t } from '#kernel/i18n'
import type { PasswordLink } from '#kernel/auth'
import { knownAuthorities, type Tenant } from '#kernel/tenancy'
import { openFromHere, type ProfileLine, type ProfilePart } from '#commons/trades'
import { admit } from './admitting.ts'
import { ensureHosts } from './hosts.ts'
import { ensureProfile } from './profile.ts'
import type { Identity, Profile } from './schema.ts'

export const opened = event('authorities.authority.open', { toDossier: false })

/** What was made of an authority, and how its first administrator comes in. */
export interface Opened {
  authority: Tenant
  hosts: readonly string[]
  made: readonly { part: ProfilePart; lines: readonly ProfileLine[] }[]
  /** Shown once where no message reaches them. */
  link: PasswordLink
}

/** Of those who open authorities or give host names, one goes after the other. */
export async function oneAtATime(): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('authorities', 0))`.execute(db())
}

/** What the row of an authority is made from, besides its host names. */
const rowOf = (said: Omit<Identity, 'hosts'>) => ({
  name: said.name,
  shortName: said.short_name,
  kind: said.kind,
  number: said.number,
  address: said.address,
  hue: said.hue,
  languages: languagesOf(said),
})

/** The language of its acts first, then those in which its pages are offered besides. */
function languagesOf({
  language,
  offered = [],
}: Pick<Identity, 'language' | 'offered'>): Language[] {
  return [...new Set([language, ...offered])]
}

/** Throws `Invalid` where the number, or a host name, is that of another authority: of both where both are. */
export async function ensureFree({ number, hosts }: Identity, others: boolean): Promise<string[]> {
  const taken = (await knownAuthorities()).find((one) => number !== '' && one.number === number)
  const wrong: FieldErrors = taken
    ? { number: [t('authorities.number_taken', { name: taken.name })] }
    : {}
  const free = await ensureHosts(hosts, { others }).catch((problem: unknown) => {
    if (!(problem instanceof Invalid)) throw problem
    throw new Invalid({ ...wrong, ...problem.fields })
  })
  if (taken) throw new Invalid(wrong)
  return free
}

/** A short name as addresses and commands say it, and nobody else’s: « beauval », « beauval-2 ». */
async function freeSlug(shortName: string): Promise<string> {
  const bare = folded(shortName)
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const base = bare.slice(0, 50).replace(/-$/, '') || 'a'
  const taken = new Set((await knownAuthorities()).map((one) => one.slug))
  let slug = base
  for (let count = 2; taken.has(slug); count += 1) slug = `${base}-${count}`
  return slug
}

/**
 * Opens an authority with its profile and its first administrator, who gives themselves a password by the link: all of it
 * in the open transaction of the authority that runs the house. Throws `Invalid`, a sentence for each field.
 */
export async function openWith(
  said: Identity,
  { arms, profile, others }: { arms: string; profile: Profile; others: boolean },
): Promise<Opened> {
  await oneAtATime()
  const { written, trades } = ensureProfile(said.kind, profile)
  const hosts = await ensureFree(said, others)
  const by = actor().name
  let link: PasswordLink | undefined
  const authority = await openFromHere(
    { ...rowOf(said), slug: await freeSlug(said.short_name), arms, hosts, trades },
    async () => {
      await writeRest(written)
      link = await admit(said, hosts[0] ?? '')
      await emit(opened, null, { by })
      await audit('authority_opened', by)
    },
    { instead: insteadBy(written) },
  )
  await emit(opened, null, { authority: authority.slug, name: authority.name })
  await audit('authority_opened', `${authority.name} ${authority.slug}`)
  if (!link) throw new Error('The authority was opened without its administrator')
  return { authority, hosts, made: written, link }
}

type Written = readonly { part: ProfilePart; lines: readonly ProfileLine[] }[]

/** What the parts write in the place of what modules would start with. */
export const insteadBy = (written: Written) =>
  Object.fromEntries(
    written.flatMap(({ part, lines }) =>
      part.insteadOf ? [[part.insteadOf, () => part.write(lines)] as const] : [],
    ),
  )

/** Writes what no module would have started with. */
export async function writeRest(written: Written): Promise<void> {
  for (const { part, lines } of written) if (!part.insteadOf) await part.write(lines)
}
