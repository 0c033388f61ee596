import { z } from 'zod'
import { signedIn, addPermissions, permission } from '#kernel/access'
import { addCatalogue, type MessageKey } from '#kernel/i18n'
import { type Dossier, kind, read } from '#commons/dossiers'
import { applied } from '#commons/law'
import { publicCopies, publisher } from '#commons/publication'
import {
  actsOf,
  byField,
  choice,
  date,
  money,
  optional,
  type OwnColumns,
  remark,
  service,
  text,
  whitelist,
  wordsOf,
} from '#commons/records'
import { yearly } from '#commons/numbering'
import { awaitedBy, workflow } from '#commons/workflow'
import {
  factsOnPaper,
  type Letter,
  plainPermissions,
  plainVerbNames,
  plainVerbs,
  registerRoutes,
} from '../index.ts'

const said = [
  ...[
    'name',
    'list',
    'count',
    'none',
    'write',
    'title',
    'service',
    'door',
    'metal',
    'any_metal',
    'deposit',
    'part',
    'lent',
    'does',
  ],
  ...['state.asked', 'state.given', 'verb.give', 'done.give'],
]
const messages = Object.fromEntries(said.map((name) => [`key.${name}`, `[${name}]`]))
addCatalogue('test', { fr: messages, en: messages })
addPermissions('test', {
  ...plainPermissions,
  publish: signedIn,
})

const label = (name: string) => ({ label: `test.key.${name}` as MessageKey }) // Said below.

export const keyFields = {
  title: text(80, label('title')),
  service_id: service(label('service'), []),
  door: remark(2000, label('door'), 4),
  metal: choice(['iron', 'brass'], (one) => one.toUpperCase(), label('metal')),
  deposit: optional(money(label('deposit'))),
  lent_on: optional(date(label('lent'))),
}
export const keyFlow = workflow('test.key', {
  initial: 'asked',
  states: {
    asked: { waitsFor: ['service:head'], edits: ['author'] },
    given: { final: true },
  },
  transitions: {
    // What was not asked for is not to be given back.
    give: {
      ...{ from: ['asked'], to: 'given', who: ['author'] },
      writes: ({ deposit }: { deposit: number | null }) => ({ deposit: deposit ?? 0 }),
    },
  },
})
export const keys = kind<OwnColumns<typeof keyFields>, (typeof plainVerbNames)[number]>({
  name: 'test.key',
  verbs: plainVerbNames,
  table: 'test.key',
  path: (id) => `/test/keys/${id}`,
  readers: ({ service_id }) => [`service:${service_id}`],
  awaits: (key) => awaitedBy(keyFlow, key),
  body: wordsOf(keyFields),
})
/** Applied by this test alone: it takes it back. */
export const binding = applied('publication.binding', 'delay', label('does').label)
export const record = {
  ...plainVerbs(keys, keyFields, keyFlow, {
    numbers: yearly('test.key', 'registers.facts', 'C-{year}-{number:3}'),
    dueBy: {
      law: binding,
      organ: 'council',
      from: 'lent_on',
    },
  }),
  parts: [
    { title: label('part').label, names: Object.keys(keyFields) as (keyof typeof keyFields)[] },
  ],
} as const
const leaves = whitelist(keys, keyFields, ['metal'])
const copies = publisher({
  name: 'test.key',
  kind: keys.name,
  content: z.strictObject(leaves.shape),
  compose: async (id) => {
    const key = await read(keys, id)
    return { slug: key.id, title: key.title, content: await leaves.copy(key) }
  },
  path: (slug) => `/cles/${slug}`,
})
/** What is given to who takes the key. */
export const keyLetter: Letter<Dossier<OwnColumns<typeof keyFields>>> = {
  name: 'test.letter',
  title: label('door').label,
  from: ['given'],
  compose: async (key) => ({
    ...{ title: 'Reçu de la clé', subtitle: key.title, blocks: [] },
    facts: await factsOnPaper(keyFields, key, ['metal', 'lent_on']),
  }),
}
export const kept = { keep: 'always', because: 'registers.facts', verified: false } as const
const { pages, api, fills } = registerRoutes(record, keyFlow, {
  columns: ['door'],
  sort: '-deposit',
  sums: ['deposit'],
  filters: [byField(keyFields, 'metal', { any: label('any_metal').label })],
  acts: actsOf(keys, keyFlow, [{ verb: 'give', permission: permission('test.step') }]),
  what: 'key',
  kept,
  beside: ({ door }) => `beside ${door}`,
  publishes: copies,
  letters: [keyLetter],
})
const open = publicCopies(copies, ({ metal }) => `citizens read ${metal}`)
export const routes = { list: [...pages.list, ...api.list, ...open.list] }
export { fills }
