import { retentions } from '#commons/holdings'
import { fill, type Module } from '#kernel/module'
import { forgetExpired } from './draft.ts'
import { readList, writeList } from './list.ts'
import './locales/index.ts'

export { writeAtOnce } from './at-once.ts'
export { answerDraft, draft, dropDraft, type ImportKind, keepDraft } from './draft.ts'

export { elsewhere } from './elsewhere.ts'
export { ImportSteps } from './import-steps.tsx'
export { ensureShortCells, type ListRow, mostOfList, rowsOfList } from './list-file.ts'
export { listApi } from './list-api.ts'
export {
  importedLists,
  type ListKind,
  type Met,
  type Tell,
  type WeighedRow,
  type WrongCell,
} from './list-kind.ts'
export { ImportButton, listPages } from './list-pages.tsx'
export { dayOfList, type NamedRow, rowsByColumn } from './named-columns.ts'
export { importFiles, uploaded, type UploadedFile } from './upload.ts'

/** What comes from elsewhere, between its upload and its end: files, answers, steps; lists that are read in. */
export const imports: Module = {
  name: 'imports',
  floor: 'commons',
  nature: 'always',
  needs: ['exports', 'holdings'],
  tasks: [readList, writeList],
  timers: [forgetExpired],
  fills: [
    fill(retentions, {
      of: { words: 'imports.held' },
      keep: { period: 'P2D', after: 'imports.held_after' },
      because: 'imports.held_because',
      verified: false,
      personal: ['imports.held_personal'],
    }),
  ],
}
