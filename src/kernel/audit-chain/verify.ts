import { sql } from 'kysely'
import { currentTenantId, db } from '#kernel/db'
import { signed } from '#kernel/secrets'
import { type Anchor, anchorsOf } from './anchor.ts'
import { beginning, cutPurpose, hashOf, type Linked, pointInWords } from './chain.ts'
import { isPseudonymised } from './pseudonym.ts'

/** Something that is not as the house wrote it. */
export interface Finding {
  /**
   * A line says something else than it did; a line is gone; a line never came through the house; a link is gone; the
   * front is gone without a cut that the house signed; the end is gone; all was written anew.
   */
  readonly what: 'changed' | 'removed' | 'inserted' | 'link_removed' | 'front' | 'end' | 'rewritten'
  /** The first and last numbers in the chain; of what was inserted none. */
  readonly from: string | null
  readonly to: string | null
  /** The line, as far as it is known. */
  readonly line: { readonly id: string; readonly action: string | null } | null
  /** Between which times: of the lines around it, or of the anchors. */
  readonly after: Temporal.Instant | null
  readonly before: Temporal.Instant | null
}

/** What a walk over the chain of an authority found. */
export interface Verification {
  readonly lines: number
  readonly head: { readonly seq: string; readonly at: Temporal.Instant | null } | null
  /** Lines that went after their time, by signed cuts. */
  readonly forgotten: number
  readonly anchors: number
  /** Anchors that the house did not sign, and those of a master key that is no longer here. */
  readonly anchorsWrong: number
  readonly anchorsUntold: number
  /** When a backup was put back, and up to which line. */
  readonly restored: readonly { readonly at: string; readonly seq: string }[]
  readonly findings: readonly Finding[]
}

/** How many findings are told; past that, the log is no more what it was. */
const mostFindings = 1000
const pageSize = 5000

/** Walks over the chain of the open authority; `text` holds anchors from elsewhere, such as the log. */
export async function verifyAudit(text?: string): Promise<Verification> {
  const tenantId = currentTenantId()
  const outside = await anchorsOf(tenantId, text)
  const start = await begin(tenantId)
  const walk = new Walk(tenantId, start, outside.anchors)
  for (;;) {
    const page = await linksAfter(walk.seq)
    for (const one of page) await walk.over(one)
    if (page.length < pageSize || walk.findings.length > mostFindings) break
  }
  walk.end()
  const { rows: strangers } = await sql<{ id: string; action: string; at: Temporal.Instant }>`
    select a.id, a.action, a.at from kernel.audit a
    where not exists (select from kernel.audit_link l where (l.tenant_id, l.line_id) = (a.tenant_id, a.id))
    order by a.at limit ${mostFindings}`.execute(db())
  const inserted = strangers.map(({ id, action, at }): Finding => {
    return { what: 'inserted', from: null, to: null, line: { id, action }, after: at, before: at }
  })
  return {
    lines: walk.lines,
    head: walk.seq > 0n ? { seq: String(walk.seq), at: walk.last } : null,
    forgotten: start.forgotten,
    anchors: outside.anchors.length,
    anchorsWrong: outside.wrong,
    anchorsUntold: outside.untold,
    restored: outside.anchors.flatMap(({ restored, at, seq }) => (restored ? [{ at, seq }] : [])),
    findings: [...start.findings, ...walk.findings, ...inserted].slice(0, mostFindings),
  }
}

interface Start {
  seq: bigint
  hash: Buffer
  at: Temporal.Instant | null
  forgotten: number
  findings: Finding[]
}

/** Where the chain begins: at its beginning, or after the last cut. A cut that the house did not sign is told. */
async function begin(tenantId: string): Promise<Start> {
  const cuts = await db()
    .selectFrom('kernel.audit_cut')
    .select(['seq', 'hash', 'lines', 'first_at', 'last_at', 'master', 'signature'])
    .orderBy('seq')
    .execute()
  const findings = cuts
    .filter(
      ({ seq, hash, master, signature }) =>
        signed(cutPurpose, pointInWords(tenantId, String(seq), hash), { master, signature }) ===
        'no',
    )
    .map(({ seq, first_at, last_at }): Finding => {
      return {
        what: 'front',
        from: null,
        to: String(seq),
        line: null,
        after: first_at,
        before: last_at,
      }
    })
  const last = cuts.at(-1)
  return {
    seq: BigInt(last?.seq ?? 0),
    hash: last?.hash ?? beginning(tenantId),
    at: last?.last_at ?? null,
    forgotten: cuts.reduce((sum, { lines }) => sum + lines, 0),
    findings,
  }
}

/** A line with its link, and what the house signed where it says a pseudonym since. */
interface Walked extends Linked {
  signature: Buffer | null
}

async function linksAfter(seq: bigint): Promise<Walked[]> {
  const { rows } = await sql<Walked>`
    select l.seq::text, l.line_id::text, l.hash, a.id::text, a.action, a.actor_id::text, a.actor_name,
      a.seen_as_id::text, a.seen_as_name, a.address, a.subject,
      (extract(epoch from a.at) * 1000000)::bigint::text as at, p.signature
    from kernel.audit_link l left join kernel.audit a on (a.tenant_id, a.id) = (l.tenant_id, l.line_id)
      left join kernel.audit_pseudonym p on (p.tenant_id, p.seq) = (l.tenant_id, l.seq)
    where l.seq > ${String(seq)}::bigint order by l.seq limit ${pageSize}`.execute(db())
  return rows
}

const instantOf = (microseconds: string) =>
  Temporal.Instant.fromEpochNanoseconds(BigInt(microseconds) * 1000n)

/** A walk along the chain, which compares each link with its line, and with the anchors. */
class Walk {
  seq: bigint
  /** When the last line was written that is there. */
  last: Temporal.Instant | null
  lines = 0
  readonly findings: Finding[] = []
  private hash: Buffer
  private readonly tenantId: string
  private readonly anchors: ReadonlyMap<string, Anchor>
  private readonly furthest: Anchor | undefined
  /** The last anchor that held. */
  private held: Anchor | null = null
  /** Removed lines that wait to be told between which times they were. */
  private open: {
    what: 'removed' | 'link_removed'
    from: string
    to: string
    id: string | null
  }[] = []

  constructor(tenantId: string, { seq, hash, at }: Start, anchors: readonly Anchor[]) {
    this.tenantId = tenantId
    this.seq = seq
    this.hash = hash
    this.last = at
    // What a backup that was put back does not hold was anchored before.
    const back = anchors.findLastIndex(({ restored }) => restored)
    const limit = back < 0 ? null : BigInt(anchors[back]?.seq ?? 0)
    const standing = anchors.filter(
      (one, at) => at >= back || limit === null || BigInt(one.seq) <= limit,
    )
    this.anchors = new Map(standing.map((one) => [one.seq, one]))
    this.furthest = standing.toSorted((a, b) => Number(BigInt(b.seq) - BigInt(a.seq)))[0]
  }

  async over(one: Walked): Promise<void> {
    const seq = BigInt(one.seq)
    if (seq !== this.seq + 1n) {
      this.open.push({
        ...{ what: 'link_removed', from: String(this.seq + 1n), to: String(seq - 1n), id: null },
      })
    } else if (one.id !== null && !(await this.stands(one))) {
      this.told('changed', one.seq, one.seq, one.id, one.action, one.at)
    }
    if (one.id === null || one.at === null)
      this.open.push({ what: 'removed', from: one.seq, to: one.seq, id: one.line_id })
    else {
      this.lines += 1
      this.close(instantOf(one.at))
      this.last = instantOf(one.at)
    }
    this.seq = seq
    this.hash = one.hash
    this.compare(one)
  }

  /** Whether a line says what it did when it was written, or a pseudonym that the house put there. */
  private async stands(one: Walked): Promise<boolean> {
    return one.signature === null
      ? hashOf(this.hash, this.tenantId, one).equals(one.hash)
      : isPseudonymised(this.tenantId, this.hash, one, one.signature)
  }

  /** What is told of the end: lines that are anchored and gone. */
  end(): void {
    this.close(null)
    const { furthest } = this
    if (!furthest || BigInt(furthest.seq) <= this.seq) return
    this.findings.push({
      ...{ what: 'end', from: String(this.seq + 1n), to: furthest.seq, line: null },
      ...{ after: this.last, before: Temporal.Instant.from(furthest.at) },
    })
  }

  private told(
    what: Finding['what'],
    from: string,
    to: string,
    id: string | null,
    action: string | null,
    at: string | null,
  ): void {
    const line = id === null ? null : { id, action }
    const when = at === null ? null : instantOf(at)
    this.findings.push({ what, from, to, line, after: this.last ?? when, before: when })
  }

  private close(before: Temporal.Instant | null): void {
    for (const { what, from, to, id } of this.open)
      this.findings.push({
        ...{ what, from, to, line: id === null ? null : { id, action: null } },
        ...{ after: this.last, before },
      })
    this.open = []
  }

  /** Where all links were reckoned anew, the anchors say something else. */
  private compare({ seq, hash }: Linked): void {
    const anchor = this.anchors.get(seq)
    if (!anchor) return
    if (anchor.hash === hash.toString('hex')) {
      this.held = anchor
      return
    }
    if (this.findings.some(({ what }) => what === 'rewritten')) return
    this.findings.push({
      ...{ what: 'rewritten', from: String(BigInt(this.held?.seq ?? 0) + 1n), to: seq, line: null },
      after: this.held && Temporal.Instant.from(this.held.at),
      before: Temporal.Instant.from(anchor.at),
    })
  }
}
