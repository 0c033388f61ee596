import { url as inspectorUrl } from 'node:inspector'
import { setTimeout as delay } from 'node:timers/promises'
import { watchPulse } from '#kernel/aside'
import { eraseDueOnes } from '#kernel/backup'
import { readConfig } from '#kernel/config'
import { createApp, KeptPages, listen } from '#kernel/http'
import { startWorker } from '#kernel/jobs'
import { configureLog, log } from '#kernel/log'
import { drawStartCode } from '#kernel/tenancy'
import { firstPage } from '#commons/authorities'
import { keepPressReady } from '#commons/documents'
import { authenticate, failurePage, proveAnew } from '#kernel/pages'
import { failureSentence } from './failure.ts'
import { fictionalIdentity, staffProvider } from './fictional-identity.ts'
import { open } from './open.ts'
import { fictional } from './seed.ts'
import { demonstrationIn, welcome } from './welcome.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** How long after the start what nobody asked for yet is made ready, in milliseconds. */
const calm = 5000
/** What the database is given to end once nobody asks it any more, in milliseconds; where somebody does, less. */
const closing = { quiet: 15_000, busy: 1000 }

function tell(failure: unknown): void {
  const message = failureSentence(failure)
  // What nobody foresaw has no sentence, but a place.
  if (failure instanceof Error && failure.stack === message) log('error', 'fault', {}, failure)
  else log('error', 'start', { message })
}
process.on('uncaughtExceptionMonitor', (failure) => log('error', 'crash', {}, failure))

try {
  const config = readConfig(process.env)
  configureLog(config.log)
  const standing = await open(config)
  const { database, gate, house } = standing
  const { routes } = house
  const { role } = config
  const worker = role === 'server' ? null : startWorker(database, gate, [eraseDueOnes])
  const kept = new KeptPages(database, gate, config.portalHost)
  const app = createApp({
    config,
    database,
    gate,
    routes: role === 'worker' ? [] : routes,
    authenticate,
    failurePage,
    prove: proveAnew,
    elsewhere: firstPage(database),
    kept,
    ...(worker && { jobs: worker.state }),
  })
  const close = async () => {
    await worker?.stop()
    await standing.close()
  }
  const identity =
    config.demonstration && role !== 'worker' ? fictionalIdentity(app.fetch) : undefined
  const server = await listen(identity?.before(app.fetch) ?? app.fetch, config, (...one) =>
    kept.answers(...one),
  ).catch(async (failure: unknown) => {
    await close()
    throw failure
  })
  log('info', 'ready', { port: server.port })
  if (!inspectorUrl()) watchPulse()
  // Those who open their first page come first.
  if (worker) setTimeout(keepPressReady, calm).unref()
  await identity?.open(standing, fictional, { port: server.port, outgoing: config.outgoing })
  const code = await drawStartCode(database)
  const demonstration = config.demonstration ? await demonstrationIn(database, gate) : null
  const besides = { portal: config.portalHost, signOn: identity && staffProvider }
  console.log(welcome(server.port, demonstration, code, besides))
  const stop = async (failure?: Error) => {
    log('info', 'ending')
    if (failure) tell(failure)
    // Whoever asks twice does not wait.
    for (const signal of signals) process.once(signal, () => process.exit(1))
    const [answered] = await Promise.all([
      server.stop(),
      Promise.race([worker?.stop(), delay(config.limits.shutdown * 1000)]),
    ])
    await Promise.race([standing.close(), delay(answered ? closing.quiet : closing.busy)])
    process.exit(answered && !failure ? 0 : 1)
  }
  void standing.gone?.then(stop)
  for (const signal of signals) process.once(signal, () => void stop())
} catch (failure) {
  tell(failure)
  process.exit(1)
}
