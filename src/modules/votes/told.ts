import { t } from '#kernel/i18n'
import { fullName } from '#commons/directory'
import { dayOf, type Meeting, organKind, presentedIds } from '#modules/deliberations'
import {
  everybodyIn,
  incidentSentence,
  movementSentence,
  urgencySentence,
  sittingOf,
  urgenciesOf,
} from '#modules/sittings'
import { mannerOfMinutes, type SpokenVote, spokenVotesOn } from './spoken.ts'

/** What minutes tell of a point besides its words: sentences, each whole. */
export interface ToldOfPoint {
  /** Who came, left, stood aside, presides or was called, and what happened besides: before its title. */
  readonly before: readonly string[]
  /** Who declared it urgent (CDLD L1122-24): below its title. */
  readonly urgent: readonly string[]
  /** What happened while it was discussed and what was put to the vote before the whole: before the organ speaks. */
  readonly course: readonly string[]
  /** The vote on the whole; undefined where there was none. */
  readonly vote: SpokenVote | undefined
  /** Who takes part again: after it. */
  readonly after: readonly string[]
}

const nothing: ToldOfPoint = { before: [], urgent: [], course: [], vote: undefined, after: [] }

/** What minutes tell of each point of a meeting (CDLD L1122-19, L1122-24, L1122-27, L1132-2): asked once, for all of its points. */
export async function toldOf(meeting: Meeting): Promise<(itemId: string) => ToldOfPoint> {
  const sitting = await sittingOf(meeting)
  const ids = await presentedIds(meeting)
  const seats = everybodyIn(sitting)
  const manner = await mannerOfMinutes(await organKind(meeting), dayOf(meeting))
  const votes = await spokenVotesOn(ids, seats, manner)
  const urgencies = await urgenciesOf(ids)
  const told = new Map(
    ids.map((id): [string, ToldOfPoint] => {
      const moved = sitting.movements.flatMap((one) => {
        const seat = seats.find((some) => some.id === one.seat_id)
        return seat && one.item_id === id ? [{ ...one, seat }] : []
      })
      const incidents = sitting.incidents.filter(({ item_id }) => item_id === id)
      const said = (during: boolean) =>
        incidents
          .filter((one) => one.during === during)
          .map((one) => incidentSentence(one, sitting))
      const called = sitting.called.filter(({ item_id }) => item_id === id)
      const voices = urgencies.get(id)
      const spoken = votes.get(id)
      return [
        id,
        {
          before: [
            ...moved.map((one) => movementSentence(one, one.seat)),
            ...said(false),
            ...called.map(({ seat, article }) =>
              t('votes.called.said', {
                ...{ who: fullName(seat), title: seat.title || 'none', article },
                civility: seat.civility || 'none',
              }),
            ),
          ],
          urgent: voices ? [urgencySentence(voices, seats)] : [],
          course: [...said(true), ...(spoken?.before ?? [])],
          vote: spoken?.vote,
          after: moved
            .filter(({ kind }) => kind === 'withdraws')
            .map(({ seat }) => t('sittings.movement.said.again', { who: fullName(seat) })),
        },
      ]
    }),
  )
  return (itemId) => told.get(itemId) ?? nothing
}
