// Makes a working module that passes every check: see `usage`.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { capital, enlisted, filesOf } from './new-module-files.ts'

const root = join(import.meta.dirname, '..')
const usage = `bin/new-module NAME THING ['Nom français' 'English name'] [--plural THINGS]
such as: bin/new-module parkings permit Stationnement Parking
Without --plural, several of a THING are called by the rules of English: permits, parties, boxes.`
const list = join(root, 'src/modules.ts')

/** Words that would have to be quoted in SQL, or that the language or the house keeps for itself. */
const kept = [
  ...['case', 'check', 'class', 'column', 'commons', 'default', 'delete', 'desc', 'enum', 'export'],
  ...['function', 'grant', 'group', 'import', 'interface', 'kernel', 'modules', 'new', 'null'],
  ...[
    'order',
    'package',
    'primary',
    'private',
    'public',
    'references',
    'select',
    'switch',
    'table',
  ],
  ...['test', 'this', 'typeof', 'user', 'using', 'var', 'void', 'where', 'window', 'with'],
]

const isWord = (name: string) => /^[a-z]{3,30}$/.test(name) && !kept.includes(name)

/** Why a module and its dossiers cannot bear these names; undefined where they can. */
function objection(name: string, thing: string, things: string): string | undefined {
  if (!isWord(name))
    return `A module is named by one English word of its trade in small letters, not « ${name} ».`
  if (!isWord(thing) || thing === name)
    return `Its dossiers are named by another such word, in the singular, not « ${thing} ».`
  if (!isWord(things) || things === thing)
    return `Several of its dossiers are named by a word of their own, not « ${things} »: say it with --plural.`
  const taken = ['kernel', 'commons', 'modules'].find((floor) =>
    existsSync(join(root, 'src', floor, name)),
  )
  return taken && `There is already src/${taken}/${name}.`
}

/** YYYYMMDDHHMM of now (UTC), or of the next minute that no migration bears. */
function freeMinute(): string {
  const files = globSync('src/*/*/migrations/*.sql', { cwd: root }).map((file) => basename(file))
  for (let time = Date.now(); ; time += 60_000) {
    const minute = new Date(time).toISOString().slice(0, 16).replaceAll(/\D/g, '')
    if (!files.some((file) => file.startsWith(minute))) return minute
  }
}

/** Several of a thing, as English mostly says it. */
const pluralOf = (thing: string) =>
  /[^aeiou]y$/.test(thing)
    ? thing.replace(/y$/, 'ies')
    : `${thing}${/(s|x|z|ch|sh)$/.test(thing) ? 'es' : 's'}`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { plural: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
})
if (values.help) {
  console.log(usage)
  process.exit(0)
}
const [name = '', thing = '', french = capital(name), english = capital(name)] = positionals
const things = values.plural ?? pluralOf(thing)
const wrong = objection(name, thing, things)
if (wrong) {
  console.error(`${wrong}\n${usage}`)
  process.exit(1)
}
const folder = join(root, 'src/modules', name)
for (const [path, text] of Object.entries(
  filesOf({ name, thing, things, french, english }, freeMinute()),
)) {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
writeFileSync(list, enlisted(readFileSync(list, 'utf8'), name))
// Its schema is in the dump from the start.
console.log(`src/modules/${name} is written. Its schema is dumped, which takes up to a minute…`)
const { status } = spawnSync(join(root, 'bin/schema'), { stdio: ['ignore', 'ignore', 'inherit'] })
if (status !== 0) process.exit(1)
console.log(`src/modules/${name} is in the house. In an authority that exists it is off:
bin/beffroi trade on ${name}
Then npm start, and open /${name}/${things}. While its migration changes, begin with an empty
database: DATA_DIR=/tmp/${name} bin/dev; run bin/schema once it stands.
What guards it: npm test -- ${name}
To take it back: rm -r src/modules/${name}, its two lines out of src/modules.ts, bin/schema.`)
