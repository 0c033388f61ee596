import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { AskedReminder, remindAsAsked } from './asked.ts'
import { forget, type Reminded, reminded, remindersOf, rhythms } from './reminder.ts'

export const api = new ApiRoutes('/reminders')
const keeps = permission('reminders.keep')

const Told = z.array(
  z.object({
    id: z.uuid(),
    words: z.string(),
    day: z.iso.date(),
    why: z.string().describe('How the day was reckoned; empty: it was chosen'),
    repeats: z.enum(rhythms).nullable(),
    to: z.string().describe('For whom: user:…, service:…, role:…'),
    told: z.boolean(),
  }),
)

const told = async (dossier: Reminded): Promise<z.input<typeof Told>> =>
  (await remindersOf(dossier)).map(({ id, words, day, why, repeats, principal, told_at }) => ({
    ...{ id, words, why, repeats, to: principal },
    day: day.toString(),
    told: told_at !== null,
  }))

api.on(
  'get',
  '/of/:id',
  keeps,
  { summary: 'The reminders of a dossier that are for me, or of my hand', answer: Told },
  async (c) => told(await reminded(c.req.param('id') ?? '')),
)

api.on(
  'post',
  '/of/:id',
  keeps,
  {
    summary:
      'Remind me, a service or a role of mine of a dossier: on a day, or working days before',
    body: AskedReminder,
    answer: Told,
    status: 201,
  },
  async (c, asked) => {
    const dossier = await reminded(c.req.param('id') ?? '')
    await remindAsAsked(dossier, asked)
    return told(dossier)
  },
)

api.on('delete', '/:id', keeps, { summary: 'Take a reminder away', answer: Told }, async (c) =>
  told(await forget(c.req.param('id') ?? '')),
)
