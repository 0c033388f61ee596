import type { Table } from './tables.ts'

/** Where the fields of a kind of dossiers are kept. */
export interface Kept {
  readonly kind: string
  readonly table: string
  /** The names of its fields; none where it stands outside of records. */
  readonly fields: readonly string[]
  /** Those that may be left open. */
  readonly open?: readonly string[]
}

/** Columns of tables of records that no field declares, and why. */
export const ofNoField: Readonly<Record<string, string>> = {
  'commons.advice.subject_id': 'on what it is given',
  'commons.advice.subject_kind': 'on what it is given',
  'commons.advice.advisers': 'principals, reckoned from its giver',
  'commons.advice.askers': 'principals, reckoned from what it is given on',
  'commons.advice.subject_readers': 'principals, reckoned from what it is given on',
  'commons.advice.nature': 'how it was asked: by hand, by a rule',
  'commons.advice.confidential': 'as its kind of advice says when it is asked',
  'commons.advice.delay': 'which delay runs, set by shortening or extending it',
  'commons.advice.stopped_on': 'when its clock stopped',
  'commons.advice.why': 'how its last day was reckoned',
  'commons.advice.alert_on': 'reckoned with its last day',
  'commons.advice.told_on': 'what its reminder told last',
  'commons.advice.inherited_from': 'set where a dossier follows another',
  'commons.advice.withdrawn': 'set by taking the demand back',
  'commons.company_mandate.citizen_id': 'whose it is, as the session says',
  'commons.company_mandate.claimed': 'that a public service says it, as the sign-in says',
  'commons.party.number_sealed':
    'the national number, sealed: its field says since when it is held',
  'commons.party.number_index': 'by which a sealed number is found',
  'commons.party.merged_into': 'set by merging two entries, never typed',
  'commons.privacy_request.citizen_id': 'who asked from a space of their own, as the session says',
  'deliberations.item.level_id': 'set by proposing and validating',
  'deliberations.item.level': 'set by proposing and validating',
  'deliberations.item.level_no': 'set by proposing and validating',
  'deliberations.item.validators': 'principals, reckoned from the levels of its organ',
  'deliberations.item.endorsers': 'principals, reckoned from the levels of its organ',
  'deliberations.item.finals': 'principals, reckoned from the levels of its organ',
  'deliberations.item.level_readers': 'principals, reckoned from the levels that it passed',
  'deliberations.item.meeting_id': 'set by presenting',
  'deliberations.item.position': 'set by the order of the agenda',
  'deliberations.item.number': 'set by the order of the agenda',
  'deliberations.item.veiled': 'set by deciding, where its organ wants it',
  'deliberations.item.list_type': 'set by when it is presented',
  'deliberations.item.decided_at': 'set by deciding',
  'deliberations.item.predecessor_id': 'set by bringing a point back',
  'deliberations.item.calling': 'set by convoking once more',
  'strategy.element.plan_id': 'where it is written',
  'strategy.element.level': 'its kind',
  'strategy.element.number': 'its place in the plan',
  'strategy.element.nature': 'of a volet: internal or external, set where the plan is made',
  'strategy.element.partners':
    'names that eComptes brought; those of the house stand among its parties',
  'strategy.element.editors': 'principals, reckoned from its parties',
  'strategy.element.viewers': 'principals, reckoned from its parties',
  'strategy.element.bearers': 'principals, reckoned from its parties',
  'strategy.element.exchange_id': 'the name under which eComptes knows it',
  'strategy.element.exercise': 'the exercise in which it was written, for eComptes',
  'strategy.element.carried_from': 'set by carrying a plan over',
  'strategy.element.archived': 'set with its plan',
  'strategy.plan.exercise': 'the exercise under way, a setting of the plan',
  'strategy.plan.numbering': 'a setting of the plan',
  'strategy.plan.counted': 'a setting of the plan',
  'strategy.plan.fields': 'a setting of the plan: which fields its elements have',
  'strategy.plan.last_number': 'the last number that was given',
  'strategy.plan.exchange_id': 'the name under which eComptes knows it',
  'strategy.plan.previous_id': 'set by carrying a plan over',
}

/** What every table of a kind has. */
const keys = ['tenant_id', 'id']
const root = 'commons.dossier'

/**
 * What fields and columns do not say of one another: a field that no column of its table, nor of the root, holds; one that
 * may be left open, whose column may not be null: such a dossier could not be written; a column of a table of records that no field declares and that is not named with its reason; a name of nothing.
 */
export function columnFaults(
  kept: readonly Kept[],
  tables: readonly Pick<Table, 'name' | 'columns' | 'notNull'>[],
  named: Readonly<Record<string, string>>,
): string[] {
  const columnsOf = new Map(tables.map(({ name, columns }) => [name, columns]))
  const held = (table: string) => columnsOf.get(table) ?? []
  const lost = kept.flatMap(({ kind, table, fields }) =>
    fields
      .filter((field) => ![...held(table), ...held(root)].includes(field))
      .map((field) => `${kind}.${field} is a field without a column`),
  )
  const neverNull = new Map(tables.map(({ name, notNull }) => [name, notNull]))
  const shut = kept.flatMap(({ kind, table, open = [] }) =>
    open
      .filter((field) => neverNull.get(table)?.includes(field))
      .map((field) => `${kind}.${field} may be left open, but its column is « not null »`),
  )
  const ofRecords = Map.groupBy(
    kept.filter(({ fields }) => fields.length > 0),
    ({ table }) => table,
  )
  const undeclared = [...ofRecords].flatMap(([table, some]) => {
    const declared = new Set([...keys, ...some.flatMap(({ fields }) => fields)])
    return held(table).flatMap((column) => (declared.has(column) ? [] : [`${table}.${column}`]))
  })
  return [
    ...lost,
    ...shut,
    ...undeclared.filter((one) => !named[one]).map((one) => `${one} is a column of no field`),
    ...Object.keys(named)
      .filter((one) => !undeclared.includes(one))
      .map((one) => `${one} is named though it is not there, or a field declares it`),
  ]
}
