import { type ColumnType, type Generated, sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { Invalid, TooLarge } from '#kernel/errors'
import { enqueueMany, type Reason } from '#kernel/jobs'
import { slot } from '#kernel/module'
import { tenant } from '#kernel/tenancy'
import { headLine, mailAddress } from './address.ts'
import { deliver } from './deliver.ts'

/**
 * What became of a message: kept is one that this house, without a server for mail, lets nowhere; returned one that
 * was handed over and came back.
 */
export type MailState = 'waiting' | 'sent' | 'refused' | 'kept' | 'returned'

declare module '#kernel/db' {
  interface Tables {
    'kernel.mail': {
      tenant_id: Generated<string>
      id: Generated<string>
      at: Generated<Temporal.Instant>
      to_address: string
      to_name: string
      from_name: string
      reply_to: string
      subject: string
      body: string
      html: string | null
      about: string[]
      secret: Generated<boolean>
      fleeting: Generated<boolean>
      unsubscribe: string | null
      state: Generated<MailState>
      reason: ColumnType<Reason | null, string | null | undefined, string | null>
      done_at: Generated<Temporal.Instant | null>
      token: Generated<string>
      author_id: string | null
    }
  }
}

/** A message of electronic mail (message). */
export interface Message {
  to: { address: string; name?: string }
  subject: string
  /** Plain text: what every reader of mail shows. */
  text: string
  html?: string
  /** The dossiers that it tells of: who may not see all of them does not read the message either. */
  about?: readonly { id: string }[]
  /** It lets somebody in: nobody else reads it, and its text is forgotten once it left, or could not. */
  secret?: boolean
  /** Whom it is to is erased: once it left, or could not, nothing of it stays. */
  fleeting?: boolean
  /** Where no more of them are asked for by one click, without a question (RFC 8058); its address says whose they are. */
  unsubscribe?: string
}

/** How an authority signs: a name, and where it wants answers. */
export interface Sender {
  name: string
  replyTo: string
}

/** Says how the current authority signs; without one it is its name, and no answers are wanted. */
export const senders = slot<() => Promise<Sender>>('mailSenders')

/** The most signs of a subject and of a name, and the most bytes of a text: more than people read. */
const most = { subject: 200, name: 100, bytes: 500_000 }

/**
 * Writes a message in the open transaction: a job hands it over once that commits. Returns its id. Throws
 * `Invalid` where the address is none, `TooLarge` where the text is no letter.
 */
export async function send(message: Message): Promise<string> {
  const [id = ''] = await sendMany([message])
  return id
}

/** Writes as many messages, in two statements. Returns their ids, in their order. */
export async function sendMany(messages: readonly Message[]): Promise<string[]> {
  if (messages.length === 0) return []
  const [sign] = senders.all()
  const sender = await sign?.()
  const written = await db()
    .insertInto('kernel.mail')
    .values(messages.map((one) => rowOf(one, sender)))
    .returning('id')
    .execute()
  const ids = written.map(({ id }) => id)
  await enqueueMany(
    deliver,
    ids.map((id) => ({ id })),
  )
  return ids
}

function rowOf(message: Message, sender: Sender | undefined) {
  const {
    to,
    subject,
    text,
    html,
    about = [],
    secret = false,
    fleeting = false,
    unsubscribe = null,
  } = message
  const address = mailAddress(to.address)
  if (!address) throw Invalid.field('to', 'mail.no_address')
  if (Buffer.byteLength(text) + Buffer.byteLength(html ?? '') > most.bytes)
    throw new TooLarge('mail.too_long')
  return {
    to_address: address,
    to_name: headLine(to.name ?? '', most.name),
    from_name: headLine(sender?.name || tenant().name, most.name),
    reply_to: mailAddress(sender?.replyTo ?? '') ?? '',
    subject: headLine(subject, most.subject),
    body: printable(text),
    html: html === undefined ? null : printable(html),
    about: about.map((one) => one.id),
    secret,
    fleeting,
    unsubscribe,
    author_id: actor().id,
  }
}

/** Takes letters back that wait to be handed over; one that is being handed over, or was, has left. Returns those taken back. */
export async function recall(ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    delete from kernel.mail where id in (
      select id from kernel.mail where id = any(${[...ids]}::uuid[]) and state = 'waiting' for update skip locked)
    returning id`.execute(db())
  return rows.map(({ id }) => id)
}

/** A text without what PostgreSQL or a mail cannot hold. */
const printable = (text: string) => text.toWellFormed().replaceAll(/(?![\t\n\r])\p{Cc}/gu, '')

/** What became of these messages, by their ids; of those that were forgotten since, nothing. */
export async function statesOf(ids: readonly string[]): Promise<ReadonlyMap<string, MailState>> {
  if (ids.length === 0) return new Map()
  const rows = await db()
    .selectFrom('kernel.mail')
    .select(['id', 'state'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** How long messages are kept. */
export const mailKeptFor = 'P180D'

/** Forgets messages that are older. One that still waits is given up before. */
export async function forgetMail(): Promise<void> {
  const until = Temporal.Now.zonedDateTimeISO('UTC').subtract(mailKeptFor).toInstant()
  await db()
    .deleteFrom('kernel.mail')
    .where('at', '<', until)
    .where(sql<boolean>`state <> 'waiting'`)
    .execute()
}
