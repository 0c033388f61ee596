import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#kernel/config'
import type { Made, PressOrder } from './compositor.ts'

type Order = PromiseWithResolvers<Uint8Array>

/** How long a press waits for an order before it stops and gives its memory back, in milliseconds. */
const patience = 30_000

/** The thread that makes documents, and the orders it has not yet filled. */
class Press {
  readonly #orders = new Map<number, Order>()
  readonly #thread = new Worker(join(projectRoot, 'src/commons/documents/compositor.ts'), {
    workerData: projectRoot,
    execArgv: [],
  })
  readonly #onEnd: () => void
  #last = 0
  #idle: NodeJS.Timeout | undefined

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd
    this.#thread.unref() // an idle press does not keep the process alive
    this.#thread.on('message', (made: Made) => this.#deliver(made))
    this.#thread.on('error', (error) => this.#abandon(error))
    this.#thread.on('exit', () => {
      onEnd()
      this.#abandon(new Error('The thread that makes documents ended'))
    })
  }

  set(what: PressOrder): Promise<Uint8Array> {
    clearTimeout(this.#idle)
    const order: Order = Promise.withResolvers()
    this.#orders.set(++this.#last, order)
    this.#thread.ref()
    this.#thread.postMessage({ id: this.#last, what })
    return order.promise
  }

  #deliver(made: Made): void {
    const order = this.#orders.get(made.id)
    this.#orders.delete(made.id)
    if (this.#orders.size === 0) this.#rest()
    if ('bytes' in made) order?.resolve(made.bytes)
    else order?.reject(new Error(made.error))
  }

  /** No order waits: the process may end, and after a while the thread does. */
  #rest(): void {
    this.#thread.unref()
    this.#idle = setTimeout(() => {
      this.#onEnd()
      void this.#thread.terminate()
    }, patience).unref()
  }

  #abandon(error: unknown): void {
    for (const order of this.#orders.values()) order.reject(error)
    this.#orders.clear()
  }
}

let press: Press | undefined

/** Makes a document on the press, which starts with the first one and again after a crash or a rest. */
export function setOnPress(what: PressOrder): Promise<Uint8Array> {
  press ??= startPress()
  return press.set(what)
}

function startPress(): Press {
  const started = new Press(() => {
    if (press === started) press = undefined
  })
  return started
}
