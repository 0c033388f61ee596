import { z } from 'zod'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { line, optionalLine, validated } from '#kernel/http'
import { officesOf, officesOn, todayHere } from '#commons/directory'
import {
  comeBack,
  enterPerson,
  IdentityFields,
  knownPerson,
  leave,
  rewritePerson,
} from '#commons/people'
import { ScimError } from './failure.ts'
import { linkByName } from './linking.ts'
import { yesOrNo } from './patch.ts'
import { enterprise } from './resource.ts'
import { removedUser, type User, userNamed } from './user.ts'

const Email = z.looseObject({
  value: optionalLine(200),
  type: z.string().max(40).optional(),
  primary: z.preprocess(yesOrNo, z.boolean().optional()),
})

/** A person as a system of joiners and leavers says them; what else it says is left aside. */
export const UserSent = z.looseObject({
  externalId: z.string().max(200).nullish(),
  userName: line(100),
  name: z.looseObject({ givenName: optionalLine(100), familyName: optionalLine(100) }).optional(),
  displayName: optionalLine(200),
  emails: z.array(Email).max(20).nullish(),
  /** Not said: as it is; of somebody who comes, that they are there. */
  active: z.preprocess(yesOrNo, z.boolean().optional()),
  [enterprise]: z.looseObject({ employeeNumber: optionalLine(60) }).nullish(),
})
type Sent = z.output<typeof UserSent>

/** What the house keeps of it: one address, that of work before the first; a name that came whole is taken apart. */
type Identity = z.output<typeof IdentityFields>

function identityOf(sent: Sent): Identity {
  const { emails, name, displayName, userName } = sent
  const all = emails ?? []
  const email =
    all.find(({ type }) => type === 'work') ?? all.find(({ primary }) => primary) ?? all[0]
  const [first = '', ...rest] = displayName.split(' ')
  const last = name?.familyName || rest.join(' ') || userName
  return asIdentity({
    first_name: name?.givenName || first || userName,
    ...{ last_name: last, login: userName, email: email?.value ?? '' },
    external_id: sent[enterprise]?.employeeNumber ?? '',
  })
}

/** The same checks as in the form of a person, with their sentences. */
function asIdentity(given: Record<string, unknown>): Identity {
  try {
    // It is what this schema makes.
    return validated(IdentityFields, given) as Identity
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure
    throw new ScimError('invalidValue', Object.values(failure.fields).flat().join(' '))
  }
}

async function keepName(personId: string, externalId: string | null | undefined): Promise<void> {
  const external_id = externalId ?? ''
  const taken =
    external_id &&
    (await db()
      .selectFrom('commons.provisioned')
      .select('person_id')
      .where('external_id', '=', external_id)
      .where('person_id', '<>', personId)
      .executeTakeFirst())
  if (taken) throw new ScimError('uniqueness', `Somebody has the externalId ${external_id}.`, 409)
  await db()
    .insertInto('commons.provisioned')
    .values({ person_id: personId, external_id, removed_at: null })
    .onConflict((on) =>
      on.columns(['tenant_id', 'person_id']).doUpdateSet({ external_id, removed_at: null }),
    )
    .execute()
  await linkByName(personId, external_id)
}

/** Brings somebody in who joins; who was taken away before is the same again. Throws `ScimError`, `Invalid`. */
export async function bring(sent: Sent): Promise<User> {
  const before = await removedUser(sent.userName)
  if (before) {
    await keepName(before.id, sent.externalId)
    return rewrite(before.id, { ...sent, active: sent.active ?? true })
  }
  const id = await enterPerson(identityOf(sent), { other: true })
  await keepName(id, sent.externalId)
  if (sent.active === false) await letGo(id)
  return userNamed(id)
}

/** Says all of somebody anew. */
export async function rewrite(id: string, sent: Sent): Promise<User> {
  const person = await knownPerson(id, { lock: true })
  if (person.login !== sent.userName.toLowerCase())
    throw new ScimError('mutability', 'A userName does not change once it is given.')
  const { civility } = person
  const fresh = { ...identityOf(sent), civility, login: person.login }
  const same = (['first_name', 'last_name', 'email', 'external_id'] as const).every(
    (name) => fresh[name] === person[name],
  )
  if (!same) await rewritePerson(id, fresh)
  await keepName(id, sent.externalId)
  await setActive(id, sent.active)
  return userNamed(id)
}

/**
 * Whether somebody is there: said again, nothing happens. Whom an administrator suspended is told as not active, which they
 * were made by a person: no program makes them active again, nor lets them leave by saying what is so already.
 */
async function setActive(id: string, active: boolean | undefined): Promise<void> {
  const { state } = await knownPerson(id)
  if (active === false && (state === 'active' || state === 'leaving')) await letGo(id)
  if (active && state === 'left') await comeBack(id)
}

/**
 * Somebody leaves, at this instant: all that they hold, their sessions and what folders keep of them end. What waits for
 * them goes to the head of a service of theirs, where there is one; their page says to whom.
 */
async function letGo(id: string): Promise<void> {
  await leave(id, { gone: null, heirId: await headOver(id) })
}

/** Who heads a service in which somebody works today, and can come in; nobody: what waits is for the other readers. */
async function headOver(id: string): Promise<string | null> {
  const today = todayHere()
  const own = (await officesOf([id])).flatMap(({ service_id: one }) => one ?? [])
  const heads = (await officesOn(today)).filter(
    ({ what, service_id: one, person_id: head }) =>
      what === 'head' && one !== null && own.includes(one) && head !== id,
  )
  for (const { person_id: head } of heads) {
    const { state } = await knownPerson(head)
    if (state === 'active') return head
  }
  return null
}

/** Takes somebody away: they leave, and are unknown to SCIM until they are brought again. Their past stays theirs. */
export async function takeAway(id: string): Promise<void> {
  const { externalId } = await userNamed(id)
  if ((await knownPerson(id)).state !== 'left') await letGo(id)
  await keepName(id, externalId)
  await sql`update commons.provisioned set removed_at = now() where person_id = ${id}`.execute(db())
}
