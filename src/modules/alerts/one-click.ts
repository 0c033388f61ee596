import { z } from 'zod'
import { openToAll } from '#kernel/access'
import { ProtocolRoutes } from '#kernel/http'
import { end, subscriberBy } from './subscriber.ts'

/** Without a word of why: a program sends it. */
const said = (status: number): Response =>
  new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/**
 * Where a program of mail ends a subscription at the click of who reads (RFC 8058, 3.2): by a form that comes from anywhere, without
 * a cookie, and answered without another address. The way in the address alone says whose it is; ended twice is ended.
 */
export const oneClick = new ProtocolRoutes('/alerts', (_thrown, problem) => said(problem().status))

const Sent = z.object({ 'List-Unsubscribe': z.literal('One-Click') })

oneClick.on('post', '/out/:way', openToAll, Sent, async (c) => {
  const found = await subscriberBy(c.req.param('way') ?? '')
  if (found) await end([found.id])
  return said(200)
})
