import { retentions } from '#commons/holdings'
import { fill, type Module } from '#kernel/module'
import { forgetExpired } from './draft.ts'
import './locales/index.ts'

export { answerDraft, draft, dropDraft, type ImportKind, keepDraft } from './draft.ts'
export { ImportSteps } from './import-steps.tsx'
export { importFiles, uploaded, type UploadedFile } from './upload.ts'

/** What comes from elsewhere, between its upload and its end: files, answers, steps. */
export const imports: Module = {
  name: 'imports',
  floor: 'commons',
  nature: 'always',
  needs: ['holdings'],
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
