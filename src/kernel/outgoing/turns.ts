/** How many questions of one authority are under way at once: others of it wait, those of others do not. */
const most = 6

const underWay = new Map<string, { count: number; waiting: (() => void)[] }>()

/** Waits for a turn of this authority; throws the signal’s reason where that comes first. The answer ends the turn. */
export async function turnOf(authority: string, signal: AbortSignal): Promise<() => void> {
  signal.throwIfAborted()
  const own = underWay.get(authority) ?? { count: 0, waiting: [] }
  underWay.set(authority, own)
  if (own.count >= most) {
    await new Promise<void>((begin, fail) => {
      const come = () => {
        signal.removeEventListener('abort', leave)
        begin()
      }
      const leave = () => {
        own.waiting.splice(own.waiting.indexOf(come), 1)
        fail(signal.reason)
      }
      own.waiting.push(come)
      signal.addEventListener('abort', leave, { once: true })
    })
  } else own.count += 1
  return () => {
    const next = own.waiting.shift()
    // A turn is handed on: the count stays.
    if (next) return next()
    own.count -= 1
    if (own.count === 0) underWay.delete(authority)
  }
}
