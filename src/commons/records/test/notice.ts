import { ground } from '#test/harness'
import { permission } from '#kernel/access'
import type { EventData } from '#kernel/events'
import { ApiRoutes, PageRoutes } from '#kernel/http'
import { addCatalogue, type MessageKey } from '#kernel/i18n'
import { fill } from '#kernel/module'
import { create, type Dossier, kind, kinds, write } from '#commons/dossiers'
import {
  answered,
  anyService,
  apiRoutes,
  asked,
  changed,
  changesOf,
  choice,
  date,
  email,
  file,
  formRoutes,
  fraction,
  link,
  money,
  optional,
  optionalChoice,
  type OwnColumns,
  period,
  person,
  persons,
  remark,
  rich,
  rowsOf,
  taken,
  term,
  termsOf,
  text,
  time,
  whole,
  wordsOf,
  yesNo,
} from '../index.ts'
import { z } from 'zod'

const say = (key: string) => `test.notice.${key}` as MessageKey // Said below, for the tests only.
const called = (name: string) => ({ label: say(name) })

/** A notice of no trade: one field of each kind. */
export const noticeFields = {
  title: text(40, called('title')),
  mail: optional(email({ ...called('mail'), personal: true })),
  note: remark(60, { ...called('note'), copied: false }, 3),
  body: rich(called('body')),
  copies: whole(1, 500, called('copies')),
  share: fraction(100, called('share')),
  fee: money(called('fee'), { most: 100_000_000 }),
  discount: optional(money(called('discount'))),
  day: date({ ...called('day'), stays: true }),
  heard_on: optional(date({ ...called('heard_on'), personal: true })),
  hour: time(called('hour')),
  ...period('starts_on', 'ends_on', { begin: called('starts_on'), end: called('ends_on') }),
  urgent: yesNo(called('urgent')),
  why: remark(60, {
    ...called('why'),
    shownWhen: { field: 'urgent', is: [true] },
    neededWhen: { field: 'urgent', is: [true] },
  }),
  colour: choice(['amber', 'blue'], (one) => one.toUpperCase(), called('colour')),
  tone: optionalChoice(['soft', 'loud'], (one) => one.toUpperCase(), called('tone')),
  zone_id: term('test.zone', { ...called('zone'), none: say('none') }),
  zones: termsOf('test.zone', called('zones')),
  officer_id: optional(person(called('officer'))),
  officers: persons(called('officers')),
  desk_id: optional(anyService({ ...called('desk'), stays: true })),
  linked_id: optional(link(['test.notice'], called('linked'))),
  proof_id: optional(file(called('proof'))),
  lines: rowsOf(
    3,
    {
      what: text(30, called('what')),
      cost: money(called('cost')),
      by: optional(date(called('by'))),
    },
    called('lines'),
  ),
}

export type NoticeColumns = OwnColumns<typeof noticeFields> & { seen_by: string }
export type Notice = Dossier<NoticeColumns>

export const notices = kind<NoticeColumns, 'edit' | 'add_annex'>({
  name: 'test.notice',
  verbs: ['edit', 'add_annex'],
  table: 'test.notice',
  path: (id) => `/test/notices/${id}`,
  readers: ({ seen_by }) => seen_by.split(',').filter(Boolean),
  awaits: () => [],
  body: wordsOf(noticeFields),
})

const Written = asked(noticeFields)

const noticeRecord = {
  kind: notices,
  fields: noticeFields,
  mayEdit: () => true,
  write: async (given: z.output<typeof Written>, told: EventData = {}): Promise<Notice> => {
    const { title, ...own } = await taken(noticeFields, given)
    return create(notices, { title, state: 'open' }, { ...own, seen_by: 'role:agent' }, told)
  },
  rewrite: async (notice: Notice, given: Partial<z.output<typeof Written>>): Promise<Notice> => {
    const patch = await changed(noticeFields, given, notice)
    if (Object.keys(patch).length === 0) return notice
    return write(notices, notice, patch, 'edit', changesOf(noticeFields, notice, patch))
  },
}

const everybody = permission('kernel.signed_in')
const pages = new PageRoutes('/test')
formRoutes(pages, '/notices', noticeRecord, {
  writes: everybody,
  edits: everybody,
  path: '/test/notices',
  words: {
    write: say('write'),
    edit: say('edit'),
    saved: say('saved'),
    not_editable: say('not_editable'),
  },
})
const api = new ApiRoutes('/test')
const names = Object.keys(noticeFields) as (keyof typeof noticeFields)[] // Its own names.
const NoticeAnswer = z.object({
  id: z.uuid(),
  version: z.int(),
  ...answered(noticeFields),
})
apiRoutes(api, '/notices', noticeRecord, {
  reads: everybody,
  writes: everybody,
  edits: everybody,
  what: 'notice',
  answer: NoticeAnswer,
  listed: z.object({ id: z.uuid(), title: z.string() }),
})
export const routes = { list: [...pages.list, ...api.list] }

/** Makes the table of notices, in the database of this worker only. */
export async function prepareNotices(): Promise<void> {
  const { database } = await ground()
  await database.owner.query(`
    drop schema if exists test cascade;
    create schema test;
    grant usage on schema test to beffroi_app;
    create table test.notice (
      tenant_id uuid not null,
      id uuid not null,
      mail text, note text not null, body text not null, copies integer not null, share float8 not null,
      fee bigint not null, discount bigint, day date not null, heard_on date, hour time not null,
      starts_on date not null, ends_on date, urgent boolean not null, why text not null,
      colour text not null, tone text, zone_id uuid, zones uuid[] not null, officer_id uuid,
      officers uuid[] not null, desk_id uuid, linked_id uuid, proof_id uuid,
      lines jsonb not null default '[]', seen_by text not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, id) references commons.dossier
    );
    select kernel.isolate('test.notice');`)
  const said = [
    ...names,
    'zone',
    'officer',
    'desk',
    'linked',
    'proof',
    'what',
    'cost',
    'by',
    'none',
  ]
  const words = ['write', 'edit', 'saved', 'not_editable', 'done.create', 'done.edit']
  const messages = Object.fromEntries(
    [...said, ...words].map((key) => [`notice.${key}`, `[${key}]`]),
  )
  addCatalogue('test', { fr: messages, en: messages })
  if (!kinds.every().includes(notices)) fill(kinds, notices).place()
}

/** Takes the table away again: the schema is as the migrations made it. */
export async function removeNotices(): Promise<void> {
  const { database } = await ground()
  await database.owner.query('drop schema test cascade')
}
