import { z } from 'zod'
import { oneLine } from '#kernel/http'

export const verdicts = ['masked', 'kept'] as const
export const kinds = [
  ...(['person', 'address', 'national_number', 'telephone'] as const),
  ...(['email', 'iban', 'plate', 'birth_date'] as const),
  'hand',
] as const

const Verdict = z.enum([...verdicts, ''])
const ticked = z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false)

/** What is judged of a point: words, or all of a kind. */
export const Judging = z
  .object({
    words: oneLine(500).default('').describe('As they were found, or as they stand in the text.'),
    kind: z
      .enum([...kinds, ''])
      .default('')
      .describe('All of a kind that are still to judge, where no words are said.'),
    verdict: Verdict.describe('Empty: they are to judge again.'),
    everywhere: ticked.describe('Wherever the words stand in the meeting.'),
    was: Verdict.optional().describe('What was judged, as it was seen: refused where it is not.'),
  })
  .refine(({ words, kind }) => words !== '' || kind !== '', {
    path: ['words'],
    error: 'publications.review.which',
  })

export const Confirming = z.object({
  edition: z.string().max(40).optional().describe('Of what was looked at.'),
})
