import type { Reaction } from '#kernel/events'
import { signal } from '#kernel/signals'
import { toldOf } from '#commons/dossiers'
import { type Item, items } from '#modules/deliberations'
import { forgetCounted } from './counted.ts'
import { forgetVotes } from './held.ts'

/** What may be done to a point while its organ sits, and shows on the screens. */
const ofItems = [
  ...['vote', 'motion', 'unmotion', 'open_vote', 'drop_vote', 'lose_paper', 'remark'],
  ...['candidates', 'round', 'urgency', 'call', 'uncall', 'join', 'present', 'move', 'edit'],
  ...['accept', 'accept_modified', 'refuse', 'delay', 'remove', 'treat', 'reopen'],
] as const

/** What may be noted of a meeting, or done to it, and shows on the screens. */
const ofMeetings = [
  ...['attendance', 'presence', 'movement', 'unmovement', 'proxy', 'unproxy', 'hours'],
  ...['incident', 'unincident', 'complete', 'decide', 'close', 'lift', 'reopen'],
] as const

const idsOf = (events: Parameters<Reaction>[0]) => [
  ...new Set(events.flatMap(({ subjectId }) => subjectId ?? [])),
]

const meetingChanged: Reaction = (events) => signal(idsOf(events))

const itemsChanged: Reaction = async (events) => {
  const changed = await toldOf<Item>(items, idsOf(events))
  await signal([...new Set(changed.flatMap(({ meeting_id }) => meeting_id ?? []))])
}

const each = (kind: string, verbs: readonly string[], react: Reaction) =>
  verbs.map((verb) => [`${kind}.${verb}`, react] as const)

/** What tells the screens of a meeting that they are to look again. */
export const reactions: Readonly<Record<string, Reaction>> = {
  ...Object.fromEntries([
    ...each('deliberations.item', ofItems, itemsChanged),
    ...each('deliberations.meeting', ofMeetings, meetingChanged),
  ]),
  'deliberations.item.withdraw': (events) => forgetVotes(idsOf(events)),
  'deliberations.item.unvote': async (events) => {
    await forgetCounted(idsOf(events))
    await itemsChanged(events)
  },
}
