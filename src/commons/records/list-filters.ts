import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { type MessageKey, t } from '#kernel/i18n'
import type { FilterPart } from '#kernel/ui'
import { myServices } from '#commons/directory'
import { stateName, type Workflow } from '#commons/workflow'
import type { Named } from './field.ts'
import type { Fields } from './fields.ts'
import { columnOf } from './list.ts'

/** What a list can be narrowed to, as a choice in its sentence; anything else asks for all. */
export interface ListFilter {
  /** Of the parameter in its address. */
  readonly name: string
  readonly label: MessageKey
  /** What leads to it in the sentence: « de » */
  readonly before?: MessageKey
  readonly any: MessageKey
  readonly choices: () => Promise<readonly Named[]>
  /** The rows that are left: `d` is the root, `o` the trade’s own table. */
  readonly where: (value: string) => RawBuilder<SqlBool>
}

export const byState = (flow: Workflow): ListFilter => ({
  name: 'state',
  label: 'records.state',
  any: 'records.all_states',
  choices: async () => Object.keys(flow.states).map((one) => [one, stateName(flow.kind, one)]),
  where: (value) => sql<SqlBool>`d.state = ${value}`,
})

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

/** By a field that has choices. */
export const byField = <F extends Fields>(
  fields: F,
  field: keyof F & string,
  words: Pick<ListFilter, 'any'> & Partial<Pick<ListFilter, 'name' | 'before'>>,
): ListFilter => ({
  name: field,
  label: fields[field]?.label ?? words.any,
  choices: async () => (await fields[field]?.choices?.()) ?? [],
  where: (value) => sql<SqlBool>`${columnOf(field)}::text = ${value}`,
  ...words,
})

/** A filter as the part of a sentence, and its condition where it is set. */
export async function applied(filter: ListFilter, value = '') {
  const { name, label, before, any, where } = filter
  const choices = await filter.choices()
  const set = choices.some(([one]) => one === value)
  const options = [['', t(any)] as const, ...choices].map(([one, words]) => ({
    value: one,
    label: words,
  }))
  const part: FilterPart = { kind: 'select', name, label: t(label), options, value }
  return { parts: before ? [t(before), part] : [part], where: set ? [where(value)] : [] }
}
