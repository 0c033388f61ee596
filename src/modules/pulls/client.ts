import { Conflict, Unavailable } from '#kernel/errors'
import { type Ask, outgoing } from '#kernel/outgoing'
import { decodeJson } from '#commons/plone'
import type { Reached } from './setting.ts'

/** Other software makes texts while it answers: it is given longer than others, and may send more. */
const answers = { connect: 5000, head: 30_000, whole: 40_000, bytes: 40_000_000 }
const mostOfFile = 30_000_000
const files = { connect: 5000, head: 20_000, whole: 40_000, bytes: mostOfFile }

const ask = outgoing('pulls', answers)
const askFile = outgoing('pulls', files)

/** One parameter, several where it has several values. */
export type Parameters = Readonly<Record<string, string | readonly string[]>>

/** Who asks the other software, and until when all of it must be there. */
export interface Asker {
  of: Reached
  /** Ends all that is under way. */
  signal: AbortSignal
  /** Done after each answer: a transaction that waits too long is ended by the database. */
  between?: () => Promise<unknown>
}

/** What the other software answers to a question, as JSON; throws `Conflict` or `Unavailable` in a sentence. */
export async function askJson(asker: Asker, path: string, asked: Parameters): Promise<unknown> {
  const url = new URL(`${asker.of.url}/${path}`)
  for (const [name, values] of Object.entries(asked))
    for (const value of [values].flat()) url.searchParams.append(name, value)
  const bytes = await answered(asker, url, { ask, accept: 'application/json' })
  const read = decodeJson(bytes)
  if ('wrong' in read) throw new Conflict('pulls.not_json', { host: url.hostname })
  return read.value
}

/**
 * The bytes of a file, by the address that the other software gives. Throws `Conflict` where that leads to another server: the
 * password is for this one.
 */
export async function fetchFile(asker: Asker, address: string, name: string): Promise<Uint8Array> {
  const url = URL.parse(address)
  if (url?.origin !== new URL(asker.of.url).origin)
    throw new Conflict('pulls.file_elsewhere', { name })
  return answered(asker, url, { ask: askFile, accept: '*/*' })
}

async function answered(
  { of, signal, between }: Asker,
  url: URL,
  by: { ask: Ask; accept: string },
): Promise<Uint8Array> {
  const authorization = `Basic ${Buffer.from(`${of.username}:${of.password}`).toString('base64')}`
  const answer = await asked(url, signal, () =>
    by.ask(url, { headers: { accept: by.accept, authorization }, signal }),
  )
  await between?.()
  ensureAnswered(answer.status, url.hostname)
  return new Uint8Array(await answer.arrayBuffer())
}

/** What ends because all of it takes too long is told as any other delay. */
async function asked(url: URL, signal: AbortSignal, question: () => Promise<Response>) {
  try {
    return await question()
  } catch (failure) {
    if (signal.aborted) throw new Unavailable('outgoing.slow', { host: url.hostname })
    throw failure
  }
}

/** Any other answer than 200 is none (H06): what may pass by itself is told apart from what somebody must mend. */
function ensureAnswered(status: number, host: string): void {
  if (status === 200) return
  if (status === 401 || status === 403) throw new Conflict('pulls.refused_there', { host, status })
  if (status === 404) throw new Conflict('pulls.not_there', { host })
  if (status >= 500 || status === 429) throw new Unavailable('pulls.broken_there', { host, status })
  throw new Conflict('pulls.not_answered', { host, status })
}
