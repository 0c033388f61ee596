import { fill, type Module } from '#kernel/module'
import { publicLinks } from '#kernel/pages'
import './changes.tsx'
import './meetings.tsx'
import './point.tsx'
import { latestPoints } from './published.ts'
import { open } from './routes.ts'
import './search.tsx'

export { otherForms, type OtherForms, type PublicCopy } from './forms.tsx'
export { FoundList } from './found.tsx'
export { attendanceInWords, hoursInWords, lineInWords, stateInWords } from './in-words.ts'
export { decisionLinks } from './links.ts'

/** The decisions of an authority as citizens read them: found, by meeting, point by point, with what changed between copies. */
export const decisions: Module = {
  name: 'decisions',
  floor: 'modules',
  nature: 'part',
  of: 'publications',
  needs: ['copies', 'law', 'publication', 'publications', 'records'],
  public: open,
  fills: [
    fill(publicLinks, {
      label: 'publications.decisions.link',
      href: '/decisions',
      published: latestPoints,
    }),
  ],
}
