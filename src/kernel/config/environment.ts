import { z } from 'zod'
import { logFormats, logLevels } from '#kernel/log'

const seconds = (usual: number) => z.coerce.number().min(0.1).max(86_400).default(usual)

/** How much one authority may use; 0: without end. */
const quota = (usual: number) => z.coerce.number().int().min(0).max(1e9).default(usual)

/** Everything that an operator can set, by its name in the environment; docs/operations/configuration.md is made of it. */
export const Environment = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(3000)
    .describe('TCP port; `0` lets the system choose'),
  ROLE: z
    .enum(['all', 'server', 'worker'])
    .default('all')
    .describe(
      'what this process does: it serves people and takes jobs, or one of both; a worker answers `/healthz` and `/metrics` alone',
    ),
  REUSE_PORT: z
    .stringbool()
    .default(false)
    .describe(
      'several processes of this machine listen to one port, so that one is replaced while the other serves (Linux)',
    ),
  HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('`postgres://…` of a PostgreSQL server; without it, the embedded one'),
  DATA_DIR: z
    .string()
    .default('data')
    .describe('where the embedded database and the files live; relative to the project'),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(10)
    .describe(
      'connections for requests, 1 to 200; four more serve public pages, two the gate and `/healthz`, four what jobs do, five the queue, four migrations',
    ),
  CONNECTION_SECONDS: seconds(5).describe(
    'how long a request waits for a connection to the database; then it is answered 503',
  ),
  STATEMENT_SECONDS: seconds(15).describe('the longest that one statement of a request takes'),
  LOCK_SECONDS: seconds(5).describe(
    'the longest that one waits for a row which somebody else writes',
  ),
  IDLE_TRANSACTION_SECONDS: seconds(60).describe(
    'after which a transaction that was left alone is undone',
  ),
  JOB_STATEMENT_SECONDS: seconds(300).describe('the longest that one statement of a job takes'),
  REQUEST_SECONDS: seconds(300).describe('the longest that a request takes to come'),
  HEADERS_SECONDS: seconds(15).describe('the longest that the head of a request takes to come'),
  SHUTDOWN_SECONDS: seconds(20).describe(
    'what is under way is given this long when the process is asked to end; asked twice, it ends at once',
  ),
  LOG_LEVEL: z
    .enum(logLevels)
    .default('info')
    .describe('from which level on lines are logged: `debug`, `info`, `warn`, `error`'),
  LOG_FORMAT: z.enum(logFormats).optional().describe('how a line of the log is written'),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .max(500)
    .optional()
    .describe(
      'who brings it as a bearer token reads `/metrics`; 16 characters at least; without it nobody does',
    ),
  FREE_DISK_MB: z.coerce
    .number()
    .min(0)
    .default(1000)
    .describe('with less free room at `DATA_DIR` the start warns and `/healthz` says `degraded`'),
  QUOTA_REQUESTS: quota(6000).describe(
    'requests of one authority in a minute, in each process; 0: without end, as for all quotas',
  ),
  QUOTA_STORAGE_GB: quota(200).describe('room for the files of one authority'),
  QUOTA_JOBS: quota(20_000).describe('jobs of one authority that wait'),
  QUOTA_MAILS: quota(20_000).describe('messages that one authority writes in a day'),
  QUOTA_PEOPLE: quota(5000).describe('accounts of one authority that let somebody in'),
  SESSION_HOURS: z.coerce
    .number()
    .min(1)
    .max(720)
    .default(12)
    .describe('how long a session lasts, 1 to 720'),
  PORTAL_HOST: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
    .optional()
    .describe(
      'host name of the portal where citizens read what all authorities publish, a name of none of them; without it there is no portal, but in the demonstration, at `region.localhost`',
    ),
  TRUST_PROXY: z
    .stringbool()
    .default(false)
    .describe(
      'believe `X-Forwarded-For`, `X-Forwarded-Proto` and `X-Forwarded-Port` (of a proxy at another port than 443); only behind a proxy of yours',
    ),
  DEMONSTRATION: z
    .stringbool()
    .optional()
    .describe('fill a database that holds no other authority with the two fictional ones'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: /./ })
    .optional()
    .describe(
      'server for mail: `smtps://name:password@server`, or `smtp://…` with STARTTLS (port 587 unless told); without it no message leaves the machine',
    ),
  MAIL_FROM: z.email().optional().describe('the address that mail is from; needed with `SMTP_URL`'),
  MAIL_RETURN: z
    .email()
    .max(200)
    .optional()
    .describe(
      'where what cannot be delivered comes back to, an address with a part for each message',
    ),
  SECRETS_KEY: z
    .string()
    .optional()
    .describe(
      'the master key of what is enciphered, 32 bytes in base64; where there are several, the first wraps',
    ),
  SECRETS_KEY_FILE: z
    .string()
    .min(1)
    .optional()
    .describe(
      'a file that holds it; without either the house makes `secrets.key` in `DATA_DIR`, for its account alone',
    ),
  OUTGOING_ALLOW: z
    .string()
    .max(10_000)
    .default('')
    .describe(
      'whom the house may ask besides servers of the internet over https: names, addresses, networks, each with its port or without, `idp.commune.lan, 10.2.0.0/16, 10.3.0.4:8443`',
    ),
  FILES_S3_ENDPOINT: z
    .url({ protocol: /^https?$/, hostname: /./ })
    .optional()
    .describe(
      'a server of the S3 kind, `https://s3.region.be`; with it come bucket, key and secret',
    ),
  FILES_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional()
    .describe('the bucket that files are kept in'),
  FILES_S3_REGION: z
    .string()
    .min(1)
    .max(100)
    .default('us-east-1')
    .describe('the region that questions are signed for'),
  FILES_S3_KEY: z.string().min(1).optional().describe('the identifier of the access key'),
  FILES_S3_SECRET: z.string().min(1).optional().describe('the secret of the access key'),
  FILES_S3_PATH_STYLE: z
    .stringbool()
    .default(true)
    .describe('the bucket stands in the path; `false`: before the host name'),
  FILES_STORE: z.enum(['folder', 's3']).optional().describe('where files are kept'),
  CLAMD: z
    .url({ protocol: /^(tcp|unix)$/ })
    .optional()
    .describe(
      'the virus scanner that examines what is sent in: `tcp://clamd:3310` or `unix:/run/clamav/clamd.ctl`',
    ),
  CLAMD_AWAY: z
    .enum(['refuse', 'take'])
    .default('refuse')
    .describe(
      'files that come while it does not answer: `refuse` them, or `take` them, give them to nobody and examine them later',
    ),
  TIMESTAMP_URL: z
    .url({ protocol: /^https?$/, hostname: /./ })
    .optional()
    .describe(
      'the timestamp authority (RFC 3161) that stamps what is published; without it, the local one that `beffroi timestamps local` makes, or nobody',
    ),
  TIMESTAMP_CERTIFICATES: z
    .string()
    .min(1)
    .optional()
    .describe(
      'a file with the certificates above its own, in PEM; those of an authority that was used before stay in it',
    ),
  OUTGOING_PROXY: z
    .url({ protocol: /^https?$/, hostname: /./ })
    .optional()
    .describe(
      'the proxy by which it asks, `http://proxy:3128`; what `OUTGOING_ALLOW` names is asked without',
    ),
})

export type Environment = z.output<typeof Environment>
