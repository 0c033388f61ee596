import { sql } from 'kysely'
import { createAccounts } from '#kernel/auth'
import { asRows, db } from '#kernel/db'
import { emitMany, event } from '#kernel/events'
import { enterMany, giveOffice, principalsOfNew, tellingOldAddresses } from '#commons/directory'
import { nameOf } from '../person.ts'
import type { Tell } from '#commons/imports'
import type { KnownPerson } from '../person.ts'
import type { WeighedPerson } from './weigh.ts'

const imported = event('people.person.import', { toDossier: false })

type Known = WeighedPerson & { person: KnownPerson }

/** Writes those who are new, and what the list says of those who are there; a few statements, however many they are. */
export async function writeRows(rows: readonly WeighedPerson[], tell: Tell): Promise<void> {
  const fresh = rows.filter(({ person }) => !person)
  await addAll(fresh)
  await tell(fresh.length, rows.length)
  await updateAll(rows.filter((row): row is Known => row.person !== undefined))
}

async function addAll(rows: readonly WeighedPerson[]): Promise<void> {
  if (rows.length === 0) return
  const people = await enterMany(rows.map(({ understood }) => understood))
  await createAccounts(
    people.flatMap(({ id, of }) =>
      of.identity.login
        ? [
            {
              ...{ id, login: of.identity.login, name: nameOf(of.identity) },
              principals: principalsOfNew(of),
            },
          ]
        : [],
    ),
  )
  await emitMany(
    imported,
    people.map(({ id, of }) => ({ subjectId: id, data: { name: nameOf(of.identity) } })),
  )
}

async function updateAll(rows: readonly Known[]): Promise<void> {
  if (rows.length === 0) return
  const said = rows.map(({ person, understood: { identity } }) => ({ id: person.id, ...identity }))
  await tellingOldAddresses(
    said.map(({ id }) => id),
    () => updatePersons(said),
  )
  await sql`
    update kernel.account a set name = n.first_name || ' ' || n.last_name
    from jsonb_to_recordset(${asRows(said)}) as n (id uuid, first_name text, last_name text)
    where a.id = n.id`.execute(db())
  await createAccounts(
    rows.flatMap(({ person, understood: { identity } }) =>
      identity.login && !person.login
        ? [{ id: person.id, login: identity.login, name: nameOf(identity), principals: [] }]
        : [],
    ),
  )
  for (const { gives } of rows) for (const fresh of gives) await giveOffice(fresh)
  await emitMany(
    imported,
    rows.map(({ person, name }) => ({ subjectId: person.id, data: { name } })),
  )
}

/** What the list leaves out stays. */
async function updatePersons(said: readonly { id: string }[]): Promise<void> {
  await sql`
    update commons.person p set first_name = n.first_name, last_name = n.last_name,
      email = coalesce(nullif(n.email, ''), p.email),
      external_id = coalesce(nullif(n.external_id, ''), p.external_id)
    from jsonb_to_recordset(${asRows(said)})
      as n (id uuid, first_name text, last_name text, email text, external_id text)
    where p.id = n.id`.execute(db())
}
