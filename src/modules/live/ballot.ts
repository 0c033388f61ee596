import { isOurs } from './paper.ts'
import { bearerSealed } from './sealing.ts'

/** A sealed ballot, and by which paper it is cast. Nobody says whose. */
export interface CastBallot {
  paper: Buffer
  proof: Buffer
  sealed: Buffer
  signed: Buffer
}

export const plain = (bytes: Buffer) => new Uint8Array(bytes)

/** Whether a ballot is by a paper of ours, and sealed by who bears that. */
export const isTrue = async (
  paperKey: string,
  { paper, proof, sealed, signed }: CastBallot,
): Promise<boolean> =>
  isOurs(paperKey, paper, proof) && bearerSealed(plain(paper), plain(sealed), plain(signed))
