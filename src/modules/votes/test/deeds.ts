import fc from 'fast-check'
import { decisions } from '../../deliberations/test/verbs.ts'
import { electionDeeds } from './election-deeds.ts'

const nat = fc.nat({ max: 6 })
/** What somebody may do to a meeting in the course of a sequence. */
export const deeds = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('close', 'adopt') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('step' as const),
      verb: fc.constantFrom('freeze', 'unfreeze', 'lift', 'cancel', 'reopen', 'reopen'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('attend' as const),
      away: fc.oneof(fc.constant<number[]>([]), fc.array(nat, { maxLength: 3 })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move_person' as const),
      ...{ seat: nat, item: nat, kind: fc.constantFrom('arrives', 'leaves', 'withdraws') },
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('incident' as const),
      ...{ seat: nat, item: nat, during: fc.boolean(), ends: fc.boolean(), minute: nat },
      kind: fc.constantFrom('suspended', 'withdrawn', 'readmitted', 'presides', 'keeps'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('stretch' as const),
      ...{ seat: nat, item: nat, until: nat, as: fc.constantFrom('there', 'away', 'aside') },
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('proxy' as const),
      ...{ seat: nat, holder: nat, item: nat },
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('resume', 'erase_incident', 'erase_proxy'),
      item: nat,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('vote' as const),
      ...{
        item: nat,
        ballots: fc.array(fc.constantFrom('yes', 'yes', 'no', 'abstain'), {
          minLength: 1,
          maxLength: 4,
        }),
      },
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      item: nat,
      verb: fc.constantFrom(...decisions),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('reopen', 'unvote', 'unanimity', 'withdraw', 'urgent', 'erase_movement'),
      item: nat,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      item: nat,
      kind: fc.constantFrom('amendment', 'part', 'option', 'option'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('vote_apart' as const),
      item: nat,
      choice: fc.constantFrom('yes', 'yes', 'no'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('unput', 'unvote_apart', 'recognise', 'call', 'uncall', 'apply'),
      item: nat,
    }),
  },
  { weight: 2, arbitrary: electionDeeds },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      item: nat,
      to: fc.oneof(nat, fc.constantFrom('1', '2', '1.1', '1.2', '2.1', '2.1', '3.1')),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('present' as const), item: nat }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('rewrite' as const),
      item: nat,
      said: fc.constantFrom<object>(
        { decision: '' },
        { decision: '<p>D’approuver.</p>' },
        { privacy: 'secret' },
        { privacy: 'public' },
        { purpose: 'information' },
        { purpose: 'decision' },
        { poll_type: 'no_vote' },
        { matter: 'discipline', poll_type: 'secret' },
        { matter: 'other' },
        // Above what the law leaves without an advice, and below it again.
        { amount: 5_000_000 },
        { amount: null },
      ),
    }),
  },
)
export type Deed = typeof deeds extends fc.Arbitrary<infer D> ? D : never

/** One of some, whichever number is told. */
export const at = <T>(some: readonly T[], which: number): T => {
  const one = some[which % some.length]
  if (one === undefined) throw new Error('There is none')
  return one
}
