import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { actAs, actor, isSystem } from '#kernel/access'
import { audit, auditMany, whence } from '#kernel/audit'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { type Message, send, sendMany } from '#kernel/mail'
import { slot } from '#kernel/module'
import { tenant } from '#kernel/tenancy'
import { type Account, accountNamed, lockedAccount, lockedAccounts } from './account.ts'
import { setPassword } from './password.ts'
import type { LinkKind } from './tables.ts'

/** Where people are written to, as the directory knows it. */
export interface AddressBook {
  /** The address of a person, where they have one. */
  readonly of: (personId: string) => Promise<string | undefined>
  /** Those who have this address. */
  readonly at: (address: string) => Promise<readonly string[]>
}

/** The address books of the authority. */
export const addressBook = slot<AddressBook>('addressBook')

/** Where the person of an account is written to, by the first book that knows it. */
export async function addressOf(personId: string): Promise<string | undefined> {
  for (const book of addressBook.all()) {
    const address = await book.of(personId)
    if (address) return address
  }
  return undefined
}

/** How long a link lets in. */
const lasts = {
  invitation: { hours: 24 * 7 },
  reset: { minutes: 30 },
} as const satisfies Record<LinkKind, Temporal.DurationLike>

/** A link that was made: it is nowhere else, we keep its hash only. */
export interface PasswordLink {
  /** The whole address. */
  href: string
  expiresAt: Temporal.Instant
  /** The address that it was written to; null: it is to be given to the person otherwise. */
  sentTo: string | null
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/**
 * Makes a link by which a person gives themselves a password, and writes it to them where the address book knows an
 * address: an invitation lasts seven days, a reset half an hour. It takes the place of those that the house made for
 * them before. Show `href` once to who asked where it was sent nowhere. Throws `NotFound` where the account is unknown
 * or disabled.
 */
export async function sendPasswordLink(accountId: string, kind: LinkKind): Promise<PasswordLink> {
  const account = await lockedAccount(accountId)
  if (!account) throw new NotFound()
  await db()
    .deleteFrom('kernel.password_link')
    .where('account_id', '=', accountId)
    .where('asked_by', 'is not', null)
    .execute()
  const link = await makeLink(account, kind, { origin: await originInLetters() })
  await audit('password_link', `${kind} ${account.login}`)
  return link
}

/** Makes a link and writes it to its person. */
export async function makeLink(
  account: Account,
  kind: LinkKind,
  { origin, itself }: { origin: string; itself?: boolean },
): Promise<PasswordLink> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = Temporal.Now.instant().add(lasts[kind])
  await db()
    .insertInto('kernel.password_link')
    .values({
      ...{ token_hash: hashOf(token), account_id: account.id, kind, expires_at: expiresAt },
      asked_by: itself ? null : (actor().id ?? (isSystem() ? account.id : null)),
    })
    .execute()
  const href = hrefOf(origin, token)
  const address = await addressOf(account.id)
  if (kind === 'invitation') await noteInvited([account.id])
  if (address) await send(letter(kind, account, { address, href }))
  return { href, expiresAt, sentTo: address ?? null }
}

const letter = (
  kind: LinkKind,
  account: Pick<Account, 'name' | 'login'>,
  { address, href }: { address: string; href: string },
): Message => ({
  to: { address, name: account.name },
  subject: t(`auth.letter.${kind}.subject`, { authority: tenant().shortName }),
  text: t(`auth.letter.${kind}.text`, {
    ...{ name: account.name, login: account.login, authority: tenant().name, href },
  }),
  secret: true,
})

async function noteInvited(accountIds: readonly string[]): Promise<void> {
  await db()
    .updateTable('kernel.account')
    .set({ invited_at: Temporal.Now.instant() })
    .where('id', '=', sql<string>`any(${[...accountIds]}::uuid[])`)
    .execute()
}

/**
 * Invites many at once, each at an address that the caller knows, in a few statements: the links that the house made for
 * them before go. Returns the message to each, by account; of those who are disabled none.
 */
export async function sendInvitations(
  people: readonly { id: string; address: string }[],
): Promise<ReadonlyMap<string, string>> {
  const accounts = await lockedAccounts(people.map(({ id }) => id))
  if (accounts.length === 0) return new Map()
  const ids = accounts.map(({ id }) => id)
  await db()
    .deleteFrom('kernel.password_link')
    .where('account_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('asked_by', 'is not', null)
    .execute()
  const addresses = new Map(people.map(({ id, address }) => [id, address]))
  const origin = await originInLetters()
  const made = accounts.map((account) => ({
    ...{ account, token: randomBytes(32).toString('base64url') },
    address: addresses.get(account.id) ?? '',
  }))
  const expires_at = Temporal.Now.instant().add(lasts.invitation)
  await db()
    .insertInto('kernel.password_link')
    .values(
      made.map(({ account, token }) => ({
        ...{ token_hash: hashOf(token), account_id: account.id, kind: 'invitation', expires_at },
        asked_by: actor().id ?? (isSystem() ? account.id : null),
      })),
    )
    .execute()
  await noteInvited(ids)
  const sent = await sendMany(
    made.map(({ account, token, address }) =>
      letter('invitation', account, { address, href: hrefOf(origin, token) }),
    ),
  )
  await auditMany(
    'password_link',
    accounts.map(({ login }) => `invitation ${login}`),
  )
  return new Map(ids.map((id, at) => [id, sent[at] ?? '']))
}

const hrefOf = (origin: string, token: string) => `${origin}/sign-in/link/${token}`

/** The address of the house: where it is asked now, else the first of its authority's names. */
export async function originHere(): Promise<string> {
  const { origin } = whence()
  if (origin) return origin
  const { rows } = await sql<{ name: string }>`
    select name from kernel.host where tenant_id = kernel.tenant_id() order by name like '%localhost', name limit 1
  `.execute(db())
  return `https://${rows[0]?.name ?? ''}`
}

/** The same for a letter: whoever asks may have said a port at which another program of the machine answers. */
export async function originInLetters(): Promise<string> {
  const { origin, port } = whence()
  if (!origin) return originHere()
  const url = new URL(origin)
  if (Number(url.port) !== port) url.port = ''
  return url.origin
}

/** The account that a link lets in, and why; nothing where it was used, is over or was never made. */
export async function linkAt(
  token: string,
): Promise<{ account: Account; kind: LinkKind } | undefined> {
  const found = await db()
    .selectFrom('kernel.password_link')
    .select(['account_id', 'kind'])
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', Temporal.Now.instant())
    .executeTakeFirst()
  const account = found && (await accountNamed(found.account_id))
  return account && { account, kind: found.kind }
}

/** What the database keeps of a link. */
export const linkHash = hashOf

/** The account of an invitation that is still good, by what the database keeps of it. */
export async function invitationAt(hash: Buffer): Promise<Account | undefined> {
  const found = await db()
    .selectFrom('kernel.password_link')
    .select('account_id')
    .where('token_hash', '=', hash)
    .where('kind', '=', 'invitation')
    .where('expires_at', '>', Temporal.Now.instant())
    .executeTakeFirst()
  return found && accountNamed(found.account_id)
}

/** Whoever was invited has come, otherwise than by a password: the invitation is spent. Whose it was, where it was good. */
export async function spendInvitation(hash: Buffer): Promise<Account | undefined> {
  const account = await invitationAt(hash)
  const spent = await db()
    .deleteFrom('kernel.password_link')
    .where('token_hash', '=', hash)
    .returning('account_id')
    .executeTakeFirst()
  return spent && account
}

/**
 * Gives the person of a link their password; with it go the link, all others of theirs, and every session. False where
 * it lets nobody in any more. Throws `Invalid` where the password is none: the link is still good then.
 */
export async function useLink(token: string, password: string): Promise<boolean> {
  const found = await linkAt(token)
  // Locked by its account: of two who use it at once the second finds it gone.
  if (!found || !(await lockedAccount(found.account.id)) || !(await linkAt(token))) return false
  const { account, kind } = found
  await setPassword(account, password)
  // A browser that somebody else may know is known no more.
  await db().deleteFrom('kernel.device').where('account_id', '=', account.id).execute()
  await actAs({ id: account.id, name: account.name, principals: [] }, () =>
    audit('password_set', `${kind} ${account.login}`),
  )
  return true
}

/** How many links of an account that nobody else asked for are still good: those who ask often get no more. */
export async function keptLinks(accountId: string): Promise<number> {
  const { count } = await db()
    .selectFrom('kernel.password_link')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('account_id', '=', accountId)
    .where('asked_by', 'is', null)
    .where('expires_at', '>', Temporal.Now.instant())
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Forgets links that are over. */
export async function forgetLinks(): Promise<void> {
  await db()
    .deleteFrom('kernel.password_link')
    .where('expires_at', '<', Temporal.Now.instant())
    .execute()
}
