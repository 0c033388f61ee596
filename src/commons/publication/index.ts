import type { Module } from '#kernel/module'
import './locales/index.ts'
import { open } from './routes.ts'

export { type Damage, verifyChain } from './chain.ts'
export { dataPath, openFile } from './open-data.ts'
export { publicFile, type PublicFile } from './files.ts'
export { Proof } from './proof.tsx'
export {
  contentOf,
  type Publication,
  publicationsOf,
  publicationsOfMany,
  publish,
  publishMany,
  withdraw,
  withdrawAll,
} from './publication.ts'
export { publicCopies } from './public-copies.tsx'
export { PublicationCard, Withdrawal } from './publication-card.tsx'
export {
  copiesUnder,
  copyAmong,
  countPublished,
  latestPublished,
  published,
  type Published,
  withdrawnUnder,
} from './published.ts'
export {
  type Copy,
  copyChecks,
  type Leaving,
  type Publisher,
  publisher,
  publishers,
} from './publisher.ts'
export { tellOtherwise } from './withdrawal.ts'
export { canonicalJson, type Recorded, recordOf } from './record.ts'
export { publicText, redacted } from './redaction.ts'

/** What leaves the authority: copies that nobody changes, and who may read nothing else. */
export const publication: Module = {
  name: 'publication',
  floor: 'commons',
  nature: 'always',
  needs: ['dossiers'],
  public: open,
}
