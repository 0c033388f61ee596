import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Antivirus, Clamd } from '#kernel/antivirus'
import type { LogFormat, LogLevel } from '#kernel/log'
import { Environment } from './environment.ts'

export { Environment } from './environment.ts'

/** The folder of the project: where package.json, src/ and dist/ are. */
export const projectRoot = findRoot(import.meta.dirname)

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('No package.json above this file')
  return findRoot(parent)
}

/** A bucket of an S3 server. */
export interface BucketSettings {
  /** `https://s3.region.be` */
  endpoint: string
  bucket: string
  region: string
  keyId: string
  secret: string
  /** Whether the bucket stands in the path of an address, or before its host name. */
  pathStyle: boolean
}

/** A server that takes our mail, and the address that it is from. */
export interface MailServer {
  host: string
  port: number
  /** TLS from the first byte; else it begins before anything is said. */
  secure: boolean
  /** Empty: it asks for none. */
  user: string
  password: string
  from: string
  /** Where what cannot be delivered comes back to, each message to an address of its own: `retour+…@`. */
  returnTo?: string | undefined
}

/** Everything that an operator can set, read once at the start. */
export interface Config {
  /** TCP port; 0 lets the system choose. */
  port: number
  /** What this process does; `worker` answers nobody but who watches it. */
  role: 'all' | 'server' | 'worker'
  /** Whether others of this machine listen to the same port. */
  reusePort?: boolean
  host: string
  /** A PostgreSQL server of the operator's; null starts the embedded one in `dataFolder`. */
  databaseUrl: string | null
  /** Where the embedded database and the files live. */
  dataFolder: string
  /** Connections of the application's pool. */
  poolSize: number
  /** How long is waited for anything, in seconds. */
  limits: {
    /** For a free connection to the database. */
    connection: number
    /** For the answer to one statement of a request. */
    statement: number
    /** For a row that somebody else writes. */
    lock: number
    /** A transaction in which nothing is asked any more. */
    idle: number
    /** For the answer to one statement of a job. */
    job: number
    /** For all that a request brings. */
    request: number
    /** For the head of a request. */
    headers: number
    /** For what is under way when the process is asked to end. */
    shutdown: number
  }
  log: { level: LogLevel; format: LogFormat }
  /** Who brings it as a bearer token reads `/metrics`; null: nobody does. */
  metricsToken: string | null
  /** With less free room below `dataFolder`, in megabytes, the house says that it is not well. */
  freeDisk: number
  /** What an authority may use of which nothing else is said; null: without end. */
  quotas: Record<'requests' | 'files' | 'jobs' | 'mails' | 'people', number | null>
  /** How long a session lasts, in hours. */
  sessionHours: number
  /** The host name of the portal of all authorities; null: there is none. */
  portalHost: string | null
  /** Whether X-Forwarded-For and X-Forwarded-Proto come from a proxy of ours. */
  trustProxy: boolean
  /** Whether an empty database is filled with the fictional authorities, whose password is public. */
  demonstration: boolean
  /** Null: no message leaves this machine. */
  mail: MailServer | null
  /** The master keys of what is enciphered, or the file that holds them; neither: a file in `dataFolder`. */
  secrets: { keys: string | null; file: string | null }
  files: {
    /** Where files are kept, or come in on their way to a bucket. */
    folder: string
    /** A bucket of an S3 server that is set, whether files are kept there or are to be moved there. */
    bucket: BucketSettings | null
    /** Where they are kept. */
    in: 'folder' | 's3'
  }
  /** The virus scanner (clamd), and what becomes of files while it is away; null: nothing is examined. */
  antivirus: Antivirus | null
  /** Where the house asks other servers besides the open web, and the proxy by which it does. */
  outgoing: { allow: readonly string[]; proxy: string | null }
  /** Who stamps what is published, and the file of the certificates above its own; null: nobody outside. */
  timestamps: { url: string | null; certificates: string | null }
}

/** What the operator set does not hold; the message says what, in a sentence. */
export class ConfigurationError extends Error {}

/** Parses the environment; throws one sentence per wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.')
      return `${name} is « ${environment[name] ?? ''} »: ${message}`
    })
    throw new ConfigurationError(`The configuration is wrong. ${wrong.join('. ')}`)
  }
  const env = parsed.data
  const { SMTP_URL: smtp, MAIL_FROM: from } = env
  if (smtp && !from)
    throw new ConfigurationError(
      'The configuration is wrong. MAIL_FROM: SMTP_URL needs the address that mail is from',
    )
  const demonstration = env.DEMONSTRATION ?? env.DATABASE_URL === undefined
  return {
    port: env.PORT,
    role: env.ROLE,
    reusePort: env.REUSE_PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL ?? null,
    dataFolder: resolve(projectRoot, env.DATA_DIR),
    poolSize: env.DATABASE_POOL,
    limits: {
      connection: env.CONNECTION_SECONDS,
      statement: env.STATEMENT_SECONDS,
      lock: env.LOCK_SECONDS,
      idle: env.IDLE_TRANSACTION_SECONDS,
      job: env.JOB_STATEMENT_SECONDS,
      request: env.REQUEST_SECONDS,
      headers: env.HEADERS_SECONDS,
      shutdown: env.SHUTDOWN_SECONDS,
    },
    log: {
      level: env.LOG_LEVEL,
      format: env.LOG_FORMAT ?? (process.stderr.isTTY ? 'text' : 'json'),
    },
    metricsToken: env.METRICS_TOKEN ?? null,
    freeDisk: env.FREE_DISK_MB,
    quotas: {
      requests: env.QUOTA_REQUESTS || null,
      files: env.QUOTA_STORAGE_GB ? env.QUOTA_STORAGE_GB * 1e9 : null,
      jobs: env.QUOTA_JOBS || null,
      mails: env.QUOTA_MAILS || null,
      people: env.QUOTA_PEOPLE || null,
    },
    sessionHours: env.SESSION_HOURS,
    trustProxy: env.TRUST_PROXY,
    demonstration,
    portalHost: env.PORTAL_HOST ?? (demonstration ? 'region.localhost' : null),
    mail: smtp && from ? { ...mailServer(smtp, from), returnTo: env.MAIL_RETURN } : null,
    secrets: { keys: env.SECRETS_KEY ?? null, file: env.SECRETS_KEY_FILE ?? null },
    files: files(env, join(resolve(projectRoot, env.DATA_DIR), 'files')),
    antivirus: env.CLAMD ? { at: clamdAt(env.CLAMD), away: env.CLAMD_AWAY } : null,
    outgoing: {
      allow: env.OUTGOING_ALLOW.split(/[\s,]+/).filter(Boolean),
      proxy: env.OUTGOING_PROXY ?? null,
    },
    timestamps: {
      url: env.TIMESTAMP_URL ?? null,
      certificates: env.TIMESTAMP_CERTIFICATES ?? null,
    },
  }
}

/** The folder of files, and the bucket: all of what it needs, or none. */
function files(env: Environment, folder: string): Config['files'] {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket } = env
  const { FILES_S3_KEY: keyId, FILES_S3_SECRET: secret, FILES_S3_REGION: region } = env
  const set = [endpoint, bucket, keyId, secret].filter(Boolean).length
  if ((set > 0 && set < 4) || (set === 0 && env.FILES_STORE === 's3'))
    throw new ConfigurationError(
      'The configuration is wrong. A bucket needs FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_KEY and FILES_S3_SECRET',
    )
  const found =
    endpoint && bucket && keyId && secret
      ? { endpoint, bucket, keyId, secret, region, pathStyle: env.FILES_S3_PATH_STYLE }
      : null
  return { folder, bucket: found, in: env.FILES_STORE ?? (found ? 's3' : 'folder') }
}

/** `tcp://server:3310`, or `unix:/run/clamav/clamd.ctl`. */
function clamdAt(url: string): Clamd {
  const { protocol, hostname, port, pathname } = new URL(url)
  if (protocol === 'unix:') return { path: pathname }
  return { host: hostname.replaceAll(/[[\]]/g, ''), port: Number(port) || 3310 }
}

/** `smtps://name:password@server:465`, or `smtp://…`, on port 587 unless told. */
function mailServer(url: string, from: string): MailServer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  return {
    ...{
      host: hostname.replaceAll(/[[\]]/g, ''),
      port: Number(port) || (secure ? 465 : 587),
      secure,
      from,
    },
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  }
}
