import { sql } from 'kysely'
import { audit } from '#kernel/audit'
import { forgetAccount } from '#kernel/auth'
import { db } from '#kernel/db'
import { t } from '#kernel/i18n'
import type { ErasableRow, Erased, ErasedOnRequest } from '#commons/holdings'
import { knownPerson } from './person.ts'

/**
 * Somebody of the directory who left: what they did for the authority is of its acts, which are kept with their name
 * (GDPR art. 17 § 3, b and d). Their address, their number and all that let them in go; and where no act names them, they
 * go whole.
 */
export const erasedPersons: ErasedOnRequest = {
  ...{ kind: 'people.person', called: 'people.person.name' },
  path: (id) => `/people/${id}`,
  held: async (ids, lock) => {
    const { rows } = await sql<ErasableRow>`
      select d.id, concat_ws(' ', d.first_name, d.last_name) as title,
        concat(to_jsonb(d)::text, (select to_jsonb(a)::text from kernel.account a where a.id = d.id)) as row
      from commons.person d where d.id = any(${[...ids]}::uuid[]) and d.merged_into is null
      order by d.last_name, d.id ${lock ? sql`for update of d` : sql``}`.execute(db())
    return rows
  },
  goes: async (id) =>
    t((await triedWhole(id)) ? 'people.erasing.goes_whole' : 'people.erasing.goes_partly'),
  kept: async (id) => {
    const person = await knownPerson(id)
    if (person.state !== 'left') return t('people.erasing.still_here')
    const bare = person.email === '' && person.external_id === '' && person.login === ''
    return bare && !(await triedWhole(id)) ? t('people.erasing.nothing_left') : null
  },
  erase: async (id) => {
    await audit('person_erased', id)
    await forgetAccount(id)
    if (await triedWhole(id)) return removed(id)
    await db()
      .updateTable('commons.person')
      .set({ email: '', external_id: '' })
      .where('id', '=', id)
      .execute()
  },
}

/** Who it is, before they go. Where they have a hat from outside their account stays, and is named. */
export async function whoGoes(id: string): Promise<Erased> {
  const { first_name: firstName, last_name: lastName, email, login } = await knownPerson(id)
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from kernel.hat where account_id = ${id}) as has`.execute(db())
  return {
    ...{ id, firstName, lastName, login, addresses: email === '' ? [] : [email] },
    nameStays: !(await triedWhole(id)),
    accountGoes: !rows[0]?.has,
  }
}

/** Whether nothing that is kept names somebody: neither an event of theirs, nor a row that refers to them. */
async function triedWhole(id: string): Promise<boolean> {
  if (await acted(id)) return false
  await sql`savepoint whole`.execute(db())
  try {
    await removed(id)
    return true
  } catch (failure) {
    if (!isReferredTo(failure)) throw failure
    return false
  } finally {
    await sql`rollback to savepoint whole`.execute(db())
    await sql`release savepoint whole`.execute(db())
  }
}

const acted = async (id: string): Promise<boolean> => {
  const { rows } = await sql<{ did: boolean }>`
    select exists (select from kernel.event where actor_id = ${id}) as did`.execute(db())
  return rows[0]?.did ?? false
}

/** foreign_key_violation: something that is kept refers to it. */
const isReferredTo = (failure: unknown): boolean =>
  failure instanceof Error && 'code' in failure && failure.code === '23503'

/** What they held goes with them: nobody did anything by it. */
async function removed(id: string): Promise<void> {
  await sql`delete from commons.role_grant where person_id = ${id}`.execute(db())
  await sql`delete from commons.membership where person_id = ${id}`.execute(db())
  await sql`delete from commons.person where id = ${id}`.execute(db())
}
