/** How long a stream lives, in milliseconds: who follows on comes again by every gate, and whoever signed out does not. */
const life = { least: 45_000, more: 15_000 }
/** In milliseconds: so often the reader hears that the line holds. */
const beat = 10_000
/** How many messages may wait for a reader that takes none; then it is let go, and comes again where it lives. */
const most = 16

const encoder = new TextEncoder()
const bytes = (text: string) => encoder.encode(text)
const changed = bytes('event: change\ndata: \n\n')
const beats = bytes('event: beat\ndata: \n\n')
/** What one is told who opened it: to ask at once for what may have changed meanwhile, and to come again soon after it ends. */
const begins = bytes('retry: 500\nevent: change\ndata: \n\n')

/** One reader at one topic, as server-sent events. */
export class Stream {
  readonly body: ReadableStream<Uint8Array>
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined
  private readonly timers: NodeJS.Timeout[] = []
  private readonly left: (stream: Stream) => void

  /** `left` is called once, when it ends by whatever side. */
  constructor(left: (stream: Stream) => void) {
    this.left = left
    const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      this.controller = controller
    }
    this.body = new ReadableStream(
      { start, cancel: () => this.forget() },
      new CountQueuingStrategy({ highWaterMark: most }),
    )
    this.write(begins)
    this.timers.push(
      setInterval(() => this.write(beats), beat).unref(),
      setTimeout(() => this.end(), life.least + Math.random() * life.more).unref(),
    )
  }

  tell(): void {
    this.write(changed)
  }

  end(): void {
    const { controller } = this
    this.forget()
    controller?.close()
  }

  private write(message: Uint8Array): void {
    if (!this.controller) return
    if ((this.controller.desiredSize ?? 0) <= 0) return this.end()
    this.controller.enqueue(message)
  }

  private forget(): void {
    if (!this.controller) return
    this.controller = undefined
    for (const timer of this.timers) clearTimeout(timer)
    this.left(this)
  }
}

/** What is answered to who asks by hand, or by a program that takes no stream: what stands, and no more. */
export const onceAnswer = (): Response => answered(changed)

export const answered = (body: BodyInit): Response =>
  new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Nginx would keep it until it is full.
      'x-accel-buffering': 'no',
    },
  })
