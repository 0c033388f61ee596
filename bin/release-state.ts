// Keeps the state of a release, and which commit it is, for the tests of upgrades: bin/release-state [FOLDER]
// FOLDER is another checkout with its node_modules, if the release is not what stands here.
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { dumpState, packState } from '../src/kernel/testing/state.ts'
import { doAll } from './deeds/index.ts'

const here = join(import.meta.dirname, '..')
const root = resolve(process.argv[2] ?? here)
const folder = mkdtempSync(join(tmpdir(), 'beffroi-release-'))
const { DATABASE_URL: _url, DEMONSTRATION: _demonstration, ...around } = process.env
const path = `${here}/node_modules/.bin:${around['PATH']}`
const env = { ...around, DATA_DIR: folder, PORT: '0', PATH: path }

try {
  node('bin/build.js')
  const meeting = globSync('src/modules/plonemeeting/sample/*', { cwd: root })
  node('dist/command.js', 'import', 'plonemeeting', '--create-missing', '--write', ...meeting)
  const server = spawn(process.execPath, ['dist/main.js'], { cwd: root, env })
  try {
    await doAll({ base: await addressOf(server), command: run })
    await keep()
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill()
    await ended
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function node(...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env })
  if (status !== 0) throw new Error(`${args[0]} failed:\n${stdout}${stderr}`)
}

/** A command of the house, beside the server that goes on. */
async function run(...words: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, ['dist/command.js', ...words], { cwd: root, env })
}

/** Where the server says that it is ready. */
async function addressOf(server: ChildProcess): Promise<string> {
  let said = ''
  for await (const part of server.stdout ?? []) {
    said += part
    const [, port] = /localhost:(\d+)/.exec(said) ?? []
    if (port) return `http://localhost:${port}`
  }
  throw new Error(`The server did not start:\n${said}`)
}

async function keep(): Promise<void> {
  const connectionString = readFileSync(join(folder, 'postgres/url'), 'utf8')
  const database = new pg.Pool({ connectionString })
  try {
    await jobsAreDone(database)
    const state = await dumpState(database, root)
    const packed = packState(state)
    writeFileSync(join(here, 'db/released.json.gz'), packed)
    const { stdout: commit } = spawnSync('git', ['rev-parse', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
    })
    writeFileSync(join(here, 'db/last-release'), commit)
    const rows = state.tables.reduce((sum, table) => sum + table.rows.length, 0)
    const size = Math.ceil(packed.length / 1024)
    console.log(`${state.migrations.length} migrations, ${rows} rows, ${size} KB`)
    const empty = state.tables.filter((table) => table.rows.length === 0).map(({ name }) => name)
    if (empty.length > 0) console.log(`No rows in ${empty.join(', ')}`)
  } finally {
    await database.end()
  }
}

async function jobsAreDone(database: pg.Pool): Promise<void> {
  for (;;) {
    const { rows } = await database.query('select from graphile_worker.jobs')
    if (rows.length === 0) return
    await sleep(100)
  }
}
