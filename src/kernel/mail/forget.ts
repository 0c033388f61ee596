import { sql } from 'kysely'
import { db } from '#kernel/db'

/** What stays of a letter whose person was erased: that it was written, when, and what became of it. */
export const nothingOfIt = {
  ...{
    to_address: '',
    to_name: '',
    subject: '',
    body: '',
    html: null,
    reason: null,
    unsubscribe: null,
  },
  // A report of its return says the address: it finds nothing any more.
  token: sql<string>`replace(gen_random_uuid()::text, '-', '')`,
} as const

/** Whom letters were written to, and who is named in those to others. */
interface Addressee {
  readonly addresses: readonly string[]
  /** Others may have the same address: letters that greet somebody else are not theirs. */
  readonly lastName: string
  /** First and last name; empty: it may stay in letters to others. */
  readonly fullName: string
}

/**
 * Forgets the letters to somebody whose data are erased (GDPR art. 17 § 1, a): once a letter left, its address and its words
 * serve nothing any more. One that still waits goes first. Of letters to others that name them the words go. Returns how many.
 */
export async function forgetLetters({ addresses, lastName, fullName }: Addressee): Promise<number> {
  const written = addresses.filter((one) => one !== '').map((one) => one.toLowerCase())
  const theirs = sql<boolean>`lower(to_address) = any(${written}::text[])
    and (to_name = '' or position(lower(${lastName}) in lower(to_name)) > 0)`
  const waiting = await db()
    .updateTable('kernel.mail')
    .set({ fleeting: true })
    .where(theirs)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  const settled = await db()
    .updateTable('kernel.mail')
    .set(nothingOfIt)
    .where(theirs)
    .where('state', '<>', 'waiting')
    .executeTakeFirst()
  const naming =
    fullName === ''
      ? undefined
      : await db()
          .updateTable('kernel.mail')
          .set({ subject: '', body: '', html: null })
          .where('state', '<>', 'waiting')
          .where(sql<boolean>`position(lower(${fullName}) in lower(subject || ' ' || body)) > 0`)
          .executeTakeFirst()
  return [waiting, settled, naming].reduce((sum, one) => sum + Number(one?.numUpdatedRows ?? 0), 0)
}
