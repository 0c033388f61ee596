import { join } from 'node:path'
import type { Config } from '#kernel/config'
import { type OpenDatabase, migrate, openDatabase } from '#kernel/db'
import { useFileStore } from '#kernel/files'
import { migrateJobs } from '#kernel/jobs'
import type { House } from '#kernel/module'
import { Gate } from '#kernel/tenancy'
import { keepLaw } from '#commons/law'
import { completeAuthorities } from '#commons/trades'
import { buildHouse } from './house.ts'
import { seedDemonstration } from './seed.ts'

/** Everything that the server and the command line stand on. */
export interface Standing extends OpenDatabase {
  house: House
  gate: Gate
}

/** Opens the database, brings it up to date, gives every authority what it lacks, and seeds the demonstration. */
export async function open(config: Config, joinRunning = false): Promise<Standing> {
  const house = buildHouse(config.sessionHours)
  const opened = await openDatabase(config, joinRunning)
  try {
    useFileStore(join(config.dataFolder, 'files'))
    await migrateJobs(opened.database)
    await migrate(opened.database, house.migrations)
    await keepLaw(opened.database)
    await completeAuthorities(opened.database, house)
    if (config.demonstration) await seedDemonstration(opened.database, house)
  } catch (error) {
    await opened.close()
    throw error
  }
  return { ...opened, house, gate: new Gate(opened.database) }
}
