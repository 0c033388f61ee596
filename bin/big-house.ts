// Grows a scratch copy of the house to 30 modules (or as many as told) and prints what work in it costs:
// bin/big-house [30]. The trades more are copies of those that stand, under other names. It counts seconds of
// processor, which others on the machine do not change, then seconds of the clock.
import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { enlisted } from './new-module-files.ts'

const root = join(import.meta.dirname, '..')
const wanted = Number(process.argv[2] ?? 30)
const house = mkdtempSync(join(tmpdir(), 'beffroi-big-'))
process.once('exit', () => rmSync(house, { recursive: true, force: true }))
process.once('SIGINT', () => process.exit(130))

const modules = readdirSync(join(root, 'src/modules'))
/** Those that others need come first: a last turn that copies only some of them holds together. */
const first = ['deliberations', 'strategy']
/** Its name is a word of the language of code besides (a duration of minutes). */
const left = ['minutes']
const copied = [...new Set([...first, ...modules])].filter((name) => !left.includes(name))
/** What stands once in the house whatever trade says it: roles, ways in of citizens. */
const once = ['coordinator', 'secretariat', 'pst']
/** The law that trades declare, each once in a house. */
const laws = globSync('src/modules/*/{law,law/*}.ts', { cwd: root }).flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/^ +key: ('[\w.]+')/gm)].map(
    ([, key = '']) => key,
  ),
)
const letters = 'abcdefghijklmnopqrstuvwxyz'

function grow(): number {
  const listed = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).stdout
  for (const file of listed.trim().split('\n')) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    cpSync(join(root, file), join(house, file))
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  let count = modules.length
  for (const letter of letters)
    for (const name of copied.slice(0, Math.max(0, wanted - count))) {
      copyModule(name, letter)
      count++
    }
  dateMigrations()
  return count
}

/** Those of copies run after all others, in the order of their originals: each has a minute of the hours to come. */
function dateMigrations(): void {
  const files = globSync('src/modules/*/migrations/*.sql', { cwd: house })
    .map((file) => ({ file, path: file.split(/[\\/]/) }))
    .filter(({ path }) => !modules.includes(path[2] ?? ''))
    .toSorted((one, other) => ((one.path[4] ?? '') < (other.path[4] ?? '') ? -1 : 1))
  for (const [index, { file }] of files.entries()) {
    const minute = new Date(Date.now() + (index + 1) * 60_000).toISOString().slice(0, 16)
    const dated = file.replace(/\d{12}(?=_)/, minute.replaceAll(/\D/g, ''))
    renameSync(join(house, file), join(house, dated))
  }
}

/** A trade again, under its name and a letter. */
function copyModule(name: string, letter: string): void {
  const renamed = new RegExp(String.raw`\b(${[...copied, ...once].join('|')})\b`, 'g')
  // Before a colon it is a message of that name.
  const lawNames = new RegExp(`(?:${laws.map((key) => RegExp.escape(key)).join('|')})(?!:)`, 'g')
  const from = join(root, 'src/modules', name)
  // The demonstration tells of its people once.
  const again = (text: string) =>
    text
      .replaceAll(renamed, `$1${letter}`)
      .replaceAll(lawNames, (key) => `${key.slice(0, -1)}${letter}'`)
      .replace(/^ {2}seeds,\n|^import .* from '.\/seeds.ts'\n/gm, '')
      .replace(/^ {4}fill\(fictionalPeople, .*\n/gm, '')
      .replace(/\bfictional\w+, (?=.* from ')|, fictional\w+(?= \} from ')/g, '')
  // Its terms are explained once.
  for (const file of globSync('**/*.*', { cwd: from, exclude: ['glossary.md'] })) {
    const to = join(house, 'src/modules', name + letter, file)
    mkdirSync(dirname(to), { recursive: true })
    const text = readFileSync(join(from, file))
    const isText = /\.(tsx?|sql|md|typ|css)$/.test(file)
    writeFileSync(to, isText ? again(String(text)) : text)
  }
  const list = join(house, 'src/modules.ts')
  writeFileSync(list, enlisted(readFileSync(list, 'utf8'), name + letter))
}

/** Runs a program in the big house and prints what it took; where it fails, also what it said. */
async function timed(what: string, program: string, ...args: string[]): Promise<void> {
  const begun = now()
  const path = [join(house, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
  const child = spawn(program, args, { cwd: house, env: { ...process.env, PATH: path } })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const code = await new Promise((resolve) => child.once('close', resolve))
  tell(what, begun)
  if (code !== 0) console.log(said.split('\n').slice(-40).join('\n'))
}

interface Moment {
  readonly clock: number
  /** Of the programs that ran and ended, and of what they ran themselves. */
  readonly processor: number
}

const now = (): Moment => ({ clock: performance.now() / 1000, processor: processor() })

/** Seconds that ended children took of the processor (proc_pid_stat(5), in hundredths); only Linux tells. */
function processor(): number {
  if (process.platform !== 'linux') return Number.NaN
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

function tell(what: string, begun: Moment): void {
  const { clock, processor } = now()
  const seconds = [processor - begun.processor, clock - begun.clock].map((value) =>
    value.toFixed(1).padStart(7),
  )
  console.log(`${what.padEnd(28)} ${seconds.join(' s of processor, ')} s`)
}

/** Starts the server and asks for the first page. */
async function started(what: string): Promise<void> {
  const [begun, port] = [now(), 4310]
  const env = { ...process.env, PORT: String(port), DATA_DIR: join(house, 'data') }
  const server = spawn(process.execPath, ['dist/main.js'], { cwd: house, env, stdio: 'inherit' })
  while (server.exitCode === null) {
    const answer = await fetch(`http://localhost:${port}/healthz`).catch(() => undefined)
    if (answer) break
    await setTimeout(50)
  }
  const up = performance.now()
  await fetch(`http://localhost:${port}/signin`).then((answer) => answer.text())
  const page = ((performance.now() - up) / 1000).toFixed(2)
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  tell(what, begun)
  console.log(
    `${what}: up after ${(up / 1000 - begun.clock).toFixed(1)} s, first page after ${page} s more`,
  )
}

const count = grow()
const lines = globSync('src/**/*.{ts,tsx,sql}', { cwd: house }).reduce(
  (sum, file) => sum + readFileSync(join(house, file), 'utf8').split('\n').length,
  0,
)
console.log(`${count} modules, ${lines} lines of src`)
await timed('bin/schema', 'bin/schema')
await timed('types (tsc)', 'tsc', '--noEmit')
await timed('lint (oxlint)', 'oxlint')
await timed(
  'test/architecture',
  'npm',
  'test',
  '--',
  'test/architecture',
  '--exclude',
  '**/new-module*',
)
await timed('new-module’s test', 'npm', 'test', '--', 'test/architecture/new-module.test.ts')
await timed('build', 'node', 'bin/build.js')
await started('first start, empty database')
await started('start')
