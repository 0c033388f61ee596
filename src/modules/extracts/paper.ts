import { inLanguage, t } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
import type { DocumentTemplate, Report } from '#commons/documents'
import { read } from '#commons/dossiers'
import { attendanceFacts, pointBlocks, signatureBlocks } from '#modules/minutes'
import type { ExtractData } from './data.ts'
import { extracts } from './extract.ts'

/** What an extract says, as it was issued. */
export const wordsOf = ({ content }: { content: string }): ExtractData =>
  // As `issue` wrote it.
  JSON.parse(content) as ExtractData

/** That in which it was issued, whatever the authority speaks since. */
const languageOf = ({ labels }: ExtractData) => labels.language ?? itsLanguage()

const readers = async (id: string) => (await read(extracts, id)).readers

/** An extract as PDF/A, and the same for a word processor: as it was issued, whenever it is made. */
export const extractTemplates: DocumentTemplate[] = [
  {
    name: 'extracts.extract',
    readers,
    async compose(id) {
      const extract = await read(extracts, id)
      const data = wordsOf(extract)
      const language = languageOf(data)
      return inLanguage(language, () => ({
        template: 'modules/extracts/extract.typ',
        title: `${t('extracts.extract.name')} ${extract.reference}`,
        language,
        data,
      }))
    },
  },
  {
    name: 'extracts.text',
    formats: ['docx'],
    readers,
    async compose(id) {
      const data = wordsOf(await read(extracts, id))
      const language = languageOf(data)
      return inLanguage(language, () => ({ language, report: reported(data) }))
    },
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
