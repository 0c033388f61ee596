import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Fault, faults } from './faults.ts'
import type { FaultyHouse } from './house.ts'

/** What came of a round; `away`: how long nothing was acknowledged, in milliseconds. */
export interface Round {
  acknowledged: number
  lost: number
  doubled: number
  away: number
}

const writers = 6
/** So many acts are acknowledged before anything goes wrong, and once it is over. */
const around = 40

/** What people write meanwhile, and how often each of it is there afterwards. */
interface Writing {
  path: string
  body: (label: string) => object
  there: (house: FaultyHouse, name: string) => Promise<{ label: string; times: number }[]>
}

const closings: Writing = {
  path: '/api/calendar',
  body: (label) => {
    const day = dayIn(2027 + Math.floor(Math.random() * 9))
    return { first_day: day, last_day: day, label }
  },
  there: ({ query }, name) =>
    query(
      `select label, count(*)::int as times from commons.closing_day where label like '${name}%' group by label`,
    ),
}

/** Each is written to: the message is counted where it arrives. */
const invitations: Writing = {
  path: '/api/people',
  body: (label) => {
    const login = label.replaceAll(/[^\da-f]/g, '')
    const email = `${login}@beauval.example`
    return { first_name: 'Alix', last_name: label, login, email, invite: true, other: true }
  },
  there: async ({ query, outside }, name) => {
    const told = `from kernel.mail m join commons.person p on p.email = m.to_address
      where p.last_name like '${name}%'`
    for (;;) {
      const waiting = await query(`select ${told} and m.state <> 'sent'`)
      if (waiting.length === 0) break
      await query('select kernel.hasten_jobs()')
      await delay(200)
    }
    const rows = await query<{ label: string; id: string }>(
      `select p.last_name as label, m.id ${told}`,
    )
    const times = new Map<string, number>()
    for (const { label, id } of rows) {
      const arrived = [...outside.taken].filter(([one]) => one.includes(id))
      const count = arrived.reduce((sum, [, one]) => sum + one, 0)
      times.set(label, (times.get(label) ?? 0) + count)
    }
    return [...times].map(([label, count]) => ({ label, times: count }))
  },
}

/** People write while something goes wrong; each sends the same again until it is acknowledged. */
export async function round(house: FaultyHouse, fault: Fault): Promise<Round> {
  const name = randomUUID()
  const { path, body, there } = fault === 'mail' ? invitations : closings
  const acknowledged: { label: string; at: number }[] = []
  const ending = new AbortController()
  const over = () => ending.signal.aborted
  const write = async () => {
    while (!over()) {
      const label = `${name} ${randomUUID()}`
      const [sent, key] = [body(label), randomUUID()]
      for (let done = false; !done && !over();) {
        const answer = await house.ask('POST', path, sent, key)
        if (answer?.status === 201) acknowledged.push({ label, at: performance.now() })
        // Refused, as where that day is closed already, is an answer; no answer, or « later », is none.
        done = answer !== null && answer.status < 500
        if (!done) await delay(20)
      }
    }
  }
  const writing = Array.from({ length: writers }, write)
  const moreThan = async (count: number) => {
    while (acknowledged.length < count) await delay(20)
  }
  await moreThan(around)
  const at = performance.now()
  await faults[fault](house)
  while (!acknowledged.some((one) => one.at > at + 50)) await delay(20)
  await moreThan(acknowledged.length + around)
  ending.abort()
  await Promise.all(writing)
  const rows = await there(house, name)
  const times = new Map(rows.map((row) => [row.label, row.times]))
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(({ label }) => !times.get(label)).length,
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
