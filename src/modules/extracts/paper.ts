import { sql } from 'kysely'
import { db } from '#kernel/db'
import { inLanguage, t } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
import type { DocumentTemplate, Report } from '#commons/documents'
import { read } from '#commons/dossiers'
import { hiddenAmong } from '#modules/deliberations'
import { attendanceFacts, pointBlocks, signatureBlocks } from '#modules/minutes'
import type { ExtractData } from './data.ts'
import { type Extract, extracts } from './extract.ts'

/** What an extract says, as it was issued. */
export const wordsOf = ({ content }: { content: string }): ExtractData =>
  // As `issue` wrote it.
  JSON.parse(content) as ExtractData

/** That in which it was issued, whatever the authority speaks since. */
const languageOf = ({ labels }: ExtractData) => labels.language ?? itsLanguage()

const readers = async (id: string) => (await read(extracts, id)).readers

/** While words of one of its points are hidden (C13), so is what an extract says. */
const withheld = () =>
  hiddenAmong(
    sql`v.id = any(select unnest(x.item_ids) from extracts.extract x where x.id = o.dossier_id)`,
  )

/** Whether what an extract says is hidden from the one who acts. */
export async function isHidden({ item_ids }: Pick<Extract, 'item_ids'>): Promise<boolean> {
  const hidden = hiddenAmong(sql`v.id = any(${[...item_ids]}::uuid[])`)
  if (!hidden) return false
  const { rows } = await sql<{ hidden: boolean }>`select ${hidden} as hidden`.execute(db())
  return rows[0]?.hidden ?? false
}

/** An extract as PDF/A, and the same for a word processor: as it was issued, whenever it is made. */
export const extractTemplates: DocumentTemplate[] = [
  {
    name: 'extracts.extract',
    ...{ readers, withheld },
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
    ...{ readers, withheld },
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
