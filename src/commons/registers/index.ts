import type { Module } from '#kernel/module'
import './locales/index.ts'

export { plainKind } from './plain-kind.ts'
export { plainPermissions, plainVerbNames, plainVerbs, writesForAService } from './verbs.ts'
export { factsOnPaper } from './document.ts'
export type { Letter } from './letter.ts'
export { listImport } from './list-import.ts'
export { registerRoutes } from './routes.tsx'
export { DocumentCard, documentRoute, FactsCard, RecordButtons, RecordSide } from './page.tsx'

/** Plain kinds of dossiers (registres): a list, a form, a page with its steps and files, a document, an API. */
export const registers: Module = {
  name: 'registers',
  floor: 'commons',
  nature: 'always',
  needs: [
    'annexes',
    'clock',
    'directory',
    'documents',
    'dossiers',
    'records',
    'holdings',
    'imports',
    'law',
    'numbering',
    'publication',
    'tasks',
    'workflow',
  ],
}
