import { permission, role, signedIn } from '#kernel/access'
import { db } from '#kernel/db'
import type { Event, Reaction } from '#kernel/events'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator } from '#commons/directory'
import { registerRoutes } from '#commons/registers'
import { besideDossiers } from '#commons/workflow'
import { goingOn, secretariat } from '#modules/deliberations'
import { Sendings } from './card.tsx'
import { destinationRecord, destinationWorkflow } from './destination.ts'
import './locales/index.ts'
import { provision } from './provision.ts'
import { sendingRoutes } from './routes.tsx'
import { recall, sendOn } from './send.ts'
import { placesThere, takeOverWishes } from './sending.ts'
import './tables.ts'

const { pages, api, fills, path } = registerRoutes(destinationRecord, destinationWorkflow, {
  what: 'destination',
  columns: ['from_id', 'to_id', 'sent_when', 'up_to', 'privacy'],
  kept: { keep: 'always', because: 'sendings.destination.kept', verified: false },
})
sendingRoutes(pages, api)

const idsOf = (events: readonly Event[]) => events.flatMap(({ subjectId }) => subjectId ?? [])

const adopted: Reaction = (events) => sendOn(idsOf(events), ['accepted', 'frozen'])

/** What is not adopted here is called back there; what was called off there may be sent again. */
const ended: Reaction = async (events) => {
  const ids = idsOf(events)
  await recall(ids)
  await db()
    .updateTable('sendings.sending')
    .set({ dropped_at: Temporal.Now.instant() })
    .where('copy_id', 'in', ids)
    .where('dropped_at', 'is', null)
    .execute()
}

const followed: Reaction = (events) =>
  takeOverWishes(
    events.flatMap(({ subjectId, data: { follows, sent } }) =>
      subjectId && typeof follows === 'string' && !sent ? [{ from: follows, to: subjectId }] : [],
    ),
  )

const keeps = role(administrator, secretariat)

/** Points that go on from an organ to another (envoi à un autre organe): from the college to the council. */
export const sendings: Module = {
  name: 'sendings',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: [
    'clock',
    'deliberations',
    'directory',
    'dossiers',
    'law',
    'organs',
    'records',
    'registers',
    'workflow',
  ],
  permissions: { read: signedIn, wish: signedIn, write: keeps, edit: keeps, step: keeps },
  pages,
  api,
  provision,
  reactions: {
    'deliberations.item.create': followed,
    'deliberations.item.freeze': (events) => sendOn(idsOf(events), ['frozen']),
    'deliberations.item.accept': adopted,
    'deliberations.item.accept_modified': adopted,
    ...Object.fromEntries(
      ['refuse', 'remove', 'delay', 'fall', 'lapse', 'treat', 'withdraw', 'cancel', 'drop'].map(
        (verb) => [`deliberations.item.${verb}`, ended],
      ),
    ),
  },
  fills: [
    ...fills,
    fill(besideDossiers, Sendings),
    fill(goingOn, placesThere),
    fill(navigation, {
      section: 'administration',
      label: 'sendings.title',
      settles: 'sendings.settles',
      href: path,
      icon: 'send',
      permission: permission('sendings.write'),
    }),
  ],
}
