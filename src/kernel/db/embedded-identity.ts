import { stat } from 'node:fs/promises'
import type { Binaries } from './embedded-binaries.ts'
import { StartFailure } from './embedded-failure.ts'
import { run, succeeds } from './embedded-processes.ts'

/** As whom the PostgreSQL binaries run: it refuses to run as root. */
export interface Identity {
  /** Command that is put before the binary and replaces itself by it: the pid stays the same. */
  wrapper: readonly string[]
  /** The system account that owns the folder and runs the binaries; absent: our own. */
  account?: { uid: number; gid: number }
}

/**
 * Linux: the kernel asks the postmaster for a fast shutdown when the process that started it dies.
 * Where setpriv is missing, the next start stops the orphan instead.
 */
const diesWithUs = ['setpriv', '--pdeathsig', 'INT', '--']

/**
 * Chooses how the binaries run and makes the folder belong to whoever runs them.
 * Not root: as we are. Root: as the account that owns the folder, else in a user namespace, else
 * (where containers forbid namespaces) as the system account postgres.
 */
export async function chooseIdentity(binaries: Binaries, folder: string): Promise<Identity> {
  if (process.getuid?.() !== 0) return dyingWithUs({ wrapper: [] }, binaries)
  for (const candidate of [ownerOf, inNamespace, systemAccount]) {
    const identity = await candidate(folder)
    if (identity && (await canUse(identity, binaries, folder))) {
      return dyingWithUs(identity, binaries)
    }
  }
  throw new StartFailure(
    `PostgreSQL refuses to run as root, and no other account can enter ${folder} and ${binaries.postgres}: start Beffroi from another account, or set DATABASE_URL.`,
  )
}

async function ownerOf(folder: string): Promise<Identity | undefined> {
  const { uid, gid } = await stat(folder)
  return uid === 0 ? undefined : { wrapper: [], account: { uid, gid } }
}

/**
 * A user namespace in which our account is called nobody: the process is not root there, files
 * stay ours, nothing is handed over. The name must exist, because initdb looks it up.
 */
async function inNamespace(): Promise<Identity> {
  return { wrapper: ['unshare', '--user', '--map-user=nobody', '--'] }
}

async function systemAccount(): Promise<Identity | undefined> {
  const known = await succeeds(run('id', ['-u', 'postgres']))
  const create = ['--system', '--user-group', '--no-create-home', 'postgres']
  if (!known && !(await succeeds(run('useradd', create)))) return undefined
  const [uid, gid] = await Promise.all([
    run('id', ['-u', 'postgres']),
    run('id', ['-g', 'postgres']),
  ])
  return { wrapper: [], account: { uid: Number(uid.stdout), gid: Number(gid.stdout) } }
}

/** Runs a short command under the identity. */
export function runAs(identity: Identity, command: readonly string[]): ReturnType<typeof run> {
  const [file = '', ...args] = [...identity.wrapper, ...command]
  return run(file, args, { ...surroundings(), ...identity.account })
}

/** Nothing of our environment (PGPORT, passwords) reaches PostgreSQL, and it speaks English. */
export function surroundings(): { env: NodeJS.ProcessEnv; cwd: string } {
  return { env: { PATH: process.env.PATH, LC_ALL: 'C' }, cwd: '/' }
}

/** Hands a file or folder over to the identity, with all that it contains. */
export async function handOver(identity: Identity, path: string): Promise<void> {
  const { uid, gid } = identity.account ?? { uid: process.getuid?.(), gid: process.getgid?.() }
  if ((await stat(path)).uid === uid) return
  await run('chown', ['-R', `${uid}:${gid}`, path])
}

async function canUse(identity: Identity, binaries: Binaries, folder: string): Promise<boolean> {
  if (!(await succeeds(runAs(identity, [binaries.postgres, '--version'])))) return false
  await handOver(identity, folder)
  // A uid without a name would be refused by initdb.
  return succeeds(runAs(identity, ['sh', '-c', 'id -un && test -w "$0"', folder]))
}

async function dyingWithUs(identity: Identity, binaries: Binaries): Promise<Identity> {
  const bound = { ...identity, wrapper: [...identity.wrapper, ...diesWithUs] }
  return (await succeeds(runAs(bound, [binaries.postgres, '--version']))) ? bound : identity
}
