import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { actAs, actor, may, permission, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, NotFound } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { isId } from '#kernel/http'
import type { RichText } from '#kernel/richtext'
import { richTextOf } from '#commons/records'
import { today } from '#commons/clock'
import { usePictures } from '#commons/dossiers'
import { canonicalJson } from '#commons/publication'
import { type Plan, type PlanTree, loadTree, planPath } from '#modules/strategy'
import { withoutHidden } from './hidden.ts'
import { contentOf, PlanContent } from './content.ts'
import type { Purpose } from './tables.ts'

const runs = permission('accountability.run')
const frozenVersion = event('accountability.version.freeze')

/** A plan as it stood on a day, frozen for the council (CDLD L1123-27, § 2). */
export interface Version {
  id: string
  plan_id: string
  purpose: Purpose
  /** What the CODIR and the college say of it, rich text. */
  report: RichText
  /** SHA-256 of the canonical JSON of its content (RFC 8785), in hexadecimal. */
  hash: string
  frozen_on: Temporal.PlainDate
  frozen_by: string
}

/** A version with all that it holds. */
export interface FrozenVersion extends Version {
  content: PlanContent
  /** Whether the content still has the hash that it was given. */
  holds: boolean
}

export const versionsPath = (plan: { id: string }) => `${planPath(plan)}/versions`

const columns = ['id', 'plan_id', 'purpose', 'report', 'hash', 'frozen_on', 'frozen_by'] as const

/** The versions of a plan, the latest first. The caller has made sure that it may be seen. */
export function versionsOf(planId: string): Promise<Version[]> {
  return db()
    .selectFrom('accountability.version')
    .select(columns)
    .where('plan_id', '=', planId)
    .orderBy('id', 'desc')
    .execute()
}

/**
 * Freezes a plan as it stands, with what is said of it: for its presentation, an update, or its
 * evaluation. All of it, whoever acts.
 */
export async function freeze(plan: Plan, purpose: Purpose, said: string): Promise<Version> {
  const report = await richTextOf(said, 'report')
  const content = PlanContent.parse(
    await actAs(system, async () => contentOf(await loadTree(plan))),
  )
  const version = { purpose, report, hash: hashOf(content), frozen_on: today() }
  await ensureAnother(plan, version)
  const frozen = await db()
    .insertInto('accountability.version')
    .values({
      plan_id: plan.id,
      ...version,
      content: sql`${JSON.stringify(content)}::jsonb`,
      frozen_by: actor().name,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
  await usePictures([{ id: plan.id, texts: { report, shown: textsOf(content) } }])
  await emit(frozenVersion, plan.id, { purpose, hash: frozen.hash })
  return frozen
}

/** The texts of the elements, whose pictures the version shows as long as it stands. */
const textsOf = ({ elements }: PlanContent) =>
  elements.map(({ description }) => description).join('\n')

/** Pressed in two windows, or twice: what would be the last version once more is none, unless that went already. */
async function ensureAnother(
  { id }: Plan,
  version: Pick<Version, 'purpose' | 'report' | 'hash' | 'frozen_on'>,
): Promise<void> {
  const [last] = await versionsOf(id)
  const same =
    last?.hash === version.hash &&
    last.purpose === version.purpose &&
    last.report === version.report &&
    last.frozen_on.equals(version.frozen_on)
  ensure(!same || (await went(last)), Conflict, 'accountability.version.same')
}

/** Whether it was sent to the council. */
async function went({ id }: Version): Promise<boolean> {
  const sent = await db()
    .selectFrom('accountability.submission')
    .select('version_id')
    .where('version_id', '=', id)
    .executeTakeFirst()
  return sent !== undefined
}

const hashOf = (content: unknown) =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')

/** One version with its content. Throws `NotFound` where it is not of that plan. */
export async function version(plan: { id: string }, id: string): Promise<FrozenVersion> {
  if (!isId(id)) throw new NotFound()
  const found = await db()
    .selectFrom('accountability.version')
    .select([...columns, 'content'])
    .where('plan_id', '=', plan.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  const { content } = found
  return { ...found, content: PlanContent.parse(content), holds: hashOf(content) === found.hash }
}

/**
 * What of a version the one who looks reads: the coordination all, others what they may read in the plan;
 * nobody what the plan hides now.
 */
export function readable(content: PlanContent, { byId, plan }: PlanTree): PlanContent {
  const all = content.elements.filter(({ id }) => may(runs) || byId.has(id))
  return { ...content, elements: all.map((one) => withoutHidden(one, plan.fields)) }
}

/** How many versions of plans were frozen, of all plans. */
export async function countVersions(): Promise<number> {
  const { count } = await db()
    .selectFrom('accountability.version')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
