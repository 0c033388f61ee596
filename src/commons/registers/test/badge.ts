import { afterAll, beforeAll } from 'vitest'
import { ground } from '#test/harness'
import { addPermissions, signedIn } from '#kernel/access'
import { addCatalogue, type MessageKey } from '#kernel/i18n'
import { kind } from '#commons/dossiers'
import {
  choice,
  date,
  file,
  money,
  optional,
  type OwnColumns,
  persons,
  remark,
  service,
  term,
  text,
  time,
  wordsOf,
  yesNo,
} from '#commons/records'

import { workflow } from '#commons/workflow'
import { plainVerbNames, plainVerbs, registerRoutes, writesForAService } from '../index.ts'

const fr = {
  title: 'Objet',
  service: 'Service',
  day: 'Jour de la remise',
  hour: 'Heure',
  deposit: 'Caution',
  lent: 'Prêté',
  metal: 'Métal',
  place: 'Lieu',
  holders: 'Porteurs',
  note: 'Remarque',
  proof: 'Reçu',
}
const words = ['name', 'list', 'count', 'none', 'write', 'state.asked', 'state.given']
const named = [...words.map((name) => [name, `[${name}]`] as const), ...Object.entries(fr)]
const messages = Object.fromEntries(named.map(([name, one]) => [`badge.${name}`, one]))
addCatalogue('test', { fr: messages, en: { ...messages, 'badge.day': 'Day of delivery' } })
addPermissions('test', {
  read: signedIn,
  write: writesForAService,
  edit: signedIn,
  step: signedIn,
})
const said = (name: string) => ({ label: `test.badge.${name}` as MessageKey }) // Said above.

const badgeFields = {
  title: text(80, said('title')),
  service_id: service(said('service'), []),
  day: date(said('day')),
  hour: optional(time(said('hour'))),
  deposit: optional(money(said('deposit'))),
  lent: yesNo(said('lent')),
  metal: choice(['iron', 'brass'], (one) => ({ iron: 'Fer', brass: 'Laiton' })[one], said('metal')),
  place_id: term('test.place', { ...said('place'), none: said('none').label }),
  holders: persons(said('holders')),
  note: remark(200, { ...said('note'), neededWhen: { field: 'lent', is: [true] } }),
  proof_id: optional(file(said('proof'))),
}
const flow = workflow('test.badge', {
  initial: 'asked',
  states: { asked: {}, given: { final: true } },
  transitions: { give: { from: ['asked'], to: 'given', who: ['author'] } },
})
const badges = kind<OwnColumns<typeof badgeFields>, (typeof plainVerbNames)[number]>({
  name: 'test.badge',
  verbs: plainVerbNames,
  table: 'test.badge',
  path: (id) => `/test/badges/${id}`,
  readers: ({ service_id }) => [`service:${service_id}`],
  awaits: () => [],
  body: wordsOf(badgeFields),
})
const plain = plainVerbs(badges, badgeFields, flow)
/** What happens after the rows of a list are written, and before that is final. */
export const writing = { after: async (): Promise<void> => {} }
const record = {
  ...plain,
  many: {
    like: plain.write,
    write: async (all: Parameters<NonNullable<typeof plain.many>['write']>[0]) => {
      await plain.many?.write(all)
      await writing.after()
    },
  },
}
const look = {
  columns: ['day', 'deposit', 'lent', 'metal', 'place_id', 'holders', 'hour'] as const,
  what: 'badge',
  kept: { keep: 'always', because: 'registers.facts', verified: false },
  imports: true,
} as const
const { pages, fills } = registerRoutes(record, flow, look)

/** Puts the trade of badges into the house for the tests of a file. */
export function badgesInTheHouse(): void {
  beforeAll(async () => {
    const { database } = await ground()
    await database.owner.query(`
      drop schema if exists test cascade;
      create schema test;
      grant usage on schema test to beffroi_app;
      create table test.badge (
        tenant_id uuid not null, id uuid not null, day date not null, hour time, deposit bigint,
        lent boolean not null, metal text not null, place_id uuid, holders uuid[] not null,
        note text not null, proof_id uuid, primary key (tenant_id, id),
        foreign key (tenant_id, id) references commons.dossier
      );
      select kernel.isolate('test.badge');`)
    for (const one of fills) one.place()
  })
  afterAll(async () => {
    const { database } = await ground()
    await database.owner.query('drop schema test cascade')
  })
}

export { pages }
