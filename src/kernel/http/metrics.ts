import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import type { Config } from '#kernel/config'
import type { Database } from '#kernel/db'
import type { WorkerState } from '#kernel/jobs'
import { measureLoop, metricsText } from '#kernel/metrics'
import { bearerOf } from './peer.ts'

/** Answers a program that watches the process and brings the token; for everybody else there is nothing here. */
export function metricsAnswer(application: {
  config: Pick<Config, 'metricsToken' | 'dataFolder'>
  database: Database
  jobs?: () => WorkerState
}): (c: Context) => Promise<Response> {
  const { config, database, jobs } = application
  const { metricsToken } = config
  if (metricsToken) measureLoop()
  return async (c) => {
    const brought = bearerOf(c)
    if (!metricsToken || !brought || !same(brought, metricsToken))
      return c.text('Not found', 404, { 'cache-control': 'no-store' })
    const state = jobs?.()
    return c.text(
      await metricsText(
        database,
        state === undefined ? null : state === 'running',
        config.dataFolder,
      ),
      200,
      {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
        'cache-control': 'no-store',
      },
    )
  }
}

const same = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))
const digest = (text: string) => createHash('sha256').update(text).digest()
