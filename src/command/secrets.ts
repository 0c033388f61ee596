import { parseArgs } from 'node:util'
import { rotateData, rotateMaster } from '#kernel/secrets'
import type { Tenant } from '#kernel/tenancy'
import type { Standing } from '../open.ts'
import { asHouse, authoritiesOf, everyAuthority, onHouse } from './standing.ts'
import { Usage } from './words.ts'

const options = { authority: { type: 'string' }, master: { type: 'boolean' } } as const

/** Gives authorities a new key for their secrets, or the house a new one that wraps these. The server may run. */
export async function rotateSecrets(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options })
  if (values.master && values.authority !== undefined)
    throw new Usage('The master key is that of all authorities.')
  await onHouse(async (standing) => {
    if (values.master) return onMaster(standing)
    const meant = await authoritiesOf(standing, values.authority)
    for (const one of meant) {
      const count = await rotateData(standing.database, within(standing, one))
      console.log(`${one.name}: ${count} values are enciphered anew.`)
    }
  })
}

const within =
  (standing: Standing, authority: Tenant) =>
  <T>(work: () => Promise<T>): Promise<T> =>
    asHouse(standing, authority, work)

async function onMaster(standing: Standing): Promise<void> {
  const aside = await rotateMaster(standing.database, async () =>
    (await everyAuthority(standing)).map((one) => within(standing, one)),
  )
  console.log(
    'The keys of all authorities are wrapped by the new master key. Keep it apart from backups.',
  )
  if (aside !== null)
    console.log(
      `The former key is kept in ${aside}, for the account of the house alone. Backups of before are read with it, and no ` +
        'others: move it apart, and delete it with the last of them.',
    )
}
