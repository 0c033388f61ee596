/** What a module is called: in the code, and for people in both languages. */
export interface Names {
  /** A word of the trade in English, as folder, schema and prefix: `permits`. */
  readonly name: string
  /** What its dossiers are called in the code, one of them: `permit`. */
  readonly thing: string
  /** Several of them: the last part of their address. */
  readonly things: string
  readonly french: string
  readonly english: string
}

/** With its article: `a permit`, `an item`. */
const one = (thing: string) => `${/^[aeiou]/.test(thing) ? 'an' : 'a'} ${thing}`

export const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", '’')}'`

/**
 * The files of a working module, by their path in its folder; `minute` is the one by which its
 * migration is named.
 */
export function filesOf(names: Names, minute: string): Record<string, string> {
  const { name, thing } = names
  return {
    'index.ts': manifest(names),
    'README.md': readme(names),
    [`${thing}.ts`]: kindOf(names),
    'workflow.ts': workflowOf(names),
    [`migrations/${minute}_${name}.sql`]: migration(names),
    'locales/fr.ts': `export const fr = {\n${wordsOf(names, 0)}} as const\n`,
    'locales/en.ts': `import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
${wordsOf(names, 1)}}
`,
    'locales/index.ts': `import { addCatalogue } from '#kernel/i18n'
import { en } from './en.ts'
import { fr } from './fr.ts'

declare module '#kernel/i18n' {
  interface Catalogues {
    ${name}: typeof fr
  }
}

addCatalogue('${name}', { fr, en })
`,
    [`test/${name}.test.ts`]: firstTest(names),
  }
}

const manifest = ({ name, thing, english }: Names) => `import { groups } from '#commons/tasks'
import { plainPermissions, registerRoutes } from '#commons/registers'
import type { Module } from '#kernel/module'
import './locales/index.ts'
import { ${thing}Record } from './${thing}.ts'
import { ${thing}Workflow } from './workflow.ts'

const { pages, api, fills } = registerRoutes(${thing}Record, ${thing}Workflow, {
  what: '${thing}',
  columns: ['service_id', 'due_on'],
  kept: { keep: 'always', because: '${name}.kept', verified: false },
  imports: true,
  rail: { group: groups.steer, icon: 'folder' },
})

/** ${english}: its README says what it is for. */
export const ${name}: Module = {
  name: '${name}',
  floor: 'modules',
  nature: 'trade',
  title: '${name}.title',
  brings: '${name}.brings',
  needs: ['dossiers', 'numbering', 'records', 'registers', 'tasks', 'workflow'],
  permissions: plainPermissions,
  pages,
  api,
  fills,
}
`

const kindOf = ({ name, thing, things }: Names) => `import { yearly } from '#commons/numbering'
import { date, optional, rich, service, text } from '#commons/records'
import { plainKind, plainVerbs } from '#commons/registers'
import { ${thing}Workflow } from './workflow.ts'

/** What is said of ${one(thing)}, in the order of its form. */
const ${thing}Fields = {
  title: text(200, { label: 'records.title' }),
  service_id: service({ label: '${name}.${thing}.service', stays: true }, []),
  due_on: optional(date({ label: '${name}.${thing}.due_on' })),
  request: rich({ label: '${name}.${thing}.request' }),
}

const ${things} = plainKind(${thing}Fields, ${thing}Workflow, {
  path: '/${name}/${things}',
  // Its service and whoever wrote it.
  readers: ({ service_id, created_by }) => [\`service:\${service_id}\`, \`user:\${created_by}\`],
})

/** What its form and API ask, and the verbs that they call. */
export const ${thing}Record = plainVerbs(${things}, ${thing}Fields, ${thing}Workflow, {
  numbers: yearly('${name}.${thing}', '${name}.${thing}.list', '{year}/{number:4}'),
})
`

const workflowOf = ({ name, thing }: Names) => `import { workflow } from '#commons/workflow'

const writers = ['service:editor', 'service:head'] as const

export const ${thing}Workflow = workflow('${name}.${thing}', {
  initial: 'draft',
  states: {
    draft: { tone: 'neutral', waitsFor: ['author'], edits: ['author', ...writers] },
    submitted: { tone: 'info', waitsFor: ['service:head'], edits: ['service:head'] },
    accepted: { tone: 'good', final: true },
  },
  transitions: {
    submit: { from: ['draft'], to: 'submitted', who: ['author', ...writers] },
    accept: { from: ['submitted'], to: 'accepted', who: ['service:head'] },
    send_back: {
      from: ['submitted'],
      to: 'draft',
      who: ['service:head'],
      comment: 'required',
      back: true,
    },
  },
})
`

const migration = ({ name, thing }: Names) => `create schema ${name};
grant usage on schema ${name} to beffroi_app;

create table ${name}.${thing} (
  tenant_id uuid not null,
  id        uuid not null,
  request   text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier
);
select kernel.isolate('${name}.${thing}');
`

/** The messages of both languages, in the order of the file. */
function wordsOf({ thing, french, english }: Names, language: 0 | 1): string {
  const own: Record<string, readonly [string, string]> = {
    name: ['Dossier', 'File'],
    list: ['Dossiers', 'Files'],
    count: [
      '{count, plural, one {# dossier} other {# dossiers}}',
      '{count, plural, one {# file} other {# files}}',
    ],
    none: ['Aucun dossier ne correspond.', 'No file matches.'],
    write: ['Écrire un dossier', 'Write a file'],
    service: ['Service', 'Service'],
    due_on: ['Échéance', 'Due on'],
    request: ['Demande', 'Request'],
    'state.draft': ['En rédaction', 'Being written'],
    'state.submitted': ['Chez le chef de service', 'With the head of service'],
    'state.accepted': ['Accepté', 'Accepted'],
    'verb.submit': ['Transmettre au chef de service', 'Submit to the head of service'],
    'verb.accept': ['Accepter', 'Accept'],
    'verb.send_back': ['Renvoyer', 'Send back'],
    'done.submit': ['a transmis le dossier', 'submitted the file'],
    'done.accept': ['a accepté le dossier', 'accepted the file'],
    'done.send_back': ['a renvoyé le dossier', 'sent the file back'],
  }
  const title = [french, english][language] ?? ''
  return [
    ['title', title],
    ['brings', `${title}.`],
    [
      'kept',
      ['À dire\u00A0: pourquoi sans limite.', 'To be said: why without end.'][language] ?? '',
    ],
    ...Object.entries(own).map(([key, texts]) => [`'${thing}.${key}'`, texts[language]] as const),
  ]
    .map(([key, text = '']) => `  ${key}: ${quoted(text)},\n`)
    .join('')
}

const firstTest = ({ name, things }: Names) => {
  const path = `/${name}/${things}`
  return `import { expect, test } from 'vitest'
import { givenAuthority } from '#test/harness'

test('one is written, listed, submitted, printed, and told by the API; another authority has it not', async () => {
  const authority = await givenAuthority()
  const service_id = await authority.service('Affaires générales')
  const { visitor } = await authority.person({ in: service_id })
  const asked = { title: 'Une demande', service_id, due_on: '2030-01-31', request: 'En bref.' }
  const written = await visitor.post('${path}', asked)
  const page = written.headers.get('location') ?? ''
  expect((await visitor.get('${path}')).text).toContain('Une demande')
  expect((await visitor.get(page)).text).toMatch(/\\d{4}\\/0001/)
  expect((await visitor.post(\`\${page}/steps\`, { verb: 'submit' })).status).toBe(303)
  expect((await visitor.post(\`\${page}/documents\`, { format: 'pdf' })).status).toBe(303)
  await authority.drain()
  expect((await visitor.get(page)).text).toMatch(/href="\\/documents\\/[^"]+"/)
  const told = await visitor.api('GET', page)
  expect(told.json()).toMatchObject({ state: 'submitted', due_on: '2030-01-31' })
  const neighbour = await (await givenAuthority()).person()
  expect((await neighbour.visitor.get(page)).status).toBe(404)
})
`
}

const readme = ({ name, thing, french, english }: Names) => `# ${english} (${french})

**Purpose.** One paragraph: who uses this trade, for what, and what it replaces.

**Words, tables, states.** ${capital(one(thing))} (dossier) is a row of \`${name}.${thing}\`: \`draft\`, \`submitted\` to the head
of its service, \`accepted\`. French terms of art go into a \`glossary.md\` beside this file.

**Where things are.** \`${thing}.ts\` says its fields and who sees it, \`workflow.ts\` its steps, \`index.ts\` who may do
what and what the house is given. A verb or page that needs more takes the place of the plain one there.
`

/** The list of modules with one more, before the first that follows it in the alphabet. */
export function enlisted(text: string, name: string): string {
  const [, before = '', names = '', after = ''] =
    /^([\s\S]*Module\[\] = \[\n)([\s\S]*?)(\]\n[\s\S]*)$/.exec(text) ?? []
  if (!names) throw new Error('src/modules.ts does not list its modules as expected')
  // The others stay where they are: what is taken back leaves the list as it was.
  const entries = names.trimEnd().split('\n')
  const entry = `  ${name},`
  const next = entries.findIndex((one) => one > entry)
  entries.splice(next === -1 ? entries.length : next, 0, entry)
  const lines = before.split('\n')
  const last = lines.findLastIndex((line) => line.startsWith('import '))
  lines.splice(last + 1, 0, `import { ${name} } from '#modules/${name}'`)
  return `${lines.join('\n')}${entries.join('\n')}\n${after}`
}
