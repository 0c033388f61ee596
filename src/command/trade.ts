import { parseArgs } from 'node:util'
import { formatDate, t, timeZone } from '#kernel/i18n'
import {
  namesOf,
  type Standing,
  standings,
  switchOff,
  switchOn,
  tradesOfHouse,
  keptInWords,
} from '#commons/trades'
import { asHouse, authorityOf, onHouse } from './standing.ts'
import { Refused, Usage } from './words.ts'

/** Says which trades an authority has on, and what each needs. */
export async function listTrades(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options })
  await onHouse(async (standing) => {
    const authority = await authorityOf(standing, values.authority)
    const all = await asHouse(standing, authority, standings)
    console.log([authority.name, ...all.map(lineOf)].join('\n'))
  })
}

const options = { authority: { type: 'string' } } as const

function lineOf(one: Standing): string {
  const { trade, on, needs } = one
  const since = on && formatDate(on.since.toZonedDateTimeISO(timeZone).toPlainDate(), 'short')
  const state = since ? `${t('trades.on')} ${since}` : t('trades.off')
  const needed = needs.length > 0 ? ` (${t('trades.needs')}: ${namesOf(needs)})` : ''
  return `  ${trade.name.padEnd(16)} ${state.padEnd(20)} ${t(trade.title)}${needed}, ${keptInWords(one)}`
}

/** Switches a trade on, with what it needs. */
export const tradeOn = (given: string[]): Promise<void> =>
  switching(given, async (name) => {
    const fresh = await switchOn(name)
    return t('trades.switched.on', { names: namesOf(fresh) })
  })

/** Switches a trade off; its rows are kept. */
export const tradeOff = (given: string[]): Promise<void> =>
  switching(given, async (name) => {
    await switchOff(name)
    const trade = tradesOfHouse().filter((one) => one.name === name)
    return t('trades.switched.off', { name: namesOf(trade) })
  })

async function switching(given: string[], act: (name: string) => Promise<string>): Promise<void> {
  const { values, positionals } = parseArgs({ args: given, options, allowPositionals: true })
  const [name, second] = positionals
  if (!name || second) throw new Usage('Which trade? One at a time.')
  await onHouse(async (standing) => {
    ensureTrades([name])
    const authority = await authorityOf(standing, values.authority)
    console.log(`${authority.name}\n${await asHouse(standing, authority, () => act(name))}`)
  })
}

/** Throws `Refused` where one of these is no trade of the house. */
export function ensureTrades(names: readonly string[]): void {
  const known = tradesOfHouse().map((one) => one.name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new Refused(`No trade is called ${unknown}, but ${known.join(', ')}.`)
}
