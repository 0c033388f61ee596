import type { ElectionRule } from '#commons/law'

/** Somebody whom an organ may elect; when they were born decides between as many votes. */
export interface Candidate {
  id: string
  born_on: Temporal.PlainDate | null
}

/** What was found in the urn: valid papers, and the votes that each candidate has on them. */
export interface Count {
  papers: number
  votes: Readonly<Record<string, number>>
}

/** How a round ends: who is elected, between whom the second is held, and whether an age decided. */
export interface RoundEnd {
  elected: string[]
  ballottage: string[]
  byAge: boolean
  /** Those of as many votes between whom only their birth decides, and it is not known. */
  ageless: string[]
}

/** How many votes elect in the first round: more than half of the valid papers. */
export const absoluteMajority = (papers: number): number => Math.floor(papers / 2) + 1

/**
 * The first round (CDLD L1122-28): who has the absolute majority of the valid papers is elected, those with most votes first. For
 * each post that is left, so many candidates as the rule says stay for the second.
 */
export function firstRound(
  posts: number,
  candidates: readonly Candidate[],
  count: Count,
  rule: Pick<ElectionRule, 'ballottage'>,
): RoundEnd {
  const enough = absoluteMajority(count.papers)
  const over = candidates.filter(({ id }) => votesOf(count, id) >= enough)
  const first = best(over, posts, count)
  const left = posts - first.taken.length
  if (left === 0 || first.ageless.length > 0) return ended(first, none)
  const others = candidates.filter(({ id }) => !first.taken.includes(id))
  return ended(first, best(others, left * rule.ballottage, count))
}

/** The second round: the most votes elect, between those who stayed; at as many, the eldest. */
export function secondRound(
  posts: number,
  candidates: readonly Candidate[],
  count: Count,
): RoundEnd {
  const named = candidates.filter(({ id }) => votesOf(count, id) > 0)
  return ended(best(named, posts, count), none)
}

interface Best {
  taken: string[]
  byAge: boolean
  ageless: string[]
}

const none: Best = { taken: [], byAge: false, ageless: [] }

const ended = (elected: Best, stay: Best): RoundEnd => ({
  elected: elected.taken,
  ballottage: stay.taken,
  byAge: elected.byAge || stay.byAge,
  ageless: [...elected.ageless, ...stay.ageless],
})

const votesOf = ({ votes }: Count, id: string): number => votes[id] ?? 0

/** The first so many by votes, and by age where that decides who is among them. */
function best(candidates: readonly Candidate[], most: number, count: Count): Best {
  const sorted = candidates.toSorted(
    (one, other) =>
      votesOf(count, other.id) - votesOf(count, one.id) || byBirth(one.born_on, other.born_on),
  )
  const taken = sorted.slice(0, most)
  const [last, next] = [taken.at(-1), sorted[most]]
  if (!last || !next || votesOf(count, last.id) !== votesOf(count, next.id))
    return { taken: taken.map(({ id }) => id), byAge: false, ageless: [] }
  const tied = sorted.filter(({ id }) => votesOf(count, id) === votesOf(count, last.id))
  const decided = last.born_on && next.born_on && byBirth(last.born_on, next.born_on) !== 0
  return {
    taken: taken.map(({ id }) => id),
    byAge: true,
    ageless: decided ? [] : tied.map(({ id }) => id),
  }
}

/** The eldest first; of whom it is not known, last. */
function byBirth(one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return Temporal.PlainDate.compare(one, other)
}
