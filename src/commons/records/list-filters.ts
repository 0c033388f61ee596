import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { type MessageKey, t } from '#kernel/i18n'
import { myServices } from '#commons/directory'
import { stateName, type Workflow } from '#commons/workflow'
import type { Named } from './field.ts'
import type { Fields } from './fields.ts'

/** What a list can be narrowed to, as a choice in its sentence; anything else asks for all. */
export interface ListFilter {
  /** Of the parameter in its address. */
  readonly name: string
  /** The field by which it narrows: the list offers it no second time. */
  readonly of?: string
  readonly label: MessageKey
  /** What leads to it in the sentence: « de » */
  readonly before?: MessageKey
  readonly any: MessageKey
  readonly choices: () => Promise<readonly Named[]>
  /** The rows that are left: `d` is the root, `o` the trade’s own table; `column` is that of its field. */
  readonly where: (value: string, column: RawBuilder<unknown>) => RawBuilder<SqlBool>
  /** Those that are left where nothing is chosen; all unless told. */
  readonly unasked?: ((column: RawBuilder<unknown>) => RawBuilder<SqlBool>) | undefined
}

/**
 * Whether a column holds a choice. The choice is read as what the column is of, and not the column as text: that would keep
 * every index from finding it.
 */
export const isWorth = (column: RawBuilder<unknown>, choice: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${column} = ${choice}`

export function byState(flow: Workflow): ListFilter {
  const aside = Object.entries(flow.states).flatMap(([name, one]) => (one.aside ? name : []))
  const isAside = aside.length > 0
  return {
    name: 'state',
    of: 'state',
    label: 'records.state',
    any: isAside ? 'records.usual_states' : 'records.all_states',
    choices: async () => Object.keys(flow.states).map((one) => [one, stateName(flow.kind, one)]),
    where: (value, column) => isWorth(column, value),
    unasked: isAside ? (column) => sql<SqlBool>`${column} <> all(${aside}::text[])` : undefined,
  }
}

/** Those of the services in which one works. */
export const byMine: ListFilter = {
  name: 'view',
  label: 'records.views',
  any: 'records.view.all',
  choices: async () => [['mine', t('records.view.mine')]],
  where: () => {
    const services = myServices()
    const [only] = services
    // Of one service, the index gives the rows in their order; of several, PostgreSQL must sort.
    return only && services.length === 1
      ? sql<SqlBool>`d.service_id = ${only}`
      : sql<SqlBool>`d.service_id = any(${services}::uuid[])`
  },
}

/** The tabs of a list that is narrowed by `byMine`. */
export const mineOrAll = [
  { label: 'records.tab.all', query: '' },
  { label: 'records.tab.mine', query: 'view=mine' },
] as const

/** By a field that has choices, always in the sentence and in words of its own. */
export const byField = <F extends Fields>(
  fields: F,
  field: keyof F & string,
  words: Pick<ListFilter, 'any'> & Partial<Pick<ListFilter, 'name' | 'before'>>,
): ListFilter => ({
  name: field,
  of: field,
  label: fields[field]?.label ?? words.any,
  choices: async () => (await fields[field]?.choices?.()) ?? [],
  where: (value, column) => isWorth(column, value),
  ...words,
})
