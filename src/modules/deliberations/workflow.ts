import { directorGeneral } from '#commons/directory'
import { type Obstacle, workflow } from '#commons/workflow'
import { mayTakeBack } from './followed.ts'
import type { Item } from './item.ts'
import { hasPoints, mayClose, mayLift, mayOpen, mayReopen, notConvoked } from './meeting-guards.ts'
import { type RecordedOutcome, outcomesOf, sittingObstacles } from './outcome.ts'
import { isComplete, mayPresent } from './presenting.ts'
import { hasAct, wordsNeeded } from './purpose.ts'
import { secretariat } from './role.ts'

/** Decided by the organ or by who answers for it: a program takes no such step. */
const inPerson = true

/** The meeting (séance): CDLD L1122-13 to L1122-27. */
export const meetingWorkflow = workflow('deliberations.meeting', {
  initial: 'created',
  states: {
    created: { tone: 'info', waitsFor: [secretariat] },
    frozen: { tone: 'info', waitsFor: [secretariat] },
    decided: { tone: 'warn', waitsFor: [secretariat] },
    closed: { tone: 'good' },
    cancelled: { tone: 'neutral', final: true },
  },
  transitions: {
    freeze: { from: ['created'], to: 'frozen', who: [secretariat], when: hasPoints },
    decide: { from: ['frozen'], to: 'decided', who: [secretariat], when: mayOpen, inPerson },
    close: { from: ['decided'], to: 'closed', who: [secretariat], when: mayClose, inPerson },
    lift: { from: ['decided'], to: 'closed', who: [secretariat], when: mayLift, inPerson },
    unfreeze: {
      from: ['frozen'],
      to: 'created',
      who: [secretariat],
      when: notConvoked,
      back: true,
    },
    cancel: {
      from: ['created', 'frozen'],
      to: 'cancelled',
      who: [secretariat],
      comment: 'required',
      back: true,
      inPerson,
    },
    // What was decided is corrected in the meeting itself, until its minutes are approved.
    reopen: {
      from: ['closed'],
      to: 'decided',
      who: [secretariat],
      when: mayReopen,
      comment: 'required',
      back: true,
      inPerson,
    },
  },
})

/** The point (point d’ordre du jour), through its levels of validation to its decision. */
export const itemWorkflow = workflow('deliberations.item', {
  initial: 'created',
  states: {
    created: {
      tone: 'neutral',
      waitsFor: ['author'],
      edits: ['service:editor', 'service:head', 'author'],
    },
    proposed: {
      tone: 'info',
      waitsFor: ['service:head'],
      edits: ['service:head'],
      skippedBy: 'endorse',
    },
    prevalidated: {
      tone: 'info',
      waitsFor: [directorGeneral],
      skippedBy: 'validate',
      edits: [directorGeneral],
    },
    validated: { tone: 'info', waitsFor: [secretariat], edits: [secretariat] },
    presented: { tone: 'info', edits: [secretariat] },
    frozen: { tone: 'info', edits: [secretariat] },
    accepted: { tone: 'good', final: true },
    accepted_modified: { tone: 'good', final: true },
    refused: { tone: 'bad', final: true },
    delayed: { tone: 'neutral', final: true },
    removed: { tone: 'neutral', final: true },
    treated: { tone: 'neutral', final: true },
    cancelled: { tone: 'neutral' },
  },
  transitions: {
    propose: {
      from: ['created'],
      to: 'proposed',
      who: ['service:editor', 'service:head'],
      when: isComplete,
    },
    endorse: {
      from: ['proposed'],
      to: 'prevalidated',
      who: ['service:head'],
      when: isComplete,
      inPerson,
    },
    validate: {
      from: ['prevalidated'],
      to: 'validated',
      who: [directorGeneral],
      when: isComplete,
      inPerson,
    },
    present: { from: ['validated'], to: 'presented', who: [secretariat], when: mayPresent },
    freeze: { from: ['presented'], to: 'frozen', who: [] },
    unfreeze: { from: ['frozen'], to: 'presented', who: [] },
    accept: {
      from: ['frozen'],
      to: 'accepted',
      who: [secretariat],
      when: { many: votesCarry },
      inPerson,
    },
    accept_modified: {
      from: ['frozen'],
      to: 'accepted_modified',
      who: [secretariat],
      when: { many: votesCarry },
      inPerson,
    },
    refuse: {
      from: ['frozen'],
      to: 'refused',
      who: [secretariat],
      when: { many: votesDoNotCarry },
      inPerson,
    },
    delay: {
      from: ['frozen'],
      to: 'delayed',
      who: [secretariat],
      when: { many: mayPutOff },
      inPerson,
    },
    remove: {
      from: ['frozen'],
      to: 'removed',
      who: [secretariat],
      when: { many: mayPutOff },
      inPerson,
    },
    // Heard (information, communication, question orale): no act comes out of it.
    treat: {
      from: ['frozen'],
      to: 'treated',
      who: [secretariat],
      when: { many: mayTreat },
      inPerson,
    },
    // The sitting was lifted for want of quorum (CDLD L1122-17).
    lapse: { from: ['frozen'], to: 'delayed', who: [] },
    // The meeting was called off after its agenda was frozen.
    fall: { from: ['frozen'], to: 'delayed', who: [] },
    reopen: {
      from: ['accepted', 'accepted_modified', 'refused', 'delayed', 'removed', 'treated'],
      to: 'frozen',
      who: [secretariat],
      when: mayTakeBack,
      back: true,
      inPerson,
    },
    withdraw: {
      from: ['presented', 'frozen'],
      to: 'validated',
      who: [secretariat],
      back: true,
    },
    send_back: {
      from: ['proposed', 'prevalidated', 'validated'],
      to: 'created',
      who: ['service:head', directorGeneral, secretariat],
      comment: 'required',
      back: true,
    },
    drop: {
      from: ['created'],
      to: 'cancelled',
      who: ['author', 'service:editor', 'service:head'],
      comment: 'required',
      back: true,
    },
    cancel: {
      from: ['proposed', 'prevalidated', 'validated'],
      to: 'cancelled',
      who: ['service:head', directorGeneral, secretariat],
      comment: 'required',
      back: true,
    },
    restore: {
      from: ['cancelled'],
      to: 'created',
      who: ['author', 'service:head', directorGeneral, secretariat],
      back: true,
    },
  },
})

/** The decisions that a meeting can take on a point. */
export const decisions = [
  'accept',
  'accept_modified',
  'refuse',
  'delay',
  'remove',
  'treat',
] as const
export type Decision = (typeof decisions)[number]
/** The states of a point that was decided. */
export const decidedStates = [
  'accepted',
  'accepted_modified',
  'refused',
  'delayed',
  'removed',
  'treated',
]

/** Not after a vote that carried or rejected it: that is its decision. */
async function mayPutOff(some: readonly Item[]): Promise<Map<string, Obstacle>> {
  const outcomes = await outcomesOf(some.map(({ id }) => id))
  const voted = some.filter(({ id }) => settling.has(outcomes.get(id) ?? ''))
  const stands = (await sittingObstacles(some, 'puts_off')).entries()
  return new Map([
    ...voted.map(({ id }) => [id, { key: 'deliberations.vote.settles' } as Obstacle] as const),
    ...stands,
  ])
}

const settling: ReadonlySet<string> = new Set([
  'adopted',
  'minority',
  'tie',
] satisfies RecordedOutcome[])

/** What is only heard is neither accepted nor refused; what has an act is not only heard. */
async function mayTreat(some: readonly Item[]): Promise<Map<string, Obstacle>> {
  const acts = some.filter(hasAct)
  return new Map([
    ...(await sittingObstacles(some, 'puts_off')),
    ...acts.map(({ id }) => [id, { key: 'deliberations.item.has_act' } as Obstacle] as const),
  ])
}

/** No decision is accepted or refused without a vote, where its organ votes. */
async function obstaclesIn(
  some: readonly Item[],
  lacks: (item: Item) => Obstacle | null,
  contradicts: (outcome: RecordedOutcome) => Obstacle | null,
): Promise<Map<string, Obstacle>> {
  const outcomes = await outcomesOf(some.map(({ id }) => id))
  const byLaw = await sittingObstacles(some, 'decides')
  return new Map(
    some.flatMap((item) => {
      const standing = byLaw.get(item.id) ?? lacks(item)
      if (standing) return [[item.id, standing] as const]
      const outcome = outcomes.get(item.id)
      const needed = !outcome && item.poll_type !== 'no_vote'
      const obstacle = outcome ? contradicts(outcome) : needed && voteNeeded
      return obstacle ? [[item.id, obstacle] as const] : []
    }),
  )
}

const voteNeeded: Obstacle = { key: 'deliberations.vote.needed' }
/** A tie that postpones the point (CDLD L1123-22) neither accepts nor refuses it. */
const postponed: Obstacle = { key: 'deliberations.vote.postpones' }

function votesCarry(some: readonly Item[]): Promise<Map<string, Obstacle>> {
  return obstaclesIn(some, wordsNeeded, (outcome) => {
    if (outcome === 'tie_postponed') return postponed
    return outcome === 'adopted' ? null : { key: 'deliberations.vote.rejects' }
  })
}

/** What is not decided is not refused either. */
const notDecided = ({ purpose }: Item): Obstacle | null =>
  purpose === 'decision' ? null : { key: 'deliberations.item.not_refused' }

function votesDoNotCarry(some: readonly Item[]): Promise<Map<string, Obstacle>> {
  return obstaclesIn(some, notDecided, (outcome) => {
    if (outcome === 'tie_postponed') return postponed
    return outcome === 'adopted' ? { key: 'deliberations.vote.adopts' } : null
  })
}
