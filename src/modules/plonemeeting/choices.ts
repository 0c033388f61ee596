import { z } from 'zod'
import { fileInBody, flag, gathered, id, optionalId } from '#kernel/http'
import { importFiles, type ImportKind } from '#commons/imports'
import type { Answers } from './importing.ts'
import type { Choices } from './plan.ts'

/** The upload in the page; `sample` takes the fictional meeting of the repository instead. */
export const UploadForm = z.object({
  files: importFiles(),
  organ_id: optionalId(),
  sample: flag(),
})

const kept = z.record(z.string(), z.union([z.string(), z.object({ create: z.string() })]))

/** The import of a meeting between its upload and its end. */
export const meetingImport: ImportKind<Answers> = {
  name: 'plonemeeting.meeting',
  answers: z.object({
    organId: z.string().nullable(),
    choices: z.object({
      categories: kept,
      services: kept,
      createMissing: z.boolean(),
      leaveOutRefused: z.boolean(),
      acceptRepaired: z.boolean(),
      held: z.boolean().nullable().default(false),
    }),
  }),
}

const tokens = z.record(z.string(), z.string().max(200))

/** The answers in the page: `categories.<token>`, `services.<token>` and `names.<token>`. */
export const AnswerForm = z.preprocess(
  (given) => ({
    ...Object(given),
    categories: gathered('categories')(given),
    services: gathered('services')(given),
    names: gathered('names')(given),
  }),
  z
    .object({
      act: z.enum(['look', 'create_missing', 'commit']).default('look'),
      organ_id: optionalId(),
      categories: tokens,
      services: tokens,
      names: tokens,
      leave_out_refused: flag(),
      accept_repaired: flag(),
      held: flag(),
    })
    .transform(({ act, organ_id, names, ...answers }) => ({
      act,
      organId: organ_id,
      choices: {
        categories: answered(answers.categories),
        services: answered(answers.services, names),
        createMissing: act === 'create_missing',
        leaveOutRefused: answers.leave_out_refused,
        acceptRepaired: answers.accept_repaired,
        held: answers.held,
      } satisfies Choices,
    })),
)

function answered(chosen: Record<string, string>, names: Record<string, string> = {}) {
  const answers = Object.entries(chosen).filter(([, value]) => value !== '')
  return Object.fromEntries(
    answers.map(([token, value]) => {
      const name = names[token]
      return [token, value === 'create' && name !== undefined ? { create: name } : value]
    }),
  )
}

const labels = z
  .record(z.string(), z.union([id(), z.literal('create'), z.object({ create: z.string() })]))
  .default({})

/** The same by the API, with the files in it. */
export const ImportBody = z
  .object({
    files: z.array(fileInBody()).max(1000),
    organ_id: optionalId(),
    categories: labels,
    services: labels,
    create_missing: flag(),
    leave_out_refused: flag(),
    accept_repaired: flag(),
    held: flag().describe('It is over: a closed meeting, held elsewhere, never to be rewritten.'),
  })
  .transform(({ files, organ_id, ...answers }) => ({
    files,
    organId: organ_id,
    choices: {
      categories: answers.categories,
      services: answers.services,
      createMissing: answers.create_missing,
      leaveOutRefused: answers.leave_out_refused,
      acceptRepaired: answers.accept_repaired,
      held: answers.held,
    } satisfies Choices,
  }))
