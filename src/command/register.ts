import { parseArgs } from 'node:util'
import { type Finding, verifyRegister, type Walked } from '#modules/register'
import { asHouse, authoritiesOf, onHouse } from './standing.ts'
import { Refused } from './words.ts'

/** Walks over the register of deliberations of each authority, and names what is not as the house wrote it. */
export async function verifyRegisters(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options: { authority: { type: 'string' } } })
  let wrong = 0
  await onHouse(async (standing) => {
    const all = await authoritiesOf(standing, values.authority)
    for (const authority of all) {
      const walked = await asHouse(standing, authority, verifyRegister)
      const findings = walked.flatMap((one) => one.findings)
      wrong += findings.length
      const count = walked.reduce((sum, { entries }) => sum + entries, 0)
      console.log(
        [
          `${authority.name}: ${count} entries in ${walked.length} registers.`,
          ...walked.map(summary),
          ...findings.map(told),
        ].join('\n'),
      )
    }
  })
  if (wrong > 0) throw new Refused(`The register is not as the house wrote it: ${wrong} findings.`)
}

const summary = ({ organ, entries, head, untold }: Walked): string =>
  [
    `  ${organ}: ${entries} entries, the last has the hash ${head ?? 'of none'}`,
    ...(untold > 0 ? [`${untold} signed by a master key that is no longer here`] : []),
  ].join('; ')

const sentences: Record<Finding['what'], string> = {
  changed: 'says something else than it did',
  removed: 'is gone',
  inserted: 'was not written by the house',
}

const told = ({ what, organ, from, to, reference }: Finding): string =>
  `  ${organ}, ${from === to ? `entry ${from}` : `entries ${from} to ${to}`} (${reference}) ${sentences[what]}`
