import { formatDate, t } from '#kernel/i18n'
import { inItsLanguage, itsLanguage } from '#kernel/tenancy'
import type { DocumentTemplate, ReportBlock } from '#commons/documents'
import { read } from '#commons/dossiers'
import { type MinutesPoint, pointBlocks, records } from '#modules/minutes'
import { entriesIn, type Entry } from './entries.ts'
import { Corrected } from './schema.ts'

/** The register of a sitting: its entries word for word, each with its place in the chain. */
export const sittingTemplate: DocumentTemplate = {
  name: 'register.sitting',
  formats: ['pdf', 'docx', 'ods'],
  compose: (recordId) =>
    inItsLanguage(async () => {
      const record = await read(records, recordId)
      const entries = await entriesIn(record.meeting_id)
      return {
        language: itsLanguage(),
        report: {
          title: t('register.title'),
          subtitle: record.title,
          facts: [
            { label: t('register.organ'), value: entries[0]?.organ ?? '' },
            ...(entries[0]
              ? [{ label: t('register.day'), value: formatDate(entries[0].day) }]
              : []),
            { label: t('register.count'), value: String(entries.length) },
          ],
          blocks: entries.flatMap(entryBlocks),
        },
      }
    }),
  // It tells of the closed session too, as the minutes do.
  readers: async (recordId) => (await read(records, recordId)).readers,
}

const entryBlocks = (entry: Entry & { content: string }): ReportBlock[] => [
  { kind: 'heading', level: 1, text: entry.reference },
  ...(entry.kind === 'act' ? pointBlocks(pointIn(entry)) : correctionBlocks(entry)),
  {
    kind: 'paragraph',
    tone: 'soft',
    text: t('register.place', { seq: entry.seq, hash: entry.hash }),
  },
]

function correctionBlocks(entry: Entry & { content: string }): ReportBlock[] {
  const { words, reason } = Corrected.parse(JSON.parse(entry.content))
  return [
    { kind: 'paragraph', text: t('register.corrects', { title: entry.title }) },
    { kind: 'paragraph', text: words },
    { kind: 'paragraph', text: t('register.because', { reason }) },
  ]
}

/** A point as approved minutes say it. */
export const pointIn = ({ content }: { content: string }): MinutesPoint =>
  // As `enterActs` wrote it.
  JSON.parse(content) as MinutesPoint
