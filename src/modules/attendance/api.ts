import { z } from 'zod'
import { permission } from '#kernel/access'
import type { ApiRoutes } from '#kernel/http'
import { attendanceIn } from './reckoned.ts'
import { decisionTimes } from './times.ts'
import { Asked, AskedYear, spanOf, yearOf } from './schema.ts'

const reads = permission('attendance.figures')

const Member = z.object({
  person_id: z.uuid(),
  organ_id: z.uuid(),
  organ: z.string(),
  name: z.string(),
  title: z.string(),
  sittings: z.int().describe('Sittings that were closed while they sat.'),
  present: z.int(),
  excused: z.int(),
  absent: z.int(),
  share: z.number().nullable().describe('Per cent of the points at which they were there.'),
  fees: z.int().nullable().describe('Attendance fees, in cents; null where the organ has none.'),
})

/** The figures of a term in JSON; the same functions as the pages. */
export function figuresApi(api: ApiRoutes): void {
  api.on(
    'get',
    '/members',
    reads,
    {
      summary: 'Attendance and attendance fees by member and organ; this year unless told',
      query: Asked,
      answer: z.array(Member),
    },
    async (_c, asked) => (await attendanceIn(spanOf(asked))).members,
  )
  api.on(
    'get',
    '/sittings',
    reads,
    {
      summary: 'How many members attended each sitting that was closed; this year unless told',
      query: Asked,
      answer: z.array(
        z.object({
          id: z.uuid(),
          organ_id: z.uuid(),
          organ: z.string(),
          title: z.string(),
          day: z.iso.date(),
          present: z.int(),
          excused: z.int(),
          absent: z.int(),
        }),
      ),
    },
    async (_c, asked) =>
      (await attendanceIn(spanOf(asked))).held.map((one) => ({ ...one, day: one.day.toString() })),
  )
  api.on(
    'get',
    '/times',
    reads,
    {
      summary: 'How many days decisions took by service, from writing to sitting',
      query: Asked,
      answer: z.array(
        z.object({
          service_id: z.uuid().nullable(),
          service: z.string(),
          decided: z.int(),
          median: z.number(),
          most: z.number().describe('Nine in ten took less.'),
        }),
      ),
    },
    (_c, asked) => decisionTimes(spanOf(asked)),
  )
  api.on(
    'get',
    '/remunerations',
    reads,
    {
      summary:
        'Attendance fees by member of a year, for the yearly report of remunerations (CDLD L6421-1); salaries, benefits in kind and mandates elsewhere are not known here',
      query: AskedYear,
      answer: z.array(Member),
    },
    async (_c, asked) => (await attendanceIn(yearOf(asked))).members,
  )
}
