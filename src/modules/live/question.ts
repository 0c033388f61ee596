import { Conflict, ensure } from '#kernel/errors'
import type { Item, Meeting } from '#modules/deliberations'
import {
  electionRule,
  electionsOf,
  ensureChoiceOpen,
  ensureItsTurn,
  type Motion,
  nextRound,
  optionsOf,
} from '#modules/votes'

/** What is put to the vote on the screens, and what one may answer. */
export interface Question {
  /** The point or what is put to it, for or against; one of several options; candidates for posts. */
  kind: 'motion' | 'choice' | 'election'
  /** Options or candidates: what is answered by name. */
  named: readonly { id: string; name: string }[]
  /** How many of the named one may answer at once: as many as there are posts. */
  most: number
}

const plain: Question = { kind: 'motion', named: [], most: 1 }

/** What would be asked of a point now, or of what is put to it. */
export async function questionOf(
  item: Item,
  motion: Motion | null,
  meeting: Meeting,
): Promise<Question> {
  if (motion) return plain
  const election = (await electionsOf([item.id])).get(item.id)
  const rule = election && (await electionRule(item, meeting))
  const next = rule && nextRound(election, rule.value)
  if (next) return { kind: 'election', named: next.candidates, most: next.posts }
  const options = await optionsOf(item)
  if (options.length === 0) return plain
  return {
    kind: 'choice',
    named: options.map(({ id, title }) => ({ id, name: title })),
    most: 1,
  }
}

/** Refuses a question whose turn has not come. */
export async function ensureAsked(
  { kind }: Question,
  item: Item,
  motion: Motion | null,
): Promise<void> {
  // Where an election has no round left to vote, it is refused as one that is voted by rounds.
  if (kind === 'motion') return ensureItsTurn(item, motion)
  if (kind === 'choice') await ensureChoiceOpen(item)
  ensure(item.state === 'frozen', Conflict, 'sittings.vote.decided_already')
}

/** What may be answered besides names. */
export const otherAnswers = ({ kind }: Question): readonly ('yes' | 'no' | 'abstain')[] =>
  kind === 'motion' ? ['yes', 'no', 'abstain'] : kind === 'choice' ? ['no', 'abstain'] : []

/** Whether this is an answer, to a question that is answered by one. */
export const isAnswer = (question: Question, answer: string): boolean =>
  otherAnswers(question).some((one) => one === answer) ||
  question.named.some(({ id }) => id === answer)
