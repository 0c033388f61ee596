import { Conflict } from '#kernel/errors'
import type { z } from 'zod'
import { shaped } from '#commons/plone'
import { Items, type ItemThere, Lists, Meetings, type MeetingThere } from './answers.ts'
import { type Asker, askJson, type Parameters } from './client.ts'

/** How many meetings are listed at once, and points asked for at once. */
export const meetingsAtOnce = 50
const pointsAtOnce = 100
const mostPoints = 500
/** So many tokens fit into an address: where more are mapped, what comes is filtered here alone. */
const mostTokens = 100

async function read<T>(
  asker: Asker,
  shape: z.ZodType<T>,
  path: string,
  asked: Parameters,
): Promise<T> {
  const known = shaped(shape, await askJson(asker, path, asked))
  if ('value' in known) return known.value
  const [fault] = known.faults
  const { hostname: host } = new URL(asker.of.url)
  throw new Conflict('pulls.other_answer', { host, field: fault?.field ?? '' })
}

const meetingFields = ['date', 'start_date', 'place', 'review_state']

/** Nothing of an element but what is asked for by name. */
const fewFields = (fields: readonly string[]): Parameters => ({
  ...{ fullobjects: 'True', include_all: 'false' },
  metadata_fields: fields,
})

/** The meetings of the organ there, the last first, a page of them. */
export async function meetingsThere(
  asker: Asker,
  start = 0,
): Promise<{ meetings: MeetingThere[]; total: number }> {
  const { config_id, states } = asker.of
  const { items, items_total } = await read(asker, Meetings, '@search', {
    ...{ type: 'meeting', config_id, review_state: states },
    ...{ b_start: String(start), b_size: String(meetingsAtOnce) },
    ...fewFields(meetingFields),
  })
  return { meetings: items, total: items_total }
}

/** One meeting there. Throws `Conflict` where it is there no more, or not in a state that is asked for. */
export async function meetingThere(asker: Asker, uid: string): Promise<MeetingThere> {
  const { config_id, states } = asker.of
  const { items } = await read(asker, Meetings, '@search', {
    ...{ type: 'meeting', config_id, UID: uid, review_state: states },
    ...{ b_size: '2', ...fewFields(meetingFields) },
  })
  const [meeting, other] = items
  if (!meeting || other || meeting.UID !== uid) throw new Conflict('pulls.no_such_meeting')
  return meeting
}

/** Which tokens stand for something here. */
export interface MappedTokens {
  subjects: ReadonlySet<string>
  people: ReadonlySet<string>
}

/** The public points of a meeting there, in their order, with their text and the files that may leave. */
export async function itemsThere(
  asker: Asker,
  meetingUid: string,
  mapped: MappedTokens,
): Promise<ItemThere[]> {
  const { of } = asker
  const asked: Parameters = {
    ...{ type: 'item', config_id: of.config_id, sort_on: 'getItemNumber' },
    // The index was called otherwise in older versions, which know nothing of the new name.
    ...{ meeting_uid: meetingUid, linkedMeetingUID: meetingUid },
    ...{ privacy: ['public', 'public_heading'], listType: ['normal', 'late'] },
    ...within(of.mapped_subjects_only, indexOf[of.category_field], mapped.subjects),
    ...within(of.mapped_people_only, 'getGroupsInCharge', mapped.people),
    ...fewFields([
      ...['itemNumber', 'itemReference', 'privacy', 'review_state', 'groupsInCharge'],
      of.category_field,
    ]),
    additional_values: ['formatted_itemNumber', 'all_groupsInCharge'],
    extra_include: ['annexes', of.texts],
    ...{ extra_include_annexes_publishable: 'true', extra_include_annexes_fullobjects: 'True' },
    extra_include_annexes_include_all: 'false',
    extra_include_annexes_metadata_fields: ['file', 'publishable'],
    extra_include_annexes_additional_values: ['publishable'],
  }
  const found: ItemThere[] = []
  for (;;) {
    const { items, items_total } = await read(asker, Items, '@search', {
      ...asked,
      ...{ b_start: String(found.length), b_size: String(pointsAtOnce) },
    })
    if (items_total > mostPoints || found.length + items.length > mostPoints)
      throw new Conflict('pulls.too_many_points', { count: items_total, most: mostPoints })
    found.push(...items)
    if (found.length >= items_total) return found
    // A list cut short would make the rest look as if they were gone.
    if (items.length === 0) throw new Conflict('pulls.cut_short', { total: items_total })
  }
}

const indexOf = { category: 'getCategory', classifier: 'getRawClassifier' } as const

const within = (isAsked: boolean, index: string, tokens: ReadonlySet<string>): Parameters =>
  isAsked && tokens.size > 0 && tokens.size <= mostTokens ? { [index]: [...tokens] } : {}

/** What the organ there has to choose from. */
export const listsThere = (asker: Asker) =>
  read(asker, Lists, '@config', {
    config_id: asker.of.config_id,
    extra_include: [listOf[asker.of.category_field], 'groups_in_charge'],
  })

const listOf = { category: 'categories', classifier: 'classifiers' } as const
