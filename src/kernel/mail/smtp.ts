import { createTransport } from 'nodemailer'
import type { MailServer } from '#kernel/config'
import { Conflict, type Problem, Unavailable } from '#kernel/errors'
import { log } from '#kernel/log'
import { tenant } from '#kernel/tenancy'
import { headLine } from './address.ts'
import { returnAddress } from './report.ts'
import './locales/index.ts'

/** A message as its row has it. */
interface Written {
  id: string
  at: Temporal.Instant
  to_address: string
  to_name: string
  from_name: string
  reply_to: string
  subject: string
  body: string
  html: string | null
  token: string
  unsubscribe: string | null
}

let server: MailServer | null = null
/** Until when a server that did not answer is not asked again: a job that would wait for it gives way to others. */
let restsUntil = 0

/** Says where this process hands messages over; null: nowhere. */
export function useMailServer(one: MailServer | null): void {
  server = one
  restsUntil = 0
}

export const mailServer = (): MailServer | null => server

let openTo: ReadonlySet<string> = new Set()

/**
 * Says of which authorities, by their slugs, what lets people in is shown where no server takes it: those whose people are
 * fictional, whose letterbox is a page then. Of any other nobody reads it.
 */
export function useOpenLetterbox(slugs: Iterable<string>): void {
  openTo = new Set(slugs)
}

/** Whether what lets somebody in is kept here to be read, for the authority of the request or job. */
export const isLetterboxOpen = (): boolean => !server && openTo.has(tenant().slug)

/** Whether a message reaches anybody: by a server, or in a letterbox that is read here. */
export const isMailRead = (): boolean => server !== null || isLetterboxOpen()

/** In milliseconds: for each step; for all of it, less than a transaction may stand still; and the rest after. */
const limits = { connection: 10_000, silence: 15_000, all: 40_000, rest: 30_000 }

/** Answers to our name and password, which the operator mends: no message is at fault (RFC 4954, 6). */
const ofTheAccount = new Set([530, 534, 535, 538])

/**
 * Hands a message over. Throws `Unavailable` where trying again may help and the message is not older than
 * `until`, else `Conflict` with what the server said.
 */
export async function handOver(
  { host, port, secure, user, password, from, returnTo }: MailServer,
  one: Written,
  until: Temporal.Instant,
): Promise<void> {
  const late = Temporal.Instant.compare(Temporal.Now.instant(), until) > 0
  if (performance.now() < restsUntil && !late) throw new Unavailable('mail.unreachable')
  const transport = createTransport({
    ...{ host, port, secure, requireTLS: !secure && !isHere(host) },
    ...(user && { auth: { user, pass: password } }),
    connectionTimeout: limits.connection,
    greetingTimeout: limits.connection,
    dnsTimeout: limits.connection,
    socketTimeout: limits.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const patience = AbortSignal.timeout(limits.all)
  const lateness = new Promise<never>((_, fail) => {
    patience.addEventListener('abort', () => {
      transport.close()
      fail(new Unavailable('mail.unreachable'))
    })
  })
  try {
    await Promise.race([transport.sendMail(messageOf(one, from, returnTo)), lateness])
  } catch (failure) {
    const problem = problemOf(failure, late)
    if (problem.key === 'mail.unreachable') restsUntil = performance.now() + limits.rest
    throw problem
  } finally {
    transport.close()
  }
}

/** A server on this machine, to which nobody listens. */
const isHere = (host: string) => host === 'localhost' || host === '127.0.0.1' || host === '::1'

/** The message. Its id is that of its row: whoever gets it twice can tell (RFC 5322, 3.6.4). */
const messageOf = (one: Written, from: string, returnTo: string | undefined) => ({
  messageId: `<${one.id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
  date: new Date(one.at.epochMilliseconds),
  from: { name: one.from_name, address: from },
  to: { name: one.to_name, address: one.to_address },
  // Addresses, never words to be read as such: what stands in them adds nobody.
  envelope: { from: returnTo ? returnAddress(returnTo, one.token) : from, to: [one.to_address] },
  ...(one.reply_to && { replyTo: { name: one.from_name, address: one.reply_to } }),
  subject: one.subject,
  text: one.body,
  ...(one.html !== null && { html: one.html }),
  // No machine answers it (RFC 3834, 5).
  headers: {
    'Auto-Submitted': 'auto-generated',
    ...(one.unsubscribe !== null && {
      'List-Unsubscribe': `<${one.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  },
})

/**
 * What a failure of SMTP means: 500 to 599 said of the envelope or of the message is final; the rest may pass
 * (RFC 5321, 4.2.1), or is between the operator and the server.
 */
function problemOf(failure: unknown, late: boolean): Problem {
  const code = answerCode(failure)
  const said = failure instanceof Error ? headLine(failure.message, 300) : ''
  if (code >= 500 && isOfTheMessage(failure) && !ofTheAccount.has(code))
    return new Conflict('mail.refused', { said })
  if (late) return new Conflict('mail.given_up', { said })
  if (ofTheAccount.has(code)) {
    log('error', 'mail', { message: 'The server for mail does not let us in', code })
    return new Unavailable('mail.not_let_in')
  }
  return new Unavailable(code >= 400 && code < 500 ? 'mail.put_off' : 'mail.unreachable')
}

const isOfTheMessage = (failure: unknown) =>
  failure instanceof Error &&
  'code' in failure &&
  (failure.code === 'EENVELOPE' || failure.code === 'EMESSAGE')

const answerCode = (failure: unknown): number =>
  failure instanceof Error && 'responseCode' in failure ? Number(failure.responseCode) : 0
