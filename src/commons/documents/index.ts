import { signedIn } from '#kernel/access'
import type { Module } from '#kernel/module'
import { makeDocument } from './document.ts'
import './locales/index.ts'
import { pages } from './routes.ts'

export {
  type Composed,
  type Document,
  type DocumentTemplate,
  askDocument,
  documentsOf,
  templates,
} from './document.ts'
export { DocumentFiles } from './document-files.tsx'
export { type HouseLabels, typeset } from './typeset.ts'

/** Documents made from dossiers: PDF/A, kept with their hash. */
export const documents: Module = {
  name: 'documents',
  floor: 'commons',
  needs: ['dossiers'],
  permissions: { download: signedIn },
  tasks: [makeDocument],
  pages,
}
