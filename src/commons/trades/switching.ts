import { actAs, system } from '#kernel/access'
import { Conflict, ensure, NotFound } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { enqueue, sendHeld } from '#kernel/jobs'
import { broughtBy, type Module, modulesOfHouse, needing } from '#kernel/module'
import { enterTenant, lockTrades, putOn, takeOff, tenant, tradesOn } from '#kernel/tenancy'
import { provide } from './provide.ts'
import { bringUpToDate } from './up-to-date.ts'

const switchedOn = event('trades.trade.switch_on', { toDossier: false })
const switchedOff = event('trades.trade.switch_off', { toDossier: false })

/** A module that an authority switches on and off (métier). */
export type TradeModule = Extract<Module, { nature: 'trade' }>

const isTrade = (one: Module): one is TradeModule => one.nature === 'trade'

/** The trades of this house, in the order of their needs. */
export const tradesOfHouse = (): TradeModule[] => modulesOfHouse().filter(isTrade)

/** A trade of this house by its name. Throws `NotFound`. */
export function tradeNamed(name: string): TradeModule {
  const found = tradesOfHouse().find((one) => one.name === name)
  if (!found) throw new NotFound()
  return found
}

/** The trades that a trade needs, however far, in the order of their needs; not itself. */
export const neededBy = ({ name }: TradeModule): TradeModule[] =>
  broughtBy(name, modulesOfHouse())
    .filter(isTrade)
    .filter((one) => one.name !== name)

/** The trades among those that are on that cannot do without this one. */
export const holding = ({ name }: TradeModule, on: ReadonlySet<string>): TradeModule[] =>
  needing(name, modulesOfHouse())
    .filter(isTrade)
    .filter((one) => on.has(one.name))

/** The names of trades as a sentence lists them. */
export const namesOf = (trades: readonly TradeModule[]): string =>
  trades.map(({ title }) => t(title)).join(', ')

/**
 * Switches a trade on for the current authority, after what it needs: they give it what they start
 * with, unless they did before, and do the jobs that were held. Returns what was switched on.
 * Throws `NotFound`, or `Conflict` where it is on.
 */
export async function switchOn(name: string): Promise<TradeModule[]> {
  const trade = tradeNamed(name)
  await lockTrades()
  const on = await namesOn()
  ensure(!on.has(name), Conflict, 'trades.on_already', { name: t(trade.title) })
  const fresh = [...neededBy(trade), trade].filter((one) => !on.has(one.name))
  await turnOn(fresh, on)
  return fresh
}

/** Writes that these are on besides those that were, and lets them begin. */
export async function turnOn(
  fresh: readonly TradeModule[],
  before: ReadonlySet<string>,
): Promise<void> {
  const names = fresh.map(({ name }) => name)
  await putOn(names)
  const trades = new Set([...before, ...names])
  await enterTenant({ ...tenant(), trades }, async () => {
    await provide(fresh)
    if (names.length > 0) await enqueue(bringUpToDate, {}, bringUpToDate.name)
    for (const one of names) {
      await emit(switchedOn, null, { trade: one })
      await actAs(system, () => sendHeld(one))
    }
  })
}

/**
 * Switches a trade off for the current authority: it shows nothing anywhere and keeps its rows.
 * Throws `NotFound`, or `Conflict` where it is off or another that is on needs it.
 */
export async function switchOff(name: string): Promise<void> {
  const trade = tradeNamed(name)
  await lockTrades()
  const on = await namesOn()
  ensure(on.has(name), Conflict, 'trades.off_already', { name: t(trade.title) })
  const held = holding(trade, on)
  const said = { name: t(trade.title), by: namesOf(held) }
  ensure(held.length === 0, Conflict, 'trades.needed', said)
  await takeOff(name)
  await enqueue(bringUpToDate, {}, bringUpToDate.name)
  await emit(switchedOff, null, { trade: name })
}

/** The names of the trades that are on, as they are written now. */
export const namesOn = async (): Promise<Set<string>> =>
  new Set((await tradesOn()).map(({ module }) => module))
