import { actAs, system } from '#kernel/access'
import type { Database } from '#kernel/db'
import { broughtBy, type House } from '#kernel/module'
import { foundTenant, type NewTenant, type Tenant, tenant } from '#kernel/tenancy'
import { provide, thereWith } from './provide.ts'
import { tradesOfHouse } from './switching.ts'

/** An authority to be opened; without `trades` it has all of the house. */
export type Opening = Omit<NewTenant, 'trades'> & { trades?: readonly string[] | undefined }

/**
 * Opens an authority: its row, its hosts, its trades with what they need, and what every module gives
 * one of its nature; then `work`, which fills it. One transaction: all of it is there, or nothing.
 */
export function openAuthority(
  database: Database,
  { modules }: Pick<House, 'modules'>,
  { trades, ...fresh }: Opening,
  work: () => Promise<void> = () => Promise.resolve(),
): Promise<Tenant> {
  const chosen = new Set(trades ?? tradesOfHouse().map(({ name }) => name))
  const brought = [...chosen].flatMap((name) => broughtBy(name, modules))
  const on = brought.filter(({ nature }) => nature === 'trade').map(({ name }) => name)
  return actAs(system, () =>
    foundTenant(database, { ...fresh, trades: [...new Set(on)] }, async () => {
      await provide(thereWith(tenant().trades, modules))
      await work()
    }),
  )
}
