import { openToAll } from '#kernel/access'
import { problemResponse, ProtocolRoutes } from '#kernel/http'
import { castBallot } from './box.ts'
import { ensureBrings } from './brake.ts'
import { SealedBallot } from './schema.ts'

/**
 * Where sealed ballots come in: one address for all votes, which reads no cookie and asks nobody who they are. A paper that the
 * house signed is all that is needed, and is looked at before any transaction is opened.
 */
export const casting = new ProtocolRoutes('/ballot-box', problemResponse)

casting.asking('post', '', openToAll, SealedBallot, async (_c, { vote, ...ballot }, step) => {
  await ensureBrings(vote, ballot, step)
  return async () => {
    await castBallot(vote, ballot)
    return new Response(null, { status: 204 })
  }
})
