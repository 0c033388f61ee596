/** What a module is called: in the code, and for people in both languages. */
export interface Names {
  /** A word of the trade in English, as folder, schema and prefix: `permits`. */
  readonly name: string
  readonly french: string
  readonly english: string
}

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", '’')}'`

/**
 * The files of an empty module, by their path in its folder; `minute` is the one by which its
 * migration is named.
 */
export function filesOf(names: Names, minute: string): Record<string, string> {
  const { name } = names
  return {
    'index.ts': manifest(names),
    'README.md': readme(names),
    'permissions.ts': permissions,
    [`migrations/${minute}_${name}.sql`]: migration(names),
    'locales/fr.ts': `export const fr = {
  title: ${quoted(names.french)},
  brings: ${quoted(`${names.french}.`)},
  empty: 'Rien n’est encore ouvert ici.',
} as const
`,
    'locales/en.ts': `import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: ${quoted(names.english)},
  brings: ${quoted(`${names.english}.`)},
  empty: 'Nothing has been opened here yet.',
}
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
    'pages/index.tsx': page(names),
    [`test/${name}.test.ts`]: firstTest(names),
  }
}

const manifest = ({ name, english }: Names) => `import { groups } from '#commons/tasks'
import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import './locales/index.ts'
import { pages } from './pages/index.tsx'
import { permissions } from './permissions.ts'

/** ${english}: its README says what it is for. */
export const ${name}: Module = {
  name: '${name}',
  floor: 'modules',
  nature: 'trade',
  title: '${name}.title',
  brings: '${name}.brings',
  needs: ['tasks'],
  permissions,
  pages,
  fills: [
    fill(navigation, {
      section: 'trades',
      group: groups.steer,
      label: '${name}.title',
      href: '/${name}',
      icon: 'folder',
      permission: permission('${name}.read'),
    }),
  ],
}
`

const permissions = `import { type Policy, signedIn } from '#kernel/access'

export const permissions = {
  read: signedIn,
} satisfies Record<string, Policy>
`

const migration = ({
  name,
}: Names) => `-- Every table here has a tenant_id, with which its keys start, and is isolated in the same file:
-- select kernel.isolate('${name}.…');
create schema ${name};
grant usage on schema ${name} to beffroi_app;
`

const page = ({ name }: Names) => `import { permission } from '#kernel/access'
import { PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { EmptyState, Head } from '#kernel/ui'

export const pages = new PageRoutes('/${name}')

pages.get('/', permission('${name}.read'), (c) =>
  page(
    c,
    { title: t('${name}.title') },
    <>
      <Head title={t('${name}.title')} />
      <EmptyState icon="folder" sentence={t('${name}.empty')} />
    </>,
  ),
)
`

const firstTest = ({ name, french }: Names) => `import { expect, test } from 'vitest'
import { givenAuthority } from '#test/harness'

test('an agent opens the trade, a visitor is asked to sign in first', async () => {
  const authority = await givenAuthority()
  const { visitor } = await authority.person({ roles: ['agent'] })
  const opened = await visitor.get('/${name}')
  expect(opened.status).toBe(200)
  expect(opened.text).toContain(${quoted(french)})
  expect((await authority.visitor().get('/${name}')).status).toBe(303)
})
`

const readme = ({ name, french, english }: Names) => `# ${english} (${french})

**Purpose.** One paragraph: who uses this trade, for what, and what it replaces.

**Words of the trade.** The French term of art, the name in the code, what it means. They go into
\`docs/glossary.md\` too.

**Tables.** Schema \`${name}\`: one line a table. **States.** One line a workflow.

**Where things are.** \`index.ts\` is the manifest and the only file that others import;
\`migrations/\` the tables; \`permissions.ts\` who may do what; \`locales/\` every word that a person
reads; \`pages/\` the HTML. Add \`schema.ts\` (zod inputs), \`workflow.ts\`, \`queries.ts\`, \`api.ts\` and a
file for each thing of the trade, whose functions are its verbs.
`
