import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { FaultyHouse } from './house.ts'

/** What goes wrong: killed, asked to end, its database killed, the connections of its worker or all of them cut. */
export const faults = ['server', 'database', 'worker', 'ending', 'connections'] as const
export type Fault = (typeof faults)[number]

/** What came of a round; `away`: how long nothing was acknowledged, in milliseconds. */
export interface Round {
  acknowledged: number
  lost: number
  doubled: number
  away: number
}

const writers = 6
const before = 600
const after = 600

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

async function happens(house: FaultyHouse, fault: Fault): Promise<void> {
  if (fault === 'database') process.kill(house.postmaster(), 'SIGKILL')
  else if (fault === 'worker') await house.query(cut("= 'beffroi-queue'"))
  else if (fault === 'connections') cutAll(house.postmaster())
  else {
    await house.signal(fault === 'server' ? 'SIGKILL' : 'SIGTERM')
    await house.start()
  }
}

/** People write while something goes wrong; each sends the same again until it is acknowledged. */
export async function round(house: FaultyHouse, fault: Fault): Promise<Round> {
  const name = randomUUID()
  const acknowledged: { label: string; at: number }[] = []
  const ending = new AbortController()
  const over = () => ending.signal.aborted
  const write = async () => {
    while (!over()) {
      const label = `${name} ${randomUUID()}`
      const day = dayIn(2027 + Math.floor(Math.random() * 9))
      const key = randomUUID()
      for (let done = false; !done && !over();) {
        const answer = await house.ask(
          'POST',
          '/api/calendar',
          { first_day: day, last_day: day, label },
          key,
        )
        if (answer?.status === 201) acknowledged.push({ label, at: performance.now() })
        // Refused, as where that day is closed already, is an answer; no answer, or « later », is none.
        done = answer !== null && answer.status < 500
        if (!done) await delay(20)
      }
    }
  }
  const writing = Array.from({ length: writers }, write)
  await delay(before)
  const at = performance.now()
  await happens(house, fault)
  while (!acknowledged.some((one) => one.at > at + 50)) await delay(20)
  await delay(after)
  ending.abort()
  await Promise.all(writing)
  const rows = await house.query<{ label: string; times: number }>(
    `select label, count(*)::int as times from commons.closing_day where label like '${name}%' group by label`,
  )
  const times = new Map(rows.map((row) => [row.label, row.times]))
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(({ label }) => !times.has(label)).length,
    doubled: rows.filter((row) => row.times > 1).length,
    away: longestGap(acknowledged.map((one) => one.at)),
  }
}

const longestGap = (instants: readonly number[]): number =>
  instants
    .toSorted((a, b) => a - b)
    .reduce((most, at, index, all) => Math.max(most, at - (all[index - 1] ?? at)), 0)

const dayIn = (year: number): string =>
  Temporal.PlainDate.from({ year, month: 1, day: 1 })
    .add({ days: Math.floor(Math.random() * 365) })
    .toString()
