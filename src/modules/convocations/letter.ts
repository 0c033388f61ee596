import { createHash } from 'node:crypto'
import { originHere } from '#kernel/auth'
import { formatDate, formatTime, t } from '#kernel/i18n'
import { today } from '#commons/clock'
import { fullName } from '#commons/directory'
import { applied } from '#commons/law'
import { organOn, organs, seatsOn, signsAs, withinSentence } from '#commons/organs'
import {
  type AgendaVersion,
  dayOf,
  type Meeting,
  meetingPath,
  organKind,
  partsOf,
  sittingRule,
} from '#modules/deliberations'
import { explainedNumbers } from './explained.ts'
import type { ActKind } from './tables.ts'

const convokerLaw = applied('council.convoker', 'convoker', 'convocations.applies.convoker')

/** What a letter says besides what its meeting says. */
export interface Saying {
  kind: ActKind
  meeting: Meeting
  /** As the meeting was announced before, where that changes. */
  before?: Meeting
  agenda: AgendaVersion | undefined
  /** The meeting that was without quorum. */
  repeated?: Meeting | undefined
  /** The words of the law that a third convocation quotes (CDLD L1122-17). */
  quote: string
  reason: string
  urgency: string
}

export interface Letter {
  subject: string
  body: string
}

const whenAndWhere = (meeting: Meeting) => {
  const when = { date: formatDate(dayOf(meeting)), time: formatTime(meeting.starts_at) }
  return meeting.place
    ? t('convocations.letter.at_place', { ...when, place: meeting.place })
    : t('convocations.letter.at', when)
}

/** What is sent to the members, in plain text, in the language of the authority: the caller speaks it. */
export async function letterOf(saying: Saying): Promise<Letter> {
  const { kind, meeting, before, agenda, reason, urgency } = saying
  const organ = withinSentence(await organOn(meeting.organ_id, dayOf(meeting)))
  const about = { organ, when: whenAndWhere(meeting) }
  const { by, signatories } = await signedBy(meeting)
  const body = [
    t('convocations.letter.dear'),
    t(`convocations.letter.${kind}`, {
      ...{ ...about, by },
      before: before ? whenAndWhere(before) : about.when,
    }),
    reason && t('convocations.letter.reason', { reason }),
    ...rankWords(saying),
    urgency && t('convocations.letter.urgency', { urgency }),
    kind === 'cancellation' ? '' : agenda && (await agendaWords(meeting, agenda)),
    kind === 'cancellation' ? '' : await whereToRead(meeting, agenda),
    t('convocations.letter.regards'),
    ...signatories,
  ]
  return {
    subject: t(`convocations.subject.${kind}`, { title: meeting.title }),
    body: `${body.filter(Boolean).join('\n\n')}\n`,
  }
}

/** That it is the second or third convocation, and the words that the third quotes (CDLD L1122-17). */
function rankWords({ kind, meeting, repeated, quote }: Saying): string[] {
  if (kind === 'cancellation' || meeting.rank === 1) return []
  const date = repeated ? formatDate(dayOf(repeated)) : ''
  return [t('convocations.letter.rank', { rank: meeting.rank, date }), quote]
}

async function agendaWords(meeting: Meeting, { lines, version }: AgendaVersion): Promise<string> {
  const sitting = await sittingRule(await organKind(meeting), dayOf(meeting))
  const found = partsOf(lines, sitting).map(({ part, lines: points }) => {
    const listed = points.map(({ number, title }) => `${number}. ${title}`)
    return [t(`deliberations.part.${part}`), ...listed].join('\n')
  })
  return [t('convocations.letter.agenda', { version }), ...found].join('\n\n')
}

/** Notes and drafts are read where the agenda is: behind a sign-in, and as they stand. */
async function whereToRead(meeting: Meeting, agenda: AgendaVersion | undefined): Promise<string> {
  const explained = agenda ? await explainedNumbers(agenda) : []
  return t('convocations.letter.read', {
    href: `${await originHere()}${meetingPath(meeting)}`,
    count: explained.length,
    points: explained.join(', '),
  })
}

/**
 * By whom an organ is convoked, and who signs: the secretary and the president of the organ that convokes, a council by its college
 * (CDLD L1122-12, L1132-3), as they are today.
 */
async function signedBy(meeting: Meeting): Promise<{ by: string; signatories: string[] }> {
  const rule = await convokerLaw.on(await organKind(meeting), dayOf(meeting))
  const college = (await organs()).find(({ kind }) => kind === 'college')
  const organ = rule?.value.by === 'college' && college ? college : { id: meeting.organ_id }
  const seats = await seatsOn(organ.id, today())
  const signing = (['secretary', 'president'] as const).flatMap(
    (part) => seats.find((seat) => seat.part === part) ?? [],
  )
  return {
    by: 'name' in organ ? organ.name : 'none',
    signatories: signing.map((seat) => [signsAs(seat), fullName(seat)].filter(Boolean).join('\n')),
  }
}

/** By which a letter is known again: SHA-256 of subject and body, as hexadecimal digits. */
export const hashOf = ({ subject, body }: Letter): string =>
  createHash('sha256').update(`${subject}\n\n${body}`).digest('hex')
