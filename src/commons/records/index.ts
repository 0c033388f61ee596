import type { Module } from '#kernel/module'
import './locales/index.ts'

export { type Act, type Acts, actsApi, actsOf } from './acts.ts'
export { FormParts, type Part } from './asking.tsx'
export { apiRoutes } from './api-routes.ts'
export { type Asking, type Field, labels, optional, simply, type Said } from './field.ts'
export {
  byNameIn,
  choice,
  manyOf,
  oneOf,
  optionalChoice,
  term,
  termsOf,
  ticked,
  yesNo,
} from './chosen.tsx'
export { file, link } from './links.tsx'
export { fraction, money, whole, yearOf } from './numbers.tsx'
export { date, period, time } from './moments.tsx'
export { anyService, person, persons, service } from './of-directory.tsx'
export { rowsOf } from './rows.tsx'
export { email, inFrenchOrder, remark, rich, richTextOf, text } from './texts.tsx'
export {
  answered,
  asked,
  askedPartly,
  completed,
  factsOf,
  type Fields,
  type Given,
  type Held,
  labelsOf,
  only,
  type OwnColumns,
  without,
  wordsOf,
} from './fields.ts'
export { same } from './same.ts'
export {
  ensureImportable,
  importable,
  type ImportedList,
  type ImportedRow,
  importOf,
} from './importing.ts'
export { inTurns } from './turns.ts'
export { whitelist } from './whitelist.ts'
export { changed, taken, takenPartly } from './taking.ts'
export { copyPath, formRoutes, type RecordKind, type Weight } from './form-routes.tsx'
export { changesOf, RecordHistory } from './record-history.tsx'
export { TextsCompared } from './differing.tsx'
export { rewordingRoute } from './rewording.tsx'
export { byField, byMine, byState, type ListFilter, mineOrAll } from './list-filters.ts'
export { listRoute } from './list-route.tsx'

/** Kinds of dossiers that are written by one form: fields said once. */
export const records: Module = {
  name: 'records',
  floor: 'commons',
  nature: 'always',
  needs: [
    'annexes',
    'clock',
    'directory',
    'dossiers',
    'exports',
    'imports',
    'publication',
    'views',
    'vocabularies',
    'workflow',
  ],
}
