import { sql } from 'kysely'
import { currentTenantId, db } from '#kernel/db'
import { signed } from '#kernel/secrets'
import { organs } from '#commons/organs'
import { beginning, chained, type Hashed, saidHash, signedWords, signingPurpose } from './chain.ts'
import { registerNumbers } from './series.ts'
import './tables.ts'

/** Something in the register that is not as the house wrote it. */
export interface Finding {
  /** An entry says something else than it did; entries are gone; one never came through the house. */
  readonly what: 'changed' | 'removed' | 'inserted'
  readonly organ: string
  /** First and last place in the chain. */
  readonly from: number
  readonly to: number
  /** As far as it is known: the reference, or those, of what it is. */
  readonly reference: string
}

/** What a walk over the register of an organ found. */
export interface Walked {
  readonly organ: string
  readonly entries: number
  /** The hash of the last entry, to be noted elsewhere. */
  readonly head: string | null
  /** Entries signed by a master key that is no longer here: their chain alone is compared. */
  readonly untold: number
  readonly findings: readonly Finding[]
}

type Row = Hashed & { hash: string; master: string; signature: Buffer }

const pageSize = 2000

/** Walks over the register of each organ of the open authority: each entry against its signature and the one before it. */
export async function verifyRegister(): Promise<Walked[]> {
  const walked: Walked[] = []
  for (const { id, name } of await organs()) {
    const one = await walk(id, name)
    if (one.entries > 0 || one.findings.length > 0) walked.push(one)
  }
  return walked
}

async function walk(organId: string, organ: string): Promise<Walked> {
  const tenantId = currentTenantId()
  const given = await numbersGiven(organId)
  const findings: Finding[] = []
  let before: string | null = beginning(tenantId, organId)
  let [seq, entries, untold] = [0, 0, 0]
  let head: string | null = null
  for (;;) {
    const page = await entriesAfter(organId, seq)
    for (const row of page) {
      if (row.seq > seq + 1) {
        findings.push({ what: 'removed', organ, from: seq + 1, to: row.seq - 1, reference: '' })
        before = null
      }
      const found = judge(tenantId, row, before, given)
      if (found === 'untold') untold += 1
      else if (found)
        findings.push({ what: found, organ, from: row.seq, to: row.seq, reference: row.reference })
      given.delete(row.reference)
      before = row.hash
      head = row.hash
      seq = row.seq
      entries += 1
    }
    if (page.length < pageSize) break
  }
  return { organ, entries, head, untold, findings: named(findings, given, organ, seq) }
}

/** Which entries are gone is known by the numbers that were given: those of a hole, else those of the end. */
function named(
  findings: readonly Finding[],
  left: ReadonlySet<string>,
  organ: string,
  last: number,
): Finding[] {
  const gone = [...left]
  const all = findings.map((one) =>
    one.what === 'removed'
      ? { ...one, reference: gone.splice(0, one.to - one.from + 1).join(', ') }
      : one,
  )
  if (gone.length === 0) return all
  const end = { from: last + 1, to: last + gone.length, reference: gone.join(', ') }
  return [...all, { what: 'removed', organ, ...end }]
}

function judge(
  tenantId: string,
  row: Row,
  before: string | null,
  given: ReadonlySet<string>,
): 'changed' | 'inserted' | 'untold' | null {
  const said = saidHash(tenantId, row)
  const is = signed(signingPurpose, signedWords(tenantId, row, said, row.hash), row)
  const follows = before === null || chained(before, said) === row.hash
  if (is === 'yes') return follows ? null : 'changed'
  if (is === 'unknown') return follows ? 'untold' : 'changed'
  return given.has(row.reference) ? 'changed' : 'inserted'
}

/** The references that were given to entries of an organ, in their order: no entry takes one from elsewhere. */
async function numbersGiven(organId: string): Promise<Set<string>> {
  const { rows } = await sql<{ reference: string }>`
    select reference from commons.series_number
    where series = ${registerNumbers.name} and scope = ${organId} order by year, number`.execute(
    db(),
  )
  return new Set(rows.map(({ reference }) => reference))
}

const entriesAfter = (organId: string, seq: number): Promise<Row[]> =>
  db()
    .selectFrom('register.entry')
    .select(['organ_id', 'seq', 'kind', 'number', 'reference', 'about_id', 'meeting_id'])
    .select(['corrects', 'day', 'title', 'content', 'minutes_hash', 'written_at', 'written_by'])
    .select(['hash', 'master', 'signature'])
    .where('organ_id', '=', organId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(pageSize)
    .execute()
