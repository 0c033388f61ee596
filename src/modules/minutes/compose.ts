import { formatDate, formatTime, t } from '#kernel/i18n'
import { toTree } from '#kernel/richtext'
import { inItsLanguage, itsLanguage } from '#kernel/tenancy'
import { type Composed, type DocumentTemplate, houseLabels } from '#commons/documents'
import { directorGeneral, fullName, mayor } from '#commons/directory'
import { read, readMany } from '#commons/dossiers'
import { type Organ, organ, votes } from '#commons/organs'
import {
  type AgendaLine,
  type Meeting,
  agendaOf,
  dayOf,
  items,
  meetings,
  partOf,
  parts,
  secretariat,
} from '#modules/deliberations'
import {
  type Attendee as Seated,
  movementSentence,
  officersOf,
  sittingOf,
  type Sitting,
  urgenciesOf,
  urgencySentence,
  voteSentences,
  votesOn,
} from '#modules/sittings'
import type { AgendaData, Attendee, MinutesData, MinutesPart, MinutesPoint } from './data.ts'

/** The agenda (ordre du jour) of a meeting, ready to print. CDLD L1122-13, L1122-24. */
async function composeAgenda(meetingId: string): Promise<Composed> {
  const meeting = await read(meetings, meetingId)
  const body = await organ(meeting.organ_id)
  const lines = await agendaOf(meetingId)
  const date = formatDate(dayOf(meeting))
  const time = formatTime(meeting.starts_at)
  const { place } = meeting
  const data: AgendaData = {
    labels: {
      ...houseLabels(),
      heading: t('minutes.document.agenda'),
      date: t('minutes.print.date'),
      time: t('minutes.print.time'),
      place: t('minutes.print.place'),
      empty: t('minutes.print.empty'),
    },
    organ: body.name,
    meeting: meeting.title,
    date,
    time,
    place,
    convocation: [
      place
        ? t('minutes.print.convocation', {
            date,
            time,
            place,
          })
        : t('minutes.print.convocation_no_place', {
            date,
            time,
          }),
    ],
    parts: parts.map((part) => ({
      title: t(`deliberations.part.${part}`),
      points: lines
        .filter((line) => partOf(line) === part)
        .map(({ position, title, service_name }) => ({
          number: String(position),
          title,
          service: service_name,
        })),
    })),
  }
  return printed('agenda', meeting, data)
}

const printed = (template: 'agenda' | 'minutes', meeting: Meeting, data: unknown): Composed => ({
  template: `modules/minutes/${template}.typ`,
  title: `${t(`minutes.document.${template}`)} · ${meeting.title}`,
  language: itsLanguage(),
  data,
})

/** The minutes (procès-verbal) of a meeting, ready to print and to sign. CDLD L1122-16, L1132-2. */
async function composeMinutes(meetingId: string): Promise<Composed> {
  const meeting = await read(meetings, meetingId)
  const body = await organ(meeting.organ_id)
  const sitting = await sittingOf(meeting)
  const seats = sitting.attendees
  const { presides, keeps } = await officersOf(meeting)
  const president = seats.find(({ id }) => id === presides)
  const secretary = seats.find(({ id }) => id === keeps)
  const members = (presence: Seated['presence']) =>
    seats
      .filter((seat) => votes(seat) && seat.presence === presence && seat !== president)
      .map(printedAttendee)
  const at = (instant: Temporal.Instant | null) =>
    instant ? formatTime(instant) : t('minutes.print.not_recorded')
  const nobody: Attendee = { name: t('minutes.print.not_recorded'), mandate: null }
  const data: MinutesData = {
    labels: {
      ...houseLabels(),
      heading: t('minutes.document.minutes'),
      date: t('minutes.print.date'),
      place: t('minutes.print.place'),
      opened: t('minutes.print.opened'),
      closed: t('minutes.print.closed'),
      attendance: t('minutes.print.attendance'),
      president: t('minutes.print.president'),
      secretary: t('minutes.print.secretary'),
      present: t('minutes.print.present'),
      excused: t('minutes.print.excused'),
      absent: t('minutes.print.absent'),
    },
    organ: body.name,
    meeting: meeting.title,
    date: formatDate(dayOf(meeting)),
    place: meeting.place,
    opened: at(meeting.opened_at),
    closed: at(meeting.closed_at),
    president: president ? printedAttendee(president) : nobody,
    secretary: secretary ? printedAttendee(secretary) : nobody,
    present: members('present'),
    excused: members('excused'),
    absent: members('absent'),
    parts: await minutesParts(meeting, body, sitting),
    closing: meeting.closed_at ? [t('minutes.print.closing')] : [],
    signing: {
      formula: t('minutes.print.by_organ', { organ: decapitalised(body.speaks_as) }),
      signatories: [secretary, president].flatMap((seat) =>
        seat
          ? [
              {
                mention: null,
                role: signingTitle(seat),
                name: fullName(seat),
              },
            ]
          : [],
      ),
    },
  }
  return printed('minutes', meeting, data)
}

async function minutesParts(
  meeting: Meeting,
  body: Organ,
  sitting: Sitting,
): Promise<MinutesPart[]> {
  const lines = await agendaOf(meeting.id)
  const ids = lines.map(({ id }) => id)
  const texts = new Map((await readMany(items, ids)).map((item) => [item.id as string, item]))
  const recorded = await votesOn(ids)
  const urgencies = await urgenciesOf(ids)
  const point = (line: AgendaLine): MinutesPoint => {
    const item = texts.get(line.id)
    const vote = recorded.get(line.id)
    const decided = line.state === 'accepted' || line.state === 'accepted_modified'
    return {
      number: String(line.position),
      title: line.title,
      service: line.service_name,
      before: [
        ...movementsAt(line, sitting),
        ...(urgencies.has(line.id)
          ? [urgencySentence(urgencies.get(line.id) ?? [], sitting.attendees)]
          : []),
      ],
      organSpeaks: item?.motivation ? `${body.speaks_as.toLocaleUpperCase(itsLanguage())},` : null,
      motivation: item ? toTree(item.motivation) : [],
      votes: vote ? voteSentences(vote, sitting.attendees) : [],
      verb: decided && item?.decision ? t(`minutes.print.${verbOf(line)}`) : null,
      // What was not adopted is no decision: the minutes do not word it as one.
      decision: item && decided ? toTree(item.decision) : [],
      after: putOff(line),
    }
  }
  return parts.map((part) => ({
    title: t(`deliberations.part.${part}`),
    opening: part === 'secret' ? [t('minutes.print.huis_clos')] : [],
    points: lines.filter((line) => partOf(line) === part).map(point),
  }))
}

/** Who came, went or stood aside, at its place (CDLD L1122-19, L1132-2). */
const movementsAt = (line: AgendaLine, { movements, attendees }: Sitting): string[] =>
  movements.flatMap((one) => {
    const seat = attendees.find(({ id }) => id === one.seat_id)
    return seat && one.item_id === line.id ? [movementSentence(one, seat)] : []
  })

/** An organ takes note of what it does not vote on. */
const verbOf = ({ poll_type }: AgendaLine) => (poll_type === 'no_vote' ? 'takes_note' : 'decides')

/** What became of a point that was not decided. */
const putOff = ({ state }: AgendaLine): string[] =>
  state === 'delayed' || state === 'removed' ? [t(`minutes.print.${state}`)] : []

/** « La Bourgmestre, » */
function signingTitle({ civility, title }: Seated): string {
  return civility ? t(`minutes.signs.${civility}`, { title }) : `${title},`
}

const printedAttendee = (seat: Seated): Attendee => ({ name: fullName(seat), mandate: seat.title })

const decapitalised = (text: string) =>
  text.charAt(0).toLocaleLowerCase(itsLanguage()) + text.slice(1)

/** Acts are in the language of the authority, whatever that of the person who asks. */
const inAuthorityLanguage =
  (compose: (meetingId: string) => Promise<Composed>) => (meetingId: string) =>
    inItsLanguage(() => compose(meetingId))

/**
 * Agenda and minutes tell of all points, the closed session too: they are for the secretariat, the
 * director general, the mayor and, once the agenda is frozen, the members of the organ.
 */
async function readers(meetingId: string): Promise<string[]> {
  const { state, organ_id } = await read(meetings, meetingId)
  const house = [secretariat, directorGeneral, mayor].map(({ principal }) => principal)
  return state === 'created' ? house : [...house, `organ:${organ_id}`]
}

/** The documents that a meeting can have. */
export const documentTemplates: DocumentTemplate[] = [
  { name: 'minutes.agenda', compose: inAuthorityLanguage(composeAgenda), readers },
  { name: 'minutes.minutes', compose: inAuthorityLanguage(composeMinutes), readers },
]
