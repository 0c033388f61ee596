import { slot } from '#kernel/module'

export {
  forgetForSearch,
  forgetPart,
  forgetWords,
  indexForSearch,
  indexParts,
  readAgain,
  staleEntries,
} from './entry.ts'
export { type Found, type Finding, longest, meant, search } from './find.ts'
export { marked, whole } from './marks.ts'

/** Where what is found stands, and what there is to find. */
export interface Findable {
  /** On which page a dossier of some kind is shown. */
  readonly path: (kind: string, id: string) => string
  /** The kinds of dossiers that there are for the current authority. */
  readonly kinds: () => readonly string[]
}

export const findable = slot<Findable>('findable')

/** The address of a part of a dossier that was found. */
export const partPath = slot<(partId: string) => string>('part-path')
