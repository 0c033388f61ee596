import type { Module } from '#kernel/module'
import './locales/index.ts'

export { apiRoutes } from './api-routes.ts'
export {
  labels,
  choice,
  type Field,
  oneOf,
  optionalDate,
  rich,
  service,
  term,
  text,
} from './field.tsx'
export {
  answered,
  asked,
  askedPartly,
  changed,
  type ColumnsOf,
  factsOf,
  type GivenOf,
  inputsOf,
  labelsOf,
  only,
  taken,
  wordsOf,
} from './fields.ts'
export {
  fraction,
  optionalChoice,
  optionalWhole,
  remark,
  termsOf,
  ticked,
  whole,
} from './more-fields.tsx'
export { formRoutes } from './form-routes.tsx'
export { byField, byMine, byState, mineOrAll } from './list-filters.ts'
export { listRoute } from './list-route.tsx'

/** Kinds of dossiers that are written by one form: fields said once. */
export const records: Module = {
  name: 'records',
  floor: 'commons',
  needs: ['directory', 'dossiers', 'views', 'vocabularies', 'workflow'],
}
