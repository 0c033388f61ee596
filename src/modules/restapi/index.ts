import { db } from '#kernel/db'
import { goesWith } from '#commons/holdings'
import { roles } from '#commons/directory'
import { fill, type Module } from '#kernel/module'
import './locales/index.ts'
import { permissions, standIn } from './role.ts'
import { rest } from './rest.ts'
import './routes.ts'
import './tables.ts'

/** plonemeeting.restapi as its clients call it: software that spoke to PloneMeeting goes on to work. */
export const restapi: Module = {
  name: 'restapi',
  floor: 'modules',
  nature: 'trade',
  title: 'restapi.title',
  brings: 'restapi.brings',
  needs: [
    'annexes',
    'clock',
    'deliberations',
    'directory',
    'dossiers',
    'holdings',
    'imports',
    'organs',
    'sittings',
    'vocabularies',
    'votes',
    'workflow',
  ],
  permissions,
  protocols: rest,
  fills: [
    fill(roles, standIn),
    fill(goesWith, (ids) =>
      db()
        .deleteFrom('restapi.identifier')
        .where('item_id', 'in', [...ids])
        .execute(),
    ),
  ],
}
