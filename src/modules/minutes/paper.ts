import { formatDate, inLanguage, t } from '#kernel/i18n'
import type {
  Composed,
  DocumentTemplate,
  Report,
  ReportBlock,
  ReportFact,
} from '#commons/documents'
import { itsLanguage } from '#kernel/tenancy'
import { read } from '#commons/dossiers'
import { dayOf, type Meeting, meetings } from '#modules/deliberations'
import { printed } from './agenda.ts'
import { minutesData } from './compose.ts'
import type { Attendee, MinutesData, MinutesPoint } from './data.ts'
import { itsRecord, type MinutesRecord } from './record.ts'
import { type Version, versionAt, wordsOf } from './version.ts'

/** The minutes of a meeting: the version that stood, word for word; while there is none, a draft of what is noted. */
export const composeMinutes: DocumentTemplate['compose'] = async (meetingId, askedAt) => {
  const meeting = await read(meetings, meetingId)
  const data = await standingMinutes(meeting, askedAt)
  return { ...printed('minutes', meeting, data), language: languageOf(data) }
}

/** The same for a word processor. */
export const composeDocx: DocumentTemplate['compose'] = async (meetingId, askedAt) => {
  const data = await standingMinutes(await read(meetings, meetingId), askedAt)
  const language = languageOf(data)
  return inLanguage(language, () => ({ report: reported(data), language }) satisfies Composed)
}

async function standingMinutes(
  meeting: Meeting,
  askedAt: Temporal.Instant | undefined,
): Promise<MinutesData> {
  const record = await itsRecord(meeting)
  const version = record && record.state !== 'draft' && (await versionAt(record, askedAt))
  if (!record || !version) return minutesData(meeting)
  const data = await wordsOf(record, version.number)
  return inLanguage(languageOf(data), async () => ({
    ...data,
    status: await statusOf(record, version),
  }))
}

/** That in which it was written, whatever the authority speaks since. */
const languageOf = ({ labels }: MinutesData) => labels.language ?? itsLanguage()

/** What a version of minutes is: « Version 2, à disposition des membres », « Approuvé en séance du 25 juin 2026 ». */
async function statusOf({ approved_in, how }: MinutesRecord, version: Version): Promise<string> {
  if (version.kind !== 'approved' || how === '')
    return t('minutes.status.available', { version: version.number })
  const day = approved_in ? formatDate(dayOf(await read(meetings, approved_in))) : ''
  return t(`minutes.status.${how}`, { day })
}

/** Minutes as a report, for a word processor: the same words in the same order. */
function reported(data: MinutesData): Report {
  const { labels } = data
  return {
    title: labels.heading,
    subtitle: data.meeting,
    facts: [
      { label: labels.date, value: data.date },
      { label: labels.place, value: data.place },
      { label: labels.status, value: data.status },
      { label: labels.opened, value: data.opened },
      { label: labels.closed, value: data.closed },
      ...(data.quorum ? [{ label: labels.quorum ?? '', value: data.quorum }] : []),
      ...attendanceFacts(data),
    ],
    blocks: [
      ...data.parts
        .filter(({ points }) => points.length > 0)
        .flatMap(({ title, opening, points }): ReportBlock[] => [
          { kind: 'heading', level: 1, text: title },
          ...opening.map(paragraph),
          ...points.flatMap(pointBlocks),
        ]),
      ...data.closing.map(paragraph),
      ...signatureBlocks(data.signing),
    ],
  }
}

type Attended = Pick<
  MinutesData,
  'president' | 'secretary' | 'present' | 'excused' | 'absent' | 'represented'
> & {
  labels: Record<'president' | 'secretary' | 'present' | 'excused' | 'absent', string> &
    Pick<MinutesData['labels'], 'represented'>
}

/** Who was there, as facts of a report. */
export const attendanceFacts = (data: Attended): ReportFact[] => [
  { label: data.labels.president, value: named(data.president) },
  { label: data.labels.secretary, value: named(data.secretary) },
  ...(['present', 'excused', 'absent'] as const).flatMap((how) =>
    data[how].length > 0
      ? [{ label: data.labels[how], value: data[how].map(named).join('\u00A0; ') }]
      : [],
  ),
  ...(data.represented && data.labels.represented
    ? [{ label: data.labels.represented, value: data.represented.join(' ') }]
    : []),
]

const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text })

const named = ({ name, mandate }: Attendee) => [name, mandate].filter(Boolean).join(', ')

/** A point as a report says it. */
export const pointBlocks = (point: MinutesPoint): ReportBlock[] => [
  ...point.before.map(paragraph),
  { kind: 'heading', level: 2, number: point.number, text: point.title },
  ...(point.continued ? [paragraph(point.continued)] : []),
  ...(point.reference ? [paragraph(point.reference)] : []),
  ...(point.urgent ?? []).map(paragraph),
  { kind: 'rich', blocks: point.discussion },
  ...(point.course ?? []).map(paragraph),
  ...(point.organSpeaks ? [paragraph(point.organSpeaks)] : []),
  { kind: 'rich', blocks: point.motivation },
  ...point.votes.map(paragraph),
  ...(point.verb ? [paragraph(point.verb)] : []),
  { kind: 'rich', blocks: point.decision },
  ...point.after.map(paragraph),
]

/** Formula and signatories, one below the other. */
export const signatureBlocks = ({
  formula,
  signatories,
}: MinutesData['signing']): ReportBlock[] => [
  ...(formula ? [paragraph(formula)] : []),
  ...signatories.flatMap(({ mention, role, name }) => [
    ...(mention ? [paragraph(mention)] : []),
    paragraph(role),
    paragraph(name),
  ]),
]
