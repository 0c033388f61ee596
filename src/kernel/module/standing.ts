import { tenant } from '#kernel/tenancy'
import type { Module } from './manifest.ts'

let standing: readonly Module[] = []
let trades: ReadonlySet<string> = new Set()

/** Remembers of which modules this house is made, in the order of their needs. */
export function keepStanding(modules: readonly Module[]): void {
  standing = modules
  trades = new Set(modules.filter(({ nature }) => nature === 'trade').map(({ name }) => name))
}

/** The modules of this house, in the order of their needs. */
export const modulesOfHouse = (): readonly Module[] => standing

/** Whether a module shows itself to the current authority: it is always there, or switched on. */
export function isOn(module: string): boolean {
  return !trades.has(module) || tenant().trades.has(module)
}

/**
 * The trades whose dossiers the current authority does not see: those that are off, and those that
 * it had and that this house has no more.
 */
export function tradesUnseen(): string[] {
  const { trades: on } = tenant()
  const off = [...trades].filter((name) => !on.has(name))
  return [...off, ...[...on].filter((name) => !trades.has(name))]
}
