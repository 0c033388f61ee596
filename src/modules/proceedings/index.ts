import { permission } from '#kernel/access'
import { ApiRoutes, PageRoutes } from '#kernel/http'
import { fill, type Module } from '#kernel/module'
import { items, meetingTabs } from '#modules/deliberations'
import { carryOver, offerPublication, origins, pointReactions } from '#modules/publications'
import { ofHouse } from './origin.tsx'

const pages = new PageRoutes('/deliberations')
const api = new ApiRoutes('/deliberations')
offerPublication(ofHouse, { pages, api })

/** What organs prepare and decide in this house, as `publications` reads it. */
export const proceedings: Module = {
  name: 'proceedings',
  floor: 'modules',
  nature: 'part',
  of: 'publications',
  needs: [
    'copies',
    'deliberations',
    'directory',
    'dossiers',
    'minutes',
    'organs',
    'preparation',
    'publication',
    'publications',
    'records',
    'sittings',
    'votes',
  ],
  pages,
  api,
  // What is kept back stays so where the trade is off.
  guards: { 'deliberations.item.create': carryOver },
  reactions: pointReactions(items.name),
  fills: [
    fill(origins, ofHouse),
    fill(meetingTabs, {
      name: 'publication',
      label: 'publications.tab',
      permission: permission('publications.read'),
    }),
  ],
}
