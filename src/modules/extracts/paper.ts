import { t } from '#kernel/i18n'
import { inItsLanguage, itsLanguage } from '#kernel/tenancy'
import type { DocumentTemplate, Report } from '#commons/documents'
import { read } from '#commons/dossiers'
import { attendanceFacts, pointBlocks, signatureBlocks } from '#modules/minutes'
import type { ExtractData } from './data.ts'
import { extracts } from './extract.ts'

/** What an extract says, as it was issued. */
export const wordsOf = ({ content }: { content: string }): ExtractData =>
  // As `issue` wrote it.
  JSON.parse(content) as ExtractData

const readers = async (id: string) => (await read(extracts, id)).readers

/** An extract as PDF/A, and the same for a word processor: as it was issued, whenever it is made. */
export const extractTemplates: DocumentTemplate[] = [
  {
    name: 'extracts.extract',
    readers,
    compose: (id) =>
      inItsLanguage(async () => {
        const { reference, content } = await read(extracts, id)
        return {
          template: 'modules/extracts/extract.typ',
          title: `${t('extracts.extract.name')} ${reference}`,
          language: itsLanguage(),
          data: wordsOf({ content }),
        }
      }),
  },
  {
    name: 'extracts.text',
    formats: ['docx'],
    readers,
    compose: (id) =>
      inItsLanguage(async () => ({
        language: itsLanguage(),
        report: reported(wordsOf(await read(extracts, id))),
      })),
  },
]

function reported(data: ExtractData): Report {
  const { labels } = data
  return {
    title: labels.heading,
    subtitle: data.meeting,
    facts: [
      { label: labels.reference, value: data.reference },
      { label: labels.date, value: data.date },
      ...(data.recipient ? [{ label: labels.recipient, value: data.recipient }] : []),
      ...attendanceFacts(data),
    ],
    blocks: [
      { kind: 'heading', level: 1, text: labels.decisions },
      ...data.points.flatMap(pointBlocks),
      ...data.closing.map((text) => ({ kind: 'paragraph', text }) as const),
      ...signatureBlocks(data.signing),
    ],
  }
}
