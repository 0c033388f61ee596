import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'

/** The folder of the project: where package.json, src/ and dist/ are. */
export const projectRoot = findRoot(import.meta.dirname)

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('No package.json above this file')
  return findRoot(parent)
}

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  SESSION_HOURS: z.coerce.number().min(1).max(720).default(12),
  TRUST_PROXY: z.stringbool().default(false),
  DEMONSTRATION: z.stringbool().optional(),
})

/** Everything that an operator can set, read once at the start. */
export interface Config {
  /** TCP port; 0 lets the system choose. */
  port: number
  host: string
  /** A PostgreSQL server of the operator's; null starts the embedded one in `dataFolder`. */
  databaseUrl: string | null
  /** Where the embedded database and the files live. */
  dataFolder: string
  /** Connections of the application's pool. */
  poolSize: number
  /** How long a session lasts, in hours. */
  sessionHours: number
  /** Whether X-Forwarded-For and X-Forwarded-Proto come from a proxy of ours. */
  trustProxy: boolean
  /** Whether an empty database is filled with the fictional authorities, whose password is public. */
  demonstration: boolean
}

/** What the operator set does not hold; the message says what, in a sentence. */
export class ConfigurationError extends Error {}

/** Parses the environment; throws one sentence per wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigurationError(`The configuration is wrong. ${wrong.join('. ')}`)
  }
  const env = parsed.data
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL ?? null,
    dataFolder: resolve(projectRoot, env.DATA_DIR),
    poolSize: env.DATABASE_POOL,
    sessionHours: env.SESSION_HOURS,
    trustProxy: env.TRUST_PROXY,
    demonstration: env.DEMONSTRATION ?? env.DATABASE_URL === undefined,
  }
}
