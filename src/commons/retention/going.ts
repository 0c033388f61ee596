import { sql } from 'kysely'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { today } from '#commons/clock'
import { destroy, InUse, kindNamed, pathOf } from '#commons/dossiers'
import {
  type ErasedOnRequest,
  erasedOnRequest,
  keepsFromErasure,
  restrictionsOf,
} from '#commons/holdings'
import { type Ruled, ruled } from './propose.ts'
import { keepingInWords } from './retention.ts'
import { forgetTraces, type Trace } from './traces.ts'
import './tables.ts'

/** How many are destroyed in one act; the others follow in the next. */
export const mostAtOnce = 200

/** What is proposed, as it stands. */
export interface Waiting {
  id: string
  reference: string
  title: string
  ended_on: Temporal.PlainDate
  over_on: Temporal.PlainDate
  /** The request by which it is proposed before its time; null where its time is over. */
  asked: string | null
  /** Its row as text, for the hash. */
  row: string
}

/** What is proposed, with why it stays where it does. */
export interface Proposed extends Waiting {
  /** Why nobody destroys it for now; null where it can be. */
  kept: string | null
}

/** What goes by a certificate: dossiers of a kind, or what only the request of its person ends. */
export interface Going {
  readonly kind: string
  /** It is no dossier, and is called a card where it is spoken of. */
  readonly isOfPersons: boolean
  /** How long it is kept and why, in words, at the moment of asking. */
  readonly rule: () => { kept: string; because: string; verified: boolean }
  readonly path: (id: string) => string
  /** Those that are proposed, the first whose time was over first: each is tried, and left as it was. */
  readonly proposed: (lock: boolean) => Promise<Proposed[]>
  /** Gives what went with it. */
  readonly destroy: (one: Waiting, certificate: string) => Promise<readonly Trace[]>
}

/** All that goes some day. */
export const allGoing = (): Going[] => [
  ...ruled().map(dossiersGoing),
  ...erasedOnRequest.every().map(rowsGoing),
]

/** What goes by this name. Throws `NotFound` where it is kept without end. */
export function goingNamed(name: string | undefined): Going {
  const found = allGoing().find(({ kind }) => kind === name)
  if (!found) throw new NotFound()
  return found
}

const dossiersGoing = (rule: Ruled): Going => ({
  ...{ kind: rule.kind, isOfPersons: false },
  rule: () => ({
    kept: keepingInWords(rule.retention.keep),
    because: t(rule.retention.because),
    verified: rule.retention.verified,
  }),
  path: (id) => pathOf(rule.kind, id),
  proposed: async (lock) => {
    const rows: Proposed[] = []
    for (const { held, ...one } of await waitingDossiers(rule, lock))
      rows.push({ ...one, kept: await tried(rule, one, held) })
    return rows
  },
  destroy: async (one, certificate) => {
    const traces = await forgetTraces(rule.kind, one.id)
    await destroy(kindNamed(rule.kind), one, { certificate })
    return traces
  },
})

async function waitingDossiers(
  { kind, final }: Ruled,
  lock: boolean,
): Promise<(Waiting & { held: string | null })[]> {
  const { rows } = await sql<Waiting & { held: string | null }>`
    select d.id, d.reference, d.title, x.ended_on, x.over_on, h.reason as held, q.reference as asked,
      concat(to_jsonb(d)::text, to_jsonb(o)::text) as row
    from commons.elimination x join commons.dossier d on d.id = x.dossier_id
      join ${sql.table(kindNamed(kind).table)} o on o.id = d.id
      left join commons.dossier q on q.id = x.asked_by
      left join commons.legal_hold h on h.dossier_id = d.id and h.lifted_at is null
    where d.kind = ${kind}
      and (x.asked_by is not null or d.state = any(${final}::text[]) and x.over_on < ${today()})
    order by x.over_on, d.id fetch first ${mostAtOnce} rows only
    ${lock ? sql`for update of d` : sql``}`.execute(db())
  return rows
}

/** Why nobody destroys a dossier for now: suspended, restricted, published or referred to; null where it can be. */
export async function tried(
  rule: Ruled,
  one: { id: string; title: string },
  held: string | null,
): Promise<string | null> {
  if (held) return t('retention.kept.held', { reason: held })
  return (await restricted(one.id)) ?? inUse(rule, one)
}

/** What is restricted is kept: its person may need it. GDPR art. 18 § 1, b and c. */
async function restricted(id: string): Promise<string | null> {
  const [found] = await restrictionsOf([id])
  return found ? t('retention.kept.restricted', { reference: found.reference }) : null
}

/** Tries to destroy one, and takes it back: what refers to it says why it stays. */
async function inUse({ kind }: Ruled, one: { id: string; title: string }): Promise<string | null> {
  await sql`savepoint trying`.execute(db())
  try {
    await destroy(kindNamed(kind), one, {})
    return null
  } catch (failure) {
    if (!(failure instanceof InUse)) throw failure
    return failure.by === 'commons.publication'
      ? t('retention.kept.published')
      : t('retention.kept.in_use')
  } finally {
    await sql`rollback to savepoint trying`.execute(db())
    await sql`release savepoint trying`.execute(db())
  }
}

const rowsGoing = (of: ErasedOnRequest): Going => ({
  ...{ kind: of.kind, isOfPersons: true },
  rule: () => ({
    kept: t('retention.on_request'),
    because: t('retention.on_request.because'),
    verified: true,
  }),
  path: of.path,
  proposed: async (lock) => {
    const rows: Proposed[] = []
    for (const one of await waitingRows(of, lock))
      rows.push({ ...one, kept: await keptRow(of, one.id) })
    return rows
  },
  destroy: async ({ id }) => {
    const traces = await forgetTraces(of.kind, id)
    await of.erase(id)
    await sql`delete from commons.erasure where kind = ${of.kind} and subject_id = ${id}`.execute(
      db(),
    )
    return traces
  },
})

async function waitingRows(of: ErasedOnRequest, lock: boolean): Promise<Waiting[]> {
  const { rows } = await sql<Omit<Waiting, 'row' | 'title'>>`
    select x.subject_id as id, '' as reference, x.proposed_on as ended_on, x.proposed_on as over_on, q.reference as asked
    from commons.erasure x join commons.dossier q on q.id = x.asked_by
    where x.kind = ${of.kind} order by x.proposed_on, x.subject_id fetch first ${mostAtOnce} rows only
    ${lock ? sql`for update of x` : sql``}`.execute(db())
  const held = new Map(
    (
      await of.held(
        rows.map(({ id }) => id),
        lock,
      )
    ).map((one) => [one.id, one]),
  )
  return rows.flatMap((one) => {
    const found = held.get(one.id)
    return found ? [{ ...one, title: found.title, row: found.row }] : []
  })
}

/** Why what is held of somebody stays for now; null where it can go. */
export async function keptRow(of: ErasedOnRequest, id: string): Promise<string | null> {
  const kept = (await restricted(id)) ?? (await of.kept(id))
  if (kept) return kept
  for (const { says, keeps } of keepsFromErasure.every()) if (await keeps(id)) return t(says)
  return null
}
