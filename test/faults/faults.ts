import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { FaultyHouse } from './house.ts'

/**
 * What goes wrong: killed, asked to end, its database killed, the connections of its worker or all of them cut; no room left
 * where its rows and files are; its clock wrong by a day, ahead and behind; identity providers and the server for mail away, slow
 * or silent; jobs that can never be done.
 */
export const faults = {
  server: async (house) => {
    await house.signal('SIGKILL')
    await house.start()
  },
  database: async (house) => {
    process.kill(house.postmaster(), 'SIGKILL')
  },
  disk,
  clock,
  identity,
  poison,
  worker: async (house) => {
    await house.query(cut("= 'beffroi-queue'"))
  },
  ending: async (house) => {
    await house.signal('SIGTERM')
    await house.start()
  },
  connections: async (house) => cutAll(house.postmaster()),
  mail,
} satisfies Record<string, (house: FaultyHouse) => Promise<void>>
export type Fault = keyof typeof faults

const moment = 800
const day = 86_400_000

const cut = (name: string) =>
  `select pg_terminate_backend(pid) from pg_stat_activity where application_name ${name} and pid <> pg_backend_pid()`

/** Every connection of every role, as no role of ours may. */
function cutAll(postmaster: number): void {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,args=', '--ppid', String(postmaster)], {
    encoding: 'utf8',
  })
  for (const [, pid] of stdout.matchAll(/^\s*(\d+) postgres: beffroi/gm))
    process.kill(Number(pid), 'SIGTERM')
}

/** So much may be written to make a disk full: what has no end of its own is not filled, for others write there too. */
const mostToFill = 2e9

/** Whether the folder is a disk of its own, which nobody else needs. */
export function isDiskOfItsOwn(folder: string): boolean {
  const { bsize, blocks } = statfsSync(folder)
  return bsize * blocks <= mostToFill
}

async function disk({ folder }: FaultyHouse): Promise<void> {
  const filler = join(folder, 'filler')
  const part = Buffer.alloc(1_000_000)
  try {
    for (;;) writeFileSync(filler, part, { flag: 'a' })
  } catch {
    // There is no room for more.
  }
  await delay(moment * 2)
  rmSync(filler)
}

async function clock(house: FaultyHouse): Promise<void> {
  for (const ahead of [day + 7_200_000, -day, 0]) {
    await house.putClock(ahead)
    await delay(moment)
  }
}

/** People come in by a provider that says nothing, others work on. */
async function identity({ ask, outside, query }: FaultyHouse): Promise<void> {
  const [known] = await query<{ id: string }>(
    "select id from kernel.identity_provider where name = 'Annuaire'",
  )
  const id = known?.id ?? (await addProvider(ask, outside.identityPort))
  outside.humour = 'silent'
  const coming = Array.from({ length: 20 }, () =>
    ask('GET', `/sign-in/with/${id}`, undefined, randomUUID()),
  )
  await delay(moment)
  outside.humour = 'away'
  const refused = await ask('GET', `/sign-in/with/${id}`, undefined, randomUUID())
  if (refused && refused.status >= 500 && refused.status !== 503)
    throw new Error(`A provider that is away is answered with ${refused.status}`)
  outside.humour = 'well'
  await Promise.all(coming)
}

async function addProvider(ask: FaultyHouse['ask'], port: number): Promise<string> {
  const said = { name: 'Annuaire', issuer: `http://127.0.0.1:${port}`, client_id: 'beffroi' }
  const key = randomUUID()
  let added = await ask('POST', '/api/providers', said, key)
  while (!added) added = await ask('POST', '/api/providers', said, key)
  const { id } = JSON.parse(added.text) as { id?: string }
  if (!id) throw new Error(`No provider is added: ${added.status} ${added.text}`)
  await ask('POST', `/api/providers/${id}/standing`, { standing: 'on' }, randomUUID())
  return id
}

/** Jobs whose data no task can take, before those that can be done. */
async function poison({ query }: FaultyHouse): Promise<void> {
  for (let count = 0; count < 20; count += 1)
    await query(sent('documents.make', `{"poison":${count}}`))
  await query(sent('journal.check', '{}'))
  while (
    (await query("select from graphile_worker.jobs where task_identifier = 'journal.check'"))
      .length > 0
  )
    await delay(20)
}

const sent = (task: string, data: string) =>
  `select kernel.enqueue('${task}', '${data}',
     '{"id":null,"name":"Beffroi","principals":["system"],"language":"fr"}', null)`

async function mail({ outside }: FaultyHouse): Promise<void> {
  for (const humour of ['slow', 'away', 'well'] as const) {
    outside.humour = humour
    await delay(moment)
  }
}
