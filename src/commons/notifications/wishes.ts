import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { currentTenantId, db } from '#kernel/db'
import { ensure, Forbidden, Invalid } from '#kernel/errors'
import { language } from '#kernel/i18n'
import { mailAddress } from '#kernel/mail'
import { emailsOf, keepEmail } from '#commons/directory'
import { notifications } from './notification.ts'
import './tables.ts'

/** How a person wants to be told of a deed; by e-mail is in the application as well, at once or once a day. */
export const ways = ['app', 'mail', 'daily', 'none'] as const
export type Way = (typeof ways)[number]

/** What a person wishes: where they are written to, and how they are told of each deed. */
export interface Wishes {
  email: string
  how: ReadonlyMap<string, Way>
}

/** What a choice of wishes is made from. */
export const standingWishes = ({ email, how }: Wishes) => [email, [...how]]

/** All that a person can be told in this authority, by kind of dossier. */
export function toBeTold(): ReadonlyMap<string, readonly string[]> {
  const byKind = new Map<string, Set<string>>()
  for (const { kind, types } of notifications.all())
    byKind.set(kind, new Set([...(byKind.get(kind) ?? []), ...types]))
  return new Map([...byKind].map(([kind, types]) => [kind, [...types]]))
}

/** How the one who acts wants to be told. */
export async function wishesOfMine(): Promise<Wishes> {
  const me = actor().id ?? ''
  const rows = await db()
    .selectFrom('commons.notice_wish')
    .select(['type', 'how'])
    .where('person_id', '=', actor().id)
    .execute()
  const said = new Map<string, Way>(rows.map(({ type, how }) => [type, how]))
  const types = [...toBeTold().values()].flat()
  return {
    email: me ? ((await emailsOf([me])).get(me) ?? '') : '',
    how: new Map(types.map((type) => [type, said.get(type) ?? 'app'])),
  }
}

/** The same, which nobody else changes until the transaction ends. */
export async function lockedWishesOfMine(): Promise<Wishes> {
  const me = `wishes ${currentTenantId()} ${actor().id}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${me}, 0))`.execute(db())
  return wishesOfMine()
}

/**
 * Keeps how the one who acts wants to be told, in the language that they speak now, with links to `origin`, the
 * address at which they are. What is not said of a deed stays. Throws `Invalid` where e-mail is wanted, and they have
 * no address, `ProofNeeded` where the address changes, to which a link goes that lets in.
 */
export async function wish(
  given: { email?: string | undefined; how: Readonly<Record<string, Way>> },
  origin: string,
): Promise<void> {
  const { id: me } = actor()
  ensure(me, Forbidden, 'errors.forbidden')
  const before = await wishesOfMine()
  const how = new Map([...before.how].map(([type, way]) => [type, given.how[type] ?? way]))
  const typed = given.email?.trim() ?? before.email
  const email = typed && mailAddress(typed)
  if (email === undefined) throw Invalid.field('email', 'mail.no_address')
  const byMail = [...how.values()].some((way) => way === 'mail' || way === 'daily')
  if (byMail && !email) throw Invalid.field('email', 'notifications.address_needed')
  // As it was typed: what SMTP takes of it is reckoned when it is written to.
  await keepEmail(me, typed)
  await db()
    .insertInto('commons.notice_mail')
    .values({ person_id: me, language: language(), origin })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'person_id']).doUpdateSet({ language: language(), origin }),
    )
    .execute()
  if (how.size === 0) return
  await db()
    .deleteFrom('commons.notice_wish')
    .where('person_id', '=', me)
    .where('type', 'in', [...how.keys()])
    .execute()
  const rows = [...how].flatMap(([type, way]) =>
    way === 'app' ? [] : [{ person_id: me, type, how: way }],
  )
  if (rows.length === 0) return
  await db()
    .insertInto('commons.notice_wish')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
