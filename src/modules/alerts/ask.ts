import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { actAs, system } from '#kernel/access'
import { currentAddress } from '#kernel/audit'
import { atDoor, originInLetters, refusedAt } from '#kernel/auth'
import { db } from '#kernel/db'
import { folded, language, t } from '#kernel/i18n'
import { enqueue, task } from '#kernel/jobs'
import { mailAddress } from '#kernel/mail'
import { tenant } from '#kernel/tenancy'
import { ensureSaid, type Followed } from './followed.ts'
import { write } from './letter.tsx'
import { follow } from './subscriber.ts'
import './tables.ts'

/** In hours: how long a link confirms; and how long what nobody confirmed is kept. */
const lasts = 48
const kept = 7 * 24
/** So many links are written to one address at a time: nobody fills the letterbox of another. */
const most = 3

const hashOf = (token: string) => createHash('sha256').update(token).digest()

type Brake = { open: true } | { open: false; minutes: number }

/**
 * Somebody wants to be told of something at an address. What comes back is the same, and as soon, whether it is known: a job writes
 * there, and nothing is followed before whoever reads its letters says so. Who asks often, for one address or from one place, waits.
 * Throws `Invalid` where the words say nothing.
 */
export async function ask(email: string, what: Followed): Promise<Brake> {
  await ensureSaid(what)
  const here = currentAddress() ?? ''
  for (const [door, ...who] of [
    ['alert_from', here],
    ['alert', here, folded(email)],
  ] as const) {
    const may = await atDoor(door, ...who)
    if (!may.open) return may
    await refusedAt(door, ...who)
  }
  const origin = await originInLetters()
  await actAs(system, () => enqueue(writeAsked, { email, origin, ...what }))
  return { open: true }
}

/** Writes the link by which one says that the address is theirs. */
export const writeAsked = task(
  'alerts.write_asked',
  z.object({
    ...{ email: z.string(), origin: z.string() },
    ...{ words: z.string(), subject: z.string(), organ: z.string(), place: z.string() },
  }),
  async ({ email: typed, ...asked }) => {
    const email = mailAddress(typed)?.toLowerCase()
    if (!email) return
    const { waiting } = await db()
      .selectFrom('alerts.asked')
      .select((e) => e.fn.countAll<string>().as('waiting'))
      .where('email', '=', email)
      .where('asked_at', '>', ago(lasts))
      .executeTakeFirstOrThrow()
    if (Number(waiting) >= most) return
    const token = randomBytes(32).toString('base64url')
    await db()
      .insertInto('alerts.asked')
      .values({ ...asked, email, token_hash: hashOf(token), language: language() })
      .execute()
    const href = `${asked.origin}/alerts/confirm/${token}`
    // Anybody may ask with the address of somebody else: nothing that was typed is told there.
    await write([
      {
        address: email,
        subject: t('alerts.letter.confirm.subject', { authority: tenant().shortName }),
        paragraphs: [
          t('alerts.letter.confirm.lead', { authority: tenant().name }),
          { text: t('alerts.letter.confirm.link'), href },
          t('alerts.letter.confirm.not_you'),
        ],
      },
    ])
  },
)

const ago = (hours: number) => Temporal.Now.instant().subtract({ hours })

/** What a link asks to follow, and whether it did; undefined where it is over, or was never written. */
export const askedBy = (
  token: string,
): Promise<(Followed & { subscriber_id: string | null }) | undefined> =>
  db()
    .selectFrom('alerts.asked')
    .select(['words', 'subject', 'organ', 'place', 'subscriber_id'])
    .where('token_hash', '=', hashOf(token))
    .where('asked_at', '>', ago(lasts))
    .executeTakeFirst()

/**
 * Follows what the link of this token asks for; used twice it did once. Returns who follows it; undefined where the link is over.
 * Throws `Conflict` where they follow too much: the link is good then.
 */
export async function confirm(token: string): Promise<string | undefined> {
  const asked = await db()
    .selectFrom('alerts.asked')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .where('asked_at', '>', ago(lasts))
    .forUpdate()
    .executeTakeFirst()
  if (!asked) return undefined
  if (asked.subscriber_id) return asked.subscriber_id
  const { email, language: spoken, origin } = asked
  const { id } = await db()
    .insertInto('alerts.subscriber')
    .values({ email, language: spoken, origin })
    // The letters speak the language in which was asked last.
    .onConflict((on) =>
      on.columns(['tenant_id', 'email']).doUpdateSet({ language: spoken, origin }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await follow(id, asked)
  await db()
    .updateTable('alerts.asked')
    .set({ email: '', subscriber_id: id })
    .where('token_hash', '=', asked.token_hash)
    .execute()
  return id
}

/** Forgets what was asked for a week ago, confirmed or not, and what was told a year ago. */
export async function forgetOld(): Promise<void> {
  await db().deleteFrom('alerts.asked').where('asked_at', '<', ago(kept)).execute()
  await db()
    .deleteFrom('alerts.told')
    .where('at', '<', ago(365 * 24))
    .execute()
}
