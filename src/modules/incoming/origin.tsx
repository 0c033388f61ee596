import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { Conflict, ensure } from '#kernel/errors'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import { emptyText } from '#kernel/richtext'
import { load, readMany, seen } from '#commons/dossiers'
import { inCharge } from '#commons/organs'
import { redacted } from '#commons/publication'
import { allTerms } from '#commons/vocabularies'
import { categories } from '#modules/deliberations'
import { type Departing, type OpenMeeting, type Origin, type Told } from '#modules/publications'
import { meaningsOf } from './mapping.ts'
import { type IncomingMeeting, incomingMeetings } from './meeting.ts'
import { MeetingHead } from './pages/head.tsx'
import { type IncomingPoint, incomingPoints } from './point.ts'

/** A meeting of which somebody said which organ it is of. */
type Open = IncomingMeeting & OpenMeeting

const opened = (some: readonly IncomingMeeting[]): Open[] =>
  some.flatMap((one) => (one.organ_id ? [{ ...one, organ_id: one.organ_id, of_day: 1 }] : []))

/** Whether it was told before it was held. */
const isFollowed = ({ created_at, starts_at }: IncomingMeeting): boolean =>
  Temporal.Instant.compare(created_at, starts_at) < 0

/** What other software told, from here on as what this house prepares. */
export const fromElsewhere: Origin<Open, IncomingPoint> = {
  meetings: incomingMeetings,
  points: incomingPoints,
  path: ({ id }) => incomingMeetings.path(id),
  head: (meeting) => <MeetingHead meeting={meeting} current="publication" />,
  load: async (c) => {
    const [meeting] = opened([await load(c, incomingMeetings)])
    ensure(meeting, Conflict, 'incoming.no_organ')
    return meeting
  },
  meetingsOf: async (ids, reading) => opened(await readMany(incomingMeetings, ids, reading)),
  pointsOf: (ids, reading) => readMany(incomingPoints, ids, reading),
  between: async (from, before) => opened(await toldBetween(from, before)).filter(isFollowed),
  idsOn: (meeting) => idsOn(meeting, sql<SqlBool>`true`),
  seenOn: async (meeting) => new Set(await idsOn(meeting, seen())),
  grounds: async ({ told, approved_at }) => ({
    over: told === 'held',
    approved: approved_at !== null,
    of: ({ outcome, gone_at }) => ({
      ...{ state: outcome ?? 'frozen', privacy: 'public', veiled: false },
      gone: gone_at !== null,
    }),
  }),
  stateOf: ({ told }) => told,
  isFollowed,
  // How it was held is not told.
  sitting: async () => ({}),
  told,
}

/** Those that are not called off. */
async function toldBetween(
  from: Temporal.PlainDate,
  before: Temporal.PlainDate,
): Promise<IncomingMeeting[]> {
  const [first, last] = [from, before].map((day) => day.toZonedDateTime(timeZone).toInstant())
  return readMany(
    incomingMeetings,
    sql<
      string[]
    >`array(select m.id from incoming.meeting m join commons.dossier d using (tenant_id, id)
      where m.starts_at >= ${first} and m.starts_at < ${last} and m.told <> 'cancelled')`,
  )
}

async function idsOn({ id }: Open, which: RawBuilder<SqlBool>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from incoming.point p join commons.dossier d using (tenant_id, id)
    where p.meeting_id = ${id} and ${which} order by p.position, id`.execute(db())
  return rows.map((one) => one.id)
}

/** What is told of points: their tokens in our words, where somebody said what they stand for; others are left out. */
async function told(
  { source_id }: Open,
  _: unknown,
  points: readonly Departing<IncomingPoint>[],
): Promise<Map<string, Told>> {
  const { subjects, people } = await meaningsOf(source_id)
  const terms = new Map((await allTerms(categories.name)).map(({ id, name }) => [id, name]))
  const charged = (item: IncomingPoint) => ({
    in_charge: item.in_charge.flatMap((token) => people.get(token) ?? []),
  })
  const chargedWith = await inCharge(points.map(({ item }) => charged(item)))
  return new Map(
    points.map(({ item, leaving: { leaves: stage, whole } }) => [
      item.id,
      {
        subject: terms.get(subjects.get(item.subject ?? '') ?? '') ?? null,
        in_charge: chargedWith(charged(item)),
        places: [],
        outcome: item.outcome,
        ...{ organ_speaks: null, sentences: [], verb: null },
        motivation: redacted(whole ? item.motivation : emptyText),
        decision: redacted(whole ? item.decision : emptyText),
        votes:
          stage === 'decision'
            ? // By which article it was counted is not told, nor who voted what.
              item.votes.map((vote) => ({ ...vote, article: '', voters: [] }))
            : [],
      },
    ]),
  )
}
