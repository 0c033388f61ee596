import { t } from '#kernel/i18n'
import type { Report, ReportBlock } from '#commons/documents'
import type { Chapter } from './gather.ts'
import { type Told, tabled, tradesOf, whyInWords } from './told.ts'

/** So many rows of one thing go on paper: the files beside it have all of them. */
const most = 200
/** Past so many columns a table is not read on paper: each row stands as what is said of it. */
const widest = 5

/** What is held of somebody as a document: trade by trade, what, why, how long, who is given it. GDPR art. 12 § 1, 15. */
export const onPaper = ({ title, lead, chapters, withheld }: Told): Report => ({
  title,
  subtitle: lead,
  facts: [],
  blocks: [
    ...tradesOf(chapters).flatMap(([trade, own]): ReportBlock[] => [
      { kind: 'heading', level: 1, text: trade },
      ...own.flatMap(chapterOnPaper),
    ]),
    { kind: 'heading', level: 1, text: t('privacy.file.withheld') },
    ...withheld.map((text): ReportBlock => ({ kind: 'paragraph', text })),
    { kind: 'heading', level: 1, text: t('privacy.file.rights') },
    { kind: 'paragraph', text: t('privacy.file.rights_text') },
  ],
})

function chapterOnPaper(chapter: Chapter): ReportBlock[] {
  const { heads, rows } = tabled(chapter)
  const shown = rows.slice(0, most)
  return [
    { kind: 'heading', level: 2, text: chapter.heading },
    { kind: 'facts', facts: whyInWords(chapter) },
    ...(heads.length > widest ? shown.map(asFacts(heads)) : [asTable(chapter, heads, shown)]),
    ...(rows.length > most
      ? [{ kind: 'paragraph' as const, text: t('privacy.file.on_paper', { most }) }]
      : []),
  ]
}

const asFacts =
  (heads: readonly string[]) =>
  (row: readonly string[]): ReportBlock => ({
    kind: 'facts',
    facts: heads.flatMap((label, at) => (row[at] ? [{ label, value: row[at] }] : [])),
  })

const asTable = (
  { heading }: Chapter,
  heads: readonly string[],
  rows: string[][],
): ReportBlock => ({
  kind: 'table',
  caption: t('privacy.file.rows', { called: heading, count: rows.length }),
  columns: heads.map((header) => ({ header })),
  rows,
})
