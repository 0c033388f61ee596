import { randomUUID } from 'node:crypto'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { connect, type Database, onlyOne } from '#kernel/db'
import { useFileStore } from '#kernel/files'
import type { House } from '#kernel/module'
import { ensureSecrets } from '#kernel/secrets'
import { Gate } from '#kernel/tenancy'
import { cloneOf } from '#kernel/testing'
import { keepLaw } from '#commons/law'
import { fictional, openFictional } from '../../src/seed.ts'
import { appOn, ground, mastersOfTests } from './ground.ts'

/** The name of the prepared database, and of the folder of its files. */
const prepared = 'towns'

/** The fictional authorities in a database of their own, which nobody else touches. */
export interface Towns {
  database: Database
  gate: Gate
  app: ReturnType<typeof appOn>
  /** The host name of the authority that the demonstration calls so. */
  hostOf(slug: string): string
  /** Takes them away. */
  close(): Promise<void>
}

/**
 * A copy of the fictional authorities. They are invented once a run, by the first that asks;
 * everybody gets a clone of that database and of its files. Slugs and host names are new each time,
 * for what a process keeps by them.
 */
export async function givenTowns(): Promise<Towns> {
  const { house, files } = await ground()
  const unique = randomUUID().slice(0, 8)
  const name = `${prepared}_${unique}`
  await copied(name, house)
  const folder = join(inject('fileFolder'), name)
  await cp(join(inject('fileFolder'), prepared), folder, { recursive: true })
  const database = connect({ url: urlOf(name), poolSize: 5 })
  await asSuperuser(name, async (client) => {
    for (const { table, column, set } of renamed)
      await client.query(`update ${table} set ${column} = ${set}`, [unique])
  })
  useFileStore(folder)
  const gate = new Gate(database)
  return {
    database,
    gate,
    app: appOn(database, gate, house.routes),
    hostOf: (slug) => `${slug}-${unique}.localhost`,
    async close() {
      await database.close()
      await dropped(name)
      await rm(folder, { recursive: true })
      // Whoever comes after in this process has the files of the ground again.
      useFileStore(files)
    },
  }
}

/**
 * A copy in which they bear the names of the demonstration, without their files, for processes that work in `folder`: it gets the
 * key of their secrets. Its URL.
 */
export async function townsFor(folder: string): Promise<string> {
  const { house } = await ground()
  const name = `${prepared}_${randomUUID().slice(0, 8)}`
  await copied(name, house)
  const [key] = await mastersOfTests.read()
  await writeFile(join(folder, 'secrets.key'), `${key?.toString('base64')}\n`, { mode: 0o600 })
  return urlOf(name)
}

async function copied(name: string, house: House): Promise<void> {
  await asOwner((maintenance) =>
    onlyOne(maintenance, prepared, async () => {
      if (!(await exists(maintenance, prepared))) await prepare(maintenance, house)
    }),
  )
  await asOwner(({ owner }) =>
    owner.query(`create database ${name} template ${prepared} strategy file_copy`),
  )
}

const renamed = [
  { table: 'kernel.tenant', column: 'slug', set: `slug || '-' || $1` },
  { table: 'kernel.host', column: 'name', set: `replace(name, '.', '-' || $1 || '.')` },
  // What everybody knows of them at the portal of all.
  { table: 'publications.authority', column: 'slug', set: `slug || '-' || $1` },
  { table: 'publications.authority', column: 'host', set: `replace(host, '.', '-' || $1 || '.')` },
  ...['entry', 'agenda', 'changed'].map((table) => ({
    ...{ table: `publications.${table}`, column: 'authority', set: `authority || '-' || $1` },
  })),
]

/** It bears its name once it is whole: where inventing it fails, the next one begins anew. */
async function prepare(maintenance: Database, house: House): Promise<void> {
  const unfinished = `${prepared}_unfinished`
  const folder = join(inject('fileFolder'), prepared)
  await mkdir(folder, { recursive: true })
  useFileStore(folder)
  const database = connect({ url: await cloneOf(inject('templateUrl'), unfinished), poolSize: 2 })
  try {
    await ensureSecrets(database, mastersOfTests)
    await keepLaw(database)
    for (const one of fictional)
      await openFictional(database, house, { ...one, hosts: [`${one.slug}.localhost`] })
  } finally {
    await database.close()
  }
  await maintenance.owner.query(`alter database ${unfinished} rename to ${prepared}`)
}

async function exists({ owner }: Database, name: string): Promise<boolean> {
  const { rowCount } = await owner.query('select 1 from pg_database where datname = $1', [name])
  return rowCount === 1
}

/** Does something about databases from the one that is none of them. */
async function asOwner<T>(work: (maintenance: Database) => Promise<T>): Promise<T> {
  const maintenance = connect({ url: urlOf('beffroi'), poolSize: 1 })
  try {
    return await work(maintenance)
  } finally {
    await maintenance.close()
  }
}

/** By the superuser: the owner may not end those who are still connected as the application's role. */
const dropped = (name: string) =>
  asSuperuser('beffroi', (client) => client.query(`drop database ${name} with (force)`))

/** Does something in a database that row-level security keeps its owner from. */
async function asSuperuser(name: string, work: (client: pg.Client) => Promise<unknown>) {
  const connectionString = inject('superuserUrl').replace(/\/[^/]*$/, `/${name}`)
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

const urlOf = (name: string) => inject('templateUrl').replace(/\/[^/]*$/, `/${name}`)
