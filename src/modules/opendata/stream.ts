import { AsyncLocalStorage } from 'node:async_hooks'
import { createGzip } from 'node:zlib'
import { apart } from '#kernel/db'
import { TooMany } from '#kernel/errors'
import { openFile } from '#commons/publication'

/** How many whole answers are on their way at once, from one process. */
const mostAtOnce = 8
/** How long the next part may stay unread, in milliseconds. */
const patience = 60_000
let onTheirWay = 0

/** A part of something long, and the key of the next; null after the last. */
export interface Part {
  text: string
  next: string | null
}

/**
 * Answers with something long a part at a time, each read in a transaction of its own when the one before was taken: nothing
 * is held however long it is, and what is withdrawn meanwhile is not in it. To be called in the transaction of the route.
 */
export function inParts(
  read: (after: string) => Promise<Part>,
  headers: Record<string, string>,
  { gzip = false }: { gzip?: boolean } = {},
): Response {
  if (onTheirWay >= mostAtOnce) throw new TooMany('opendata.whole_busy', { minutes: 1 })
  onTheirWay += 1
  // The transaction of the route is over by then: those of the parts are beside it.
  const within = AsyncLocalStorage.snapshot()
  const squeezed = gzip ? squeezer() : asTheyAre
  let after: string | null = ''
  let late: NodeJS.Timeout | undefined
  let over = false
  const end = () => {
    clearTimeout(late)
    if (!over) onTheirWay -= 1
    over = true
  }
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(reader) {
        clearTimeout(late)
        try {
          let bytes: Uint8Array
          do {
            const part: Part = await within(() => apart(() => read(after ?? '')))
            after = part.next
            bytes = await squeezed(part.text, after === null)
            // A part may be empty, and who gives nothing is not asked again.
          } while (bytes.length === 0 && after !== null)
          if (bytes.length > 0) reader.enqueue(bytes)
          if (after === null) {
            end()
            reader.close()
          } else
            late = setTimeout(() => {
              end()
              reader.error(new Error('Nobody reads on'))
            }, patience).unref()
        } catch (failure) {
          end()
          reader.error(failure)
        }
      },
      cancel: end,
    },
    // Nothing is read before somebody takes it.
    { highWaterMark: 0 },
  )
  return openFile(new Response(body, { headers }))
}

type Squeeze = (text: string, last: boolean) => Promise<Uint8Array>

const asTheyAre: Squeeze = (text) => Promise.resolve(new TextEncoder().encode(text))

/** One stream of gzip, whose bytes are given as they are made. */
function squeezer(): Squeeze {
  const gzip = createGzip()
  const made: Buffer[] = []
  gzip.on('data', (bytes: Buffer) => made.push(bytes))
  return async (text, last) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    gzip.once('error', reject)
    gzip.write(text)
    if (last) gzip.once('end', resolve).end()
    else gzip.flush(resolve)
    await promise
    gzip.off('error', reject)
    return Buffer.concat(made.splice(0))
  }
}
