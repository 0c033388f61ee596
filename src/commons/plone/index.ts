import type { Module } from '#kernel/module'

export { numberOf, type Privacy, privacyOf, shownNumber } from './item.ts'
export { decodeJson, looksLikeJson } from './json.ts'
export { answerLimits } from './limits.ts'
export { type Start, startOf } from './moment.ts'
export { outcomeOf } from './outcome.ts'
export {
  type AnnexAnswer,
  annexShape,
  type FileAnswer,
  type ItemAnswer,
  itemShape,
  type MeetingAnswer,
  meetingShape,
  member,
  type Rich,
  shaped,
  textMember,
} from './shapes.ts'

/** How plonemeeting.restapi answers (PloneMeeting, iA.Délib): shapes, bounds, words. It knows no database. */
export const plone: Module = {
  name: 'plone',
  floor: 'commons',
  nature: 'always',
  needs: [],
}
