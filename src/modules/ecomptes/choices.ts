import { z } from 'zod'
import { fileInBody, flag, gathered } from '#kernel/http'
import { Edition } from '#kernel/pages'
import { importFiles } from '#commons/imports'

/** The upload in the page; `sample` takes the fictional plan of the repository instead. */
export const UploadForm = z
  .object({ file: importFiles(1), sample: flag() })
  .refine(({ file: [first], sample }) => sample || Boolean(first && (first.name || first.size)), {
    path: ['file'],
    message: 'http.field.required',
  })

/** The answers in the page: `departments.<name>` is a service, `create` or `name`. */
export const AnswerForm = z.preprocess(
  (given) => ({ ...Object(given), departments: gathered('departments')(given) }),
  z.object({
    act: z.enum(['look', 'commit']).default('look'),
    fields: flag(),
    add: flag(),
    departments: z.record(z.string(), z.string().max(200)),
    ...Edition.partial().shape,
  }),
)

/** A file and its answers by the API. */
export const ExchangeBody = z.object({
  file: fileInBody(),
  ...{ fields: flag(), add: flag() },
  departments: z.record(z.string(), z.string().max(200)).default({}),
  ...Edition.partial().shape,
})

export const ExportQuery = z.object({
  body: z.enum(['AC', 'CPAS']).optional(),
  shape: z.enum(['to_ecomptes', 'from_ecomptes']).default('to_ecomptes'),
})
