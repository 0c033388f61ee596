import { sql } from 'kysely'
import { actAs, isWithin } from '#kernel/access'
import { db } from '#kernel/db'
import { bearing, calledOf, openServices } from './actor.ts'
import type { ProgramFunction } from './tables.ts'

interface Bearing {
  id: string
  name: string
  roles: string[]
  services: string[]
  function: ProgramFunction
  scopes: string[]
}

/** The programs that come in, with what each bears today. */
export async function standingPrograms() {
  const { rows } = await sql<Bearing>`
    select p.id, p.name, p.roles, p.function, p.scopes, ${openServices()} as services from commons.program p
    where p.suspended_at is null and exists (select from commons.program_key k
      where k.program_id = p.id and k.revoked_at is null and k.expires_at > now())
    order by p.name collate kernel.french_order, p.id`.execute(db())
  return rows.map((one) => ({ id: one.id, called: calledOf(one.name), ...bearing(one) }))
}

/** What principals of programs are called: `user:<id>` of what one wrote. */
export async function programNames(
  principals: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = principals.flatMap((one) => one.match(/^user:([\da-f-]{36})$/)?.[1] ?? [])
  if (ids.length === 0) return new Map()
  const rows = await db()
    .selectFrom('commons.program')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [`user:${id}`, calledOf(name)]))
}

/** The programs that see a dossier of this kind, beside its readers in words. */
export async function programsSeeing(readers: readonly string[], kind: string): Promise<string[]> {
  const folder = kind.split('.')[0] ?? ''
  return (await standingPrograms())
    .filter(({ called, principals, scopes }) => {
      const who = { id: null, name: called, principals, ...(scopes && { scopes }) }
      return (
        actAs(who, () => isWithin(folder, 'read')) &&
        readers.some((one) => principals.includes(one))
      )
    })
    .map(({ called }) => called)
}
