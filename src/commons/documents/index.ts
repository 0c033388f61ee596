import { db } from '#kernel/db'
import { goesWith, retentions } from '#commons/holdings'
import { signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { settings } from '#commons/settings'
import { makeDocument } from './document.ts'
import { contact } from './letterhead.ts'
import './locales/index.ts'
import { api, pages } from './routes.ts'

export {
  type After,
  type Document,
  type DocumentTemplate,
  askDocument,
  countMade,
  documentsOf,
  templates,
} from './document.ts'
export { type DocumentMaker, DocumentShelf, onTheirWay } from './document-shelf.tsx'
export { type Format, formats } from './formats.ts'
export {
  type Mergeable,
  type Mergeables,
  type Merged,
  mergedFields,
  type MergeSource,
  mergeSources,
} from './merging.ts'
export { type HouseLabels, houseLabels } from './labels.ts'
export { keepPressReady, PressFailure, setOnPress } from './press.ts'
export { type Composed, printCopy, printReport } from './render.ts'
export type { Report, ReportBlock, ReportCell, ReportFact } from './report.ts'
export { typeset } from './typeset.ts'

/** Documents made from dossiers: PDF/A, DOCX or ODS, kept with their hash. */
export const documents: Module = {
  name: 'documents',
  floor: 'commons',
  nature: 'always',
  needs: ['dossiers', 'holdings', 'records', 'settings'],
  permissions: { download: signedIn },
  tasks: [makeDocument],
  pages,
  api,
  fills: [
    fill(goesWith, (ids) =>
      db()
        .deleteFrom('commons.document')
        .where('dossier_id', 'in', [...ids])
        .execute(),
    ),
    fill(retentions, {
      of: { words: 'documents.title' },
      keep: 'with_dossier',
      because: 'documents.held_because',
      verified: true,
      personal: ['documents.held_personal'],
    }),
    fill(settings, { title: 'documents.paper', all: [contact] }),
  ],
}
