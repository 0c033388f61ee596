import type pg from 'pg'
import type { Database } from '#kernel/db'
import { TooMany } from '#kernel/errors'
import { log } from '#kernel/log'
import { answered, onceAnswer, Stream } from './stream.ts'

/** The one channel of the house. Whoever can log in to the database hears it: it bears ids, and of no authority. */
export const channel = 'beffroi_signals'

/** How many streams one server keeps: in all, of one authority, of one person. */
export const bounds = { all: 2000, authority: 500, person: 6 }

/** In milliseconds, how soon after one signal the next is told; longer where many follow, who all ask at once. */
const pause = { least: 100, each: 4, most: 1000 }
/** Where more follow than this, what comes right after a signal is told with it, so many milliseconds later. */
const burst = { from: 20, wait: 120 }
/** In milliseconds: how often it is asked whether the connection holds, and when it is tried anew. */
const look = { every: 15_000, again: 1000 }

/** Who follows what. */
export interface Follower {
  topic: string
  authority: string
  person: string
}

interface Topic {
  streams: Map<Stream, Follower>
  /** When it was told last, and whether it is about to be told again. */
  told: number
  later: NodeJS.Timeout | undefined
}

const hubs = new WeakMap<Database, Hub>()
const running = new Set<Hub>()

/** What this process hears on a database; made where it is first asked for. */
export function hubOf(database: Database): Hub {
  const hub = hubs.get(database) ?? new Hub(database)
  hubs.set(database, hub)
  return hub
}

/** Ends all streams of this process: the server stops, and those who follow come to another. */
export function endStreams(): void {
  for (const hub of running) hub.endAll()
}

/** Listens on one connection for all who follow something on this server. */
export class Hub {
  private readonly database: Database
  private readonly topics = new Map<string, Topic>()
  private client: pg.Client | undefined
  private opening: Promise<void> | undefined
  private count = 0

  constructor(database: Database) {
    this.database = database
  }

  /**
   * Answers with a stream that says when something of a topic changed; `takes` is what whoever asks accepts. Throws `TooMany`
   * where they, or their authority, follow as much as one may already: those of others go on.
   */
  follow(follower: Follower, takes = ''): Response {
    if (!takes.includes('text/event-stream')) return onceAnswer()
    this.ensureRoom(follower)
    const { topic: name } = follower
    const topic = this.topics.get(name) ?? { streams: new Map(), told: 0, later: undefined }
    this.topics.set(name, topic)
    running.add(this)
    const stream = new Stream((left) => {
      topic.streams.delete(left)
      this.count -= 1
      if (topic.streams.size > 0) return
      clearTimeout(topic.later)
      if (this.topics.get(name) === topic) this.topics.delete(name)
    })
    topic.streams.set(stream, follower)
    this.count += 1
    void this.listen()
    return answered(stream.body)
  }

  endAll(): void {
    for (const { streams } of [...this.topics.values()])
      for (const stream of [...streams.keys()]) stream.end()
  }

  private ensureRoom({ authority, person }: Follower): void {
    const all = [...this.topics.values()].flatMap(({ streams }) => [...streams.values()])
    const ofAuthority = all.filter((one) => one.authority === authority)
    const ofPerson = ofAuthority.filter((one) => one.person === person)
    const full =
      this.count >= bounds.all ||
      ofAuthority.length >= bounds.authority ||
      ofPerson.length >= bounds.person
    if (full) throw new TooMany('errors.too_many_screens')
  }

  /** Tells those who follow a topic: at once, and then no more often than they can ask. */
  private hear(name: string): void {
    const topic = this.topics.get(name)
    if (!topic || topic.later) return
    const { least, each, most } = pause
    const wait = Math.min(most, Math.max(least, each * topic.streams.size))
    const together = topic.streams.size > burst.from ? burst.wait : 0
    const early = Math.max(together, topic.told + wait - performance.now())
    const tell = () => {
      topic.later = undefined
      topic.told = performance.now()
      for (const stream of [...topic.streams.keys()]) stream.tell()
    }
    if (early <= 0) tell()
    else topic.later = setTimeout(tell, early).unref()
  }

  private async listen(): Promise<void> {
    if (this.client || this.database.isClosed()) return
    this.opening ??= this.open().finally(() => {
      this.opening = undefined
    })
    await this.opening
  }

  private async open(): Promise<void> {
    const client = this.database.listener()
    client.on('notification', ({ payload }) => payload && this.hear(payload))
    client.on('error', () => this.lost(client))
    client.on('end', () => this.lost(client))
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
    } catch (failure) {
      log('warn', 'signals', { message: 'Nothing is heard of what changes' }, failure)
      this.lost(client)
      setTimeout(() => void this.listen(), look.again).unref()
      return
    }
    this.client = client
    // What was said while nobody listened is heard by nobody: all ask again.
    for (const name of this.topics.keys()) this.hear(name)
    this.watch(client)
  }

  /** A server that is gone without a word ends no connection: it is asked. */
  private watch(client: pg.Client): void {
    const ask = async () => {
      if (this.client !== client) return
      try {
        await client.query('select 1')
        this.watch(client)
      } catch {
        // It is made anew, and says why where that fails too.
        this.lost(client)
      }
    }
    setTimeout(() => void ask(), look.every).unref()
  }

  private lost(client: pg.Client): void {
    void client.end().catch(() => {})
    if (this.client !== client) return
    this.client = undefined
    if (!this.database.isClosed()) setTimeout(() => void this.listen(), look.again).unref()
  }
}
