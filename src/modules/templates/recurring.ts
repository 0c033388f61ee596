import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import type { Event } from '#kernel/events'
import { inItsLanguage } from '#kernel/tenancy'
import { read, readMany } from '#commons/dossiers'
import { labelsOf } from '#commons/records'
import { change, enforceMany } from '#commons/workflow'
import {
  isOver,
  type Item,
  itemFields,
  items,
  itemWorkflow,
  type Meeting,
  meetings,
  presentMany,
  withdraw,
  writeValidated,
} from '#modules/deliberations'
import { furnish, wordsOf } from './beginning.ts'
import { recurringOf, type recurrences, type Template, templates } from './template.ts'
import './tables.ts'

type When = Exclude<(typeof recurrences)[number], 'never'>

/** A recurring point of a meeting: where it stands now, or why it does not. */
export interface Placed {
  template: Template
  item: Item | null
  state: 'placed' | 'removed' | 'halted'
  /** Why it could not be put there. */
  why: string
}

/** The recurring points of a meeting (points récurrents), whoever may read which. */
export async function placedOn(meeting: { id: string }): Promise<Placed[]> {
  const rows = await db()
    .selectFrom('templates.placed')
    .select(['template_id', 'item_id', 'halted'])
    .where('meeting_id', '=', meeting.id)
    .execute()
  return actAs(system, async () => {
    const all = await readMany(
      templates,
      rows.map(({ template_id }) => template_id),
    )
    const points = await readMany(
      items,
      rows.flatMap(({ item_id }) => item_id ?? []),
    )
    const placed = rows.flatMap(({ template_id, item_id, halted: why }): Placed[] => {
      const template = all.find(({ id }) => id === template_id)
      const item = points.find(({ id }) => id === item_id) ?? null
      const stands = item?.meeting_id === meeting.id
      const state = item === null ? 'halted' : stands ? 'placed' : 'removed'
      return template ? [{ template: template as Template, item, state, why }] : []
    })
    return placed.toSorted((a, b) => a.template.title.localeCompare(b.template.title, 'fr'))
  })
}

/** Recurring points join the agendas of meetings that are planned; a meeting that repeats another bears the points of that one. */
export const joinPlanned = async (events: readonly Event[]): Promise<void> => {
  const ids = events.flatMap(({ subjectId }) => subjectId ?? [])
  const planned = await actAs(system, () => readMany(meetings, ids, { lock: true }))
  for (const meeting of planned)
    if (meeting.repeats_id === null) await putRecurring(meeting, 'creation')
}

/**
 * Puts the recurring points of its organ on the agenda of a meeting, which is locked: each once, in the order of the organ,
 * whoever plans and whoever validates there (C06). One that cannot be written is kept with the reason. A meeting that was held
 * before it is written here has none.
 */
export async function putRecurring(meeting: Meeting, at: When): Promise<void> {
  if (meeting.noted_after) return
  const due = await actAs(system, () => recurringOf(meeting.organ_id, at))
  if (due.length === 0) return
  const known = new Set((await placedOn(meeting)).map(({ template }) => template.id))
  const missing = due.filter(({ id }) => !known.has(id))
  if (missing.length > 0) await put(meeting, missing)
}

/** Writes points of templates and puts them on an agenda; what becomes of each is kept. */
async function put(meeting: Meeting, some: readonly Template[]): Promise<void> {
  const written = await actAs(system, () => inItsLanguage(() => writeAll(some)))
  const begun = written.flatMap(({ template, item }) => (item ? [{ template, item }] : []))
  await actAs(system, async () => {
    await furnish(begun)
    const points = begun.map(({ item }) => item)
    if (points.length > 0) await presentMany(points, meeting, enforceMany)
  })
  const rows = written.map(({ template, item, why }) => ({
    ...{ meeting_id: meeting.id, template_id: template.id },
    ...{ item_id: item?.id ?? null, halted: why },
  }))
  await db()
    .insertInto('templates.placed')
    .values(rows)
    .onConflict((clash) =>
      clash.columns(['tenant_id', 'meeting_id', 'template_id']).doUpdateSet((row) => ({
        item_id: row.ref('excluded.item_id'),
        halted: row.ref('excluded.halted'),
      })),
    )
    .execute()
}

interface Written {
  template: Template
  item: Item | null
  why: string
}

async function writeAll(some: readonly Template[]): Promise<Written[]> {
  const written: Written[] = []
  for (const template of some) written.push(await writeOne(template))
  return written
}

/** What a template says may have ceased to be: its category is proposed no more, its service ended. */
async function writeOne(template: Template): Promise<Written> {
  const { title, organ_id, service_id } = template
  try {
    if (!organ_id || !service_id) throw Invalid.field('service_id', 'http.field.choose')
    const words = wordsOf(template, { title, organ_id, service_id })
    return { template, item: await writeValidated(words, { title }), why: '' }
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure
    const labels: Record<string, string> = labelsOf(itemFields)
    const why = Object.entries(failure.fields).map(([name, sentences = []]) =>
      [labels[name], ...sentences].filter(Boolean).join(', '),
    )
    return { template, item: null, why: why.join(' ') }
  }
}

/** One of a meeting by its template. Throws `NotFound`. */
async function placedAs(meeting: Meeting, templateId: string): Promise<Placed> {
  const found = (await placedOn(meeting)).find(({ template }) => template.id === templateId)
  if (!found) throw new NotFound()
  return found
}

/** Takes a recurring point off the agenda of a meeting, which is locked, and calls it off: it does not wait for another one. */
export async function remove(meeting: Meeting, templateId: string): Promise<void> {
  const { item, state, template } = await placedAs(meeting, templateId)
  ensure(state === 'placed' && item, Conflict, 'templates.not_there')
  const off = await withdraw(item)
  const comment = template.title
  await change(items, itemWorkflow, await read(items, off.id, { lock: true }), 'cancel', {
    comment,
  })
}

/** Puts a recurring point on the agenda again from which it was taken, or on which it could not be put. */
export async function putBack(meeting: Meeting, templateId: string): Promise<void> {
  ensure(!isOver(meeting), Conflict, 'deliberations.meeting.closed_already')
  const { state, template } = await placedAs(meeting, templateId)
  ensure(state !== 'placed', Conflict, 'templates.there_already')
  ensure(template.state === 'used', Conflict, 'templates.is_ended')
  await put(meeting, [template])
  const again = await placedAs(meeting, templateId)
  ensure(again.state === 'placed', Conflict, 'templates.halted', { why: again.why })
}
