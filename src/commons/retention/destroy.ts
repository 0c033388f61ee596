import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { enqueue } from '#kernel/jobs'
import { ensureEdition } from '#kernel/pages'
import { today } from '#commons/clock'
import { destroy, InUse, kindNamed } from '#commons/dossiers'
import { restrictionsOf } from '#commons/holdings'
import { giveNumber, type Series, yearly } from '#commons/numbering'
import { printCertificate } from './certificate.ts'
import { type Ruled } from './propose.ts'
import { keepingInWords } from './retention.ts'
import type { Destroyed } from './tables.ts'

/** Certificates of destruction, from 1 each year. */
export const certificateNumbers: Series = yearly(
  'retention.destruction',
  'retention.certificates',
  'ELIM/{year}/{number}',
)

/** A dossier that is proposed, with why it stays where it does. */
export interface Proposed {
  id: string
  reference: string
  title: string
  ended_on: Temporal.PlainDate
  over_on: Temporal.PlainDate
  /** The request by which it is proposed before its time; null where its time is over. */
  asked: string | null
  /** Why nobody destroys it for now; null where it can be. */
  kept: string | null
}

/** How many are destroyed in one act; the others follow in the next. */
export const mostAtOnce = 200

/**
 * Those that are proposed of a kind, the first whose time was over first: each is tried, and left as it was. What is
 * asked for again under a lock is the same.
 */
export async function proposed(rule: Ruled, lock = false): Promise<Proposed[]> {
  const found = await waiting(rule, lock)
  const rows: Proposed[] = []
  for (const { held, row: _row, ...one } of found)
    rows.push({ ...one, kept: await tried(rule, one, held) })
  return rows
}

/** Why nobody destroys a dossier for now: suspended, restricted, published or referred to; null where it can be. */
export async function tried(
  rule: Ruled,
  one: { id: string; title: string },
  held: string | null,
): Promise<string | null> {
  if (held) return t('retention.kept.held', { reason: held })
  // What is restricted is kept: its person may need it. GDPR art. 18 § 1, b and c.
  const [restricted] = await restrictionsOf([one.id])
  if (restricted) return t('retention.kept.restricted', { reference: restricted.reference })
  return inUse(rule, one)
}

interface Waiting extends Omit<Proposed, 'kept'> {
  held: string | null
  /** Its row as text, for the hash. */
  row: string
}

async function waiting({ kind, final }: Ruled, lock: boolean): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
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

/** What a form that destroys is made from, for `ensureEdition`. */
export const standing = (rows: readonly Proposed[]) => rows.map(({ id, kept }) => [id, kept])

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

/**
 * Destroys those of a kind that are proposed and that nothing keeps, and certifies it: who, when, by which rule, their
 * references and hashes, not what they said. Throws `Stale` where they are not those that were looked at, `Conflict`
 * where there is none. Returns the id of the certificate.
 */
export async function destroyProposed(rule: Ruled, edition: string): Promise<string> {
  const shown = await proposed(rule, true)
  ensureEdition(standing(shown), edition)
  const going = new Set(shown.filter(({ kept }) => kept === null).map(({ id }) => id))
  if (going.size === 0) throw new Conflict('retention.nothing')
  const rows = (await waiting(rule, true)).filter(({ id }) => going.has(id))
  const { reference } = await giveNumber(certificateNumbers)
  for (const one of rows) await destroy(kindNamed(rule.kind), one, { certificate: reference })
  const { keep, because, verified } = rule.retention
  const certificate = {
    reference,
    kind: rule.kind,
    rule: { kept: keepingInWords(keep), because: t(because), verified },
    destroyed: rows.map((one): Destroyed => ({
      id: one.id,
      reference: one.reference,
      hash: sha256(one.row),
      ended_on: one.ended_on.toString(),
      ...(one.asked && { asked: one.asked }),
    })),
    by_name: actor().name,
    at: Temporal.Now.instant().round('millisecond'),
  }
  const { id } = await db()
    .insertInto('commons.destruction')
    .values({
      ...certificate,
      rule: sql`${JSON.stringify(certificate.rule)}::jsonb`,
      destroyed: sql`${JSON.stringify(certificate.destroyed)}::jsonb`,
      hash: sha256(JSON.stringify({ ...certificate, at: certificate.at.toString() })),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(printCertificate, { id }, `retention.print ${id}`)
  return id
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
