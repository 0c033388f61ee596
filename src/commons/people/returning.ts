import { isProgram } from '#kernel/access'
import { audit } from '#kernel/audit'
import { enableAccount } from '#kernel/auth'
import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { refreshPrincipals } from '#commons/directory'
import { knownPerson, nameOf } from './person.ts'

const returned = event('people.person.return', { toDossier: false })

/**
 * Somebody who left is there again, under the login that they had: they hold nothing until it is given to them (on the day
 * on which they left: what ended with that day, until its evening), and what
 * waits for them is theirs again. Throws `Conflict` where they did not leave,
 * `Forbidden` for a program that brings back whom an administrator had suspended.
 */
export async function comeBack(id: string): Promise<void> {
  const person = await knownPerson(id, { lock: true })
  ensure(person.state === 'left', Conflict, 'people.not_left', { name: nameOf(person) })
  if (isProgram())
    ensure(!(await wasSuspended(id)), Forbidden, 'people.suspended_by_person', {
      name: nameOf(person),
    })
  await db()
    .updateTable('commons.person')
    .set({ leaves_on: null, left_at: null, heir_id: null })
    .where('id', '=', id)
    .execute()
  await enableAccount(id)
  await refreshPrincipals(id)
  if (person.heir_id) await refreshPrincipals(person.heir_id)
  await emit(returned, id)
  await audit('person_returned', id)
}

/** Whether the last word of an administrator on whether somebody may come in was no. */
async function wasSuspended(id: string): Promise<boolean> {
  const last = await db()
    .selectFrom('kernel.event')
    .select('type')
    .where('subject_id', '=', id)
    .where('type', 'in', ['people.person.suspend', 'people.person.resume', returned])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.type === 'people.person.suspend'
}
