import { isProgram, isWithin } from '#kernel/access'
import type { MessageKey } from '#kernel/i18n'
import { tenant } from '#kernel/tenancy'
import { type Module, tradeOf } from './manifest.ts'

let standing: readonly Module[] = []
/** The trade of each module that has one. */
let trades: ReadonlyMap<string, string> = new Map()
/** The modules of the authority that runs the house. */
let operating: ReadonlySet<string> = new Set()

/** Remembers of which modules this house is made, in the order of their needs. */
export function keepStanding(modules: readonly Module[]): void {
  standing = modules
  operating = new Set(modules.flatMap(({ name, nature }) => (nature === 'operating' ? name : [])))
  trades = new Map(
    modules.flatMap((one) => {
      const trade = tradeOf(one)
      return trade === null ? [] : [[one.name, trade] as const]
    }),
  )
}

/** The modules of this house, in the order of their needs. */
export const modulesOfHouse = (): readonly Module[] => standing

/** What the trade of a folder is called; undefined of a folder that is there for every authority, or is none of the house. */
export function tradeTitleOf(folder: string): MessageKey | undefined {
  const own = standing.find(({ name }) => name === folder)
  const trade = own && standing.find(({ name }) => name === tradeOf(own))
  return trade?.nature === 'trade' ? trade.title : undefined
}

/**
 * Whether a module shows itself to the current authority: it is always there, or its trade is switched on, or it is of the
 * authority that runs the house and that is this one.
 */
export function isOn(module: string): boolean {
  if (operating.has(module)) return tenant().operates
  const trade = trades.get(module)
  return trade === undefined || tenant().trades.has(trade)
}

/**
 * The folders whose dossiers are not seen: those that are off, those that the authority had and that this house has no
 * more, and those that a program was not given.
 */
export function tradesUnseen(): string[] {
  const { trades: on } = tenant()
  const off = [...trades].flatMap(([name, trade]) => (on.has(trade) ? [] : [name]))
  const withheld = isProgram()
    ? standing.flatMap(({ name }) => (isWithin(name, 'read') ? [] : [name]))
    : []
  return [...off, ...[...on].filter((name) => !trades.has(name)), ...withheld]
}
