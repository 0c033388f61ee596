import { ground } from '#test/harness'
import { addCatalogue } from '#kernel/i18n'
import { fill } from '#kernel/module'
import { type Dossier, kind, kinds } from '#commons/dossiers'

export interface ErrandColumns {
  place: string
  /** The principals who may see it, between commas. */
  seen_by: string
  /** The principals for whom it waits, between commas. */
  waits_for: string
}

/** A dossier of no trade: what any trade has, told row by row. */
export type Errand = Dossier<ErrandColumns>

const split = (text: string) => text.split(',').filter(Boolean)

const verbs = [
  ...['edit', 'rename', 'move', 'clear', 'hand_over', 'start', 'finish', 'give_up'],
  ...['document'],
  ...['add_annex', 'remove_annex', 'indicator', 'measure', 'remove_indicator'],
] as const

export const errands = kind<ErrandColumns, (typeof verbs)[number]>({
  name: 'test.errand',
  verbs,
  table: 'test.errand',
  path: (id) => `/test/errands/${id}`,
  readers: ({ seen_by }) => split(seen_by),
  awaits: ({ waits_for }) => split(waits_for),
  body:
    async () =>
    ({ place }) =>
      place,
})

const messages = {
  'errand.name': 'Course',
  'errand.state.open': 'ouverte',
  'errand.state.started': 'commencée',
  'errand.state.done': 'finie',
  'errand.verb.start': 'Commencer',
  'errand.verb.finish': 'Finir',
  'errand.verb.give_up': 'Abandonner',
  'errand.verb.expire': 'Laisser',
  'errand.done.start': 'a commencé la course',
  'errand.done.give_up': 'a abandonné la course',
}

/** Makes the table of errands, in the database of this worker only. */
export async function prepareErrands(): Promise<void> {
  const { database } = await ground()
  await database.owner.query(`
    drop schema if exists test cascade;
    create schema test;
    grant usage on schema test to beffroi_app;
    create table test.errand (
      tenant_id uuid not null,
      id uuid not null,
      place text not null default '',
      seen_by text not null default '',
      waits_for text not null default '',
      primary key (tenant_id, id),
      foreign key (tenant_id, id) references commons.dossier
    );
    select kernel.isolate('test.errand');`)
  addCatalogue('test', { fr: messages, en: messages })
  if (!kinds.every().includes(errands)) fill(kinds, errands).place()
}

/** Takes the table away again: the schema is as the migrations made it. */
export async function removeErrands(): Promise<void> {
  const { database } = await ground()
  await database.owner.query('drop schema test cascade')
}
