import { retentions } from '#commons/holdings'
import { fill, type Module } from '#kernel/module'
import { findable } from '#kernel/search'
import { kinds, pathOf } from './kind.ts'
import { forgetOldUploads, picturePages } from './pictures.ts'
import { forgetOldWords, readAgainAll } from './standing.ts'
import './locales/index.ts'

export { create, createMany } from './create.ts'
export { dueOn } from './due.ts'
export { destroy, erase, InUse } from './erase.ts'
export { importedFrom, rememberImport, rememberImports } from './external.ts'
export { referring } from './gone.ts'
export {
  type HistoryLine,
  history,
  historyLine,
  lastToChange,
  latestHistory,
  type Reading,
} from './history.ts'
export {
  type Dossier,
  type Kind,
  kind,
  kindNamed,
  kinds,
  type KnownKind,
  pathOf,
  type Root,
  type Seal,
  seals,
  tell,
  tellMany,
} from './kind.ts'
export { lend } from './lending.ts'
export {
  afterKey,
  isKeyOf,
  readAfter,
  lastChanged,
  type Order,
  orderKey,
  type Page,
  pageOf,
} from './paging.ts'
export { picturesSeen, usePictures } from './pictures.ts'
export { ensureFresh, load, read, readMany } from './read.ts'
export { type History, rewordedIn, type Rewording, rewordingsOf } from './rewording.ts'
export { sealDossiers } from './sealed.ts'
export { readable, seen } from './seen.ts'
export { foundAgain, Version, VersionField } from './version-field.tsx'
export { makeFindable } from './standing.ts'
export { toldOf } from './told.ts'
export { type Change, type Patch, refresh, refreshMany, write, writeMany } from './write.ts'
export { withoutUnread } from './unread.ts'
export { forAll, isReplaced } from './withheld.ts'

/** The common root of every case: reference, title, state, service, readers, history. */
export const dossiers: Module = {
  name: 'dossiers',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'holdings'],
  pages: picturePages,
  tasks: [readAgainAll],
  timers: [forgetOldWords, forgetOldUploads],
  fills: [
    fill(retentions, {
      of: { words: 'dossiers.held' },
      keep: 'always',
      because: 'dossiers.held_because',
      verified: false,
      personal: ['dossiers.held_personal'],
    }),
    fill(findable, { path: pathOf, kinds: () => kinds.all().map(({ name }) => name) }),
  ],
}
