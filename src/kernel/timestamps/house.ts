import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Certificate } from 'pkijs'
import { type Config, ConfigurationError } from '#kernel/config'
import { type Ask, outgoing } from '#kernel/outgoing'
import { answerLocally, type LocalAuthority, makeLocalAuthority } from './local-authority.ts'
import { stamp, type Stamped, type TimestampAuthority } from './request.ts'
import { certificatesIn } from './token.ts'

/** Who stamps for this house, and how it is asked. */
export interface HouseStamps extends TimestampAuthority {
  ask: Ask
}

let used: HouseStamps | null = null

/** Says who stamps for this process; null: nobody does. Done once, at the start. */
export function useStamps(stamps: HouseStamps | null): void {
  used = stamps
}

/** Whether what is published is stamped. */
export const isStamped = (): boolean => used !== null

/** The certificates by which this house knows its timestamp authority; none where it has none. */
export const trustedForStamps = (): readonly Certificate[] => used?.trusted ?? []

/** Has bytes stamped by the authority of this house; throws as `stamp` does. */
export function stampForHouse(bytes: Uint8Array): Promise<Stamped> {
  if (!used) throw new Error('This house has no timestamp authority')
  return stamp(bytes, used, used.ask)
}

/** It answers in seconds, or it is asked again later. */
const bounds = { connect: 3000, head: 5000, whole: 8000, bytes: 100_000 }
/** The address of one’s own, which nobody outside is asked for. */
const local = 'local:'

/**
 * Who stamps as the operator set it: a server by its address and the certificates above its own, else the local authority
 * where one was made; null where neither is there. Throws `ConfigurationError` in a sentence.
 */
export async function stampsOf({
  timestamps: { url, certificates },
  dataFolder,
}: Pick<Config, 'timestamps' | 'dataFolder'>): Promise<HouseStamps | null> {
  if (!url) return localStamps(dataFolder)
  const pem = certificates && (await readFile(certificates, 'utf8').catch(() => null))
  const trusted = pem ? certificatesIn(pem) : []
  if (trusted.length === 0)
    throw new ConfigurationError(
      `The configuration is wrong. TIMESTAMP_CERTIFICATES: TIMESTAMP_URL needs a file with the certificates above that of its authority, in PEM`,
    )
  return { url, trusted, ask: outgoing('timestamps', bounds) }
}

/** The local authority, answering in this process; null where none was made. */
async function localStamps(dataFolder: string): Promise<HouseStamps | null> {
  const kept = await readFile(fileIn(dataFolder), 'utf8').catch(() => null)
  if (kept === null) return null
  // As `keepLocalAuthority` wrote it.
  const authority = JSON.parse(kept) as LocalAuthority
  return {
    ...{ url: local, trusted: certificatesIn(authority.root) },
    ask: async (_, { body } = {}) =>
      new Response(
        Uint8Array.from(await answerLocally(Uint8Array.from(body as Uint8Array), authority)),
      ),
  }
}

const fileIn = (dataFolder: string) => join(dataFolder, 'timestamps.local.json')

/**
 * Makes a local authority, for development and tests, unless there is one: what is stamped before stays proven. Returns its root,
 * in PEM, by which others verify.
 */
export async function keepLocalAuthority(dataFolder: string): Promise<string> {
  const kept = await readFile(fileIn(dataFolder), 'utf8').catch(() => null)
  if (kept !== null) return (JSON.parse(kept) as LocalAuthority).root
  const made = await makeLocalAuthority()
  await mkdir(dataFolder, { recursive: true })
  try {
    await writeFile(fileIn(dataFolder), JSON.stringify(made), { mode: 0o600, flag: 'wx' })
    return made.root
  } catch (failure) {
    // Another process of the house was faster.
    if (failure instanceof Error && 'code' in failure && failure.code === 'EEXIST')
      return keepLocalAuthority(dataFolder)
    throw failure
  }
}
