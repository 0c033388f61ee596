import fc from 'fast-check'
import { secretDeeds } from '../../live/test/devices.ts'
import { decisions } from '../../deliberations/test/verbs.ts'
import { minutesVerbs } from '../../minutes/test/verbs.ts'

const nat = fc.nat({ max: 6 })

/** What somebody may do around a meeting in the course of a sequence: before it, on its screens, after it, in the other organ. */
export const deedsAround = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('onward' as const),
      ...{ item: nat, urgent: fc.boolean() },
      verb: fc.constantFrom('wish', 'wish', 'wish', 'send', 'take_back', 'drop'),
      privacy: fc.constantFrom(null, null, 'public', 'secret'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('screens' as const),
      item: fc.constantFrom(0, 0, 0, 1, 4),
      choice: fc.constantFrom('yes', 'yes', 'no', 'abstain'),
      who: fc.constantFrom('mayor', 'councillor', 'alderman'),
      verb: fc.constantFrom(
        ...(['call', 'open', 'open', 'open_motion', 'own', 'aloud', 'aloud'] as const),
        ...(['close_vote', 'close_vote', 'drop_vote'] as const),
      ),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('hold' as const),
      of: fc.constantFrom('next', 'next', 'there'),
      ...{ item: nat, decision: fc.constantFrom(...decisions) },
      verb: fc.constantFrom(
        ...([
          'open',
          'open',
          'close',
          'close',
          'decide',
          'decide',
          'reopen_point',
          'settle',
        ] as const),
        ...(['freeze', 'unfreeze', 'cancel', 'lift', 'reopen', 'sooner'] as const),
      ),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('minutes' as const),
      ...{ item: nat, of: fc.constantFrom('meeting', 'meeting', 'meeting', 'next') },
      verb: fc.constantFrom('provide', 'provide', ...minutesVerbs),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('hours' as const),
      opened: fc.option(nat),
      closed: fc.option(nat),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('explain' as const), item: nat, words: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('recurring' as const), back: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('come_back' as const), item: nat }),
  },
  { weight: 3, arbitrary: secretDeeds },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('practise' as const),
      ...{ hides: fc.boolean(), ended: fc.nat({ max: 4 }).map((one) => one === 0) },
      goes_on: fc.constantFrom('no', 'year'),
    }),
  },
)
export type DeedAround = typeof deedsAround extends fc.Arbitrary<infer D> ? D : never
