import { afterAll, beforeAll } from 'vitest'
import { addPermissions } from '#kernel/access'
import { addCatalogue, type MessageKey } from '#kernel/i18n'
import { service, text } from '#commons/records'
import { plainKind, plainPermissions, plainVerbs, registerRoutes } from '#commons/registers'
import { workflow } from '#commons/workflow'
import { ground } from '#test/harness'
import { placesNamed } from '../index.ts'

const fr = {
  ...{ name: 'Chantier', list: 'Chantiers', count: '{count} chantiers', none: 'Aucun' },
  ...{ write: 'Écrire', title: 'Objet', service: 'Service', places: 'Lieux', depot: 'Dépôt' },
  'state.planned': 'Prévu',
}
const messages = Object.fromEntries(
  Object.entries(fr).map(([name, words]) => [`work.${name}`, words]),
)
addCatalogue('test', { fr: messages, en: messages })
addPermissions('test', plainPermissions)
const said = (name: string) => ({ label: `test.work.${name}` as MessageKey }) // Said above.

/** Works on the road: where they are, and where the head of service alone knows that tools are kept. */
export const workFields = {
  title: text(80, said('title')),
  service_id: service(said('service'), []),
  places: placesNamed(3, said('places')),
  depot: placesNamed(1, { ...said('depot'), readBy: ['service:head'] }),
}
const flow = workflow('test.work', {
  initial: 'planned',
  states: { planned: { edits: ['service:editor', 'service:head'] } },
  transitions: {},
})
const works = plainKind(workFields, flow, {
  path: '/test/works',
  readers: ({ service_id }) => [`service:${service_id}`],
})
const { pages, api, fills } = registerRoutes(plainVerbs(works, workFields, flow), flow, {
  what: 'work',
  columns: ['places'],
  kept: { keep: 'always', because: 'registers.facts', verified: false },
  imports: true,
})
export const routes = { list: [...pages.list, ...api.list] }

/** Puts the trade of works into the house for the tests of a file. */
export function worksInTheHouse(): void {
  beforeAll(async () => {
    const { database } = await ground()
    await database.owner.query(`
      drop schema if exists test cascade;
      create schema test;
      grant usage on schema test to beffroi_app;
      create table test.work (
        tenant_id uuid not null, id uuid not null,
        places jsonb not null default '[]', depot jsonb not null default '[]',
        primary key (tenant_id, id), foreign key (tenant_id, id) references commons.dossier
      );
      select kernel.isolate('test.work');
      select commons.index_places('test.work', 'places');
      select commons.index_places('test.work', 'depot');`)
    for (const one of fills) one.place()
  })
  afterAll(async () => {
    const { database } = await ground()
    await database.owner.query('drop schema test cascade')
  })
}
