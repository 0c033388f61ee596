import { serve } from '@hono/node-server'
import { readConfig } from '#kernel/config'
import { createApp } from '#kernel/http'
import { startWorker } from '#kernel/jobs'
import { authenticate, failurePage } from '#kernel/pages'
import { failureSentence } from './failure.ts'
import { open } from './open.ts'
import { welcome } from './welcome.ts'

try {
  const config = readConfig(process.env)
  const { database, gate, house, close } = await open(config)
  const { routes } = house
  const app = createApp({ config, database, gate, routes, authenticate, failurePage })
  const worker = await startWorker(database, gate)
  const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, (at) =>
    console.log(welcome(at.port, config.demonstration)),
  )
  const stop = async (failure?: Error) => {
    if (failure) console.error(failureSentence(failure))
    server.close()
    await worker.stop()
    await close()
    process.exit(failure ? 1 : 0)
  }
  server.on('error', (failure: Error) => void stop(failure))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void stop())
} catch (failure) {
  console.error(failureSentence(failure))
  process.exit(1)
}
