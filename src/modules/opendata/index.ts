import { fill, type Module } from '#kernel/module'
import { footLinks, regionFoot } from '#kernel/pages'
import { copyChecks } from '#commons/publication'
import { otherForms } from '#modules/decisions'
import { meetingCopies, pointCopies } from '#modules/publications'
import { machineForms } from './forms.tsx'
import './locales/index.ts'
import './oparl/routes.ts'
import { open } from './open.ts'
import './pages/about.tsx'
import { ensureMeetings, ensurePoints } from './refuse.ts'
import './region/about.tsx'
import { ofAll } from './region/routes.ts'

export { maturity } from './maturity.ts'
export { why as lackInWords } from './refuse.ts'

/** What programs read of the decisions of an authority (données ouvertes), each at an address that stays. */
export const opendata: Module = {
  name: 'opendata',
  floor: 'modules',
  nature: 'part',
  of: 'publications',
  needs: ['copies', 'decisions', 'documents', 'exports', 'publication', 'publications'],
  public: open,
  region: ofAll,
  fills: [
    fill(otherForms, machineForms),
    fill(regionFoot, { label: 'opendata.link', href: '/open-data' }),
    fill(footLinks, () => Promise.resolve([{ label: 'opendata.link', href: '/open-data' }])),
    fill(
      copyChecks,
      { of: pointCopies.name, check: ensurePoints },
      { of: meetingCopies.name, check: ensureMeetings },
    ),
  ],
}
