import { shownNumber } from '#commons/plone'
import { whereOf } from './item.ts'
import type { ReadItem } from './item.ts'
import type { Answer, Entry } from './recognise.ts'
import { finding } from './types.ts'
import type { Finding, RemoteItem, RemoteMeeting, UnreadableItem } from './types.ts'

/** A point as it was read, beside the entry it was read from. */
export interface Point {
  entry: Entry
  point: ReadItem
}

export interface Agenda {
  items: RemoteItem[]
  unreadable: UnreadableItem[]
  findings: Finding[]
}

interface Readable extends Point {
  item: RemoteItem
}

/** What must hold between the points: each once, each its own number, all of this meeting. */
export function checkAgenda(
  meeting: RemoteMeeting | null,
  points: Point[],
  answers: Answer[],
): Agenda {
  const read = points.flatMap((point): Readable[] =>
    point.point.item === null ? [] : [{ ...point, item: point.point.item }],
  )
  const repeats = new Set(
    read.filter(({ item }, at) => read.findIndex((other) => isSame(other.item, item)) < at),
  )
  const once = read.filter((point) => !repeats.has(point))
  const faults = new Map(once.map((point) => [point, faultsOf(point, once, meeting)]))
  const unreadable = points.flatMap(({ point }) => (point.item === null ? [point.unreadable] : []))
  const refused = once.filter((point) => faults.get(point)?.length)
  return {
    items: once.filter((point) => !refused.includes(point)).map(({ item }) => item),
    unreadable: [...unreadable, ...refused.map(({ item }) => unreadableFrom(item))],
    findings: [
      ...[...repeats].map((point) => finding('notice', 'duplicate_uid', placeOf(point))),
      ...[...faults.values()].flat(),
      ...countFindings(meeting, points.length - repeats.size, answers),
    ],
  }
}

const isSame = (a: RemoteItem, b: RemoteItem): boolean => a.uid === b.uid && a.hash === b.hash

const placeOf = ({ entry }: Point) => whereOf(entry.raw, entry.file)

function faultsOf(point: Readable, all: Readable[], meeting: RemoteMeeting | null): Finding[] {
  const { item } = point
  const where = placeOf(point)
  const found: Finding[] = []
  const sameUid = all.filter((other) => other.item.uid === item.uid)
  if (sameUid.length > 1) {
    found.push(finding('refused', 'duplicate_uid', where, { count: sameUid.length }))
  }
  const sameNumber = all.filter((other) => other.item.number === item.number)
  if (sameNumber.length > sameUid.length) {
    found.push(finding('refused', 'duplicate_number', where, { number: shownNumber(item.number) }))
  }
  if (meeting && !belongsTo(meeting, point)) {
    found.push(finding('refused', 'item_of_other_meeting', where, { meeting: meeting.title }))
  }
  return found
}

/** Newer meetings do not list their points; then the address of the answer says whose they are. */
function belongsTo(meeting: RemoteMeeting, { item, entry }: Readable): boolean {
  const { meetingUid } = entry.answer
  if (meetingUid !== null && meetingUid !== meeting.uid) return false
  const { itemRefs } = meeting
  return (
    itemRefs.length === 0 ||
    itemRefs.includes(item.uid) ||
    (item.url !== null && itemRefs.includes(item.url))
  )
}

const unreadableFrom = ({ file, url, uid, title, number }: RemoteItem): UnreadableItem => ({
  file,
  url,
  uid,
  title,
  number,
})

/** An answer cut into pages, or a meeting whose list is longer, would be a meeting half taken over. */
function countFindings(meeting: RemoteMeeting | null, found: number, answers: Answer[]): Finding[] {
  if (meeting === null) return []
  const totals = answers.flatMap(({ kind, total }) => (kind === 'items' ? [total ?? 0] : []))
  const expected = Math.max(meeting.itemRefs.length, 0, ...totals)
  const where = { file: meeting.file }
  if (found < expected) {
    return [finding('refused', 'item_count_differs', where, { expected, found })]
  }
  return found === 0 ? [finding('notice', 'no_items', where)] : []
}
