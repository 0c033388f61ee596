import { join } from 'node:path'
import type { Context } from 'hono'
import { inject } from 'vitest'
import { readConfig } from '#kernel/config'
import { cloneOf } from '#kernel/testing'
import { connect, type Database } from '#kernel/db'
import { useFileStore } from '#kernel/files'
import { createApp, type Route } from '#kernel/http'
import type { WorkerState } from '#kernel/jobs'
import type { House } from '#kernel/module'
import { authenticate, failurePage, proveAnew } from '#kernel/pages'
import { ensureSecrets } from '#kernel/secrets'
import { Gate } from '#kernel/tenancy'
import { keepLaw } from '#commons/law'
import { buildHouse } from '../../src/house.ts'

/** What all tests of one worker share: the house, and a database of its own. */
export interface Ground {
  house: House
  database: Database
  gate: Gate
  app: ReturnType<typeof createApp>
  /** The name of its database. */
  name: string
  /** Where its files are. */
  files: string
}

let shared: Promise<Ground> | undefined

/** The ground where it was laid already: of a worker, its first test file has none. */
export const laid = (): Promise<Ground> | undefined => shared

/** The house on this worker's own database, made at the first call. */
export function ground(): Promise<Ground> {
  shared ??= lay()
  return shared
}

async function lay(): Promise<Ground> {
  const name = `worker_${process.env['VITEST_POOL_ID'] ?? '0'}_${process.pid}`
  const url = await cloneOf(inject('templateUrl'), name)
  const database = connect({ url, poolSize: 5 })
  const house = buildHouse(12)
  await ensureSecrets(database, mastersOfTests)
  await keepLaw(database)
  const gate = new Gate(database)
  const files = join(inject('fileFolder'), name)
  useFileStore(files)
  return { house, database, gate, app: appOn(database, gate, house.routes), name, files }
}

/** The master key of all databases of tests: their rows are copied from one to another. */
export const mastersOfTests = {
  where: 'the tests',
  read: () => Promise.resolve([Buffer.alloc(32, 7)]),
  write: null,
  layAside: null,
}

/** The application on a database. */
export const appOn = (
  database: Database,
  gate: Gate,
  routes: readonly Route[],
  jobs?: () => WorkerState,
  elsewhere?: (c: Context) => Promise<Response | undefined>,
) =>
  createApp({
    ...{
      config: readConfig({}),
      database,
      gate,
      routes,
      authenticate,
      failurePage,
      prove: proveAnew,
    },
    ...(jobs && { jobs }),
    ...(elsewhere && { elsewhere }),
  })
