import { z } from 'zod'
import { permission } from '#kernel/access'
import { flag } from '#kernel/http'
import { importFiles, uploaded } from '#commons/imports'
import { api } from './api.ts'
import { keepList, understoodList, writeList } from './import/index.ts'

const keeps = permission('people.keep')

const Findings = z.object({
  id: z.uuid(),
  rows: z.array(
    z.object({
      row: z
        .int()
        .describe('As a spreadsheet numbers it; of LDIF, the line on which the entry begins.'),
      name: z.string(),
      fate: z.enum(['new', 'known', 'wrong']),
      person_id: z.uuid().nullable().describe('Who of the directory it is.'),
      wrong: z.array(z.string()),
    }),
  ),
})

const findingsOf = async (id: string) => ({
  id,
  rows: (await understoodList(id)).map((row) => ({
    ...{ row: row.number, name: row.name, fate: row.fate },
    person_id: row.fate === 'known' ? row.person.id : null,
    wrong: row.fate === 'wrong' ? row.sentences : [],
  })),
})

api.on(
  'post',
  '/people/imports',
  keeps,
  {
    summary:
      'Send a list of people (CSV, XLSX, LDIF); what each row says is told, nothing is written',
    body: z.object({ files: importFiles(1) }),
    answer: Findings,
    status: 201,
  },
  async (_c, { files }) => findingsOf(await keepList(await uploaded(files))),
)

api.on(
  'get',
  '/people/imports/:list',
  keeps,
  { summary: 'What each row of a list of people says that I sent', answer: Findings },
  (c) => findingsOf(c.req.param('list') ?? ''),
)

api.on(
  'post',
  '/people/imports/:list',
  keeps,
  {
    summary: 'Write a list of people, all of it or nothing',
    body: z.object({ leave_out: flag(), same: flag() }),
    answer: z.object({ written: z.int() }),
  },
  async (c, { leave_out, same }) => ({
    written: await writeList(c.req.param('list') ?? '', { leaveOut: leave_out, same }),
  }),
)
