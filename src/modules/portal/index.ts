import { fill, type Module } from '#kernel/module'
import { regionFoot, regionLinks, regionNames } from '#kernel/pages'
import './locales/index.ts'
import './region/about.tsx'
import './region/authorities.tsx'
import './region/home.tsx'
import './region/meetings.tsx'
import { ofAll } from './region/routes.ts'
import './region/search.tsx'

/** What citizens read of all authorities together, at a host name of none of them. */
export const portal: Module = {
  name: 'portal',
  floor: 'modules',
  nature: 'always',
  needs: ['copies', 'decisions', 'publications', 'trades'],
  region: ofAll,
  fills: [
    fill(regionNames, { name: 'portal.name', below: 'portal.below' }),
    fill(
      regionLinks,
      { label: 'portal.decisions', href: '/decisions' },
      { label: 'portal.meetings', href: '/meetings' },
      { label: 'portal.authorities', href: '/authorities' },
    ),
    fill(regionFoot, { label: 'portal.about', href: '/about' }),
  ],
}
