import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { missingProjects } from './missing.ts'
import { AskedYear, yearOf } from './schema.ts'
import { wholeReport } from './whole-report.ts'

/** When what organs decide became public, in JSON: the same functions as the pages. */
export const api = new ApiRoutes('/publicity')

const day = z.iso.date().nullable()

api.on(
  'get',
  '/report',
  permission('publicity.read'),
  {
    summary: 'What was published on time, meeting by meeting; this year unless told',
    query: AskedYear,
    answer: z.array(
      z.object({
        title: z.string(),
        organ: z.string(),
        day: z.iso.date(),
        due: day.describe('By when its projects were to be public; null: no rule asks for it.'),
        article: z.string(),
        first_public: day.describe('When the first of its projects was public.'),
        verdict: z.enum(['in_time', 'late', 'waits', 'cancelled', 'not_asked']),
        asked: z.int().describe('Points of which the law asked the project.'),
        in_time: z.int(),
        late_days: z.int().describe('How many days late the last project came.'),
        withheld: z.array(z.object({ why: z.string(), count: z.int() })),
        decisions: z.int().describe('Points whose decision is public.'),
        decision_days: z
          .int()
          .nullable()
          .describe('Days from the meeting to the last decision that became public.'),
      }),
    ),
  },
  async (_c, asked) =>
    (await wholeReport(yearOf(asked), asked.organ)).map((one) => ({
      ...{ title: one.title, organ: one.organ, day: one.day.toString() },
      ...{ due: one.due?.toString() ?? null, article: one.article },
      ...{ first_public: one.first?.toString() ?? null, verdict: one.verdict },
      ...{ asked: one.asked, in_time: one.inTime, late_days: one.lateDays },
      ...{ withheld: one.withheld, decisions: one.decisions, decision_days: one.decisionDays },
    })),
)

api.on(
  'get',
  '/missing',
  permission('publications.publish'),
  {
    summary: 'Meetings to come whose projects are to be public and are not',
    answer: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        due: z.iso.date(),
        count: z.int().describe('Points that are not public.'),
        stage: z.enum(['ahead', 'day', 'missed']),
      }),
    ),
  },
  async () =>
    (await missingProjects()).map(({ meeting, due, count, stage }) => ({
      ...{ id: meeting.id, title: meeting.title, due: due.toString(), count, stage },
    })),
)
