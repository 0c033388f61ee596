import { sql } from 'kysely'
import { db } from '#kernel/db'
import { t } from '#kernel/i18n'
import type { RichText } from '#kernel/richtext'
import { annexesOfMany } from '#commons/annexes'
import { readMany } from '#commons/dossiers'
import { stateName } from '#commons/workflow'
import {
  agendaOf,
  decidedStates,
  type Item,
  items,
  type Meeting,
  meetings,
} from '#modules/deliberations'
import { toldOf } from '#modules/votes'
import { base, type Config, configs } from './config.ts'
import { linked } from './linked.ts'
import { type Choice, type Choices, type Lists, lists } from './lists.ts'
import type { Params } from './params.ts'
import { itemStateThere } from './states.ts'
import { toldAnnexes } from './tell-annex.ts'
import { toldAttendees } from './tell-attendee.ts'
import { toldConfig } from './tell-config.ts'
import { meetingTellings } from './tell-meeting.ts'
import { asText, texts } from './text.ts'
import { instantThere, once, onceEach, type Telling, told } from './telling.ts'
import { uidOf, uidsOf } from './uid.ts'

/** The address of a point in this API: a browser that follows it comes to its page. */
export const itemUrl = (at: string, id: string): string => `${at}/items/${uidOf(id)}`

/** What is around the points of one answer: loaded once, where it is asked. */
interface Around {
  at: string
  uid: (id: string) => string
  lists: () => Promise<Lists>
  write: (html: RichText) => Promise<string>
  identifier: () => Promise<ReadonlyMap<string, string>>
  annexes: () => ReturnType<typeof annexesOfMany>
  meeting: (id: string) => Promise<Meeting | undefined>
  /** The points of a meeting that may be read. */
  agenda: (meetingId: string) => ReturnType<typeof agendaOf>
  vote: (meetingId: string) => Promise<Awaited<ReturnType<typeof toldOf>> | undefined>
}

/** What can be told of these points, by their ids. */
export async function itemTellings(some: readonly Item[]): Promise<Map<string, Telling>> {
  const ids = some.map(({ id }) => id)
  const known = new Map((await configs()).map((one) => [one.organ.id, one]))
  const ofThem = once(async () => {
    const wanted = [...new Set(some.flatMap(({ meeting_id }) => meeting_id ?? []))]
    return new Map(
      (await readMany(meetings, wanted)).map((one): [string, Meeting] => [one.id, one]),
    )
  })
  const meeting = async (id: string) => (await ofThem()).get(id)
  const around: Around = {
    at: await base(),
    uid: await uidsOf([...ids, ...some.flatMap(({ meeting_id }) => meeting_id ?? [])]),
    lists: once(lists),
    write: texts(),
    identifier: once(() => identifiersOf(ids)),
    annexes: once(() => annexesOfMany(ids)),
    meeting,
    agenda: onceEach(agendaOf),
    vote: onceEach(async (id) => {
      const held = await meeting(id)
      return held && toldOf(held)
    }),
  }
  return new Map(
    some.flatMap((one) => {
      const config = known.get(one.organ_id)
      return config ? [[one.id, tellingOf(one, config, around)]] : []
    }),
  )
}

async function identifiersOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ item_id: string; identifier: string }>`
    select item_id, identifier from restapi.identifier where item_id = any(${[...ids]}::uuid[])`.execute(
    db(),
  )
  return new Map(rows.map(({ item_id, identifier }) => [item_id, identifier]))
}

function tellingOf(item: Item, config: Config, around: Around): Telling {
  const { at, uid } = around
  const url = itemUrl(at, item.id)
  const { state, created_at, changed_at } = item
  const telling: Telling = {
    '@type': config.itemType,
    base: {
      ...{ '@id': url, UID: uid(item.id), id: uidOf(item.id), title: item.title },
      ...{ created: instantThere(created_at), modified: instantThere(changed_at) },
      review_state: itemStateThere(state),
    },
    summary: { description: '', enabled: null },
    fields: fieldsOf(item, around),
    values: {
      formatted_itemNumber: () => item.number ?? '',
      formatted_itemAssembly: async () => {
        const meeting = item.meeting_id && (await around.meeting(item.meeting_id))
        return meeting ? around.write(meeting.assembly) : ''
      },
      all_copyGroups: () => [],
      all_groupsInCharge: () => chosen(around, 'inCharge', item.in_charge),
    },
    under: (name) => (name.includes('deliberation') ? 'deliberation' : name),
    includes: {
      ...deliberationOf(item, around),
      annexes: async (asked) =>
        toldAnnexes((await around.annexes()).get(item.id) ?? [], { url, telling }, asked),
      attendees: async () => {
        const meeting = item.meeting_id ? await around.meeting(item.meeting_id) : undefined
        return meeting ? toldAttendees(meeting, url, item.position) : []
      },
      proposing_group: () => one(around, 'service', item.service_id),
      category: () => one(around, 'category', item.category_id),
      classifier: () => one(around, 'classifier', item.classifier_id),
      groups_in_charge: () => chosen(around, 'inCharge', item.in_charge),
      associated_groups: () => chosen(around, 'service', item.associated),
      pod_templates: () => [],
      meeting: async (asked) => {
        const meeting = item.meeting_id ? await around.meeting(item.meeting_id) : undefined
        const telling = meeting && (await meetingTellings([meeting])).get(meeting.id)
        return telling ? told(telling, asked) : {}
      },
      linked_items: (asked) => toldLinked(item, asked),
      config: (asked) => toldConfig(config, asked),
    },
    choices: choicesOf(around),
    besides: {
      parent: () => ({ parent: {} }),
      nextprev: () => neighbours(item, around),
    },
  }
  return telling
}

/** What is said of a point, under the names of its fields there. */
function fieldsOf(item: Item, around: Around): Telling['fields'] {
  const choice = (group: 'poll' | 'privacy', token: string) => ({
    ...{
      token,
      title: t(
        group === 'poll'
          ? `deliberations.item.poll.${token as Poll}`
          : `deliberations.item.privacy.${token as Item['privacy']}`,
      ),
    },
  })
  const nothing = () => asText('')
  return {
    title: () => item.title,
    proposingGroup: () => one(around, 'service', item.service_id),
    category: () => one(around, 'category', item.category_id),
    classifier: () => one(around, 'classifier', item.classifier_id),
    groupsInCharge: () => chosen(around, 'inCharge', item.in_charge),
    associatedGroups: () => chosen(around, 'service', item.associated),
    ...{ description: nothing, detailedDescription: nothing, observations: nothing },
    motivation: async () => asText(await around.write(item.motivation)),
    decision: async () => asText(await around.write(item.decision)),
    privacy: () => choice('privacy', item.privacy),
    pollType: () => choice('poll', item.poll_type),
    votesAreSecret: () => item.poll_type === 'secret',
    votesResult: async () => asText(await votesResult(item, around)),
    listType: () => ({
      token: item.list_type,
      title: t(`restapi.list.${item.list_type}`),
    }),
    // 100 is the first, as PloneMeeting keeps numbers that may have parts.
    itemNumber: () => hundredths(item.number),
    itemReference: () => item.reference,
    toDiscuss: () => item.to_discuss,
    budgetRelated: () => item.amount !== null,
    externalIdentifier: async () => (await around.identifier()).get(item.id) ?? '',
    preferredMeeting: () => (item.meeting_id ? around.uid(item.meeting_id) : 'whatever'),
    review_state: () => ({
      token: itemStateThere(item.state),
      title: stateName('deliberations.item', item.state),
    }),
    ...{ copyGroups: () => [], optionalAdvisers: () => [], itemInitiator: () => [] },
  }
}
type Poll = Item['poll_type']

/** How the vote ended, in the words of the minutes; nothing before it. */
async function votesResult({ id, meeting_id }: Item, around: Around): Promise<string> {
  const said = meeting_id ? (await around.vote(meeting_id))?.(id).vote : undefined
  return said ? `<p>${escaped([said.whole, said.dissent].filter(Boolean).join(' '))}</p>` : ''
}

const escaped = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The variants of a deliberation: each of `extra_include` by its own name, all told together. */
function deliberationOf(item: Item, { write }: Around): NonNullable<Telling['includes']> {
  const isPublic = item.privacy === 'public'
  const isDecided = decidedStates.includes(item.state)
  const whole = async () => (await write(item.motivation)) + (await write(item.decision))
  const variants: Record<string, () => Promise<string> | string> = {
    deliberation: whole,
    public_deliberation: () => (isPublic ? whole() : ''),
    public_deliberation_decided: () => (isPublic && isDecided ? whole() : ''),
    deliberation_motivation: () => write(item.motivation),
    deliberation_decision: () => write(item.decision),
  }
  return Object.fromEntries(
    Object.entries(variants).map(([name, make]) => [name, async () => ({ [name]: await make() })]),
  )
}

async function one(around: Around, of: keyof Lists, id: string | null): Promise<Choice | null> {
  return id === null ? null : (await around.lists())[of].tell(id)
}

async function chosen(around: Around, of: keyof Lists, ids: readonly string[]): Promise<Choice[]> {
  const list: Choices = (await around.lists())[of]
  return ids.flatMap((id) => list.tell(id) ?? [])
}

const choicesOf = (around: Around): NonNullable<Telling['choices']> => {
  const open = (of: keyof Lists) => async () => (await around.lists())[of].open
  return {
    ...{ category: open('category'), classifier: open('classifier') },
    ...{ proposingGroup: open('service'), associatedGroups: open('service') },
    groupsInCharge: open('inCharge'),
    privacy: () =>
      (['public', 'secret'] as const).map((token) => {
        return { token, title: t(`deliberations.item.privacy.${token}`) }
      }),
    pollType: () =>
      (['freehand', 'secret', 'no_vote'] as const).map((token) => {
        return { token, title: t(`deliberations.item.poll.${token}`) }
      }),
  }
}

/** The points before and after one on its agenda, of those that may be read. */
async function neighbours({ id, meeting_id }: Item, around: Around): Promise<object> {
  const lines = meeting_id ? await around.agenda(meeting_id) : []
  const at = lines.findIndex((line) => line.id === id)
  const tell = (place: number) => {
    const line = at === -1 ? undefined : lines[place]
    return line ? { '@id': itemUrl(around.at, line.id), title: line.title } : {}
  }
  return { previous_item: tell(at - 1), next_item: tell(at + 1) }
}

async function toldLinked(item: Item, asked: Params): Promise<object[]> {
  const found = await readMany(items, await linked(item, asked.one('mode') ?? 'auto'))
  const tellings = await itemTellings(found)
  const answers: object[] = []
  for (const { id } of found) {
    const telling = tellings.get(id)
    if (telling) answers.push(await told(telling, asked))
  }
  return answers
}

/** A number as it is told there, by hundredths: 2.1 is 201, 2.12 is 212. */
const hundredths = (number: string | null): number => {
  const [whole = 0, below = 0] = (number ?? '0').split('.').map(Number)
  return whole * 100 + below
}
