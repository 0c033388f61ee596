import { z } from 'zod'
import { db } from '#kernel/db'
import { event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { task, type Timer } from '#kernel/jobs'
import { spokenDay } from '#commons/clock'
import { type NoticeWords, tellPeople } from '#commons/notifications'
import { publicationPath, whoPublishes } from '#modules/publications'
import { type Missing, missingProjects } from './missing.ts'
import './tables.ts'

const reminds = event('publicity.projects.remind')

const About = z.object({
  meeting: z.string(),
  day: z.string(),
  count: z.int(),
  stage: z.enum(['ahead', 'day', 'missed']),
})

/** How it is said. */
export const reminder: NoticeWords = {
  type: reminds,
  title: 'publicity.missing',
  words: (about) => {
    const { stage, day, ...told } = About.parse(about)
    return t(`publicity.told.${stage}`, {
      ...told,
      day: spokenDay(Temporal.PlainDate.from(day)),
    })
  },
}

/** Each morning: who may publish is told of projects that are to be public and are not, once at each stage. */
export const reminding: Timer = {
  at: '15 4 * * *',
  task: task('publicity.remind', z.object({}), async () => {
    for (const one of await missingProjects()) if (await claimed(one)) await tell(one)
  }),
}

/** Whether nobody was told of it yet: what two servers do at once is told once. */
async function claimed({ meeting, due, stage }: Missing): Promise<boolean> {
  const rows = await db()
    .insertInto('publicity.told')
    .values({ meeting_id: meeting.id, due_on: due, stage })
    .onConflict((clash) => clash.doNothing())
    .returning('meeting_id')
    .execute()
  return rows.length > 0
}

const tell = ({ meeting, due, count, stage }: Missing): Promise<void> =>
  tellPeople(
    reminds,
    { principals: whoPublishes.map(({ principal }) => principal) },
    { href: publicationPath(meeting) },
    { meeting: meeting.title, day: due.toString(), count, stage },
  )
