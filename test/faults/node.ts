import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { findBinaries } from '../../src/kernel/db/embedded-binaries.ts'
import { chooseIdentity, type Identity } from '../../src/kernel/db/embedded-identity.ts'

/** A PostgreSQL of the drill: a folder and a port of loopback. */
export class PostgresNode {
  readonly name: string
  readonly port: number
  readonly folder: string
  private readonly postgres: string
  private readonly initdb: string
  private readonly identity: Identity
  private child: ChildProcess | undefined

  private constructor(
    name: string,
    port: number,
    folder: string,
    { postgres, initdb }: { postgres: string; initdb: string },
    identity: Identity,
  ) {
    Object.assign(this, { name, port, folder })
    this.name = name
    this.port = port
    this.folder = folder
    this.postgres = postgres
    this.initdb = initdb
    this.identity = identity
  }

  static async of(name: string, port: number, home: string): Promise<PostgresNode> {
    const binaries = await findBinaries()
    return new PostgresNode(
      name,
      port,
      join(home, name),
      binaries,
      await chooseIdentity(binaries, home),
    )
  }

  get url(): string {
    return `postgres://drill@127.0.0.1:${this.port}/postgres?application_name=drill`
  }

  /** Makes an empty cluster that keeps what a standby may still need. */
  create(): void {
    this.run(this.initdb, ['-D', this.folder, '-U', 'drill', '-A', 'trust', '-N'])
    appendFileSync(
      join(this.folder, 'postgresql.conf'),
      "listen_addresses = '127.0.0.1'\nunix_socket_directories = ''\nwal_keep_size = 256MB\nshared_buffers = 64MB\n",
    )
  }

  /** Copies a primary that runs, and follows it from then on. */
  async follow(primary: PostgresNode): Promise<void> {
    const client = new pg.Client({ connectionString: primary.url })
    await client.connect()
    await client.query("select pg_backup_start('drill', true)")
    const left = /postmaster\.(?:pid|opts)$|standby\.signal$/
    cpSync(primary.folder, this.folder, { recursive: true, filter: (path) => !left.test(path) })
    const { rows } = await client.query<{ labelfile: string }>(
      'select labelfile from pg_backup_stop()',
    )
    await client.end()
    writeFileSync(join(this.folder, 'backup_label'), rows[0]?.labelfile ?? '')
    // What was written meanwhile comes by the stream.
    const own = `port=${primary.port} host=127.0.0.1 user=drill application_name=${this.name}`
    appendFileSync(join(this.folder, 'postgresql.conf'), `primary_conninfo = '${own}'\n`)
    writeFileSync(join(this.folder, 'standby.signal'), '')
  }

  async start(): Promise<void> {
    const [file = '', ...wrapper] = [...this.identity.wrapper, this.postgres]
    const log = openSync(`${this.folder}.log`, 'a')
    this.child = spawn(file, [...wrapper, '-D', this.folder, '-p', String(this.port)], {
      ...this.identity.account,
      stdio: ['ignore', log, log],
    })
    for (;;) {
      if (this.child.exitCode !== null)
        throw new Error(`${this.name} ended: see ${this.folder}.log`)
      if (await this.asks('select 1')) return
      await delay(50)
    }
  }

  /** One question on a connection of its own; undefined where it does not answer within two seconds. */
  async asks<Row extends pg.QueryResultRow>(sql: string): Promise<Row[] | undefined> {
    const client = new pg.Client({
      connectionString: this.url,
      ...{ connectionTimeoutMillis: 2000, query_timeout: 2000 },
    })
    client.on('error', () => {})
    try {
      await client.connect()
      return (await client.query<Row>(sql)).rows
    } catch {
      return undefined
    } finally {
      void client.end().catch(() => {})
    }
  }

  /** Ends it without a word, as a machine whose power fails. */
  async kill(): Promise<void> {
    const { child } = this
    if (!child?.pid) return
    const ended = once(child, 'exit')
    const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(child.pid)], {
      encoding: 'utf8',
    })
    child.kill('SIGKILL')
    for (const pid of children.stdout.split(/\s+/).filter(Boolean))
      try {
        process.kill(Number(pid), 'SIGKILL')
      } catch {
        // It ended by itself.
      }
    await ended
  }

  async stop(): Promise<void> {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill('SIGINT')
    await ended
  }

  private run(file: string, args: readonly string[]): void {
    const [first = '', ...rest] = [...this.identity.wrapper, file]
    const { status, stderr } = spawnSync(first, [...rest, ...args], {
      ...this.identity.account,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
  }
}

/** Takes away what a drill left. */
export const clear = (home: string): void => rmSync(home, { recursive: true, force: true })
