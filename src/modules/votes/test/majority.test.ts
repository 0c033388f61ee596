import type { MajorityRule, QuorumRule } from '#commons/law'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { membersFor, quorum } from '../../sittings/test/verbs.ts'
import { ballots, outcome, tally, voters, type Tally } from '../majority.ts'

const council: MajorityRule = { kind: 'majority', base: 'expressed', tie: 'rejected' }
const college: MajorityRule = { ...council, tie: 'postponed' }
const urgentCollege: MajorityRule = { ...council, tie: 'president' }
const rules = fc.constantFrom(council, college, urgentCollege)

const counts = (some: Partial<Tally>): Tally => ({ ...tally([]), ...some })
const number = fc.nat({ max: 60 })
const anyTally = fc.record({
  yes: number,
  no: number,
  abstain: number,
  blank: number,
  invalid: number,
})

test('a tie rejects the point (L1122-26)', () => {
  const tied = counts({ yes: 8, no: 8, abstain: 3 })
  expect(outcome(tied, council)).toEqual({ adopted: false, reason: 'tie' })
})

test('one vote more carries the point, one vote less does not (L1122-26)', () => {
  expect(outcome(counts({ yes: 9, no: 8 }), council)).toEqual({ adopted: true })
  expect(outcome(counts({ yes: 8, no: 9 }), council)).toEqual({
    adopted: false,
    reason: 'minority',
  })
})

test('one yes carries the point where all the others abstain (L1122-26)', () => {
  expect(outcome(counts({ yes: 1, abstain: 24 }), council)).toEqual({ adopted: true })
})

test('where nobody says yes or no, no majority exists', () => {
  for (const rule of [council, college, urgentCollege]) {
    expect(outcome(counts({ abstain: 4, blank: 2 }), rule, 'yes')).toEqual({
      adopted: false,
      reason: 'no_vote_cast',
    })
  }
})

test('a tie in the college puts the point off to a later meeting (L1123-22)', () => {
  expect(outcome(counts({ yes: 3, no: 3 }), college, 'yes')).toEqual({
    adopted: false,
    reason: 'tie_postponed',
  })
})

test('in an urgent matter the vote of the president breaks the tie of the college (L1123-22)', () => {
  const tied = counts({ yes: 3, no: 3 })
  expect(outcome(tied, urgentCollege, 'yes')).toEqual({ adopted: true })
  expect(outcome(tied, urgentCollege, 'no')).toEqual({ adopted: false, reason: 'tie' })
  const undecided = { adopted: false, reason: 'tie_postponed' }
  expect(outcome(tied, urgentCollege, 'abstain')).toEqual(undecided)
  expect(outcome(tied, urgentCollege)).toEqual(undecided)
})

test('the president outweighs nobody where there is no tie', () => {
  fc.assert(
    fc.property(anyTally, fc.constantFrom(...ballots), (votes, casting) => {
      fc.pre(votes.yes !== votes.no)
      expect(outcome(votes, urgentCollege, casting)).toEqual(outcome(votes, council))
    }),
  )
})

test('abstentions, blank and void papers never change the outcome (L1122-26)', () => {
  fc.assert(
    fc.property(anyTally, anyTally, rules, (votes, other, rule) => {
      const changed = { ...other, yes: votes.yes, no: votes.no }
      expect(outcome(changed, rule)).toEqual(outcome(votes, rule))
    }),
  )
})

test('a point adopted stays so with one more yes, and no rule adopts what most refuse', () => {
  fc.assert(
    fc.property(anyTally, rules, (votes, rule) => {
      const { adopted } = outcome(votes, rule)
      if (adopted) expect(outcome({ ...votes, yes: votes.yes + 1 }, rule).adopted).toBe(true)
      expect(adopted).toBe(votes.yes * 2 > votes.yes + votes.no)
    }),
  )
})

test('every ballot is counted once, in whatever order it comes', () => {
  const cast = fc.array(fc.constantFrom(...ballots))
  fc.assert(
    fc.property(cast, (votes) => {
      const counted = tally(votes)
      expect(voters(counted)).toBe(votes.length)
      expect(tally(votes.toReversed())).toEqual(counted)
      for (const ballot of ballots) {
        expect(counted[ballot]).toBe(votes.filter((vote) => vote === ballot).length)
      }
    }),
  )
})

const ofCouncil: QuorumRule = {
  kind: 'quorum',
  of: 'in_office',
  share: 'majority',
  waivedFrom: 3,
}

test.each([
  [25, 13],
  [24, 13],
  [23, 12],
  [1, 1],
])('of %i members in office, %i must be present (L1122-17)', (inOffice, required) => {
  expect(quorum(inOffice, required, ofCouncil)).toEqual({ met: true, required, waived: false })
  expect(quorum(inOffice, required - 1, ofCouncil)).toEqual({ met: false, required, missing: 1 })
})

test('a point carried for the third time is decided whatever the number present (L1122-17)', () => {
  expect(quorum(25, 6, ofCouncil, 2)).toEqual({ met: false, required: 13, missing: 7 })
  expect(quorum(25, 6, ofCouncil, 3)).toEqual({ met: true, required: 13, waived: true })
})

test('the quorum of the college is never waived (L1123-20)', () => {
  expect(quorum(7, 3, { ...ofCouncil, waivedFrom: null }, 9).met).toBe(false)
})

test('a quorum is more than half, and one member less is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (inOffice) => {
      const { required } = quorum(inOffice, 0, ofCouncil)
      expect(required * 2).toBeGreaterThan(inOffice)
      expect((required - 1) * 2).toBeLessThanOrEqual(inOffice)
    }),
  )
})

test('two thirds of those present declare urgency (L1122-24), a third may ask a vote aloud (L1122-27)', () => {
  const urgency = { kind: 'share_of_present', numerator: 2, denominator: 3 } as const
  const aloud = { kind: 'share_of_present', numerator: 1, denominator: 3 } as const
  expect([23, 24, 25].map((present) => membersFor(urgency, present))).toEqual([16, 16, 17])
  expect([23, 24, 25].map((present) => membersFor(aloud, present))).toEqual([8, 8, 9])
})
