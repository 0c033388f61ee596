import { appendFile, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { currentTenantId } from '#kernel/db'
import { rootFolder } from '#kernel/files'
import { log } from '#kernel/log'
import { sign, signed } from '#kernel/secrets'
import { headOfChain, pointInWords } from './chain.ts'

/** A point of the chain that was noted outside of the database, signed by a key that is outside of it too. */
export const Anchor = z.object({
  tenant: z.uuid(),
  seq: z.string().regex(/^\d{1,19}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime({ precision: 3 }),
  /** A backup was put back: what was anchored before and lies further is gone with good reason. */
  restored: z.boolean(),
  master: z.string(),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Anchor = z.infer<typeof Anchor>

const folder = () => join(rootFolder(), '.audit')
const fileOf = (tenantId: string) => join(folder(), `${tenantId}.jsonl`)
const purpose = 'audit anchor'
const words = ({ tenant, seq, hash, at, restored }: Omit<Anchor, 'master' | 'signature'>) =>
  `${pointInWords(tenant, seq, Buffer.from(hash, 'hex'))} ${at} ${restored}`

/**
 * Notes where the chain of the open authority ends, in the file store and in the log, where it moved since the last time;
 * `restored` says that a backup was put back. Returns whether it did.
 */
export async function anchor({ restored = false } = {}): Promise<boolean> {
  const tenant = currentTenantId()
  const head = await headOfChain()
  if (!head) return false
  const { anchors } = await anchorsOf(tenant)
  const last = anchors.at(-1)
  const hash = head.hash.toString('hex')
  if (!restored && last?.seq === head.seq && last.hash === hash) return false
  const point = { tenant, seq: head.seq, hash, at: new Date().toISOString(), restored }
  const { master, signature } = sign(purpose, words(point))
  const made: Anchor = { ...point, master, signature: signature.toString('hex') }
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  await appendFile(fileOf(tenant), `${JSON.stringify(made)}\n`, { mode: 0o600, flush: true })
  log('info', 'audit anchor', { ...made })
  return true
}

/**
 * The anchors of an authority, as the file store has them, or as they stand in a text such as the log: its other lines are
 * passed over. `wrong` counts those that the house did not sign, `untold` those of a master key that is no longer here.
 */
export async function anchorsOf(
  tenantId: string,
  text?: string,
): Promise<{ anchors: Anchor[]; wrong: number; untold: number }> {
  const all = text ?? (await readFile(fileOf(tenantId), 'utf8').catch(ifMissing))
  const read = all.split('\n').flatMap((line) => anchorIn(line, tenantId))
  const told = read.map((one) => ({ one, is: isSigned(one) }))
  return {
    anchors: told.flatMap(({ one, is }) => (is === 'yes' ? [one] : [])),
    wrong: told.filter(({ is }) => is === 'no').length,
    untold: told.filter(({ is }) => is === 'unknown').length,
  }
}

const isSigned = ({ master, signature, ...point }: Anchor) =>
  signed(purpose, words(point), { master, signature: Buffer.from(signature, 'hex') })

function anchorIn(line: string, tenantId: string): Anchor[] {
  if (!line.includes(tenantId) || !line.startsWith('{')) return []
  try {
    const found = Anchor.safeParse(JSON.parse(line))
    return found.success && found.data.tenant === tenantId ? [found.data] : []
  } catch {
    return [] // A line of the log that was cut, or is no JSON, is none of ours.
  }
}

function ifMissing(failure: NodeJS.ErrnoException): string {
  if (failure.code === 'ENOENT') return ''
  throw failure
}

/** Forgets the anchors of an authority that is erased. */
export const dropAnchors = (tenantId: string): Promise<void> =>
  rm(fileOf(tenantId), { force: true })
