import { sql } from 'kysely'
import { db } from '#kernel/db'
import { t } from '#kernel/i18n'
import { SideSection } from '#kernel/ui'
import { isPast, isSoon, spokenDay } from '#commons/clock'
import type { Dossier, Kind } from '#commons/dossiers'
import {
  type AppliedLaw,
  Citation,
  cite,
  LegalTimeline,
  type OrganKind,
  reckon,
} from '#commons/law'
import type { DueReason } from '#commons/tasks'

/** By which law dossiers are due. */
export interface DueBy {
  /** `applied('permits.decision', 'delay', …)`, said beside the kind that follows it. */
  readonly law: AppliedLaw<'delay'>
  readonly organ: OrganKind
  /** The column of the day from which its delay is reckoned. */
  readonly from: string
  /** The states in which what the law wants is done, besides those that are final. */
  readonly met?: readonly string[]
}

/** The last day that the law allows, and its rule; nothing where the day is not known, or no rule holds on it. */
async function dueByLaw({ law, organ }: DueBy, from: unknown) {
  if (!(from instanceof Temporal.PlainDate)) return undefined
  const rule = await law.on(organ, from)
  return rule && { rule, reckoning: reckon(rule, from) }
}

/** On which day a new dossier is due: as it was answered, or else by law. */
export const firstDue = async (by: DueBy, held: object): Promise<Temporal.PlainDate | null> =>
  dayIn(held, 'due_on') ?? (await dueByLaw(by, Reflect.get(held, by.from)))?.reckoning.date ?? null

/** What a change does to the day: emptied, or where nobody chose another than that of the law, it is that of the law. */
export async function movedDue(by: DueBy, before: object, patch: object): Promise<object> {
  const due = dayIn(before, 'due_on')
  const lawful = async (held: object) =>
    (await dueByLaw(by, Reflect.get(held, by.from)))?.reckoning.date ?? null
  const emptied = 'due_on' in patch && patch.due_on === null
  const follows = by.from in patch && !('due_on' in patch) && isSame(due, await lawful(before))
  if (!emptied && !follows) return patch
  const { due_on: _, ...rest } = { due_on: null, ...patch }
  const next = await lawful({ ...before, ...patch })
  return isSame(due, next) ? rest : { ...rest, due_on: next }
}

const isSame = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null) =>
  one === null || other === null ? one === other : one.equals(other)

function dayIn(held: object, name: string): Temporal.PlainDate | null {
  const day: unknown = Reflect.get(held, name)
  return day instanceof Temporal.PlainDate ? day : null
}

/** The article by which dossiers are due, for the inbox; nothing of those that are due on another day. */
export const reasonBy = <Own extends object>(
  { name, table }: Pick<Kind<Own>, 'name' | 'table'>,
  by: DueBy,
): DueReason => ({
  kind: name,
  of: async (due) => {
    const days = new Map(due.map(({ id, due_on }) => [id, due_on]))
    const { rows } = await sql<{ id: string; day: Temporal.PlainDate | null }>`
      select id, ${sql.ref(by.from)} as day from ${sql.table(table)}
      where id = any(${[...days.keys()]}::uuid[])`.execute(db())
    const told = rows.map(async ({ id, day }) => {
      const found = await dueByLaw(by, day)
      return found && days.get(id)?.equals(found.reckoning.date)
        ? [[id, cite(found.rule)] as const]
        : []
    })
    return new Map((await Promise.all(told)).flat())
  },
})

interface LegalTimeProps {
  dossier: Dossier
  by: DueBy
  /** Nothing more is expected of it. */
  over: boolean
}

/** Until when the law wants it, for what, and how that is reckoned. */
export async function LegalTime({ dossier, by, over }: LegalTimeProps) {
  const found = await dueByLaw(by, Reflect.get(dossier, by.from))
  if (!found) return null
  const { rule, reckoning } = found
  const { date } = reckoning
  const open = isPast(date) ? 'late' : isSoon(date) ? 'next' : 'later'
  return (
    <SideSection title={t('registers.legal_time')}>
      <LegalTimeline
        dates={[
          {
            when: { text: spokenDay(date), datetime: date },
            what: t(by.law.does),
            cite: <Citation rule={rule} reckoning={reckoning} />,
            state: over ? 'done' : open,
          },
        ]}
      />
    </SideSection>
  )
}
