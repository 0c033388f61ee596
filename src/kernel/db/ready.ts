import type pg from 'pg'
import { StartFailure } from './embedded-failure.ts'

/** The version of PostgreSQL that the house is written for and tested on. */
const wanted = 18
/** What the migrations make use of and PostgreSQL brings in a package apart (contrib). */
const extensions = ['unaccent', 'btree_gin', 'pg_trgm']
/** The clocks may differ by so many seconds: what is later here is later there. */
const apart = 5

interface Found {
  version: number
  said: string
  encoding: string
  collations: boolean
  missing: readonly string[]
  epoch: number
  standby: boolean
  /** Whether no rule of rows binds who logs in: a superuser reads all authorities. */
  unbound: boolean
}

/**
 * Refuses a start on a server that could not carry the house, with what to do about it, before anything is written.
 * `now` is the time here, in milliseconds.
 */
export async function ensureServer(pool: pg.Pool, now: () => number = Date.now): Promise<void> {
  const before = now()
  const { rows } = await pool.query<Found>(
    `select current_setting('server_version_num')::int / 10000 as version,
       current_setting('server_version') as said,
       pg_encoding_to_char(encoding) as encoding,
       exists (select from pg_collation where collprovider = 'i') as collations,
       array(select name from unnest($1::text[]) name
         where not exists (select from pg_available_extensions a where a.name = name.name)) as missing,
       extract(epoch from clock_timestamp())::float8 as epoch,
       pg_is_in_recovery() as standby,
       (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as unbound
     from pg_database where datname = current_database()`,
    [extensions],
  )
  const [found] = rows
  const wrong = found && serverTrouble(found, (before + now()) / 2000)
  if (wrong) throw new StartFailure(wrong)
}

/** What is wrong with a server, and what to do; `here` is the time of this machine, in seconds. */
export function serverTrouble(found: Found, here: number): string | undefined {
  const { version, said, encoding, collations, missing, epoch, standby, unbound } = found
  if (version < wanted)
    return `The server runs PostgreSQL ${said}: move the database to version ${wanted} (pg_upgrade), or name a server of that version in DATABASE_URL.`
  if (standby)
    return 'The server is a standby and takes nothing in: name the primary in DATABASE_URL, or promote this one.'
  if (unbound)
    return 'The role of DATABASE_URL is a superuser, whom no row of any authority is hidden from: make one with « create role beffroi login createrole password … », give it the database (alter database … owner to beffroi), and name it in DATABASE_URL.'
  if (encoding !== 'UTF8')
    return `The database is encoded in ${encoding}: make one with « create database … encoding 'UTF8' template template0 », and name it in DATABASE_URL.`
  if (!collations)
    return 'The server was built without ICU, by which names are sorted: install a PostgreSQL that has it.'
  if (missing.length > 0)
    return `The server has no ${missing.join(', ')}: install the package of its contrib extensions (postgresql-contrib).`
  if (Math.abs(epoch - here) > apart)
    return `The clock of this machine and that of the database differ by ${Math.round(Math.abs(epoch - here))} seconds: set both by the network (NTP), for legal dates are reckoned by them.`
  return undefined
}
