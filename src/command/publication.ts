import { parseArgs } from 'node:util'
import { actAs, anonymous } from '#kernel/access'
import { inPublic } from '#kernel/tenancy'
import { type Damage, verifyChain } from '#commons/publication'
import { lackInWords, maturity } from '#modules/opendata'
import { asHouse, authoritiesOf, onHouse } from './standing.ts'
import { Refused } from './words.ts'

const options = { authority: { type: 'string' } } as const

/** Walks over what each authority has published, withdrawn or not, and names each copy that is not what it was. */
export async function verifyPublications(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options })
  let wrong = 0
  await onHouse(async (standing) => {
    for (const authority of await authoritiesOf(standing, values.authority)) {
      const walk = await asHouse(standing, authority, verifyChain)
      const { copies, withdrawn, head, damages } = walk
      wrong += damages.length
      console.log(
        [
          `${authority.name}: ${copies} copies in one chain, ${withdrawn} of them withdrawn; the last has the hash ${head ?? 'of none'}`,
          ...damages.map(told),
        ].join('\n'),
      )
    }
  })
  if (wrong > 0)
    throw new Refused(`What was published is not as the house wrote it: ${wrong} findings.`)
}

const sentences: Record<Damage['what'], string> = {
  changed: 'says something else than was published',
  unlinked: 'is not bound to the copy before it',
  gone: 'stands after a copy that is gone',
}

const told = ({ what, publisher, slug, number }: Damage) =>
  `  ${publisher} ${slug}, number ${number}, ${sentences[what]}`

/** Says how far programs can read what each authority has published, and what it lacks. */
export async function tellMaturity(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options })
  await onHouse(async (standing) => {
    for (const authority of await authoritiesOf(standing, values.authority)) {
      const found = await inPublic(standing.database, authority, () =>
        actAs(anonymous, () => maturity(Number.POSITIVE_INFINITY)),
      )
      const { copies, levels, lacks } = found
      const of = ([0, 1, 2, 3] as const).map((level) => `${levels[level]} at level ${level}`)
      console.log(
        [
          `${authority.name}: ${copies} public copies; ${of.join(', ')}.`,
          ...lacks.map((one) => `  ${one.copies}: ${lackInWords(one)}`),
        ].join('\n'),
      )
    }
  })
}
