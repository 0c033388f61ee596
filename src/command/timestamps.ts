import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '#kernel/config'
import { useOutgoing } from '#kernel/outgoing'
import {
  certificatesIn,
  FlawedTimestamp,
  keepLocalAuthority,
  RefusedTimestamp,
  stampForHouse,
  stampsOf,
  trustedForStamps,
  useStamps,
  verifyContainer,
} from '#kernel/timestamps'
import { Refused, Usage } from './words.ts'

/** Makes the local timestamp authority, unless there is one, and says its root. */
export async function makeLocal(): Promise<void> {
  const { dataFolder, timestamps } = readConfig(process.env)
  const root = await keepLocalAuthority(dataFolder)
  const used = timestamps.url
    ? `TIMESTAMP_URL says that ${timestamps.url} stamps.`
    : 'It stamps what is published, once the server is started anew; for development and tests alone.'
  console.log(`${root}\n${used}`)
}

/** Has something stamped as the house would, and says what came of it. */
export async function checkStamps(): Promise<void> {
  await useTheirs()
  if (trustedForStamps().length === 0)
    throw new Refused('Nobody stamps: set TIMESTAMP_URL, or make one by « timestamps local ».')
  try {
    const { at, signedBy } = await stampForHouse(Buffer.from('Beffroi'))
    console.log(`It stamps: ${at.toString()}, ${signedBy}.`)
  } catch (failure) {
    throw refusalOf(failure)
  }
}

/** Says what a container proves: what it holds, and when that was so. */
export async function verifyFile(given: string[]): Promise<void> {
  const options = { certificates: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args: given, options, allowPositionals: true })
  const [file, second] = positionals
  if (!file || second) throw new Usage('Which file? One at a time.')
  await useTheirs()
  const trusted = values.certificates
    ? certificatesIn(await readFile(values.certificates, 'utf8'))
    : trustedForStamps()
  try {
    const { at, signedBy, names } = await verifyContainer(await readFile(file), trusted)
    console.log(
      `${[`Stamped ${at.toString()} by ${signedBy}:`, ...names.map((name) => `  ${name}`)].join('\n')}\nNothing was changed since.`,
    )
  } catch (failure) {
    throw refusalOf(failure)
  }
}

async function useTheirs(): Promise<void> {
  const config = readConfig(process.env)
  useOutgoing(config.outgoing)
  useStamps(await stampsOf(config))
}

const flaws = {
  unreadable: 'it cannot be read',
  other_digest: 'what it holds is not what was stamped',
  signature: 'its signature does not hold',
  untrusted: 'it is not signed under a certificate that is trusted',
  certificate: 'its certificate is not one for timestamps',
} as const

function refusalOf(failure: unknown): unknown {
  if (failure instanceof FlawedTimestamp)
    return new Refused(`It proves nothing: ${flaws[failure.flaw]}.`)
  if (failure instanceof RefusedTimestamp)
    return new Refused(`The authority refused: ${failure.message}.`)
  return failure
}
