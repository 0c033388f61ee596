import { join } from 'node:path'
import type { Config } from '#kernel/config'
import { log } from '#kernel/log'
import { runningEmbedded, StartFailure, startEmbedded } from './embedded.ts'
import { withoutLogins } from './logins.ts'
import { type Database, connect } from './pool.ts'

export interface OpenDatabase {
  database: Database
  /** Closes the connections, and stops the embedded server if this process started it. */
  close(): Promise<void>
  /** Settles with the reason where the embedded server of this process ended too often to be started again. */
  gone?: Promise<Error>
}

/**
 * Opens the operator's database, or the embedded one in the data folder: started here, unless
 * `join` is given and another process runs it already. Throws `StartFailure` with one sentence.
 */
export async function openDatabase(config: Config, join: boolean = false): Promise<OpenDatabase> {
  const { databaseUrl } = config
  if (databaseUrl) return open(databaseUrl, config, () => Promise.resolve())
  const folder = folderOf(config)
  const running = join ? await runningEmbedded(folder) : null
  if (running) return open(running, config, () => Promise.resolve())
  const embedded = await startEmbedded({ folder, settings: { shared_buffers: '256MB' } })
  const opened = await open(embedded.url, config, () => embedded.stop())
  return { ...opened, gone: embedded.gone }
}

const folderOf = ({ dataFolder }: Config) => join(dataFolder, 'postgres')

async function open(
  url: string,
  { poolSize, limits }: Config,
  stop: () => Promise<void>,
): Promise<OpenDatabase> {
  const database = connect({ url, poolSize, limits })
  try {
    await database.owner.query('select 1')
  } catch (error) {
    await database.close()
    await stop()
    const reason = error instanceof Error && error.message ? error.message : 'no answer'
    throw new StartFailure(`The database of DATABASE_URL does not answer: ${reason}.`)
  }
  if (!new URL(url).password) log('warn', 'start', { message: withoutLogins })
  return {
    database,
    close: async () => {
      await database.close()
      await stop()
    },
  }
}
