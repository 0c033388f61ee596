import type { Module } from '#kernel/module'
import './locales/index.ts'

export { apiRoutes } from './api-routes.ts'
export { type Field, labels, simply } from './field.ts'
export { choice, oneOf, optionalChoice, term, termsOf, ticked } from './chosen.tsx'
export { fraction, optionalWhole, whole } from './numbers.tsx'
export { optionalDate } from './moments.tsx'
export { service } from './of-directory.tsx'
export { remark, rich, text } from './texts.tsx'
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
export { formRoutes } from './form-routes.tsx'
export { byField, byMine, byState, mineOrAll } from './list-filters.ts'
export { listRoute } from './list-route.tsx'

/** Kinds of dossiers that are written by one form: fields said once. */
export const records: Module = {
  name: 'records',
  floor: 'commons',
  needs: ['directory', 'dossiers', 'views', 'vocabularies', 'workflow'],
}
