import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { cloneOf, emptyDatabase } from '#kernel/testing'
import {
  answerLocally,
  certificatesIn,
  container,
  makeLocalAuthority,
  manifestOf,
  stamp,
} from '#kernel/timestamps'
import { type S3Server, startS3 } from '../../../test/harness/s3.ts'
import { givenTowns, type Towns } from '../../../test/harness/towns.ts'
import { commandsBeside } from './beside.ts'
import { callsOf, type Step } from './calls.ts'
import type { Outcome } from './series.ts'

let home: string
let towns: Towns
let s3: S3Server
let outside: Server

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'beffroi-commands-'))
  towns = await givenTowns()
  s3 = await startS3(join(home, 's3'))
  outside = createServer((_, answer) => answer.end()).listen(0, '127.0.0.1')
  await once(outside, 'listening')
})
afterAll(async () => {
  await towns.close()
  await s3.close()
  outside.close()
  await rm(home, { recursive: true, force: true })
})

const failed = [
  '01999999-0000-7000-8000-000000000001',
  '01999999-0000-7000-8000-000000000002',
] as const

/** What is there before the first command: files, a key, lists to read in, jobs that were given up. */
async function prepared(): Promise<string> {
  const { database } = towns
  const { rows } = await database.owner.query<{ name: string }>('select current_database() as name')
  const name = rows[0]?.name ?? ''
  const data = join(home, 'data')
  await cp(join(inject('fileFolder'), name), join(data, 'files'), { recursive: true })
  await mkdir(join(home, 'elsewhere'))
  const key = Buffer.alloc(32, 7).toString('base64')
  for (const folder of ['data', 'elsewhere'])
    await writeFile(join(home, folder, 'secrets.key'), `${key}\n`, { mode: 0o600 })
  await writeFile(
    join(home, 'people.csv'),
    'Nom;Prénom;Identifiant;Courriel\nTerval;Alix;double;alix@beauval.example\n',
  )
  const seats =
    'Organe;Nom;Prénom;Identifiant;Premier jour\nCC;Orval;Bastien;administrator;2026-01-01\n'
  await writeFile(join(home, 'seats.csv'), seats)
  await writeProof()
  const client = await database.owner.connect()
  try {
    await client.query(
      `select set_config('app.tenant', (select id::text from kernel.tenant order by created_at, id limit 1), false)`,
    )
    // The request of the demonstration asks for erasure, so that it can be looked at what would go.
    await client.query(`update commons.privacy_request set nature = 'erasure'`)
    for (const id of failed)
      await client.query(
        `insert into kernel.failed_job (id, task, who, data, dossier_ids, reason) values
         ($1, 'journal.check', '{"id":null,"name":"Beffroi","principals":["system"],"language":"fr"}', '{}', '{}', $2)`,
        [id, JSON.stringify({ key: 'errors.fault', params: { id: 'a1' } })],
      )
  } finally {
    await client.query(`select set_config('app.tenant', '', false)`)
    client.release()
  }
  return inject('templateUrl').replace(/\/[^/]*$/, `/${name}`)
}

/** A text that was stamped, and the root of who stamped it. */
async function writeProof(): Promise<void> {
  const own = await makeLocalAuthority()
  const files = [{ name: 'texte.txt', type: 'text/plain', bytes: Buffer.from('Règlement') }]
  const manifest = manifestOf(files)
  const stamps = { url: 'https://stamps.example', trusted: certificatesIn(own.root) }
  const { token } = await stamp(
    manifest,
    stamps,
    async (_url, { body } = {}) =>
      new Response(Uint8Array.from(await answerLocally(body as Uint8Array, own))),
  )
  await writeFile(join(home, 'proof.asice'), container(files, manifest, token))
  await writeFile(join(home, 'root.pem'), own.root)
}

/** Runs them one after the other; what one says may be a word of those after it. */
async function run(calls: readonly Step[], url: string) {
  const settings = { DATABASE_URL: url, DATA_DIR: join(home, 'data'), DEMONSTRATION: 'false' }
  const beside = await commandsBeside(settings)
  const kept: Record<string, string> = {}
  const outcomes: (Outcome & { words: readonly string[] })[] = []
  for (const { words, settings: own, keep = {} } of calls) {
    const filled = words.map((word) =>
      word.replaceAll(/\{(\w+)\}/g, (all, name) => kept[name] ?? all),
    )
    const outcome = await beside.run(filled, own)
    for (const [name, pattern] of Object.entries(keep))
      kept[name] = new RegExp(pattern).exec(outcome.said)?.[1] ?? ''
    outcomes.push({ words: filled, ...outcome })
  }
  await beside.ends()
  return { names: beside.names, outcomes }
}

test('each command of the house does what its help says, once, in an order in which one leads to the next', async () => {
  const url = await prepared()
  const [slug = ''] = towns.hostOf('beauval').split('.')
  const sample = join(projectRoot, 'src/modules/plonemeeting/sample')
  const { endpoint, bucket, keyId, secret } = s3.settings
  const calls = callsOf({
    ...{ slug, folder: home, failed },
    sample: (await readdir(sample)).map((name) => join(sample, name)),
    outside: `http://127.0.0.1:${(outside.address() as AddressInfo).port}/`, // It listens to a port.
    bucket: {
      ...{ FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket },
      ...{ FILES_S3_KEY: keyId, FILES_S3_SECRET: secret },
    },
    empty: await cloneOf(inject('templateUrl'), `commands_${process.pid}`),
    bare: await emptyDatabase(inject('templateUrl'), `commands_bare_${process.pid}`),
  })
  const { names, outcomes } = await run(calls, url)
  const told = outcomes.filter(({ code }) => code !== 0)
  expect(told.map(({ words, code, said }) => `${code} ${words.join(' ')}\n${said}`)).toEqual([])
  expect(outcomes.filter(({ said }) => said.trim() === '').map(({ words }) => words)).toEqual([])
  const begins = (name: string) =>
    calls.some(({ words }) => `${words.join(' ')} `.startsWith(`${name} `))
  expect(names.filter((name) => !begins(name))).toEqual([])
}, 120_000)
