import { z } from 'zod'
import { flag, optionalLine, optionalLines, several } from '#kernel/http'

/** What is sent of a file that is to leave. */
export const Judging = z.object({
  masked: several(z.coerce.number().int().min(0).max(100_000)).describe(
    'Of what was found, by its place in the list, what is masked: wherever the same words stand. The rest leaves.',
  ),
  words: optionalLines(4000)
    .transform((lines) => [...new Set(lines.split('\n').map((one) => one.trim()))].filter(Boolean))
    .refine((words) => words.length <= 100)
    .describe('What is masked besides, wherever it stands: a word or a name a line.'),
  title: optionalLine(200).describe('The title under which it leaves; empty: its own.'),
  looked: flag().describe('Whoever sends it looked at what could not be read.'),
})
