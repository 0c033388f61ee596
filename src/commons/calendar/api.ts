import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes, year } from '#kernel/http'
import { legalHolidaysOf, today } from '#commons/clock'
import { asked } from '#commons/records'
import { listApi } from '#commons/imports'
import { close, closingFields, closingsOf, reopen } from './closing.ts'
import { closingLists } from './lists.ts'

export const api = new ApiRoutes('/calendar')
const reads = permission('calendar.read')
const keeps = permission('calendar.keep')

const Calendar = z.object({
  year: z.int(),
  holidays: z.array(
    z.object({
      day: z.iso.date(),
      name: z.string(),
      source: z.string().describe('The text that makes it a legal holiday'),
    }),
  ),
  closings: z.array(
    z.object({
      id: z.uuid(),
      first_day: z.iso.date(),
      last_day: z.iso.date(),
      label: z.string(),
      added_by: z.string(),
      removed_by: z.string().nullable().describe('Null while it holds'),
    }),
  ),
})

async function told(year: number): Promise<z.input<typeof Calendar>> {
  const closings = await closingsOf(year, null)
  return {
    year,
    holidays: legalHolidaysOf(year).map(({ date, ...rest }) => ({ day: date.toString(), ...rest })),
    closings: closings.rows.map(({ id, first_day, last_day, label, added_by, removed_by }) => ({
      ...{ id, label, added_by, removed_by },
      first_day: first_day.toString(),
      last_day: last_day.toString(),
    })),
  }
}

api.on(
  'get',
  '',
  reads,
  {
    summary: 'The days of a year on which the authority does not work, and why',
    query: z.object({ year: year(1974, 2200).optional() }),
    answer: Calendar,
  },
  async (_c, { year }) => told(year ?? today().year),
)

api.on(
  'post',
  '',
  keeps,
  {
    summary: 'Add a day, or days on end, on which the authority is closed',
    body: asked(closingFields),
    answer: Calendar,
    status: 201,
  },
  async (_c, given) => {
    await close(given)
    return told(given.first_day.year)
  },
)

api.on(
  'delete',
  '/:id',
  keeps,
  { summary: 'Take closing days away; that they were there stays', answer: Calendar },
  async (c) => told((await reopen(c.req.param('id') ?? '')).first_day.year),
)

listApi(api, '', closingLists, 'closing day')
