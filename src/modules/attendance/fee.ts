import { sql } from 'kysely'
import { Invalid } from '#kernel/errors'
import { administrator, agent, directorGeneral } from '#commons/directory'
import { type Dossier, readMany } from '#commons/dossiers'
import { organs, openOrgans } from '#commons/organs'
import {
  byNameIn,
  date,
  money,
  oneOf,
  optional,
  type OwnColumns,
  type RecordKind,
  text,
  whole,
} from '#commons/records'
import { plainKind, plainVerbs } from '#commons/registers'
import { workflow } from '#commons/workflow'
import { secretariat } from '#modules/deliberations'

const anOrgan = { all: organs, open: openOrgans, order: byNameIn('commons.organ') }

/** What is said of an attendance fee (jeton de présence), in the order of its form. */
export const feeFields = {
  title: text(200, { label: 'attendance.fee.title', help: 'attendance.fee.title_help' }),
  organ_id: oneOf(anOrgan, { label: 'attendance.fee.organ' }),
  from_on: date({ label: 'attendance.fee.from', help: 'attendance.fee.from_help' }),
  amount: money({ label: 'attendance.fee.amount', help: 'attendance.fee.amount_help' }),
  chair_amount: optional(
    money({ label: 'attendance.fee.chair', help: 'attendance.fee.chair_help' }),
  ),
  not_for_id: optional(
    oneOf(anOrgan, { label: 'attendance.fee.not_for', help: 'attendance.fee.not_for_help' }),
  ),
  half_under: whole(0, 100, {
    ...{ label: 'attendance.fee.half_under', help: 'attendance.fee.half_under_help' },
    absent: 0,
    unit: '%',
  }),
}

type FeeColumns = OwnColumns<typeof feeFields>
export type Fee = Dossier<FeeColumns>

const keepers = [administrator, directorGeneral, secretariat]

export const feeWorkflow = workflow('attendance.fee', {
  initial: 'holds',
  states: { holds: { tone: 'good', edits: keepers }, withdrawn: { tone: 'neutral' } },
  transitions: {
    withdraw: { from: ['holds'], to: 'withdrawn', who: keepers },
    restore: { from: ['withdrawn'], to: 'holds', who: keepers, back: true },
  },
})

const fees = plainKind(feeFields, feeWorkflow, {
  path: '/attendance/fees',
  readers: () => [agent.principal],
})

const plain = plainVerbs(fees, feeFields, feeWorkflow)

/** An organ has one amount from a day on. */
async function ensureOnce(
  { organ_id, from_on }: Pick<FeeColumns, 'organ_id' | 'from_on'>,
  own?: string,
): Promise<void> {
  const known = await allFees()
  const twice = known.some(
    (one) => one.organ_id === organ_id && one.from_on.equals(from_on) && one.id !== own,
  )
  if (twice) throw Invalid.field('from_on', 'attendance.fee.twice')
}

export const feeRecord: RecordKind<typeof feeFields, FeeColumns> = {
  ...plain,
  write: async (given, told) => {
    await ensureOnce(given)
    return plain.write(given, told)
  },
  rewrite: async (before, given) => {
    await ensureOnce({ ...before, ...given }, before.id)
    return plain.rewrite(before, given)
  },
}

const allFees = (): Promise<Fee[]> =>
  readMany<FeeColumns>(fees, sql<string[]>`array(select id from attendance.fee)`)

/** The fees that hold: the one of an organ on a day is the last that began. */
export async function feesInForce(): Promise<
  (organId: string, day: Temporal.PlainDate) => Fee | undefined
> {
  const { compare } = Temporal.PlainDate
  const holding = (await allFees())
    .filter(({ state }) => state === feeWorkflow.initial)
    .toSorted((one, other) => compare(one.from_on, other.from_on))
  return (organId, day) =>
    holding.findLast(({ organ_id, from_on }) => organ_id === organId && compare(from_on, day) <= 0)
}
