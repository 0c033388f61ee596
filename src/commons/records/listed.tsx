import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { formatDate, type MessageKey, timeZone } from '#kernel/i18n'
import { isSystem } from '#kernel/access'
import type { Cell } from '#kernel/ui'
import { fullName, people } from '#commons/directory'
import type { Kind } from '#commons/dossiers'
import { StateBadge, stateName, type Workflow } from '#commons/workflow'
import { type Field, simply } from './field.ts'
import { columnOf } from './list.ts'
import { inFrenchOrder } from './texts.tsx'

/**
 * What a list tells of its dossiers: a field is such a thing, and so is what verbs wrote, which no form
 * asks (state, number, when it changed), or what is counted of a dossier.
 */
export interface Listed extends Pick<
  // oxlint-disable-next-line typescript/no-explicit-any -- each names the types of its values
  Field<any>,
  'label' | 'shown' | 'brief' | 'plain' | 'order' | 'holds' | 'proposed'
> {
  readonly choices?: Field<unknown>['choices']
  readonly many?: Field<unknown>['many']
  readonly narrow?: Field<unknown>['narrow']
  /** Reads the bounds of dates and numbers. */
  readonly schema?: z.ZodType
  /** What stands in for a column of its name; `d` is the root, `o` the trade’s own table. */
  readonly column?: RawBuilder<unknown> | (() => RawBuilder<unknown>)
  /** What its choices are compared with, where the column holds their words. */
  readonly chosenBy?: RawBuilder<unknown>
  /** The column is an instant: it is narrowed by its day. */
  readonly instant?: true
  /** No dossier is without it. */
  readonly filled?: true
}

/** By the names under which the address sorts and narrows by them. */
export type ListedFields = Readonly<Record<string, Listed>>

/** A day in the time of the authority on which something was done. */
const moment = (label: MessageKey): Listed => ({
  label,
  shown: simply((at: Temporal.Instant | null) => at && formatDate(dayOf(at), 'short')),
  plain: simply((at: Temporal.Instant | null): Cell => at),
  narrow: 'dates',
  instant: true,
})
const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()

/** What stands in the root of every dossier, for its list. */
export const rootListed = (flow: Workflow): ListedFields => ({
  reference: {
    label: 'records.reference',
    shown: simply((reference: string) => reference),
    plain: simply((reference: string) => reference),
    narrow: 'words',
    order: inFrenchOrder,
  },
  state: {
    label: 'records.state',
    shown: simply((state: string) => <StateBadge flow={flow} state={state} />),
    plain: simply((state: string) => stateName(flow.kind, state)),
    choices: async () => Object.keys(flow.states).map((one) => [one, stateName(flow.kind, one)]),
    narrow: 'choices',
    order: (column) => sql`array_position(${Object.keys(flow.states)}::text[], ${column})`,
  },
  author: {
    label: 'records.author',
    column: sql`(select p.first_name || ' ' || p.last_name from commons.person p
      where p.tenant_id = d.tenant_id and p.id = d.created_by)`,
    chosenBy: sql`d.created_by`,
    shown: simply((name: string | null) => name),
    plain: simply((name: string | null) => name),
    choices: async () => (await people()).map((one) => [one.id, fullName(one)]),
    narrow: 'choices',
    order: inFrenchOrder,
  },
  created_at: { ...moment('records.created'), filled: true },
  changed_at: { ...moment('records.changed'), filled: true },
})

/** A list as it asks for its columns: what is told of each, and where its kind withholds it. */
export interface ListedKind {
  readonly listed: ListedFields
  readonly withheldIn?: Kind<object>['withheldIn']
}

/**
 * What a list holds of one of its columns: nothing where it is withheld, so that neither an order nor a
 * condition nor a sum tells it.
 */
export function columnIn({ listed, withheldIn }: ListedKind, name: string): RawBuilder<unknown> {
  const { column: own } = listed[name] ?? {}
  const column = (typeof own === 'function' ? own() : own) ?? columnOf(name)
  return unlessWithheld(withheldIn, name, column)
}

/** By what its choices narrow the list. */
export function choiceIn(of: ListedKind, name: string): RawBuilder<unknown> {
  const by = of.listed[name]?.chosenBy
  return by ? unlessWithheld(of.withheldIn, name, by) : columnIn(of, name)
}

function unlessWithheld(
  withheldIn: ListedKind['withheldIn'],
  name: string,
  column: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const withheld = isSystem() ? null : withheldIn?.(name)
  return withheld ? sql`case when ${withheld} then null else ${column} end` : column
}
