import { parseArgs } from 'node:util'
import { type Language, languageOf, languages, missingMessages } from '#kernel/i18n'
import { offerLanguages } from '#kernel/tenancy'
import { authorityOf, onHouse } from './standing.ts'
import { Usage } from './words.ts'

function known(code: string): Language {
  const found = languageOf(code)
  if (!found) throw new Usage(`A language is one of ${languages.join(', ')}, not « ${code} ».`)
  return found
}

/** Lists the messages that a language does not say yet; French stands in for them. */
export async function listMissing(given: string[]): Promise<void> {
  const [code = ''] = given
  const spoken = known(code)
  await onHouse(() => {
    const missing = missingMessages(spoken)
    for (const key of missing) console.log(key)
    console.log(`${missing.length} messages are said in French only, not in ${spoken}.`)
    return Promise.resolve()
  })
}

/** Says in which languages the pages of an authority are offered; the first is that of its acts. */
export async function setLanguages(given: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: { authority: { type: 'string' } },
  })
  const offered = [...new Set(positionals.map(known))]
  const [first, ...others] = offered
  if (!first)
    throw new Usage('At least one language is named: language offer --authority SLUG fr en.')
  await onHouse(async (standing) => {
    const authority = await authorityOf(standing, values.authority)
    await offerLanguages(standing.database, authority, [first, ...others])
    console.log(`${authority.name}: ${offered.join(', ')}; its acts are in ${first}.`)
  })
}
