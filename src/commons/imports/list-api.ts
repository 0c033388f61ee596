import { z } from 'zod'
import type { ApiRoutes } from '#kernel/http'
import { reasonInWords } from '#kernel/jobs'
import { fates, FoundRow, ListAnswers } from './found.ts'
import { beginWriting, keepList, listRows, listState, opened } from './list.ts'
import type { ListKind } from './list-kind.ts'
import { importFiles } from './upload.ts'

const State = z.object({
  id: z.uuid(),
  stage: z
    .enum(['reading', 'read', 'writing', 'written'])
    .describe(
      'A list that is read waits to be written; ask again as long as it is read or written.',
    ),
  done: z.int(),
  total: z.int().describe('Of so many; 0: not known yet.'),
  failed: z.string().nullable().describe('Why it failed for good, in words.'),
  changed: z
    .boolean()
    .describe('It was no longer what was confirmed: look at it again before it is written.'),
  columns: z.array(z.string()).describe('What the head of the list names.'),
  unread: z.array(z.string()).describe('Its columns that are of nothing, and are not read.'),
  counts: z.record(z.enum(fates), z.int()).nullable(),
  rows: z.array(FoundRow),
  written: z.int().nullable(),
})

async function told(kind: ListKind, id: string): Promise<z.input<typeof State>> {
  const { found, reason, ...state } = await listState(kind, id)
  const { stage, done, total, changed, written } = state
  return {
    ...{ id, stage, done, total, changed, written },
    failed: reason && reasonInWords(reason),
    columns: found?.columns ?? [],
    unread: found?.unread ?? [],
    counts: found?.counts ?? null,
    rows: await listRows(kind, id),
  }
}

/** Adds to an API the calls by which a list is sent, looked at row by row, and written: all of it or nothing. */
export function listApi(api: ApiRoutes, at: string, kind: ListKind, what: string): void {
  const { writes } = kind
  api.asking(
    'post',
    `${at}/imports`,
    writes,
    {
      summary: `Send a list of ${what}s; it is read in the background, nothing is written`,
      body: z.object({ files: importFiles(1) }),
      answer: State,
      status: 202,
    },
    async (_c, sent) => {
      const files = await opened(kind, sent.files)
      return async () => told(kind, await keepList(kind, files))
    },
  )
  api.on(
    'get',
    `${at}/imports/:id`,
    writes,
    {
      summary: `How far a list of ${what}s has come that I sent, and what each row says`,
      answer: State,
    },
    (c) => told(kind, c.req.param('id') ?? ''),
  )
  api.on(
    'post',
    `${at}/imports/:id`,
    writes,
    {
      summary: `Have a list of ${what}s written that I sent: all of it or nothing, in the background`,
      body: ListAnswers,
      answer: State,
      status: 202,
    },
    async (c, answers) => {
      const id = c.req.param('id') ?? ''
      await beginWriting(kind, id, answers)
      return told(kind, id)
    },
  )
}
