import { Integer, OctetString } from 'asn1js'
import {
  AlgorithmIdentifier,
  type Certificate,
  MessageImprint,
  TimeStampReq,
  TimeStampResp,
} from 'pkijs'
import type { Ask } from '#kernel/outgoing'
import { FlawedTimestamp, open, sha256, type Timestamp, verifyTimestamp } from './token.ts'

/** Who stamps for us (autorité d’horodatage), and by which certificates it is known. */
export interface TimestampAuthority {
  url: string
  trusted: readonly Certificate[]
}

/** A token, in DER, and what it says. */
export interface Stamped extends Timestamp {
  token: Uint8Array
}

/** That the authority refused, in its words. */
export class RefusedTimestamp extends Error {}

const granted = new Set([0, 1])

/**
 * Has these bytes stamped: their SHA-256 is all that leaves the house. What comes back is verified before it is given. Throws
 * what `ask` throws, `RefusedTimestamp` and `FlawedTimestamp`.
 */
export async function stamp(
  bytes: Uint8Array,
  { url, trusted }: TimestampAuthority,
  ask: Ask,
): Promise<Stamped> {
  const { request, nonce } = await requestFor(bytes)
  const headers = { 'content-type': 'application/timestamp-query' }
  const answer = await ask(url, { method: 'POST', headers, body: request })
  if (!answer.ok) throw new RefusedTimestamp(`HTTP ${answer.status}`)
  const token = tokenIn(new Uint8Array(await answer.arrayBuffer()))
  // A token that was given to somebody else, or to us before, is no answer.
  if (open(token).said.nonce !== nonce) throw new FlawedTimestamp('other_digest')
  return { token, ...(await verifyTimestamp(token, bytes, trusted)) }
}

async function requestFor(bytes: Uint8Array) {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))
  const random = crypto.getRandomValues(new Uint8Array(16))
  // A positive number, written in no more bytes than it takes.
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x40
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256 }),
      hashedMessage: new OctetString({ valueHex: digest }),
    }),
    nonce: new Integer({ valueHex: random.buffer }),
    certReq: true,
  })
  return {
    request: new Uint8Array(request.toSchema().toBER()),
    nonce: Buffer.from(random).toString('hex'),
  }
}

function tokenIn(answer: Uint8Array): Uint8Array {
  let read: TimeStampResp
  try {
    read = TimeStampResp.fromBER(Uint8Array.from(answer))
  } catch (failure) {
    throw new FlawedTimestamp('unreadable', failure)
  }
  const { status, timeStampToken } = read
  if (!granted.has(status.status) || !timeStampToken) {
    const words = status.statusStrings?.map((one) => one.valueBlock.value).join(' ')
    throw new RefusedTimestamp(`${status.status} ${words ?? ''}`.trim())
  }
  return new Uint8Array(timeStampToken.toSchema().toBER())
}
