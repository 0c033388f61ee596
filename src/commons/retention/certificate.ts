import { sql } from 'kysely'
import { z } from 'zod'
import { db, type Latest, latest } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { type FileHash, needsFiles, readStoredFile, storeFile } from '#kernel/files'
import { isId } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { task } from '#kernel/jobs'
import { inItsLanguage } from '#kernel/tenancy'
import { printReport, type Report } from '#commons/documents'
import { kindName } from '#commons/workflow'
import { tracesInWords } from './traces.ts'
import './tables.ts'

needsFiles('commons.destruction_paper', sql`select hash from commons.destruction_paper`)

const Rule = z.object({ kept: z.string(), because: z.string(), verified: z.boolean() })
const Rows = z.array(
  z.object({
    ...{ id: z.uuid(), reference: z.string(), hash: z.string(), ended_on: z.iso.date() },
    asked: z.string().optional(),
    with: z.array(z.object({ says: z.string(), count: z.int() })).optional(),
  }),
)

/** What was destroyed (certificat d’élimination): nobody changes it. */
export interface Certificate {
  id: string
  reference: string
  kind: string
  rule: z.output<typeof Rule>
  destroyed: z.output<typeof Rows>
  by_name: string
  at: Temporal.Instant
  hash: string
  /** Its PDF/A; null as long as the press has not set it. */
  paper: string | null
}

const all = () =>
  db()
    .selectFrom('commons.destruction as c')
    .leftJoin('commons.destruction_paper as p', 'p.destruction_id', 'c.id')
    .select(['c.id', 'c.reference', 'c.kind', 'c.rule', 'c.destroyed', 'c.by_name', 'c.at'])
    .select(['c.hash', 'p.hash as paper'])

const told = <Row extends { rule: unknown; destroyed: unknown }>(row: Row) => ({
  ...row,
  rule: Rule.parse(row.rule),
  destroyed: Rows.parse(row.destroyed),
})

/** The certificates of the authority, the last first. */
export async function certificates(most: number | null): Promise<Latest<Certificate>> {
  const found = await latest(all().orderBy('c.id', 'desc'), most)
  return { ...found, rows: found.rows.map(told) }
}

/** One of them. Throws `NotFound`. */
export async function certificate(id: string): Promise<Certificate> {
  const found = isId(id) ? await all().where('c.id', '=', id).executeTakeFirst() : undefined
  if (!found) throw new NotFound()
  return told(found)
}

/** The bytes of its PDF/A. Throws `NotFound` as long as the press has not set it. */
export async function paperOf(id: string): Promise<{ name: string; bytes: Buffer }> {
  const { paper, reference } = await certificate(id)
  if (!paper) throw new NotFound('retention.paper_waits')
  // Only a file that was stored is written there.
  return {
    name: `${reference.replaceAll('/', '-')}.pdf`,
    bytes: await readStoredFile(paper as FileHash),
  }
}

/** The certificate as PDF/A, set once, outside of the transaction that destroyed. */
export const printCertificate = task(
  'retention.print',
  z.object({ id: z.uuid() }),
  async ({ id }) => {
    const one = await certificate(id)
    if (one.paper) return
    const report = inItsLanguage(() => reported(one))
    const hash = await storeFile(await printReport(report, 'pdf'))
    await db()
      .insertInto('commons.destruction_paper')
      .values({ destruction_id: id, hash })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },
)

function reported(one: Certificate): Report {
  const { reference, kind, rule, destroyed, by_name: by, at, hash } = one
  const asked = [...new Set(destroyed.flatMap((row) => row.asked ?? []))]
  const withTraces = destroyed.some((row) => row.with)
  return {
    title: t('retention.certificate', { reference }),
    subtitle: kindName(kind),
    facts: [
      { label: t('retention.by'), value: by },
      { label: t('retention.at'), value: formatDateTime(at) },
      { label: t('retention.keep'), value: rule.kept },
      {
        label: t('retention.because'),
        value: rule.verified ? rule.because : `${rule.because} (${t('retention.unverified')})`,
      },
      ...(asked.length > 0
        ? [
            {
              label: t('retention.asked'),
              value: t('retention.asked_by', { references: asked.join(', ') }),
            },
          ]
        : []),
      { label: t('retention.hash'), value: hash },
    ],
    blocks: [
      {
        kind: 'table',
        caption: t('retention.destroyed', { count: destroyed.length }),
        columns: [
          { header: t('retention.reference'), width: 2 },
          { header: t('retention.ended'), kind: 'date' },
          { header: t('retention.hash'), width: 4 },
          ...(withTraces ? [{ header: t('retention.with'), width: 3 }] : []),
        ],
        rows: destroyed.map((row) => [
          row.reference || row.id,
          Temporal.PlainDate.from(row.ended_on),
          row.hash,
          ...(withTraces ? [tracesInWords(row.with ?? [])] : []),
        ]),
      },
    ],
  }
}
