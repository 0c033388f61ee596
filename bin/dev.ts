// Serves the house and serves it anew at each change of a source.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
/** Editors write a file in several strokes: wait until they are done. In milliseconds. */
const pause = 100

let server: ChildProcess | undefined
let pending: NodeJS.Timeout | undefined
let renewing = Promise.resolve()

async function renew(): Promise<void> {
  const { status } = spawnSync(process.execPath, [join(root, 'bin/build.js')], { stdio: 'inherit' })
  // What does not build is told above; the former house stays open.
  if (status !== 0) return
  await stop()
  server = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/main.js')], {
    stdio: 'inherit',
  })
}

async function stop(): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const closed = once(server, 'exit')
  server.kill('SIGTERM')
  await closed
}

watch(join(root, 'src'), { recursive: true }, () => {
  clearTimeout(pending)
  pending = setTimeout(() => {
    renewing = renewing.then(renew)
  }, pause)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stop().then(() => process.exit(0)))
await renew()
