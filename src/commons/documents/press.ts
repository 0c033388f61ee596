import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#kernel/config'
import type { Composition } from './compose.ts'
import type { Composed } from './compositor.ts'

type Order = PromiseWithResolvers<Uint8Array>

/** How long a press waits for an order before it stops and gives its memory back, in milliseconds. */
const patience = 30_000

/** The thread that sets documents, one after the other, and the orders it has not yet filled. */
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
    this.#thread.on('message', (composed: Composed) => this.#deliver(composed))
    this.#thread.on('error', (error) => this.#abandon(error))
    this.#thread.on('exit', () => {
      onEnd()
      this.#abandon(new Error('The thread that sets documents ended'))
    })
  }

  set(what: Composition): Promise<Uint8Array> {
    clearTimeout(this.#idle)
    const order: Order = Promise.withResolvers()
    this.#orders.set(++this.#last, order)
    this.#thread.ref()
    this.#thread.postMessage({ id: this.#last, what })
    return order.promise
  }

  #deliver(composed: Composed): void {
    const order = this.#orders.get(composed.id)
    this.#orders.delete(composed.id)
    if (this.#orders.size === 0) this.#rest()
    if ('pdf' in composed) order?.resolve(composed.pdf)
    else order?.reject(new Error(composed.error))
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

/** Sets a document on the press, which starts with the first one and again after a crash or a rest. */
export function setOnPress(what: Composition): Promise<Uint8Array> {
  press ??= startPress()
  return press.set(what)
}

function startPress(): Press {
  const started = new Press(() => {
    if (press === started) press = undefined
  })
  return started
}
