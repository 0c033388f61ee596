import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { type Event, emit, event, eventNamed } from '#kernel/events'
import { type MessageKey } from '#kernel/i18n'
import { enqueue } from '#kernel/jobs'
import { inItsLanguage } from '#kernel/tenancy'
import type { OrganKind } from '#commons/law'
import { writableServices } from '#commons/directory'
import { read } from '#commons/dossiers'
import { terms } from '#commons/vocabularies'
import { change, enforce } from '#commons/workflow'
import { type Organ, openOrgans } from '#commons/organs'
import {
  type Item,
  type Standing,
  categories,
  items,
  itemWorkflow,
  standingOf,
  writeItem,
  WrittenItem,
} from '#modules/deliberations'
import { type Plan, planWorkflow, plans, presentationDay } from '#modules/strategy'
import { annexVersion } from './annex.ts'
import { titleOf, wordsOf } from './council-words.ts'
import { askedOf } from './ruled.ts'
import type { Purpose } from './tables.ts'
import type { Version } from './version.ts'

const submitted = event('accountability.version.submit')

/** What becomes of a point, told to its plan under the same verb. */
const outcomes = ['accept', 'accept_modified', 'refuse', 'delay', 'remove', 'reopen', 'withdraw']
for (const verb of outcomes) event(`accountability.version.${verb}`)

/** What a plan hears of its points. */
export const reactions = Object.fromEntries(
  outcomes.map((verb) => [`deliberations.item.${verb}`, onDecision]),
)

/** The point by which a version went to the council, and what became of it. */
export interface Submission extends Standing {
  version_id: string
}

const submissions = () =>
  db()
    .selectFrom('accountability.submission as s')
    .innerJoin('accountability.version as v', (join) =>
      join.onRef('v.tenant_id', '=', 's.tenant_id').onRef('v.id', '=', 's.version_id'),
    )
    .select(['s.version_id', 's.item_id', 'v.purpose', 'v.plan_id'])
    .orderBy('s.item_id')

/** The points of the versions of a plan, by version: of those that went several times, the last. */
export async function submissionsOf(planId: string): Promise<Map<string, Submission>> {
  const rows = await submissions().where('v.plan_id', '=', planId).execute()
  const standing = await standingOf(rows.map(({ item_id }) => item_id))
  return new Map(
    rows.flatMap(({ version_id, item_id }) => {
      const found = standing.get(item_id)
      return found ? [[version_id, { ...found, version_id }] as const] : []
    }),
  )
}

/** Whether the council took note. */
export const accepted = (point: Standing | undefined): boolean =>
  point?.state.startsWith('accepted') ?? false

/** Whether a version may be sent: it never was, or its point came to nothing. */
export const mayGo = (point: Standing | undefined): boolean =>
  !point || ['refused', 'delayed', 'removed'].includes(point.state)

/** Which councils may take note of a plan, the first that the authority has. */
const councilsFor = {
  commune: ['council', 'cpas_council'],
  shared: ['council', 'cpas_council'],
  cpas: ['cpas_council'],
} as const satisfies Record<Plan['body'], readonly OrganKind[]>

/** How the one who acts reaches the council of a plan, or what is in the way. */
export async function wayToCouncil({
  body,
}: Pick<Plan, 'body'>): Promise<
  { council: Organ; serviceId: string; categoryId: string } | { obstacle: MessageKey }
> {
  const known = await openOrgans()
  const [council] = councilsFor[body].flatMap((kind) => known.filter((one) => one.kind === kind))
  if (!council)
    return { obstacle: `accountability.council.no_${body === 'cpas' ? 'cpas_council' : 'council'}` }
  const [service] = await writableServices()
  if (!service) return { obstacle: 'accountability.council.no_service' }
  const [category] = await terms(categories.name)
  if (!category) return { obstacle: 'accountability.council.no_category' }
  return { council, serviceId: service.id, categoryId: category.id }
}

/**
 * Sends a version to the council as a point of which it takes note (prise d’acte, CDLD L1123-27,
 * § 2), or which it adopts by a vote, as the law of its kind of council has it: the point is written for a service of the one who acts, in the first category, which those
 * who validate it may change, and proposed; a job adds the print of the version. Throws `Conflict`
 * where it is under way or taken note of, or where something is in the way.
 */
export async function sendToCouncil(plan: Plan, version: Version): Promise<Item> {
  const point = (await submissionsOf(plan.id)).get(version.id)
  ensure(mayGo(point), Conflict, 'accountability.council.sent_already')
  const way = await wayToCouncil(plan)
  if ('obstacle' in way) throw new Conflict(way.obstacle)
  // The words of an act are in the language of the authority.
  const asked = await askedOf(plan, version.purpose, way.council.kind)
  const words = inItsLanguage(() => wordsOf(plan, version, way.council.speaks_as, asked))
  const item = await writeItem(
    // What else a point says is as it stands in a new one.
    WrittenItem.parse({
      ...words,
      organ_id: way.council.id,
      service_id: way.serviceId,
      category_id: way.categoryId,
      privacy: asked.open ? 'public' : 'secret',
      purpose: asked.act === 'adopts' ? 'decision' : 'takes_note',
      poll_type: asked.act === 'adopts' ? 'freehand' : 'no_vote',
    }),
  )
  await db()
    .insertInto('accountability.submission')
    .values({ version_id: version.id, item_id: item.id })
    .execute()
  await emit(submitted, plan.id, { title: words.title })
  await enqueue(annexVersion, { plan: plan.id, version: version.id, item: item.id })
  return change(items, itemWorkflow, item, 'propose')
}

/**
 * Tells the plan what became of its point. A plan of whose presentation the council took note is in
 * force; where that decision is taken back and no other stands, it is in preparation again.
 */
async function onDecision(events: readonly Event[]): Promise<void> {
  const decided = new Map(events.map((event) => [event.subjectId, event]))
  const found = await submissions()
    .where(
      's.item_id',
      'in',
      [...decided.keys()].filter((id) => id !== null),
    )
    .execute()
  for (const one of found) {
    const event = decided.get(one.item_id)
    if (event) await onDecisionOf(one, event)
  }
}

async function onDecisionOf(
  found: { plan_id: string; purpose: Purpose },
  { type, data }: Event,
): Promise<void> {
  const plan = await actAs(system, () => read(plans, found.plan_id, { lock: true }))
  const title = titleOf(plan, found.purpose)
  const verb = type.slice(type.lastIndexOf('.') + 1)
  await emit(eventNamed(`accountability.version.${verb}`), plan.id, { title })
  if (found.purpose !== 'presentation') return
  if (verb.startsWith('accept') && plan.state === 'draft')
    await enforce(plans, planWorkflow, plan, 'enforce', { patch: { due_on: null } })
  const undone = verb === 'reopen' && String(data['from']).startsWith('accepted')
  if (undone && plan.state === 'in_force' && !(await takenNoteOf(plan)))
    await enforce(plans, planWorkflow, plan, 'redraft', {
      patch: { due_on: await presentationDay(plan) },
    })
}

/** Whether the council took note of a presentation of a plan. */
async function takenNoteOf({ id }: Plan): Promise<boolean> {
  const rows = await submissions()
    .where('v.plan_id', '=', id)
    .where('v.purpose', '=', 'presentation')
    .execute()
  return [...(await standingOf(rows.map(({ item_id }) => item_id))).values()].some(accepted)
}
