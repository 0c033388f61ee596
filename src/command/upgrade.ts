import { spawnSync } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { backupHouse } from './backup.ts'
import { onHouse } from './standing.ts'
import { Refused, Usage } from './words.ts'

/** A process counts as well once it said so this often, one after the other. */
const often = 10
/** Between two questions, and until nobody waits any more, in milliseconds. */
const pause = 200
const patience = 90_000

/**
 * Brings the house to the version that stands here while the one before serves: a backup, the migrations, then each
 * process in turn. Stops at the first thing that fails.
 */
export async function upgrade(given: string[]): Promise<void> {
  const { values } = parseArgs({
    args: given,
    options: {
      backup: { type: 'string' },
      restart: { type: 'string', multiple: true, default: [] },
      health: { type: 'string' },
    },
  })
  const { backup, restart, health } = values
  if (restart.length > 0 && !health)
    throw new Usage(
      'Where is it asked whether a process is well? --health http://127.0.0.1:3000/healthz',
    )
  if (backup) await backupHouse([backup])
  await onHouse(() => Promise.resolve())
  console.log('The database is what this version needs; the one before goes on with it.')
  for (const command of restart) {
    const { status } = spawnSync(command, { shell: true, stdio: 'inherit' })
    if (status !== 0) throw new Refused(`« ${command} » failed: what runs was left as it is.`)
    if (health && !(await isWell(health)))
      throw new Refused(
        `${health} is not well after « ${command} »: look at its log; the others were not restarted.`,
      )
    console.log(`${command}: well.`)
  }
  if (restart.length === 0) console.log('Start the processes anew, one after the other.')
}

async function isWell(address: string): Promise<boolean> {
  const until = performance.now() + patience
  for (let good = 0; performance.now() < until;) {
    good = (await saysOk(address)) ? good + 1 : 0
    if (good >= often) return true
    await delay(pause)
  }
  return false
}

async function saysOk(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(3000) })
    const said: unknown = await answer.json()
    return (
      answer.ok &&
      typeof said === 'object' &&
      said !== null &&
      'status' in said &&
      said.status === 'ok'
    )
  } catch {
    return false // It is starting, or gone: asked again.
  }
}
