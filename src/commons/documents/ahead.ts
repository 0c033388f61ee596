// What a press sets that is made ready ahead (press.ts): plain data, for Node runs its process as it is.
import type { Inline } from '#kernel/richtext'
import type { Composition } from './compose.ts'
import type { PrintedReport } from './printed.ts'

const words = 'La commune arrête, après en avoir délibéré, l’ordre du jour de la prochaine séance.'
const marked = (...marks: ('bold' | 'italic')[]): Inline => ({ type: 'text', text: words, marks })

const report: PrintedReport & { labels: object } = {
  ...{ title: words, subtitle: words, head: '', foot: '', landscape: false },
  facts: [{ label: words, value: words }],
  labels: { arms: '', page: '{page}', made: '{when}' },
  blocks: [
    { kind: 'heading', level: 1, number: '1', text: words },
    {
      kind: 'rich',
      blocks: [
        { type: 'paragraph', children: [marked(), marked('bold'), marked('italic')] },
        { type: 'paragraph', children: [marked('bold', 'italic')] },
      ],
    },
  ],
}

/** A page that nobody reads: whoever set it knows the faces and the templates of the house. */
export const unreadPage: Composition = {
  format: 'pdf',
  template: 'commons/documents/templates/report.typ',
  input: JSON.stringify({
    ...{ title: words, language: 'fr', madeAt: '', data: report },
    letterhead: { authority: words, arms: '', address: [], accent: '#336699' },
  }),
  ...{ createdAt: 0, standard: 'a-2a', pictures: new Map() },
}
