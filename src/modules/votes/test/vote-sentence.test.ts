import '../locales/index.ts'
import { inLanguage } from '#kernel/i18n'
import { expect, test } from 'vitest'
import { outcome, tally, type Ballot, type Tally } from '../majority.ts'
import { dissentSentence, votersSentence, voteSentence, type PublicVote } from '../vote-sentence.ts'

const council = { kind: 'majority', base: 'expressed', tie: 'rejected' } as const
const college = { ...council, tie: 'postponed' } as const

const counts = (some: Partial<Tally>): Tally => ({ ...tally([]), ...some })

function publicly(some: Partial<Tally>): string {
  const counted = counts(some)
  return voteSentence({ secret: false, tally: counted, members: [] }, outcome(counted, council))
}

function secretly(some: Partial<Tally>): string {
  const counted = counts(some)
  return voteSentence({ secret: true, tally: counted }, outcome(counted, council))
}

function english(sentence: () => string): string {
  return inLanguage('en', sentence)
}

test('four voters, two for, one against, one abstaining (E01)', () => {
  const votes = { yes: 2, no: 1, abstain: 1 }
  expect(publicly(votes)).toBe('Par 2 voix pour, une voix contre et une abstention,')
  expect(english(() => publicly(votes))).toBe(
    'By 2 votes for, one vote against and one abstention,',
  )
  expect(votersSentence(counts(votes))).toBe('Il y a 4 votants.')
  expect(votersSentence(counts({ yes: 1 }))).toBe('Il y a un votant.')
  expect(english(() => votersSentence(counts(votes)))).toBe('There are 4 voters.')
})

test('only a vote in which all voters say yes is unanimous', () => {
  expect(publicly({ yes: 4 })).toBe('À l’unanimité,')
  expect(english(() => publicly({ yes: 4 }))).toBe('Unanimously,')
  expect(publicly({ yes: 4, abstain: 1 })).toBe('Par 4 voix pour et une abstention,')
  expect(publicly({ no: 4 })).toBe('Par 4 voix contre, la proposition est rejetée.')
})

test('a secret ballot says so, and counts its blank and void papers (L1122-27)', () => {
  expect(secretly({ yes: 4 })).toBe('Au scrutin secret, à l’unanimité,')
  expect(secretly({ yes: 12, no: 2, blank: 1, invalid: 2 })).toBe(
    'Au scrutin secret, par 12 voix pour, 2 voix contre, un bulletin blanc et 2 bulletins nuls,',
  )
  expect(english(() => secretly({ yes: 12, invalid: 1 }))).toBe(
    'By secret ballot, by 12 votes for and one void paper,',
  )
})

test('a rejected point says that it is rejected, and that a tie did it (L1122-26)', () => {
  expect(publicly({ yes: 1, no: 3 })).toBe(
    'Par une voix pour et 3 voix contre, la proposition est rejetée.',
  )
  expect(publicly({ yes: 8, no: 8, abstain: 3 })).toBe(
    'Par 8 voix pour, 8 voix contre et 3 abstentions, les voix étant partagées, la proposition est rejetée.',
  )
  expect(english(() => publicly({ yes: 8, no: 8 }))).toBe(
    'By 8 votes for and 8 votes against, the votes being tied, the proposal is rejected.',
  )
})

test('a tie in the college puts the matter off; the president’s vote may break it (L1123-22)', () => {
  const tied = counts({ yes: 3, no: 3 })
  const vote: PublicVote = { secret: false, tally: tied, members: [] }
  expect(voteSentence(vote, outcome(tied, college))).toBe(
    'Par 3 voix pour et 3 voix contre, les voix étant partagées, l’affaire est remise à une autre séance.',
  )
  const broken = { ...vote, casting: { civility: 'mr' } } as const
  expect(voteSentence(broken, outcome(tied, { ...college, tie: 'president' }, 'yes'))).toBe(
    'Par 3 voix pour et 3 voix contre, la voix du président étant prépondérante,',
  )
})

test('a point on which nobody says yes or no is not adopted', () => {
  expect(publicly({ abstain: 4 })).toBe(
    'Par 4 abstentions, aucune voix n’ayant été exprimée, la proposition n’est pas adoptée.',
  )
  expect(publicly({})).toBe('Aucune voix n’ayant été exprimée, la proposition n’est pas adoptée.')
})

function voteOf(cast: Record<string, Ballot>): PublicVote {
  const members = Object.entries(cast).map(([name, ballot]) => ({ name, ballot }))
  return { secret: false, tally: tally(Object.values(cast)), members }
}

test('a public vote names those against and those abstaining, in the order of attendance (L1122-27)', () => {
  const vote = voteOf({
    'Mme Sorel': 'yes',
    'M. Vautrin': 'no',
    'Mme Arnoux': 'abstain',
    'M. Birotteau': 'no',
    'Mme Grandet': 'no',
  })
  expect(dissentSentence(vote)).toBe(
    'Votent contre\u00A0: M. Vautrin, M. Birotteau et Mme Grandet. S’abstient\u00A0: Mme Arnoux.',
  )
  expect(english(() => dissentSentence(vote))).toBe(
    'Vote against: M. Vautrin, M. Birotteau and Mme Grandet. Abstains: Mme Arnoux.',
  )
})

test('nobody is named where nobody dissents', () => {
  expect(dissentSentence(voteOf({ 'Mme Sorel': 'yes', 'M. Vautrin': 'yes' }))).toBe('')
})

test('who voted for is named too where they are fewer than the share that is set, in the order of attendance (E02)', () => {
  const vote = voteOf({
    'Mme Sorel': 'no',
    'M. Vautrin': 'yes',
    'Mme Arnoux': 'abstain',
    'M. Birotteau': 'yes',
    'Mme Grandet': 'no',
  })
  expect(dissentSentence(vote, 41)).toMatch(
    /^Votent pour\u00A0: M. Vautrin et M. Birotteau\. Votent contre/,
  )
  // Two of five are 40 per cent: not under 40.
  expect(dissentSentence(vote, 40)).not.toContain('Votent pour')
})
