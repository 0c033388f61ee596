import { afterEach, beforeEach, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { connect, type Database } from '#kernel/db'
import { TooMany } from '#kernel/errors'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { endStreams, Hub, signal } from '../index.ts'
import { bounds } from '../hub.ts'

const takes = 'text/event-stream'
let authority: TestAuthority
let database: Database
const others: Database[] = []

beforeEach(async () => {
  authority = await givenAuthority()
  database = await another()
})
afterEach(async () => {
  endStreams()
  await Promise.all(others.splice(0).map((one) => one.close()))
})

/** The connections of another server of the house. */
async function another(): Promise<Database> {
  const { rows } = await (await ground()).database.owner.query('select current_database() as name')
  const url = new URL(String((await ground()).database.owner.options.connectionString))
  url.pathname = `/${rows[0].name}`
  const made = connect({ url: url.href, poolSize: 1 })
  others.push(made)
  return made
}

const follower = (topic: string, person = 'somebody', of = 'authority') => ({
  ...{ topic, person, authority: of },
})

/** What is read of a stream, message by message. */
function reading(answer: Response) {
  const reader = answer.body?.getReader()
  const text = new TextDecoder()
  return {
    next: async () => {
      const part = await reader?.read()
      return part?.done ? 'end' : text.decode(part?.value)
    },
    leave: () => reader?.cancel(),
  }
}

const tell = (topic: string) => authority.asSystem(() => signal([topic]))

/** Follows a topic, from when the server listens: then all are told to look again. */
async function following(hub: Hub, topic: string) {
  const screen = reading(hub.follow(follower(topic), takes))
  expect(await screen.next()).toContain('retry: 500')
  expect(await screen.next()).toContain('event: change')
  return screen
}

test('what is committed is told on every server; what is undone on none', async () => {
  const topic = randomUUID()
  const [here, there] = [new Hub(database), new Hub(await another())]
  const screens = [await following(here, topic), await following(there, topic)]
  await authority
    .asSystem(async () => {
      await signal([topic])
      throw new Error('undone')
    })
    .catch(() => {})
  await tell(topic)
  for (const screen of screens) {
    expect(await screen.next()).toContain('event: change')
    const next = await Promise.race([screen.next(), tell(randomUUID()).then(() => 'silence')])
    expect(next).toBe('silence')
  }
})

test('many signals at once are told seldom, and the last of them is', async () => {
  const topic = randomUUID()
  const screen = await following(new Hub(database), topic)
  await Promise.all(Array.from({ length: 20 }, () => tell(topic)))
  expect(await screen.next()).toContain('event: change')
  const others = []
  for (;;) {
    const next = await Promise.race([screen.next(), tell(randomUUID()).then(() => 'silence')])
    if (next === 'silence') break
    others.push(next)
  }
  expect(others.length).toBeLessThan(10)
})

test('a connection that breaks is made anew, and all are told to look again', async () => {
  const topic = randomUUID()
  const screen = await following(new Hub(database), topic)
  await database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'beffroi-signals' and datname = current_database()`,
  )
  expect(await screen.next()).toContain('event: change')
  await tell(topic)
  expect(await screen.next()).toContain('event: change')
})

test('who follows as much as one may is refused, and nobody else is', () => {
  const hub = new Hub(database)
  const mine = Array.from({ length: bounds.person }, () =>
    reading(hub.follow(follower('a', 'me'), takes)),
  )
  expect(() => hub.follow(follower('b', 'me'), takes)).toThrow(TooMany)
  hub.follow(follower('a', 'you'), takes)
  void mine[0]?.leave()
  hub.follow(follower('b', 'me'), takes)
  const crowd = bounds.authority - bounds.person - 1
  for (let one = 0; one < crowd; one += 1) hub.follow(follower('a', `p${one}`), takes)
  expect(() => hub.follow(follower('a', 'last'), takes)).toThrow(TooMany)
  hub.follow(follower('a', 'last', 'another authority'), takes)
})

test('a reader that takes nothing is let go; a server that stops ends all; who takes no stream is answered once', async () => {
  const hub = new Hub(database)
  const slow = reading(hub.follow(follower('a'), takes))
  const stopped = reading(hub.follow(follower('b'), takes))
  await stopped.next()
  endStreams()
  expect(await stopped.next()).toBe('end')
  expect(await slow.next()).toContain('retry')
  expect(await slow.next()).toBe('end')
  const once = hub.follow(follower('a'))
  expect(await once.text()).toContain('event: change')
})
