import type { Module } from '#kernel/module'

export { fileAddress, filesBase } from './address.ts'
export {
  type PublicAnnex,
  type PublicAttendance,
  PublicMeeting,
  PublicPoint,
  type PublicVote,
} from './content.ts'
export { endingOf, publicName } from './file-name.ts'
export { followings } from './following.ts'
export {
  actTexts,
  hideInAct,
  hider,
  type LeavingText,
  type Masks,
  textsOf,
  throughout,
  withMasks,
} from './leaving-texts.ts'
export { masking } from './masking.ts'
export { PointWords, outcomeInWords } from './point-words.tsx'
export { WebAddress, isWebAddress } from './web-address.ts'

/** What a public copy of a point and of an agenda may say, and how everybody reads it. */
export const copies: Module = {
  name: 'copies',
  floor: 'modules',
  nature: 'always',
  needs: ['law', 'pseudonymisation', 'publication', 'votes'],
}
