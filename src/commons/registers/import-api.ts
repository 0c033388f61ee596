import { z } from 'zod'
import type { Permission } from '#kernel/access'
import { type ApiRoutes, flag } from '#kernel/http'
import { importFiles, uploaded } from '#commons/imports'
import type { Fields, ImportedList } from '#commons/records'
import { type Listed, listImport, toBeCorrected } from './list-import.ts'

const Findings = z.object({
  id: z.uuid(),
  columns: z.array(z.string()).describe('The fields that the head of the list names.'),
  unread: z.array(z.string()).describe('Its columns that are of no field, and are not read.'),
  good: z.int().describe('How many rows can be written.'),
  rows: z.array(
    z.object({
      row: z.int().describe('As a spreadsheet numbers it: the head is 1.'),
      wrong: z.array(z.object({ column: z.string(), sentence: z.string() })),
    }),
  ),
})

const findingsOf = (id: string, { names, unread, rows }: ImportedList<Fields>) => ({
  id,
  columns: names,
  unread,
  good: rows.filter(({ given }) => given).length,
  rows: rows.map(({ number, wrong }) => ({ row: number, wrong })),
})

/** Adds to an API the calls by which a list is sent, looked at row by row, and written: all of it or nothing. */
export function importApi<F extends Fields>(
  api: ApiRoutes,
  at: string,
  record: Listed<F>,
  { writes, what }: { writes: Permission; what: string },
): void {
  const list = listImport(record)
  api.on(
    'post',
    `${at}/imports`,
    writes,
    {
      summary: `Send a list of ${what}s (CSV or XLSX); what each row says is told, nothing is written`,
      body: z.object({ files: importFiles(1) }),
      answer: Findings,
      status: 201,
    },
    async (_c, { files }) => {
      const id = await list.keep(await uploaded(files))
      return findingsOf(id, await list.understood(id))
    },
  )
  api.on(
    'get',
    `${at}/imports/:id`,
    writes,
    { summary: `What each row of a list of ${what}s says that I sent`, answer: Findings },
    async (c) => {
      const id = c.req.param('id') ?? ''
      return findingsOf(id, await list.understood(id))
    },
  )
  api.on(
    'post',
    `${at}/imports/:id`,
    writes,
    {
      summary: `Write the ${what}s of a list that I sent: all, or without the rows that are wrong`,
      body: z.object({ leave_out: flag() }),
      answer: z.object({ written: z.int() }),
      status: 201,
    },
    async (c, { leave_out }) => {
      const id = c.req.param('id') ?? ''
      const understood = await list.understood(id)
      const written = await list.write(id, understood, leave_out)
      if (written === null)
        throw toBeCorrected(understood.rows.filter(({ given }) => !given).length)
      return { written }
    },
  )
}
