import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '#kernel/config'
import type { Made, PressOrder } from './compositor.ts'
import { Turns } from '#kernel/aside'

/** How long a press waits for an order before it ends and gives its memory back, in milliseconds. */
const patience = 30_000
/** In milliseconds. A plan of two thousand elements takes a few seconds. */
const longest = 30_000
/**
 * What the process may take, in KiB, as the kernel counts it (RLIMIT_DATA): an idle press counts some 600 MB, of
 * which it uses 100.
 */
const mostMemory = 1_200_000

/** Why a document is not there. */
export class PressFailure extends Error {
  /** `ended`: it took more memory than it may, most likely. `refused`: what is in it, or its template, cannot be set. */
  readonly why: 'time' | 'ended' | 'refused'

  constructor(why: PressFailure['why'], message: string) {
    super(message)
    this.why = why
  }
}

interface Order {
  what: PressOrder
  /** In milliseconds. */
  most: number
  made: PromiseWithResolvers<Uint8Array>
}

/**
 * The process that makes documents, one at a time: what a text does to it, it does to no other process. The shell
 * sets the limit that Node cannot set, and where the system knows none the time limit stands.
 */
class Press {
  readonly #child: ChildProcess
  #order: Order | undefined
  #idle: NodeJS.Timeout | undefined
  #late: NodeJS.Timeout | undefined
  #ended = false
  #hasMade = false

  /** `ahead`: nobody waits for it yet, and it stays until somebody did. */
  constructor(ahead = false) {
    const compositor = join(projectRoot, 'src/commons/documents/compositor.ts')
    const run = [process.execPath, '--max-old-space-size=400', compositor, projectRoot]
    if (ahead) run.push('ahead')
    this.#child = spawn(
      '/bin/sh',
      ['-c', `ulimit -d ${mostMemory} 2>/dev/null; exec "$0" "$@"`, ...run],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' },
    )
    this.#child.on('message', (made: Made) => this.#deliver(made))
    this.#child.on('error', (error) => this.#end(error))
    this.#child.on('exit', (code, signal) =>
      this.#end(new PressFailure('ended', `The press ended by ${signal ?? code}`)),
    )
    this.#rest()
    if (ahead) clearTimeout(this.#idle)
  }

  get ended(): boolean {
    return this.#ended
  }

  make(order: Order): void {
    clearTimeout(this.#idle)
    this.#order = order
    this.#child.ref()
    this.#child.channel?.ref()
    this.#late = setTimeout(() => {
      this.#end(new PressFailure('time', `The press took more than ${order.most} ms`))
      this.stop()
    }, order.most)
    this.#child.send(order.what)
  }

  stop(): void {
    this.#ended = true
    this.#child.kill('SIGKILL')
  }

  #deliver(made: Made): void {
    const order = this.#order
    this.#hasMade = true
    this.#rest()
    if ('bytes' in made) order?.made.resolve(made.bytes)
    else order?.made.reject(new PressFailure('refused', made.error))
  }

  /** No order waits: this process may end, and after a while the press does. */
  #rest(): void {
    clearTimeout(this.#late)
    this.#order = undefined
    this.#child.unref()
    this.#child.channel?.unref()
    this.#idle = setTimeout(() => this.stop(), patience).unref()
  }

  #end(error: Error): void {
    this.#ended = true
    clearTimeout(this.#late)
    clearTimeout(this.#idle)
    this.#order?.made.reject(error)
    this.#order = undefined
    // One that never made anything may never start: the next document tries again.
    if (this.#hasMade) makeReady()
  }
}

/** One authority has one press at most, so that what takes long for one does not hold up the next. */
const mostPresses = 2
const turns = new Turns<Order>()
const presses: (Press | undefined)[] = Array.from({ length: mostPresses }, () => undefined)
/** Whose document is on which press. */
const busy = new Map<string, number>()

/** Whether this process has a press that waits for the first document. */
let isKept = false

/**
 * Has a press ready from now on, in the process that makes documents: it has started, and met its faces and templates, before
 * somebody waits for the first one. One that made documents ends after a while, and a fresh one waits in its place. Gives how to
 * keep none any more.
 */
export function keepPressReady(): () => void {
  isKept = true
  makeReady()
  return () => {
    isKept = false
  }
}

function makeReady(): void {
  const [first] = presses
  if (isKept && (!first || first.ended)) presses[0] = new Press(true)
}

/**
 * Makes a document on a press, which starts with the first one and again after it died or rested. Authorities
 * take turns, and have one press each. Throws `PressFailure` where the document
 * takes more time or memory than one may, or cannot be set.
 */
export function setOnPress(what: PressOrder, authority = '', most = longest): Promise<Uint8Array> {
  const order: Order = { what, most, made: Promise.withResolvers() }
  turns.add(authority, order)
  work()
  return order.made.promise
}

function work(): void {
  for (const at of presses.keys()) {
    if ([...busy.values()].includes(at)) continue
    const next = turns.next((whose) => !busy.has(whose))
    if (!next) return
    const [whose, order] = next
    busy.set(whose, at)
    void press(whose, at, order)
  }
}

async function press(whose: string, at: number, order: Order): Promise<void> {
  const before = presses[at]
  const used = before && !before.ended ? before : new Press()
  presses[at] = used
  used.make(order)
  await order.made.promise.catch(() => {}) // Told to whoever gave the order.
  busy.delete(whose)
  work()
}
