import { parseArgs } from 'node:util'
import { formatDateTime, t } from '#kernel/i18n'
import { inWords, names, publish, standings, titleOf } from '#commons/statements'
import { asHouse, authorityOf, onHouse } from './standing.ts'
import { Usage } from './words.ts'

/** Does something for an authority, as the house, in one transaction. */
function within(given: string[], work: (words: string[]) => Promise<string>): Promise<void> {
  const { values, positionals } = parseArgs({
    ...{ args: given, options: { authority: { type: 'string' } }, allowPositionals: true },
  })
  return onHouse(async (standing) => {
    const authority = await authorityOf(standing, values.authority)
    console.log(`${authority.name}\n${await asHouse(standing, authority, () => work(positionals))}`)
  })
}

/** Says how each statement stands, and what it lacks. */
export const listStatements = (given: string[]): Promise<void> =>
  within(given, async () => {
    const lines = (await standings()).map(({ name, state, missing, last }) => {
      const since = last ? ` (${formatDateTime(last.published_at, 'short')})` : ''
      const lacks = missing.length > 0 ? `: ${inWords(missing)}` : ''
      return `  ${name.padEnd(14)} ${t(`statements.state.${state}`)}${since}${lacks}`
    })
    return lines.join('\n')
  })

/** Publishes one as it would read now. */
export const publishStatement = (given: string[]): Promise<void> =>
  within(given, async ([word, more]) => {
    const name = names.find((one) => one === word)
    if (!name || more !== undefined) throw new Usage(`Which statement? One of ${names.join(', ')}.`)
    await publish(name)
    return `  ${t('statements.published', { of: t(titleOf(name)) })}`
  })
