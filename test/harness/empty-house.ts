import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { connect, type Database } from '#kernel/db'
import { ensureSecrets } from '#kernel/secrets'
import { drawStartCode, Gate } from '#kernel/tenancy'
import { cloneOf, Visitor } from '#kernel/testing'
import { firstPage } from '#commons/authorities'
import { keepLaw } from '#commons/law'
import { appOn, ground, mastersOfTests } from './ground.ts'

/** A house of a test alone in which there is no authority yet. */
export interface EmptyHouse {
  database: Database
  gate: Gate
  app: ReturnType<typeof appOn>
  /** The code that its server told. */
  code: string
  /** Somebody at a host name. */
  at(host: string): Visitor
  close(): Promise<void>
}

/** A house as it stands once its server was started for the first time. */
export async function givenEmptyHouse(): Promise<EmptyHouse> {
  const { house } = await ground()
  const name = `empty_${randomUUID().slice(0, 8)}`
  const database = connect({ url: await cloneOf(inject('templateUrl'), name), poolSize: 4 })
  await ensureSecrets(database, mastersOfTests)
  await keepLaw(database)
  const gate = new Gate(database)
  const app = appOn(database, gate, house.routes, undefined, firstPage(database))
  return {
    ...{ database, gate, app, code: (await drawStartCode(database)) ?? '' },
    at: (host) => new Visitor((path, init) => app.request(path, init), host),
    close: () => database.close(),
  }
}
