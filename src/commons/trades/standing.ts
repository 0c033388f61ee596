import { sql } from 'kysely'
import { db, type Latest, latest } from '#kernel/db'
import { t } from '#kernel/i18n'
import { type HistoryLine } from '#commons/dossiers'
import { modulesOfHouse, tradeOf } from '#kernel/module'
import { tradesOn } from '#kernel/tenancy'
import { type Kept, keptBy } from './keeping.ts'
import { holding, neededBy, tradeNamed, type TradeModule, tradesOfHouse } from './switching.ts'

/** How a trade stands with the current authority, and what switching it would do. */
export interface Standing {
  trade: TradeModule
  /** Since when and by whom it is on; null where it is off. */
  on: { since: Temporal.Instant; by: string } | null
  /** All that it needs. */
  needs: TradeModule[]
  /** Switched on with it: what it needs and is off. */
  brought: TradeModule[]
  /** Those that are on and need it: it cannot be switched off before them. */
  holding: TradeModule[]
  /** Its dossiers, whoever may see them: they are kept. */
  dossiers: number
  /** What it keeps besides. */
  besides: Kept[]
}

/** How all trades of the house stand, in the order of their needs. */
export async function standings(): Promise<Standing[]> {
  const rows = new Map((await tradesOn()).map((row) => [row.module, row]))
  const on = new Set(rows.keys())
  const kept = await dossiersByModule()
  const found: Standing[] = []
  for (const trade of tradesOfHouse()) {
    const row = rows.get(trade.name)
    const needs = neededBy(trade)
    found.push({
      trade,
      on: row ? { since: row.since, by: row.by_name } : null,
      needs,
      brought: needs.filter(({ name }) => !on.has(name)),
      holding: holding(trade, on),
      dossiers: modulesOfHouse()
        .filter((one) => tradeOf(one) === trade.name)
        .reduce((sum, { name }) => sum + (kept.get(name) ?? 0), 0),
      besides: await keptBy(trade.name),
    })
  }
  return found
}

/** How one trade stands. Throws `NotFound`. */
export async function standingOf(name: string): Promise<Standing> {
  const trade = tradeNamed(name)
  const found = (await standings()).find((one) => one.trade === trade)
  if (!found) throw new Error(`${name} is of the house and does not stand`)
  return found
}

async function dossiersByModule(): Promise<Map<string, number>> {
  const module = sql<string>`split_part(kind, '.', 1)`
  const rows = await db()
    .selectFrom('commons.dossier')
    .select((e) => [module.as('module'), e.fn.countAll<number>().as('count')])
    .groupBy(module)
    .execute()
  return new Map(rows.map((row) => [row.module, row.count]))
}

/** Who switched what, the latest first. */
export function switchings(most: number | null): Promise<Latest<HistoryLine>> {
  const all = db()
    .selectFrom('kernel.event')
    .select(['id', 'type', 'actor_name', 'at', 'data'])
    .where('type', 'in', ['trades.trade.switch_on', 'trades.trade.switch_off'])
    .orderBy('id', 'desc')
  return latest(all, most)
}

/** « 12 dossiers, 3 documents », or that there is nothing yet. */
export const keptInWords = ({ dossiers, besides }: Standing): string =>
  [{ said: 'trades.dossiers' as const, count: dossiers }, ...besides]
    .flatMap(({ said, count }) => (count > 0 ? t(said, { count }) : []))
    .join(', ') || t('trades.kept_nothing')
