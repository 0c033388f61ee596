import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import { task, type Timer } from '#kernel/jobs'
import { today } from '#commons/clock'
import { type Retention, retentions } from '#commons/holdings'
import { workflows } from '#commons/workflow'
import './tables.ts'

/** A rule by which dossiers of a kind are destroyed some day, and which of their states are an end. */
export interface Ruled {
  readonly kind: string
  readonly period: string
  readonly retention: Retention
  readonly final: readonly string[]
  /** The events by which they came to their end. */
  readonly ends: readonly string[]
}

/** The kinds of dossiers that are not kept without end. */
export const ruled = (): Ruled[] =>
  retentions.all().flatMap((retention) => {
    const { of, keep } = retention
    if (!('kind' in of) || typeof keep === 'string') return []
    const flow = workflows.all().find(({ kind }) => kind === of.kind)
    if (!flow) return []
    const final = Object.entries(flow.states).flatMap(([name, state]) => (state.final ? name : []))
    const ends = Object.entries(flow.transitions).flatMap(([verb, { to }]) =>
      final.includes(to) ? `${of.kind}.${verb}` : [],
    )
    return [{ kind: of.kind, period: keep.period, retention, final, ends }]
  })

/** Each night: dossiers whose time is over are proposed; one that was taken up again is no more. */
export const proposeEliminations: Timer = {
  at: '40 1 * * *',
  task: task('retention.propose', z.object({}), async () => {
    for (const one of ruled()) await propose(one)
  }),
}

/** A period begins on the day on which the dossier came to its end, as its history says. */
async function propose({ kind, period, final, ends }: Ruled): Promise<void> {
  await sql`
    delete from commons.elimination x using commons.dossier d
    where d.id = x.dossier_id and x.asked_by is null and d.kind = ${kind} and not d.state = any(${final}::text[])`.execute(
    db(),
  )
  await sql`
    insert into commons.elimination (dossier_id, ended_on, over_on)
    select id, ended_on, (ended_on + ${period}::interval)::date from (
      select d.id, (coalesce((select max(e.at) from kernel.event e
        where e.subject_id = d.id and e.type = any(${ends}::text[])), d.changed_at)
        at time zone ${timeZone})::date as ended_on
      from commons.dossier d where d.kind = ${kind} and d.state = any(${final}::text[])) as over
    where (ended_on + ${period}::interval)::date < ${today()}
    on conflict (tenant_id, dossier_id) do update
      set ended_on = excluded.ended_on, over_on = excluded.over_on`.execute(db())
}
