import type { Module } from '#kernel/module'

export {
  type Erased,
  type ErasableRow,
  type ErasedOnRequest,
  erasedOnRequest,
  keepsFromErasure,
  tracesOfErased,
  whoIsErased,
} from './erasure.ts'
export {
  goesWith,
  isMarked,
  type Processing,
  processings,
  type Keeping,
  retained,
  type Retention,
  retentions,
} from './holding.ts'
export {
  ensureUnrestricted,
  namingRestricted,
  type Restriction,
  restrictedDossiers,
  restrictions,
  restrictionsOf,
} from './restriction.ts'
export { RestrictedNote } from './restricted-note.tsx'

/** What the house holds, how long and why, as each folder says it: it needs nothing, so that all can. */
export const holdings: Module = {
  name: 'holdings',
  floor: 'commons',
  nature: 'always',
  needs: [],
}
