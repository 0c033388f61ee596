import { emptyText, toHtml } from '#kernel/richtext'
import { fullName } from '#commons/directory'
import { load, readMany } from '#commons/dossiers'
import { inCharge } from '#commons/organs'
import { redacted } from '#commons/publication'
import { whitelist } from '#commons/records'
import {
  hasOpened,
  type Item,
  itemFields,
  items,
  type Meeting,
  MeetingHead,
  meetingPath,
  meetings,
  meetingsBetween,
  presentedIds,
  seenOn,
} from '#modules/deliberations'
import { explanationsOn } from '#modules/preparation'
import { itsRecord, type MinutesPoint, saidOf } from '#modules/minutes'
import { everybodyIn, sittingOf } from '#modules/sittings'
import { allVotesOn, type RecordedVote } from '#modules/votes'
import { PublicPoint, type PublicVote } from '#modules/copies'
import {
  type Departing,
  isPutOff,
  type Origin,
  type PublicRule,
  type Told,
} from '#modules/publications'
import { publicSitting } from './sitting.ts'

const ofItem = whitelist(items, itemFields, ['category_id', 'motivation', 'decision'], {
  partly: true,
})

const isFollowed = ({ noted_after }: Meeting): boolean => !noted_after

/** The meetings that this house prepares and holds. */
export const ofHouse: Origin<Meeting, Item> = {
  meetings,
  points: items,
  path: meetingPath,
  head: (meeting) => <MeetingHead meeting={meeting} current="publication" />,
  load: (c) => load(c, meetings),
  meetingsOf: (ids, reading) => readMany(meetings, ids, reading),
  pointsOf: (ids, reading) => readMany(items, ids, reading),
  between: async (from, before, { fixed } = { fixed: false }) =>
    (await meetingsBetween(from, before, fixed ? 'frozen' : '')).filter(
      (meeting) => meeting.state !== 'cancelled' && isFollowed(meeting),
    ),
  idsOn: presentedIds,
  seenOn,
  grounds: async (meeting) => ({
    over: meeting.state === 'closed',
    approved: (await itsRecord(meeting))?.state === 'approved',
    of: (item) => item,
  }),
  stateOf: (meeting) => {
    const { state, closed_at, noted_after } = meeting
    if (state === 'cancelled') return 'cancelled'
    return closed_at || state === 'closed' || (noted_after && hasOpened(meeting))
      ? 'held'
      : 'planned'
  },
  isFollowed,
  sitting: publicSitting,
  told,
}

/** What is told of points: of decisions as the minutes have them. */
async function told(
  meeting: Meeting,
  rule: PublicRule,
  points: readonly Departing<Item>[],
): Promise<Map<string, Told>> {
  const said = points.some(({ leaving }) => leaving.leaves === 'decision')
    ? (await saidOf(meeting)).parts.flatMap((part) => part.points)
    : []
  const inMinutes = new Map(said.map((point) => [point.number, point]))
  const votes = await allVotesOn(points.map(({ item }) => item.id))
  const names = new Map(everybodyIn(await sittingOf(meeting)).map((one) => [one.id, fullName(one)]))
  const chargedWith = await inCharge(points.map(({ item }) => item))
  const notes = await explanationsOn(points.map(({ item }) => item.id))
  const made = new Map<string, Told>()
  for (const { item, leaving } of points) {
    const { leaves: stage, whole } = leaving
    const open = await ofItem.copy(item)
    const minuted = stage === 'decision' ? inMinutes.get(item.number ?? '') : undefined
    const of = votes.get(item.id) ?? []
    const note = whole ? notes.get(item.id) : undefined
    made.set(item.id, {
      subject: open.category_id ?? null,
      in_charge: chargedWith(item),
      places: [...new Set(item.places.map(({ street }) => street.name))],
      outcome: stage === 'decision' || isPutOff(item) ? item.state : null,
      ...(note && { note: redacted(note) }),
      ...wordsOf(whole, minuted, open),
      votes: stage === 'decision' ? of.map((vote) => publicVote(vote, rule, names)) : [],
    })
  }
  return made
}

type Words = Pick<PublicPoint, 'organ_speaks' | 'motivation' | 'sentences' | 'verb' | 'decision'>

/** The words of a point: of a decision as the minutes have it, of a project as it is proposed. */
function wordsOf(
  whole: boolean,
  told: MinutesPoint | undefined,
  open: { motivation?: string | undefined; decision?: string | undefined },
): Words {
  const none = { organ_speaks: null, sentences: [], verb: null }
  if (!whole) return { ...none, motivation: emptyText, decision: emptyText }
  if (!told)
    return {
      ...none,
      motivation: PublicPoint.shape.motivation.parse(open.motivation ?? ''),
      decision: PublicPoint.shape.decision.parse(open.decision ?? ''),
    }
  return {
    organ_speaks: told.organSpeaks,
    motivation: redacted(toHtml(told.motivation)),
    sentences: told.votes,
    verb: told.verb,
    decision: redacted(toHtml(told.decision)),
  }
}

function publicVote(
  { motion, secret, tally, outcome, article, ballots }: RecordedVote,
  { names: shows }: PublicRule,
  names: ReadonlyMap<string, string>,
): PublicVote {
  return {
    ...{ about: motion?.title ?? null, secret, ...tally, adopted: outcome.adopted, article },
    // Of a secret vote nobody knows; of a public one its organ says whether it is shown.
    voters:
      secret || !shows
        ? []
        : [...ballots].map(([seat, choice]) => ({ name: names.get(seat) ?? '', choice })),
  }
}
