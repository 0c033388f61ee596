import { permission, role, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { guides, navigation } from '#kernel/pages'
import { agent } from '#commons/directory'
import { registerRoutes } from '#commons/registers'
import { PlacesGuide } from './guide.tsx'
import './locales/index.ts'
import { tellOfStreet } from './retelling.ts'
import { seeds } from './seeds.ts'
import { streetRecord } from './street.ts'
import { StreetSide, tracesApi } from './traces.tsx'
import { streetWorkflow } from './workflow.ts'

export { placesNamed } from './naming.tsx'

const { pages, api, fills } = registerRoutes(streetRecord, streetWorkflow, {
  what: 'street',
  columns: ['postal_code', 'locality', 'other_name'],
  kept: { keep: 'always', because: 'places.kept', verified: false },
  sort: 'title',
  imports: true,
  beside: StreetSide,
})
tracesApi(api)

const agents = role(agent)

/** The streets of an authority, and the field by which dossiers name places: its README says what they are for. */
export const placesModule: Module = {
  name: 'places',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'dossiers', 'records', 'registers', 'workflow'],
  permissions: { read: signedIn, write: agents, edit: agents, step: agents },
  pages,
  api,
  seeds,
  tasks: [tellOfStreet],
  fills: [
    ...fills,
    fill(guides, PlacesGuide),
    fill(navigation, {
      ...{ section: 'together', label: 'places.title', href: '/places/streets', icon: 'map-pin' },
      permission: permission('places.read'),
      kinds: ['places.street'],
    }),
  ],
}
