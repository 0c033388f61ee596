import { audit } from '#kernel/audit'
import type { PasswordLink } from '#kernel/auth'
import type { Database } from '#kernel/db'
import { emit } from '#kernel/events'
import { Invalid } from '#kernel/errors'
import { modulesOfHouse } from '#kernel/module'
import { ensureStartCode, type Tenant } from '#kernel/tenancy'
import { openAuthority, operatingKind } from '#commons/trades'
import type { z } from 'zod'
import { admit } from './admitting.ts'
import { hostName } from './hosts.ts'
import { opened } from './opening.ts'
import type { StartFields } from './schema.ts'

/** Of a violation of a unique key, as PostgreSQL says it. */
const isTaken = (failure: unknown): failure is Error & { constraint?: string } =>
  failure instanceof Error && 'code' in failure && failure.code === '23505'

/**
 * Opens the authority that runs the house (service mutualisé) with its first administrator, once a house, all of it or
 * nothing. Where a `code` is given it is taken in the same transaction, so that of two who have it one opens. Throws
 * `Invalid`.
 */
export async function startHouse(
  database: Database,
  {
    code,
    host: typed,
    name,
    ...who
  }: Omit<z.output<typeof StartFields>, 'code'> & { code?: string },
): Promise<{ authority: Tenant; link: PasswordLink }> {
  const host = hostName(typed)
  if (!host) throw Invalid.field('host', 'authorities.host_wrong', { host: typed })
  let link: PasswordLink | undefined
  const row = {
    ...{ slug: 'shared-service', name, shortName: name.slice(0, 60), kind: operatingKind },
    ...{ address: [], hue: 275, arms: '', hosts: [host], trades: [], operates: true },
  }
  const authority = await openAuthority(
    database,
    { modules: modulesOfHouse() },
    row,
    async () => {
      link = await admit(who, host)
      await emit(opened, null, {})
      await audit('authority_opened', name)
    },
    code === undefined ? {} : { before: ensureStartCode(code) },
  ).catch((failure: unknown) => {
    if (!isTaken(failure)) throw failure
    throw failure.constraint === 'host_pkey'
      ? Invalid.field('host', 'authorities.host_taken', { host })
      : Invalid.field('code', 'authorities.started')
  })
  if (!link) throw new Error('The house was started without who runs it')
  return { authority, link }
}
