import { formatDate, formatTime, t } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
import { type Composed, type DocumentTemplate, houseLabels } from '#commons/documents'
import { read } from '#commons/dossiers'
import { organOn } from '#commons/organs'
import {
  type AgendaLine,
  agendaOf,
  type AgendaVersion,
  dayOf,
  type Meeting,
  meetings,
  partsOf,
  type SittingRule,
  sittingRule,
  versionAt,
} from '#modules/deliberations'
import type { MeetingPaper } from './ask.ts'
import type { AgendaData } from './data.ts'

/** The agenda (ordre du jour) of a meeting as its members hold it: the version that stood. CDLD L1122-13, L1122-24. */
export const composeAgenda: DocumentTemplate['compose'] = (meetingId, askedAt) =>
  compose(meetingId, askedAt, 'members')

/** The same for the public (CDLD L1122-14): of the closed session it says no more than that it has points. */
export const composePublicAgenda: DocumentTemplate['compose'] = (meetingId, askedAt) =>
  compose(meetingId, askedAt, 'public')

async function compose(
  meetingId: string,
  askedAt: Temporal.Instant | undefined,
  audience: 'members' | 'public',
): Promise<Composed> {
  const meeting = await read(meetings, meetingId)
  const body = await organOn(meeting.organ_id, dayOf(meeting))
  const lines = await agendaOf(meetingId)
  const version = await versionAt(meetingId, askedAt)
  const rule = await sittingRule(body.kind, dayOf(meeting))
  const date = formatDate(dayOf(meeting))
  const time = formatTime(meeting.starts_at)
  const { place } = meeting
  const data: AgendaData = {
    labels: {
      ...houseLabels(),
      heading: t(meeting.state === 'created' ? 'minutes.print.draft' : 'minutes.document.agenda'),
      version: t('minutes.print.version'),

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
    version: versionIn(meeting, lines, version),
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
      ...notPublic(rule),
    ],
    parts: partsOf(lines, rule).map(({ part, lines: some }) => ({
      title: t(`deliberations.part.${part}`),
      points: some.map((line) => {
        const hidden = audience === 'public' && line.privacy === 'secret'
        return {
          number: line.number,
          title: hidden ? t('minutes.print.closed_point') : line.title,
          service: hidden ? null : line.service_name,
        }
      }),
    })),
  }
  return printed(audience === 'public' ? 'public_agenda' : 'agenda', meeting, data)
}

/** « 2 » is what was frozen or sent; what came since is said. While the agenda is open, what stands is a draft. */
function versionIn(
  { state }: Meeting,
  lines: readonly AgendaLine[],
  version: AgendaVersion | undefined,
): string {
  if (state === 'created' || !version) return ''
  const number = String(version.version)
  return isVersion(lines, version) ? number : t('minutes.print.since', { version: number })
}

/** Whether an agenda is as a version has it: the same points, at the same places, under the same titles. */
const isVersion = (lines: readonly AgendaLine[], version: AgendaVersion): boolean =>
  lines.length === version.lines.length &&
  lines.every(({ id, number, title }, at) => {
    const kept = version.lines[at]
    return kept?.id === id && kept.number === number && kept.title === title
  })

/** A paper of a meeting, on its template. */
export const printed = (template: MeetingPaper, meeting: Meeting, data: unknown): Composed => ({
  template: `modules/minutes/${template === 'minutes' ? 'minutes' : 'agenda'}.typ`,
  title: `${t(`minutes.document.${template}`)} · ${meeting.title}`,
  language: itsLanguage(),
  on: dayOf(meeting),
  data,
})

/** That the law closes the sittings of an organ to the public, as its papers say it. */
export const notPublic = ({ closedBy }: SittingRule): string[] =>
  closedBy === null ? [] : [t('minutes.print.not_public', { article: closedBy })]
