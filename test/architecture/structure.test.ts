import { describe, expect, test } from 'vitest'
import { checkNeeds } from '#kernel/module'
import { checkFiles, checkModules, checkNames } from './budgets.ts'
import { assembledHouse, sources as house } from './house.ts'
import { checkDoors, checkFloors, kernelCycles } from './imports.ts'
import { checkNeeded } from './needs.ts'
import { checkRoleNames } from './roles.ts'
import type { Source } from './source.ts'

const file = (path: string, text: string): Source => ({ path, text })

test('all that people wrote is looked at', () => {
  expect(house.map(({ path }) => path)).toContain('src/modules/deliberations/index.ts')
  expect(house.map(({ path }) => path)).toContain(
    'src/kernel/db/migrations/202611231901_isolation.sql',
  )
})

describe('floors', () => {
  test('arrows point down only', () => {
    expect(checkFloors(house)).toEqual([])
  })

  test.for([
    ['src/kernel/ui/page.ts', "import { load } from '#commons/dossiers'"],
    ['src/kernel/ui/page.ts', "export type { Vote } from '#modules/deliberations'"],
    ['src/commons/tasks/inbox.ts', "const later = await import('#modules/deliberations')"],
    ['src/commons/tasks/test/a.ts', "import { vote } from '../../../modules/mail/test/b.ts'"],
    ['src/commons/tasks/inbox.ts', "type Vote = import('#modules/deliberations').Vote"],
  ] as const)('an arrow that points up is found: %s, %s', ([path, text]) => {
    expect(checkFloors([file(path, text)])).toHaveLength(1)
  })

  test('folders are entered by their door', () => {
    expect(checkDoors(house)).toEqual([])
  })

  test.for([
    ['src/modules/deliberations/item.ts', "import { load } from '../../commons/dossiers/read.ts'"],
    ['src/modules/deliberations/item.ts', "import { load } from '../deliveries/index.ts'"],
    ['src/modules/deliberations/item.ts', "import { open } from '../../open.ts'"],
    ['src/modules/deliberations/item.ts', "import { vote } from '#modules/deliberations'"],
    ['src/modules/deliberations/item.ts', "import { ground } from '#test/harness'"],
    ['src/commons/tasks/inbox.ts', "import { Visitor } from '#kernel/testing'"],
  ] as const)('an entry beside the door is found: %s, %s', ([path, text]) => {
    expect(checkDoors([file(path, text)])).toHaveLength(1)
  })

  test('the folders of the kernel do not go round', () => {
    expect(kernelCycles(house)).toEqual([])
  })

  test('a way round in the kernel is found', () => {
    const round = [
      file('src/kernel/mail/index.ts', "import { t } from '#kernel/i18n'"),
      file('src/kernel/i18n/index.ts', "import { send } from '#kernel/mail'"),
    ]
    expect(kernelCycles(round)).toEqual(['mail → i18n → mail'])
  })
})

describe('needs', () => {
  test('each module names what it needs, and nothing else', async () => {
    const { modules } = await assembledHouse()
    expect(checkNeeded(house, modules)).toEqual([])
  })

  test('needs hold and do not go round', async () => {
    const { modules } = await assembledHouse()
    expect(checkNeeds(modules)).toEqual([])
  })

  test('a way round in the needs is found', () => {
    const round = [
      { name: 'mail', floor: 'modules', needs: ['permits'] } as const,
      { name: 'permits', floor: 'modules', needs: ['mail'] } as const,
    ]
    expect(checkNeeds(round)).toEqual(['The needs go round: mail → permits → mail'])
  })

  const table = file(
    'src/commons/directory/migrations/1.sql',
    'create table commons.person (\n  id uuid\n);',
  )
  const directory = { name: 'directory', needs: [] }

  test.for([
    ['an import', "import { services } from '#commons/directory'", 'index.ts'],
    ['a query', "db().selectFrom('commons.person as p')", 'index.ts'],
    ['SQL in a script', 'sql`select 1 from commons.person where true`', 'index.ts'],
    ['a migration', 'create table m.x (person uuid references commons.person);', '1.sql'],
  ] as const)('a need that is not named is found: %s', ([, text, name]) => {
    const source = file(`src/modules/mail/${name}`, text)
    const [wrong] = checkNeeded([table, source], [directory, { name: 'mail', needs: [] }])
    expect(wrong).toMatch('mail does not name its need of directory')
    expect(
      checkNeeded([table, source], [directory, { name: 'mail', needs: ['directory'] }]),
    ).toEqual([])
  })

  test('a need that nothing uses is found', () => {
    expect(checkNeeded([table], [directory, { name: 'mail', needs: ['directory'] }])).toEqual([
      'mail names directory, which it does not use',
    ])
  })

  test('a table of a floor above is found', () => {
    const kernel = file('src/kernel/auth/account.ts', "db().selectFrom('commons.person')")
    expect(checkNeeded([table, kernel], [directory])).toHaveLength(1)
  })
})

describe('roles', () => {
  test('are named by their declaration, which the compiler knows', () => {
    expect(checkRoleNames(house)).toEqual([])
  })

  test.for(["const readers = ['role:clerk']", 'bears(`role:clerk`)'])(
    'one that is named by a text is found: %s',
    (text) => {
      expect(checkRoleNames([file('src/modules/mail/letter.ts', text)])).toEqual([
        'src/modules/mail/letter.ts:1 names role:clerk by a text',
      ])
    },
  )
})

describe('budgets', () => {
  test('a file holds 300 lines', () => {
    expect(checkFiles(house)).toEqual([])
    const large = file('src/kernel/ui/page.tsx', 'x\n'.repeat(301))
    expect(checkFiles([large])).toEqual(['src/kernel/ui/page.tsx has 301 lines, more than 300'])
  })

  test('a module holds 4 000 lines of code', () => {
    expect(checkModules(house)).toEqual([])
  })

  test.for([
    ['tests', 'test/a.test.ts', 'x\n'.repeat(5000)],
    ['catalogues', 'locales/fr.ts', 'x\n'.repeat(5000)],
    ['blank lines', 'a.ts', '\n  \n'.repeat(5000)],
    ['comments', 'a.ts', '  // x\n/** x */\n/*\n * x\n */\n'.repeat(2000)],
    ['migrations', 'migrations/1.sql', 'x\n'.repeat(5000)],
    ['styles', 'style.css', 'x\n'.repeat(5000)],
  ] as const)('%s do not count among them', ([, path, text]) => {
    const code = [...'abcdefghijklmnop'].map((name) =>
      file(`src/modules/mail/${name}.ts`, 'x // y\n'.repeat(250)),
    )
    const more = file(`src/modules/mail/more/${path}`, text)
    expect(checkModules([...code, more])).toEqual([])
    expect(checkModules([...code, { ...more, text: `${text}x\n` }])).toHaveLength(
      /^(test|locales|migrations|style)\b/.test(path) ? 0 : 1,
    )
  })

  test('a module that has outgrown its budget is found', () => {
    const parts = [...'abcdefghijklmnop'].map((name) =>
      file(`src/modules/mail/${name}.ts`, 'x\n'.repeat(299)),
    )
    expect(checkModules(parts)).toEqual(['modules/mail has 4784 lines of code, more than 4000'])
    expect(checkModules(parts.slice(0, 3))).toEqual([])
  })

  test('no folder is called utils, common, helpers, shared or lib', () => {
    expect(checkNames(house)).toEqual([])
    const planted = file('src/modules/mail/helpers/dates.ts', '')
    expect(checkNames([planted])).toEqual(['src/modules/mail/helpers: no folder bears that name'])
  })
})
