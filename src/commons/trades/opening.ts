import { actAs, system } from '#kernel/access'
import type { Database } from '#kernel/db'
import { broughtBy, type House, type Module, modulesOfHouse } from '#kernel/module'
import {
  type Before,
  foundFromHere,
  foundTenant,
  type NewTenant,
  type Tenant,
  tenant,
} from '#kernel/tenancy'
import { type Instead, provide, thereWith } from './provide.ts'
import { tradesOfHouse } from './switching.ts'

/** An authority to be opened; without `trades` it has all of the house. */
export type Opening = Omit<NewTenant, 'trades'> & { trades?: readonly string[] | undefined }

/** What is done besides, in the same transaction. */
export interface Besides {
  /** By module: what is written in the place of what it starts with. */
  instead?: Instead
  /** What the owner does first. */
  before?: Before
}

/**
 * Opens an authority: its row, its hosts, its trades with what they need, and what every module gives
 * one of its nature; then `work`, which fills it. One transaction: all of it is there, or nothing.
 */
export function openAuthority(
  database: Database,
  { modules }: Pick<House, 'modules'>,
  opening: Opening,
  work: () => Promise<void> = () => Promise.resolve(),
  { instead, before }: Besides = {},
): Promise<Tenant> {
  return actAs(system, () =>
    foundTenant(database, withNeeds(opening, modules), () => begin(modules, work, instead), before),
  )
}

/** The same in the open transaction of the authority that runs the house, for whoever acts there. */
export function openFromHere(
  opening: Opening,
  work: () => Promise<void>,
  { instead }: Pick<Besides, 'instead'> = {},
): Promise<Tenant> {
  const modules = modulesOfHouse()
  return foundFromHere(withNeeds(opening, modules), () =>
    actAs(system, () => begin(modules, work, instead)),
  )
}

async function begin(
  modules: readonly Module[],
  work: () => Promise<void>,
  instead?: Instead,
): Promise<void> {
  await provide(thereWith(tenant().trades, modules), instead)
  await work()
}

function withNeeds({ trades, ...fresh }: Opening, modules: readonly Module[]): NewTenant {
  const chosen = new Set(trades ?? tradesOfHouse().map(({ name }) => name))
  const brought = [...chosen].flatMap((name) => broughtBy(name, modules))
  const on = brought.filter(({ nature }) => nature === 'trade').map(({ name }) => name)
  return { ...fresh, trades: [...new Set(on)] }
}
