import { tenant } from '#kernel/tenancy'
import { type Module, tradeOf } from './manifest.ts'

let standing: readonly Module[] = []
/** The trade of each module that has one. */
let trades: ReadonlyMap<string, string> = new Map()

/** Remembers of which modules this house is made, in the order of their needs. */
export function keepStanding(modules: readonly Module[]): void {
  standing = modules
  trades = new Map(
    modules.flatMap((one) => {
      const trade = tradeOf(one)
      return trade === null ? [] : [[one.name, trade] as const]
    }),
  )
}

/** The modules of this house, in the order of their needs. */
export const modulesOfHouse = (): readonly Module[] => standing

/** Whether a module shows itself to the current authority: it is always there, or its trade is switched on. */
export function isOn(module: string): boolean {
  const trade = trades.get(module)
  return trade === undefined || tenant().trades.has(trade)
}

/**
 * The trades whose dossiers the current authority does not see: those that are off, and those that
 * it had and that this house has no more.
 */
export function tradesUnseen(): string[] {
  const { trades: on } = tenant()
  const off = [...trades].flatMap(([name, trade]) => (on.has(trade) ? [] : [name]))
  return [...off, ...[...on].filter((name) => !trades.has(name))]
}
