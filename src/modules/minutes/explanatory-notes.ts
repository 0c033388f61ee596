import { formatDate, formatTime, t } from '#kernel/i18n'
import { toTree } from '#kernel/richtext'
import { itsLanguage } from '#kernel/tenancy'
import type { DocumentTemplate, ReportBlock } from '#commons/documents'
import { read } from '#commons/dossiers'
import { organOn } from '#commons/organs'
import { agendaOf, dayOf, meetings, partsOf, sittingRule } from '#modules/deliberations'
import { explanationsOn } from '#modules/preparation'

/** The explanatory notes of the points of a meeting (notes de synthèse explicatives, CDLD L1122-13), in the order of its agenda. */
export const composeNotes: DocumentTemplate['compose'] = async (meetingId) => {
  const meeting = await read(meetings, meetingId)
  const body = await organOn(meeting.organ_id, dayOf(meeting))
  const lines = await agendaOf(meetingId)
  const notes = await explanationsOn(lines.map(({ id }) => id))
  const parts = partsOf(
    lines.filter(({ id }) => notes.has(id)),
    await sittingRule(body.kind, dayOf(meeting)),
  )
  return {
    report: {
      title: t('minutes.document.explanatory_notes'),
      subtitle: meeting.title,
      facts: [
        { label: t('minutes.print.date'), value: formatDate(dayOf(meeting)) },
        { label: t('minutes.print.time'), value: formatTime(meeting.starts_at) },
        ...(meeting.place ? [{ label: t('minutes.print.place'), value: meeting.place }] : []),
      ],
      blocks: parts.flatMap(({ part, lines: some }): ReportBlock[] => [
        { kind: 'heading', level: 1, text: t(`deliberations.part.${part}`) },
        ...some.flatMap(({ id, number, title }): ReportBlock[] => {
          const words = notes.get(id)
          if (words === undefined) return []
          return [
            { kind: 'heading', level: 2, number, text: title },
            { kind: 'rich', blocks: toTree(words) },
          ]
        }),
      ]),
    },
    language: itsLanguage(),
  }
}
