import { join } from 'node:path'
import type { Config } from '#kernel/config'
import { runningEmbedded, StartFailure, startEmbedded } from './embedded.ts'
import { type Database, connect } from './pool.ts'

export interface OpenDatabase {
  database: Database
  /** Closes the connections, and stops the embedded server if this process started it. */
  close(): Promise<void>
}

/**
 * Opens the operator's database, or the embedded one in the data folder: started here, unless
 * `join` is given and another process runs it already. Throws `StartFailure` with one sentence.
 */
export async function openDatabase(config: Config, join: boolean = false): Promise<OpenDatabase> {
  const { databaseUrl, poolSize } = config
  if (databaseUrl) return open(databaseUrl, poolSize, () => Promise.resolve())
  const folder = folderOf(config)
  const running = join ? await runningEmbedded(folder) : null
  if (running) return open(running, poolSize, () => Promise.resolve())
  const embedded = await startEmbedded({ folder, settings: { shared_buffers: '256MB' } })
  return open(embedded.url, poolSize, () => embedded.stop())
}

const folderOf = ({ dataFolder }: Config) => join(dataFolder, 'postgres')

async function open(
  url: string,
  poolSize: number,
  stop: () => Promise<void>,
): Promise<OpenDatabase> {
  const database = connect({ url, poolSize })
  try {
    await database.owner.query('select 1')
  } catch (error) {
    await database.close()
    await stop()
    const reason = error instanceof Error && error.message ? error.message : 'no answer'
    throw new StartFailure(`The database of DATABASE_URL does not answer: ${reason}.`)
  }
  return {
    database,
    close: async () => {
      await database.close()
      await stop()
    },
  }
}
