import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { audit } from '#kernel/audit'
import { endAllSessions } from '#kernel/auth'
import { backUp, type Erasure, erasures } from '#kernel/backup'
import { restrict, type Restriction, type Tenant } from '#kernel/tenancy'
import type { Standing } from '../open.ts'
import { asHouse, authorityOf, onHouse } from './standing.ts'
import { timeOf } from './time.ts'
import { Refused, Usage } from './words.ts'

const text = { type: 'string' } as const

const restricted = (given: Partial<Restriction> & Pick<Restriction, 'kind'>): Restriction => ({
  ...{ words: '', contact: '', since: new Date().toISOString() },
  ...{ until: null, eraseAfter: null, exportHash: null },
  ...given,
})

/** Keeps the people of an authority out, with the reason; what it published stays. */
export async function suspendAuthority(given: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: { because: text, contact: text, until: text },
  })
  const [slug, more] = positionals
  const { because: words, contact, until } = values
  if (!slug || more || !words)
    throw new Usage('Which one, why? beffroi authority suspend SLUG --because TEXT')
  await onHouse(async (standing) => {
    const authority = await authorityOf(standing, slug)
    await close(
      standing,
      authority,
      restricted({ kind: 'suspended', words, contact: contact ?? '', until: timeOf(until) }),
    )
    console.log(
      `${authority.name} is suspended${until ? ` until ${timeOf(until)}` : ''}: its people are out, its jobs and mail wait, ` +
        'what it published stays. « authority resume » undoes it.',
    )
  })
}

/** Restricts an authority whose people are to be out, and leaves a line of it in its audit. */
async function close(standing: Standing, authority: Tenant, restriction: Restriction) {
  await restrict(standing.database, authority, restriction)
  await asHouse(standing, authority, async () => {
    await endAllSessions()
    await audit('restricted', restriction.kind)
  })
}

/** Lets an authority work again: what restricted it is gone, the end that was asked for too. */
export async function resumeAuthority(given: string[]): Promise<void> {
  const { positionals } = parseArgs({ args: given, allowPositionals: true })
  const [slug, more] = positionals
  if (!slug || more) throw new Usage('Which one? beffroi authority resume SLUG')
  await onHouse(async (standing) => {
    const authority = await authorityOf(standing, slug)
    if (!authority.restriction) throw new Refused(`${authority.name} is not restricted.`)
    await restrict(standing.database, authority, null)
    await asHouse(standing, authority, () => audit('restricted', 'none'))
    console.log(`${authority.name} works again; its jobs go on within ten seconds.`)
  })
}

/** Asks for the end of an authority: suspended at once, erased after a delay, undone until then. */
export async function deleteAuthority(given: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: { 'for-ever': text, days: text, because: text, contact: text, export: text },
  })
  const [slug, more] = positionals
  const days = Number(values.days ?? 30)
  if (!slug || more || !(Number.isInteger(days) && days >= 1 && days <= 3650))
    throw new Usage(
      'Which one, after how many days? beffroi authority delete SLUG --for-ever SLUG [--days 30]',
    )
  await onHouse(async (standing) => {
    const authority = await authorityOf(standing, slug)
    if (values['for-ever'] !== slug)
      throw new Refused(
        `${authority.name} and all that is of it would be erased in ${days} days. An export is made before by ` +
          `--export FILE. Say so: beffroi authority delete ${slug} --for-ever ${slug}`,
      )
    const exportHash = values.export ? await exported(standing, authority, values.export) : null
    const eraseAfter = new Date(Date.now() + days * 86_400_000).toISOString()
    const words = values.because ?? ''
    await close(
      standing,
      authority,
      restricted({
        ...{ kind: 'suspended', words, contact: values.contact ?? '' },
        ...{ eraseAfter, exportHash },
      }),
    )
    console.log(
      `${authority.name} is suspended, and erased in the night after ${eraseAfter}. ` +
        `Until then « authority resume ${slug} » undoes it.` +
        (exportHash ? ` Its export: ${exportHash}` : ' No export was made.'),
    )
  })
}

async function exported({ database }: Standing, { id, slug }: Tenant, to: string): Promise<string> {
  const file = resolve(to)
  if (existsSync(file)) throw new Refused(`${file} exists: choose another name, or remove it.`)
  const { lost } = await backUp(database, file, { id, slug })
  if (lost.length > 0)
    throw new Refused(`${lost.length} files of it are lost or damaged: see « files verify ».`)
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Says what is left of authorities that were erased. */
export async function listErasures(given: string[]): Promise<void> {
  parseArgs({ args: given })
  await onHouse(async ({ database }) => {
    const all = await erasures(database)
    console.log(all.length > 0 ? all.map(certificateOf).join('\n\n') : 'None was erased.')
  })
}

/** A certificate, to be read. */
export const certificateOf = (one: Erasure): string =>
  [
    `Certificate ${one.id}: ${one.name} (${one.slug}, ${one.erased_id}) is erased.`,
    `  asked for  ${one.asked_at?.toString() ?? 'and done at once'}`,
    `  erased     ${one.erased_at.toString()}`,
    `  export     ${one.export_hash ?? 'none was made'}`,
    ...Object.entries(one.rows).map(([table, count]) => `  ${table}: ${count}`),
  ].join('\n')

/** Closes the house or an authority for a while, or makes it read only. */
export async function maintenanceOn(given: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: { authority: text, until: text, contact: text, 'read-only': { type: 'boolean' } },
  })
  const [words, more] = positionals
  if (!words || more) throw new Usage('What are people told? beffroi maintenance on "TEXT"')
  const kind = values['read-only'] ? 'read_only' : 'maintenance'
  const until = timeOf(values.until)
  const restriction = restricted({ kind, words, until, contact: values.contact ?? '' })
  await onHouse(async (standing) => {
    const authority = values.authority ? await authorityOf(standing, values.authority) : null
    if (authority?.restriction?.kind === 'suspended')
      throw new Refused(`${authority.name} is suspended: « authority resume » before.`)
    await restrict(standing.database, authority, restriction)
    console.log(
      `${authority?.name ?? 'The whole house'} is ${kind === 'read_only' ? 'read only' : 'closed'}` +
        `${until ? ` until ${until}` : ', until « maintenance off »'}. Servers follow within ten seconds.`,
    )
  })
}

/** Opens again what was closed for a while. */
export async function maintenanceOff(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options: { authority: text } })
  await onHouse(async (standing) => {
    const authority = values.authority ? await authorityOf(standing, values.authority) : null
    if (authority?.restriction?.kind === 'suspended')
      throw new Refused(`${authority.name} is suspended: « authority resume » lets it work again.`)
    await restrict(standing.database, authority, null)
    console.log(
      `${authority?.name ?? 'The whole house'} is open; servers follow within ten seconds.`,
    )
  })
}
