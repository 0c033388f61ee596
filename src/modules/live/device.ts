import { RSABSSA } from '@cloudflare/blindrsa-ts'
import {
  bearerKeys,
  type Bytes,
  numberOf,
  sealBallot,
  signBallot,
  toBytes,
  toText,
} from './sealing.ts'

// What the device of a voter does, and nobody else: in a browser, and in tests.

const suite = () => RSABSSA.SHA384.PSS.Randomized()

const paperKeyOf = (text: string) =>
  crypto.subtle.importKey('spki', toBytes(text), { name: 'RSA-PSS', hash: 'SHA-384' }, true, [
    'verify',
  ])

/** A paper that the house has not signed yet: what it is to sign, and what only the device knows. */
export interface Blank {
  paper: Bytes
  blinded: Bytes
  /** By which the blinding is taken off again. */
  inverse: Bytes
  own: CryptoKey
}

/** Draws a paper by lot and blinds it (RFC 9474). */
export async function drawPaper(paperKey: string): Promise<Blank> {
  const { shown, own } = await bearerKeys()
  const paper = new Uint8Array(suite().prepare(shown))
  const { blindedMsg, inv } = await suite().blind(await paperKeyOf(paperKey), paper)
  return { paper, blinded: new Uint8Array(blindedMsg), inverse: new Uint8Array(inv), own }
}

/** Takes the blinding off what the house signed; throws where that is no signature of this vote’s key. */
export async function unblind(
  paperKey: string,
  { paper, inverse }: Pick<Blank, 'paper' | 'inverse'>,
  signed: Bytes,
): Promise<Bytes> {
  const key = await paperKeyOf(paperKey)
  return new Uint8Array(await suite().finalize(key, paper, signed, inverse))
}

/** A sealed ballot, as it is sent: with its paper, and nobody’s name. */
export async function ballotOf(
  vote: string,
  boxKey: string,
  { paper, proof, own }: { paper: Bytes; proof: Bytes; own: CryptoKey },
  answers: readonly string[],
) {
  const sealed = await sealBallot(boxKey, vote, answers)
  const signed = await signBallot(own, sealed)
  return {
    number: await numberOf(paper),
    sent: {
      ...{ vote, paper: toText(paper), proof: toText(proof) },
      ...{ sealed: toText(sealed), signed: toText(signed) },
    },
  }
}
