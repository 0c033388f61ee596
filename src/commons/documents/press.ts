import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#kernel/config'
import type { Composition } from './compose.ts'
import type { Composed } from './compositor.ts'

type Order = PromiseWithResolvers<Uint8Array>

/** The thread that sets documents, one after the other, and the orders it has not yet filled. */
class Press {
  readonly #orders = new Map<number, Order>()
  readonly #thread = new Worker(join(projectRoot, 'src/commons/documents/compositor.ts'), {
    workerData: projectRoot,
    execArgv: [],
  })
  #last = 0

  constructor(onEnd: () => void) {
    this.#thread.unref() // an idle press does not keep the process alive
    this.#thread.on('message', (composed: Composed) => this.#deliver(composed))
    this.#thread.on('error', (error) => this.#abandon(error))
    this.#thread.on('exit', () => {
      onEnd()
      this.#abandon(new Error('The thread that sets documents ended'))
    })
  }

  set(what: Composition): Promise<Uint8Array> {
    const order: Order = Promise.withResolvers()
    this.#orders.set(++this.#last, order)
    this.#thread.ref()
    this.#thread.postMessage({ id: this.#last, what })
    return order.promise
  }

  #deliver(composed: Composed): void {
    const order = this.#orders.get(composed.id)
    this.#orders.delete(composed.id)
    if (this.#orders.size === 0) this.#thread.unref()
    if ('pdf' in composed) order?.resolve(composed.pdf)
    else order?.reject(new Error(composed.error))
  }

  #abandon(error: unknown): void {
    for (const order of this.#orders.values()) order.reject(error)
    this.#orders.clear()
  }
}

let press: Press | undefined

/** Sets a document on the press, which starts with the first one and again after a crash. */
export function setOnPress(what: Composition): Promise<Uint8Array> {
  press ??= new Press(() => (press = undefined))
  return press.set(what)
}
