import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import type { Event } from '#kernel/events'
import { emit } from '#kernel/events'
import { formatDate, inLanguage, t } from '#kernel/i18n'
import { writableServices } from '#commons/directory'
import { read } from '#commons/dossiers'
import { change, enforce } from '#commons/workflow'
import {
  type Item,
  type Standing,
  items,
  itemWorkflow,
  organs,
  standingOf,
  writeItem,
} from '#modules/deliberations'
import type { Version } from './version.ts'
import { type Plan, plans, planWorkflow } from '#modules/strategy'

/** A version and what became of the point by which it went to the council. */
export interface Submission extends Standing {
  version_id: string
}

/** The points of the versions of a plan, by version. */
export async function submissionsOf(planId: string): Promise<Map<string, Submission>> {
  const rows = await db()
    .selectFrom('accountability.submission as s')
    .innerJoin('accountability.version as v', (join) =>
      join.onRef('v.tenant_id', '=', 's.tenant_id').onRef('v.id', '=', 's.version_id'),
    )
    .select(['s.version_id', 's.item_id', 'v.purpose'])
    .where('v.plan_id', '=', planId)
    .execute()
  const standing = await standingOf(rows.map(({ item_id }) => item_id))
  return new Map(
    rows.flatMap(({ version_id, item_id }) => {
      const found = standing.get(item_id)
      return found ? [[version_id, { ...found, version_id }] as const] : []
    }),
  )
}

/**
 * Sends a version to the council as a point of which it takes note (prise d’acte, CDLD L1123-27,
 * § 2): the point is written for a service of the one who acts, and proposed. Throws `Conflict` where
 * it went already, or where they write for no service.
 */
export async function sendToCouncil(plan: Plan, version: Version): Promise<Item> {
  const sent = (await submissionsOf(plan.id)).has(version.id)
  ensure(!sent, Conflict, 'accountability.council.sent_already')
  const council = (await organs()).find(({ kind }) => kind === 'council' || kind === 'cpas_council')
  ensure(council, Conflict, 'accountability.council.no_council')
  const [service] = await writableServices()
  ensure(service, Conflict, 'accountability.council.no_service')
  // The words of an act are in the language of the authority.
  const words = inLanguage('fr', () => wordsOf(plan, version, council.speaks_as))
  const item = await writeItem({
    ...words,
    organ_id: council.id,
    service_id: service.id,
    category_id: null,
    privacy: 'public',
    poll_type: 'no_vote',
  })
  await db()
    .insertInto('accountability.submission')
    .values({ version_id: version.id, item_id: item.id })
    .execute()
  await emit('strategy.plan.submit', plan.id, { title: words.title })
  return change(items, itemWorkflow, item, 'propose')
}

function wordsOf(plan: Plan, version: Version, organ: string) {
  const params = { plan: plan.title, date: formatDate(version.frozen_on), hash: version.hash }
  const said = version.report && `<p>${t('accountability.council.report')}</p>${version.report}`
  return {
    title: t(`accountability.council.title.${version.purpose}`, params),
    motivation: [
      `<p>${t('accountability.council.law')}</p>`,
      `<p>${t(`accountability.council.ground.${version.purpose}`, params)}</p>`,
      `<p>${t('accountability.council.print', params)}</p>`,
      said,
    ].join(''),
    decision: `<p>${t(`accountability.council.decision.${version.purpose}`, { ...params, organ })}</p>`,
  }
}

/** Tells the plan what became of its point; a plan of which the council took note is in force. */
export async function onDecision({ subjectId, type }: Event): Promise<void> {
  const found = await db()
    .selectFrom('accountability.submission as s')
    .innerJoin('accountability.version as v', (join) =>
      join.onRef('v.tenant_id', '=', 's.tenant_id').onRef('v.id', '=', 's.version_id'),
    )
    .select(['v.plan_id', 'v.purpose', 's.item_id'])
    .where('s.item_id', '=', subjectId)
    .executeTakeFirst()
  if (!found) return
  await actAs(system, async () => {
    const plan = await read(plans, found.plan_id, { lock: true })
    const accepted = /\.accept(_modified)?$/.test(type)
    const item = (await standingOf([found.item_id])).get(found.item_id)
    await emit('strategy.plan.decision', plan.id, { title: item?.title ?? '' })
    if (accepted && found.purpose === 'presentation' && plan.state === 'draft')
      await enforce(plans, planWorkflow, plan, 'enforce', { patch: { due_on: null } })
  })
}
