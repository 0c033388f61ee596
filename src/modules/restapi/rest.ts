import { actor, permission } from '#kernel/access'
import { basicOf, type Call, ProtocolRoutes } from '#kernel/http'
import { failed } from './failure.ts'
import { inNameOf } from './acting.ts'
import { Params, Query } from './params.ts'
import type { z } from 'zod'

/** plonemeeting.restapi, as its clients call it. */
export const rest = new ProtocolRoutes('/plonemeeting', failed, { basic: true })

export const reads = permission('restapi.read')
export const acts = permission('restapi.act')

/** An answer in JSON, which nobody keeps. */
export const answer = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

export type Reading = (c: Call, asked: Params) => Promise<Response>

/** Adds what is read, by whoever asks or in the name of somebody. */
export function reading(path: string, work: Reading): void {
  rest.on('get', path, reads, Query, (c, query: z.output<typeof Query>) => {
    const asked = new Params(query)
    return inNameOf(asked.one('in_name_of'), 'read', c.req.path, () => work(c, asked))
  })
}

/** What a program calls itself: as it came in, or by its id. */
export const calledHere = (c: Call): string => basicOf(c)?.name || (actor().id ?? '')
