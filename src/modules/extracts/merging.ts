import { formatDate, formatTime } from '#kernel/i18n'
import { today } from '#commons/clock'
import { fullName } from '#commons/directory'
import { type Mergeables, type Merged, mergedFields, type MergeSource } from '#commons/documents'
import { read } from '#commons/dossiers'
import { organOn } from '#commons/organs'
import { stateName } from '#commons/workflow'
import {
  agendaOf,
  continuedIn,
  dayOf,
  itemFields,
  items,
  type Meeting,
  meetings,
  veiledOnPaper,
} from '#modules/deliberations'
import { paperReaders } from '#modules/minutes'
import { officersOf, sittingOf } from '#modules/sittings'
import { toldOf } from '#modules/votes'
import { certifiers } from './signatory.ts'

const ofMeeting = {
  title: { label: 'extracts.merge.meeting', sort: 'words' },
  organ: { label: 'extracts.merge.organ', sort: 'words' },
  day: { label: 'extracts.merge.day', sort: 'day' },
  hour: { label: 'extracts.merge.hour', sort: 'words' },
  place: { label: 'extracts.merge.place', sort: 'words' },
  president: { label: 'extracts.merge.president', sort: 'words' },
  secretary: { label: 'extracts.merge.secretary', sort: 'words' },
} as const satisfies Mergeables

const signing = {
  signatories: {
    label: 'extracts.merge.signatories',
    sort: 'list',
    of: {
      mention: { label: 'extracts.merge.mention', sort: 'words' },
      role: { label: 'extracts.merge.role', sort: 'words' },
      name: { label: 'extracts.merge.name', sort: 'words' },
    },
  },
} as const satisfies Mergeables

const members = {
  name: { label: 'extracts.merge.name', sort: 'words' },
  title: { label: 'extracts.merge.mandate', sort: 'words' },
} as const satisfies Mergeables

const presences = ['present', 'excused', 'absent'] as const

/** What templates may name of a point besides its fields: its meeting, how it was voted, who signs what tells of it. */
export const ofPoints: MergeSource = {
  kind: items.name,
  // Made before it was hidden, or by who writes: what was decided is theirs until the meeting is closed (C13).
  withheld: veiledOnPaper,
  of: {
    number: { label: 'extracts.merge.number', sort: 'words' },
    continued: { label: 'extracts.merge.continued', sort: 'words' },
    meeting: { label: 'extracts.merge.meeting', sort: 'group', of: ofMeeting },
    vote: { label: 'extracts.merge.vote', sort: 'words' },
    dissent: { label: 'extracts.merge.dissent', sort: 'words' },
    ...signing,
  },
  data: async (id) => {
    const item = await read(items, id)
    if (item.meeting_id === null)
      return { number: null, continued: null, meeting: {}, vote: null, signatories: [] }
    const meeting = await read(meetings, item.meeting_id)
    const { vote } = (await toldOf(meeting))(id)
    return {
      number: item.number,
      continued: (await continuedIn(meeting)).get(id) ?? null,
      meeting: await toldOfMeeting(meeting),
      vote: vote?.whole ?? null,
      dissent: vote?.dissent ?? null,
      signatories: await signatoriesOf(meeting, item.service_id),
    }
  },
}

/** What templates may name of a meeting: who was there, and its points; for those who take its agenda. */
export const ofMeetings: MergeSource = {
  kind: meetings.name,
  readers: paperReaders,
  of: {
    ...ofMeeting,
    ...signing,
    ...Object.fromEntries(
      presences.map((one) => [
        one,
        { label: `extracts.merge.${one}` as const, sort: 'list' as const, of: members },
      ]),
    ),
    points: {
      label: 'extracts.merge.points',
      sort: 'list',
      of: {
        number: { label: 'extracts.merge.number', sort: 'words' },
        continued: { label: 'extracts.merge.continued', sort: 'words' },
        title: { label: 'deliberations.item.title', sort: 'words' },
        service: { label: 'deliberations.item.service', sort: 'words' },
        reference: { label: 'extracts.merge.reference', sort: 'words' },
        state: { label: 'extracts.merge.outcome', sort: 'words' },
      },
    },
  },
  data: async (id) => {
    const meeting = await read(meetings, id)
    const { attendees } = await sittingOf(meeting)
    const lines = await agendaOf(id)
    const continued = await continuedIn(meeting)
    const there = presences.map((presence): [string, Merged] => [
      presence,
      attendees
        .filter((seat) => seat.presence === presence)
        .map((seat) => ({ name: fullName(seat), title: seat.title })),
    ])
    return {
      ...(await toldOfMeeting(meeting)),
      signatories: await signatoriesOf(meeting, null),
      ...Object.fromEntries(there),
      points: lines.map(({ id: point, number, title, service_name, reference, state }) => ({
        ...{ number, title, service: service_name, reference },
        continued: continued.get(point) ?? null,
        state: stateName(items.name, state),
      })),
    }
  },
}

const signatoriesOf = async (meeting: Meeting, serviceId: string | null): Promise<Merged> =>
  (await certifiers(meeting, serviceId, today())).map(({ mention, role, name }) => ({
    ...{ mention, role, name },
  }))

/** The fields of points, as templates name them. */
export const fieldsOfPoints = mergedFields(items, itemFields)

async function toldOfMeeting(meeting: Meeting): Promise<Record<keyof typeof ofMeeting, Merged>> {
  const day = dayOf(meeting)
  const { attendees } = await sittingOf(meeting)
  const { presides, keeps } = await officersOf(meeting)
  const named = (seatId: string | null | undefined) => {
    const seat = attendees.find(({ id }) => id === seatId)
    return seat ? [fullName(seat), seat.title].filter(Boolean).join(', ') : null
  }
  return {
    title: meeting.title,
    organ: (await organOn(meeting.organ_id, day)).name,
    day: { raw: day.toString(), words: formatDate(day) },
    hour: formatTime(meeting.starts_at),
    place: meeting.place,
    president: named(presides),
    secretary: named(keeps),
  }
}
