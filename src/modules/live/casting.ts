import { openToAll } from '#kernel/access'
import { problemResponse, ProtocolRoutes } from '#kernel/http'
import { castBallot } from './box.ts'
import { SealedBallot } from './schema.ts'

/**
 * Where sealed ballots come in: one address for all votes, which reads no cookie and asks nobody who they are. A paper that the
 * house signed is all that is needed.
 */
export const casting = new ProtocolRoutes('/ballot-box', problemResponse)

casting.on('post', '', openToAll, SealedBallot, async (_c, { vote, ...ballot }) => {
  await castBallot(vote, ballot)
  return new Response(null, { status: 204 })
})
