import { sql } from 'kysely'
import { audit } from '#kernel/audit'
import { accountNamed, forgetAccount, takeHat } from '#kernel/auth'
import { db } from '#kernel/db'
import { t } from '#kernel/i18n'
import { send } from '#kernel/mail'
import { inItsLanguage, tenant } from '#kernel/tenancy'
import type { ErasableRow, Erased, ErasedOnRequest } from '#commons/holdings'
import { citizenOf } from './citizen.ts'

/**
 * The space of a citizen goes whole, with the account where it is of nobody of the authority. What they asked stays as
 * long as its dossiers do, and is of no space any more.
 */
export const erasedSpaces: ErasedOnRequest = {
  ...{ kind: 'citizens.space', called: 'citizens.space.name' },
  // Nobody of the authority has a page of it: their file is made at the request of access.
  path: () => '/privacy/requests',
  held: async (ids, lock) => {
    const { rows } = await sql<ErasableRow>`
      select c.id, concat_ws(' ', c.first_name, c.last_name) as title, to_jsonb(c)::text as row
      from commons.citizen c where c.id = any(${[...ids]}::uuid[]) order by c.id
      ${lock ? sql`for update of c` : sql``}`.execute(db())
    return rows
  },
  goes: async () => t('citizens.erasing.goes'),
  kept: async () => null,
  erase: async (id) => {
    const citizen = await citizenOf(id)
    if (!citizen) return
    // They are told at their address, for the space in which they would read it is no more there.
    if (citizen.email)
      await inItsLanguage(() =>
        send({
          to: { name: `${citizen.first_name} ${citizen.last_name}`, address: citizen.email },
          subject: t('citizens.erasing.subject', { authority: tenant().name }),
          text: t('citizens.erasing.text', { authority: tenant().name }),
          fleeting: true,
        }),
      )
    await sql`delete from commons.citizen_asked where lower(email) = lower(${citizen.email})`.execute(
      db(),
    )
    await db().deleteFrom('commons.citizen').where('id', '=', id).execute()
    await takeHat(id, 'citizen')
    if (!(await isOfAuthority(id))) await forgetAccount(id)
    await audit('space_erased', id)
  },
}

/** Who it is, before the space goes. Who is of the authority too keeps their account, and their name in what it did. */
export async function whoGoes(id: string): Promise<Erased | null> {
  const citizen = await citizenOf(id)
  if (!citizen) return null
  const { first_name: firstName, last_name: lastName, email } = citizen
  const stays = await isOfAuthority(id)
  return {
    ...{ id, firstName, lastName, addresses: email === '' ? [] : [email] },
    login: stays ? '' : ((await accountNamed(id))?.login ?? ''),
    ...{ nameStays: stays, accountGoes: !stays },
  }
}

async function isOfAuthority(id: string): Promise<boolean> {
  const found = await db()
    .selectFrom('commons.person')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}
