import { actAs, system } from '#kernel/access'
import type { Database } from '#kernel/db'
import { broughtBy, type House, tradeOf } from '#kernel/module'
import { Gate, inTenant, lockTrades } from '#kernel/tenancy'
import { provide, thereWith } from './provide.ts'
import { namesOn, tradesOfHouse, turnOn } from './switching.ts'

/**
 * Gives every authority what it lacks: what a module starts with that arrived after it, or that an
 * older version did not get to give; and the trades that one which is on has come to need. Where
 * nothing lacks it is one query. Each authority is a transaction: killed halfway, the next start
 * goes on. Returns what was given, by authority.
 */
export async function completeAuthorities(
  database: Database,
  { modules }: Pick<House, 'modules'>,
): Promise<Map<string, string[]>> {
  const given = new Map<string, string[]>()
  const lacking = await lackingSomething(database, modules)
  const gate = new Gate(database)
  for (const id of lacking) {
    const authority = await gate.byId(id)
    if (!authority) continue
    const names = await actAs(system, () =>
      inTenant(database, authority, async () => {
        await lockTrades()
        const on = await namesOn()
        const needed = new Set([...on].flatMap((one) => broughtBy(one, modules)))
        const fresh = tradesOfHouse().filter((one) => needed.has(one) && !on.has(one.name))
        await turnOn(fresh, on)
        const rest = await provide(thereWith(on, modules))
        return [...fresh.map(({ name }) => name), ...rest]
      }),
    )
    if (names.length > 0) given.set(authority.slug, names)
  }
  return given
}

async function lackingSomething({ owner }: Database, modules: House['modules']): Promise<string[]> {
  const providing = modules.filter(({ provision }) => provision)
  const needs = tradesOfHouse().flatMap(({ name }) =>
    broughtBy(name, modules)
      .filter((one) => one.nature === 'trade' && one.name !== name)
      .map((needed) => [name, needed.name] as const),
  )
  const { rows } = await owner.query<{ id: string }>(
    `select t.id from kernel.tenant t
     where exists (
       select from unnest($1::text[], $2::text[]) as m (name, trade)
       where (m.trade is null or exists (select from kernel.trade o where (o.tenant_id, o.module) = (t.id, m.trade)))
         and not exists (select from kernel.provided p where (p.tenant_id, p.module) = (t.id, m.name)))
     or exists (
       select from unnest($3::text[], $4::text[]) as n (name, needed)
       where exists (select from kernel.trade o where (o.tenant_id, o.module) = (t.id, n.name))
         and not exists (select from kernel.trade o where (o.tenant_id, o.module) = (t.id, n.needed)))
     order by t.id`,
    [
      providing.map(({ name }) => name),
      providing.map(tradeOf),
      needs.map(([name]) => name),
      needs.map(([, needed]) => needed),
    ],
  )
  return rows.map(({ id }) => id)
}
