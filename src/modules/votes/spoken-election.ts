import { t } from '#kernel/i18n'
import { enumerated } from '#modules/sittings'
import { absoluteMajority, firstRound, secondRound } from './election-count.ts'
import { type Election, electionsOf, nameAll } from './election.ts'
import type { SpokenVote } from './spoken.ts'

/** An election in the words of the minutes: its rounds, a paragraph each, and what leads to the act. */
interface SpokenElection {
  readonly rounds: readonly string[]
  readonly vote: SpokenVote
}

/** Two candidates for each post stay for the second round, by every rule there is; what was counted is never counted otherwise. */
const rule = { ballottage: 2 } as const

/** How the elections on these points went, by item id. */
export async function spokenElections(
  itemIds: readonly string[],
): Promise<Map<string, SpokenElection>> {
  const held = [...(await electionsOf(itemIds))].filter(([, { rounds }]) => rounds.length > 0)
  return new Map(held.map(([id, election]) => [id, spoken(election)]))
}

function spoken({ posts, candidates, rounds }: Election): SpokenElection {
  const [first, second] = rounds
  const one = first && firstRound(posts, candidates, first, rule)
  const stay = candidates.filter(({ id }) => one?.ballottage.includes(id))
  const two = second && one && secondRound(posts - one.elected.length, stay, second)
  const ends = [one, two].flatMap((end) => end ?? [])
  const names = enumerated(
    nameAll(
      candidates,
      ends.flatMap(({ elected }) => elected),
    ),
  )
  const said = rounds.map((round, at) => {
    const counts = enumerated(
      candidates
        .filter(({ id }) => (at === 0 ? true : stay.some((some) => some.id === id)))
        .map(({ id, name }) => t('votes.election.has', { name, count: round.votes[id] ?? 0 })),
    )
    return [
      t('votes.election.said', {
        ...{ number: round.number, papers: round.papers, blank: round.blank },
        ...{ invalid: round.invalid, majority: absoluteMajority(round.papers), counts },
      }),
      ...(ends[at]?.byAge ? [t('votes.election.by_age')] : []),
    ].join(' ')
  })
  const none = t('votes.election.nobody')
  return {
    rounds: said,
    vote: {
      leading: names ? t('votes.election.leading', { names }) : none,
      whole: names ? t('votes.election.whole', { names }) : none,
      dissent: '',
    },
  }
}
