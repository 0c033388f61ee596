import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import './table.ts'

/** All that lines of audit say, but `forgotten`, which the database writes. */
export const auditedActions = [
  ...['sign_in', 'sign_in_refused', 'sign_in_braked', 'sign_out'],
  ...['passkey_added', 'passkey_refused', 'passkey_removed'],
  ...['proof', 'proof_refused'],
  ...['second_factor', 'second_factor_refused', 'second_factor_removed', 'recovery_codes'],
  ...['session_ended', 'password_changed', 'password_refused', 'password_set', 'password_link'],
  ...['email_changed', 'refused', 'download', 'import', 'identifier_read', 'read', 'audit_read'],
  ...['verified', 'broken', 'see_as', 'see_as_ended', 'seen_as', 'access_request'],
  ...[
    'program_refused',
    'program_token',
    'authority_opened',
    'authority_changed',
    'authority_hosts',
    'restricted',
    'seat',
    'organ',
  ],
  ...['identity_asked', 'identity_linked', 'identity_refused', 'identity_unlinked'],
  ...['provider_changed', 'provider_refused', 'provider_signed_out', 'provider_tried'],
  ...['office_given', 'office_ended', 'person_leaves', 'person_left', 'person_stays'],
  ...['person_suspended', 'person_resumed', 'person_returned', 'person_merged'],
  ...['rights_widened', 'processing_restricted', 'processing_freed', 'hat', 'space_opened'],
  'restricted_used',
  ...['erasure_decided', 'person_erased', 'space_erased'],
  'in_name_of',
] as const

export type AuditedAction = (typeof auditedActions)[number]

/** What a request tells of where it comes from. */
export interface Whence {
  /** The network address. */
  readonly address: string
  /** What the browser or program calls itself (User-Agent). */
  readonly agent?: string | undefined
  /** The address of the house at which it asks: `https://beauval.be`. */
  readonly origin?: string | undefined
  /** The port at which the house is known to answer; whoever asks may say another. */
  readonly port?: number | undefined
}

const current = new AsyncLocalStorage<Whence>()

/** Runs `work` on behalf of a network address, which audit lines then bear. */
export function fromAddress<T>(from: string | Whence, work: () => T): T {
  return current.run(typeof from === 'string' ? { address: from } : from, work)
}

/** Where the current request comes from; nothing in a job. */
export const whence = (): Partial<Whence> => current.getStore() ?? {}

/** The network address of the current request; null in a job. */
export const currentAddress = (): string | null => whence().address ?? null

/** A line, before it is written. */
interface Line {
  action: AuditedAction
  subject: string | null
  actor_id: string | null
  actor_name: string
  seen_as_id: string | null
  seen_as_name: string | null
  address: string | null
}

function lineOf(action: AuditedAction, subject: string | null): Line {
  const { seenBy, ...who } = actor()
  return {
    ...{ action, subject, address: currentAddress() },
    actor_id: (seenBy ?? who).id,
    actor_name: (seenBy ?? who).name,
    seen_as_id: seenBy ? who.id : null,
    seen_as_name: seenBy ? who.name : null,
  }
}

/** Lines of who sees the house as somebody else, in a transaction that writes nothing. */
const waiting = new AsyncLocalStorage<Line[]>()

/** Runs `work`, whose transaction writes nothing; `keep` is then given what writes its lines, in another one. */
export async function auditedAfter<T>(
  work: () => Promise<T>,
  keep: (write: () => Promise<void>) => Promise<void>,
): Promise<T> {
  const lines: Line[] = []
  try {
    return await waiting.run(lines, work)
  } finally {
    if (lines.length > 0) await keep(() => write(lines))
  }
}

const ofReading = () => (actor().seenBy ? waiting.getStore() : undefined)

const write = async (lines: readonly Line[]) => {
  await db().insertInto('kernel.audit').values(lines).execute()
}

/** Writes a line of audit in the open transaction: who, from where, what, on what. */
export async function audit(action: AuditedAction, subject: string | null): Promise<void> {
  const line = lineOf(action, subject)
  const later = ofReading()
  if (later) later.push(line)
  else await write([line])
}

/** Writes a line of the same for each of these, in one statement. */
export const auditMany = (action: AuditedAction, subjects: readonly string[]): Promise<void> =>
  subjects.length === 0
    ? Promise.resolve()
    : write(subjects.map((subject) => lineOf(action, subject)))

/** In minutes: somebody who reads the same thing again within this time is told once. */
const sameReading = 60

/** Writes that the one who acts read something of a person (`path` of a dossier), once an hour for each reader. */
export async function auditReading(subject: string): Promise<void> {
  const line = lineOf('read', subject)
  const later = ofReading()
  if (later) {
    later.push(line)
    return
  }
  const { address, actor_id, actor_name } = line
  await sql`
    insert into kernel.audit (action, subject, address, actor_id, actor_name)
    select 'read', ${subject}, ${address}, ${actor_id}::uuid, ${actor_name}
    where not exists (select from kernel.audit where subject = ${subject} and action = 'read'
      and actor_id = ${actor_id}::uuid and at > now() - make_interval(mins => ${sameReading}))`.execute(
    db(),
  )
}
