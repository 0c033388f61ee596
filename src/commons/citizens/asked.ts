import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { actAs, system } from '#kernel/access'
import { currentAddress } from '#kernel/audit'
import {
  accountIdOf,
  accountNamed,
  atDoor,
  createAccount,
  originInLetters,
  refusedAt,
  setPassword,
} from '#kernel/auth'
import { db } from '#kernel/db'
import { folded, t } from '#kernel/i18n'
import { enqueue, task } from '#kernel/jobs'
import { send } from '#kernel/mail'
import { tenant } from '#kernel/tenancy'
import { addCitizen } from './citizen.ts'
import './tables.ts'

/** In hours: how long a link is good. */
const lasts = 24
/** So many are written to one address at a time: nobody fills the letterbox of another. */
const most = 3

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Who asks for a space, in their own words: nothing of it is known until the address is confirmed. */
export interface Asker {
  first_name: string
  last_name: string
  email: string
}

/**
 * Somebody asks for a space of their own. What comes back is the same, and as soon, whether the address is known: a job
 * writes there. Nothing is kept under the address until whoever reads its letters says so, so that nobody takes that of
 * another; who asks often from one place waits, and nobody else does.
 */
export async function askSpace(
  asker: Asker,
): Promise<{ open: true } | { open: false; minutes: number }> {
  const here = currentAddress() ?? ''
  for (const [door, ...who] of [
    ['space_from', here],
    ['space', here, folded(asker.email)],
  ] as const) {
    const may = await atDoor(door, ...who)
    if (!may.open) return may
    await refusedAt(door, ...who)
  }
  const origin = await originInLetters()
  await actAs(system, () => enqueue(writeAsked, { ...asker, origin }))
  return { open: true }
}

/** Writes the link by which one says that the address is theirs; to who has a way in already, that they have. */
export const writeAsked = task(
  'citizens.write_asked',
  z.object({
    ...{ first_name: z.string(), last_name: z.string(), email: z.string(), origin: z.string() },
  }),
  async ({ origin, ...asker }) => {
    const email = asker.email.toLowerCase()
    const { waiting } = await db()
      .selectFrom('commons.citizen_asked')
      .select((e) => e.fn.countAll<string>().as('waiting'))
      .where('email', '=', email)
      .where('expires_at', '>', Temporal.Now.instant())
      .executeTakeFirstOrThrow()
    if (Number(waiting) >= most) return
    const token = randomBytes(32).toString('base64url')
    await db()
      .insertInto('commons.citizen_asked')
      .values({
        ...{ ...asker, email, token_hash: hashOf(token) },
        expires_at: Temporal.Now.instant().add({ hours: lasts }),
      })
      .execute()
    const isKnown = (await accountIdOf(email)) !== undefined
    const letter = isKnown ? 'known' : 'asked'
    const href = isKnown ? `${origin}/sign-in` : `${origin}/me/new/${token}`
    // Anybody may ask with the address of somebody else: nothing that was typed is told there.
    await send({
      to: { address: email, name: '' },
      subject: t(`citizens.letter.${letter}.subject`, { authority: tenant().shortName }),
      text: t(`citizens.letter.${letter}.text`, { authority: tenant().name, href }),
      secret: true,
    })
  },
)

/** Who asked by the link of this token, as long as it is good. */
export const askedBy = (token: string): Promise<Asker | undefined> =>
  db()
    .selectFrom('commons.citizen_asked')
    .select(['first_name', 'last_name', 'email'])
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', Temporal.Now.instant())
    .executeTakeFirst()

/**
 * Opens the space of who asked, with the password that they chose; their address is the login from then on. False where
 * the link is over, or somebody has that login. Throws `Invalid` where the password is none: the link is good then.
 */
export async function openAsked(token: string, password: string): Promise<boolean> {
  // Gone by this: of two who use it at once the second finds none.
  const asker = await db()
    .deleteFrom('commons.citizen_asked')
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', Temporal.Now.instant())
    .returning(['first_name', 'last_name', 'email'])
    .executeTakeFirst()
  if (!asker || (await accountIdOf(asker.email))) return false
  const id = randomUUID()
  const name = `${asker.first_name} ${asker.last_name}`
  await createAccount({ id, login: asker.email, name, isOutside: true })
  const account = await accountNamed(id)
  if (!account) return false
  await setPassword(account, password)
  await addCitizen(id, asker)
  await db().deleteFrom('commons.citizen_asked').where('email', '=', asker.email).execute()
  return true
}

/** Forgets those who did not confirm. */
export async function forgetAsked(): Promise<void> {
  await db()
    .deleteFrom('commons.citizen_asked')
    .where('expires_at', '<', Temporal.Now.instant())
    .execute()
}
