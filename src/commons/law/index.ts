import { permission, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { guides, navigation } from '#kernel/pages'
import { laws, wrongActs } from './act.ts'
import { asked, wrongAsked } from './applied.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'
import { LegalTimelineGuide } from './timeline-guide.tsx'

export { exampleOf, type LegalAct, laws } from './act.ts'
export { applied, type AppliedLaw, asked, folderOf } from './applied.ts'
export { Citation, cite, citeOpenly, printed } from './citation.tsx'
export { keepLaw } from './keep.ts'
export { legalRules } from './load.ts'
export { reckon, reckonTerm } from './reckon.ts'
export { hasShape, organKinds } from './rule.ts'
export type {
  CalledMember,
  CouncilAct,
  Delay,
  ElectionRule,
  LegalRule,
  MajorityRule,
  OrganKind,
  QuorumRule,
  ShareOfPresent,
} from './rule.ts'
export { type LegalDate, LegalTimeline } from './timeline.tsx'
export { appliersInWords, exampleInWords, inWords, organInWords } from './words.ts'

/** Rules of law as dated rows, declared by the trades that apply or record them. */
export const law: Module = {
  name: 'law',
  floor: 'commons',
  nature: 'always',
  needs: ['clock'],
  permissions: { read: signedIn },
  pages,
  checks: () => [...wrongActs(laws.every()), ...wrongAsked(laws.every(), asked)],
  fills: [
    fill(guides, LegalTimelineGuide),
    fill(navigation, {
      section: 'together',
      label: 'law.title',
      href: '/law',
      icon: 'scale',
      permission: permission('law.read'),
    }),
  ],
}
