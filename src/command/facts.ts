import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { validated } from '#kernel/http'
import { ownFacts, ownHosts, pastNames } from '#kernel/tenancy'
import {
  armsOf,
  changeFacts,
  changeInWords,
  changes,
  FactsFields,
  liesAtInWords,
} from '#commons/authority'
import { enterpriseInWords, enterpriseNumber } from '#commons/parties'
import { asHouse, authorityOf, onHouse } from './standing.ts'
import { Refused, Usage } from './words.ts'

const option = { type: 'string' } as const

/** Changes what an authority says of itself: what is not said stays. Without options it says how that stands. */
export async function changeAuthority(given: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: {
      ...{ name: option, 'short-name': option, from: option, languages: option, hue: option },
      ...{ arms: option, 'arms-alt': option, number: option },
      'lies-at': option,
      'no-arms': { type: 'boolean' },
      address: { ...option, multiple: true },
    },
  })
  const [slug] = positionals
  if (!slug) throw new Usage('Which authority? Give its slug.')
  const number = values.number === undefined ? undefined : enterpriseNumber(values.number)
  if (number === null) throw new Usage('--number is of the Crossroads Bank: 0207.374.617.')
  const arms = values.arms && (await armsOf(await readFile(values.arms)))
  await onHouse(async (standing) => {
    const authority = await authorityOf(standing, slug)
    if (number !== undefined) {
      const { rows } = await standing.database.owner.query<{ name: string }>(
        'select name from kernel.tenant where number = $1 and id <> $2',
        [number, authority.id],
      )
      if (rows[0]) throw new Refused(`${rows[0].name} has the number ${values.number}.`)
      // The operator stands at the machine: a number that is given is changed by the owner of the database.
      await standing.database.owner.query('update kernel.tenant set number = $2 where id = $1', [
        authority.id,
        number,
      ])
    }
    const said = await asHouse(standing, authority, async () => {
      const facts = await ownFacts()
      const spoken = values.languages?.split(',') ?? [...facts.languages]
      const fresh = validated(FactsFields, {
        ...{ name: values.name ?? facts.name, short_name: values['short-name'] ?? facts.shortName },
        ...{ name_from: values.from ?? '', address: values.address ?? facts.address },
        lies_at: values['lies-at'] ?? liesAtInWords(facts.liesAt),
        ...{ number: facts.number, language: spoken[0], offered: spoken },
        ...{ hue: values.hue ?? String(facts.hue), arms_alt: values['arms-alt'] ?? facts.armsAlt },
        ...(values['no-arms'] && { no_arms: 'on' }),
      })
      // It is what this schema makes.
      await changeFacts(fresh as ReturnType<typeof FactsFields.parse>, { arms: arms || undefined })
      return tell()
    })
    console.log(said)
  })
}

async function tell(): Promise<string> {
  const facts = await ownFacts()
  const names = await pastNames()
  const past = await changes(20)
  return [
    `${facts.name} (${facts.shortName}), ${facts.address.join(', ') || '—'}; ${liesAtInWords(facts.liesAt) || '—'}`,
    `${facts.number ? enterpriseInWords(facts.number) : '—'}; ${facts.languages.join(', ')}; hue ${facts.hue}; ${facts.arms ? facts.armsAlt || 'with arms' : 'no arms'}`,
    (await ownHosts()).join(', ') || '—',
    ...names.map(({ name, valid_to }) => `before ${valid_to.toString()}: ${name}`),
    ...past.rows.map((one) => `${one.at.toString()}  ${one.by}  ${changeInWords(one)}`),
  ].join('\n')
}
