import { useAntivirus } from '#kernel/antivirus'
import type { Config } from '#kernel/config'
import {
  ensureOneHouse,
  ensureOwnSettings,
  ensureServer,
  type OpenDatabase,
  migrate,
  openDatabase,
} from '#kernel/db'
import { closeToOthers, forgetAllSent, freeRoom, store, useFileStore } from '#kernel/files'
import { log } from '#kernel/log'
import { migrateJobs } from '#kernel/jobs'
import { useMailServer, useOpenLetterbox } from '#kernel/mail'
import { useOutgoing } from '#kernel/outgoing'
import type { House } from '#kernel/module'
import { useQuotas } from '#kernel/quotas'
import { ensureSecrets, keySource } from '#kernel/secrets'
import { Gate } from '#kernel/tenancy'
import { keepLocalAuthority, stampsOf, useStamps } from '#kernel/timestamps'
import { keepLaw } from '#commons/law'
import { completeAuthorities } from '#commons/trades'
import { buildHouse } from './house.ts'
import { fictional, seedDemonstration } from './seed.ts'

/** Everything that the server and the command line stand on. */
export interface Standing extends OpenDatabase {
  house: House
  gate: Gate
}

/** Opens the database, brings it up to date, gives every authority what it lacks, and seeds the demonstration. */
export async function open(
  config: Config,
  joinRunning = false,
  house = buildHouse(config.sessionHours),
): Promise<Standing> {
  // What every object of the process inherits takes nothing more: the doors refuse such names (`prototypeNamed`), this
  // holds where one of a library does not. It costs nothing, and what stands there stays as it is.
  Object.preventExtensions(Object.prototype)
  const opened = await openDatabase(config, joinRunning)
  try {
    await ensureServer(opened.database.owner)
    await warnOfDisk(config)
    const { folder: files, bucket, in: kept } = config.files
    useFileStore(files, kept === 's3' ? bucket : null)
    await warnOfFiles()
    useMailServer(config.mail)
    useOpenLetterbox(config.demonstration ? fictional.map(({ slug }) => slug) : [])
    useAntivirus(config.antivirus)
    useOutgoing(config.outgoing)
    if (config.demonstration && !config.timestamps.url) await keepLocalAuthority(config.dataFolder)
    useStamps(await stampsOf(config))
    const wasOpen = await closeToOthers(files)
    if (wasOpen > 0)
      log('warn', 'start', {
        message: `Other accounts of this machine could read ${files}: closed.`,
      })
    if (!joinRunning) await forgetAllSent()
    await migrateJobs(opened.database)
    await migrate(opened.database, house.migrations)
    await ensureSecrets(opened.database, keySource(config))
    await useQuotas(opened.database, config.quotas)
    await ensureOwnSettings(opened.database)
    // The embedded database is in its folder.
    if (config.databaseUrl) await ensureOneHouse(opened.database, config.dataFolder)
    await keepLaw(opened.database)
    await completeAuthorities(opened.database, house)
    if (config.demonstration) await seedDemonstration(opened.database, house)
  } catch (error) {
    await opened.close()
    throw error
  }
  return { ...opened, house, gate: new Gate(opened.database) }
}

/** A disk that is full stops people in the middle of what they do: it is said before. */
async function warnOfDisk({ dataFolder, freeDisk }: Config): Promise<void> {
  const free = Math.round(await freeRoom(dataFolder))
  if (free >= freeDisk) return
  const message = `Only ${free} MB are free at ${dataFolder}: make room, or give DATA_DIR a larger disk.`
  log('warn', 'start', { message })
}

/** Files that cannot be reached stop nobody from reading what is in the database: it is said, and the house starts. */
const warnOfFiles = () =>
  store()
    .reach()
    .catch((failure: unknown) => log('error', 'start', { message: filesAway }, failure))
const filesAway = 'Files cannot be kept or read: look at FILES_S3_… and at DATA_DIR.'
