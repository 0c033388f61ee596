import { parseArgs } from 'node:util'
import {
  changesOf,
  decideOne,
  listed,
  type ListedSetting,
  places,
  settings,
  takeBackOne,
} from '#commons/settings'
import { NotFound } from '#kernel/errors'
import { formatDateTime, t } from '#kernel/i18n'
import { asHouse, authorityOf, onHouse } from './standing.ts'
import { Refused, Usage } from './words.ts'

const option = { type: 'string' } as const

/** Does something for an authority, as the house, in one transaction. */
function within(given: string[], work: (words: string[]) => Promise<string>): Promise<void> {
  const { values, positionals } = parseArgs({
    ...{ args: given, options: { authority: option }, allowPositionals: true },
  })
  return onHouse(async (standing) => {
    const authority = await authorityOf(standing, values.authority)
    console.log(`${authority.name}\n${await asHouse(standing, authority, () => work(positionals))}`)
  })
}

/** A setting of a trade that is off is none. */
async function named(name: string, work: () => Promise<ListedSetting>): Promise<string> {
  try {
    return line(await work())
  } catch (failure) {
    if (failure instanceof NotFound) throw new Refused(`No setting is called « ${name} ».`)
    throw failure
  }
}

const line = ({ name, label, value, decision }: ListedSetting) => {
  const by = decision
    ? t('settings.decided', {
        name: decision.decided_by,
        when: formatDateTime(decision.decided_at, 'short'),
      })
    : t('settings.is.default')
  return `  ${name.padEnd(32)} ${label}: ${value.replaceAll('\n', ' / ')} (${by})`
}

/** Says what the authority decides for itself, by trade, and where else something is decided. */
export const listSettings = (given: string[]): Promise<void> =>
  within(given, async (words) => {
    const all = await listed(words.join(' '))
    const trades = [...new Set(all.map(({ trade }) => trade))]
    const elsewhere = words.length > 0 ? [] : places()
    return [
      ...trades.flatMap((trade) => [trade, ...all.filter((one) => one.trade === trade).map(line)]),
      ...(all.length + elsewhere.length === 0 ? [t('settings.none')] : []),
      ...(elsewhere.length > 0 ? [t('settings.elsewhere')] : []),
      ...elsewhere.map(({ label, href, settles }) => `  ${href.padEnd(32)} ${label}: ${settles}`),
    ].join('\n')
  })

/** Decides one setting, with the checks of its form. */
export const setSetting = (given: string[]): Promise<void> =>
  within(given, ([name, value, more]) => {
    if (!name || value === undefined || more !== undefined)
      throw new Usage('Give the name of a setting and its value, in quotes where it has spaces.')
    return named(name, () => decideOne(name, value))
  })

/** Takes back what was decided of one setting. */
export const resetSetting = (given: string[]): Promise<void> =>
  within(given, ([name, more]) => {
    if (!name || more !== undefined) throw new Usage('Which setting? One at a time.')
    return named(name, () => takeBackOne(name))
  })

/** Says who decided what, when, from what to what, the last first. */
export const tellSettings = (given: string[]): Promise<void> =>
  within(given, async ([name]) => {
    const all = settings.all().flatMap((group) => group.all)
    const past = await changesOf(name ? all.filter((one) => one.name === name) : all, null)
    const told = past.rows.map(
      ({ by, at, words }) => `  ${formatDateTime(at, 'short')}  ${by} ${words}`,
    )
    return told.join('\n') || `  ${t('settings.nothing')}`
  })
