import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'

const Counted = z.object({ name: z.string(), subscribers: z.int() })

/** How many are told of what is published: figures, no address and none of the words that were typed. */
export const Figures = z.object({
  subscribers: z.int().describe('Addresses that were confirmed'),
  waiting: z.int().describe('Asked for, and not confirmed yet'),
  anything: z.int().describe('Who follow all that is published'),
  words: z.int().describe('Who follow words'),
  places: z.int().describe('Who follow a street'),
  told: z.int().describe('Points that letters told of in the last thirty days'),
  subjects: z.array(Counted),
  organs: z.array(Counted),
})
export type Figures = z.output<typeof Figures>

export async function figures(): Promise<Figures> {
  const { rows } = await sql<Figures>`
    select
      (select count(*)::int from alerts.subscriber) as subscribers,
      (select count(*)::int from alerts.asked where email <> '') as waiting,
      (select count(distinct subscriber_id)::int from alerts.follow
        where words || subject || organ || place = '') as anything,
      (select count(distinct subscriber_id)::int from alerts.follow where words <> '') as words,
      (select count(distinct subscriber_id)::int from alerts.follow where place <> '') as places,
      (select count(*)::int from alerts.told where at > now() - interval '30 days') as told,
      ${counted('subject')} as subjects, ${counted('organ')} as organs`.execute(db())
  return Figures.parse(rows[0])
}

const counted = (column: 'subject' | 'organ') => sql`coalesce((
  select jsonb_agg(jsonb_build_object('name', name, 'subscribers', subscribers) order by subscribers desc, name)
  from (select ${sql.ref(column)} as name, count(distinct subscriber_id)::int as subscribers
    from alerts.follow where ${sql.ref(column)} <> '' group by 1) as of), '[]'::jsonb)`
