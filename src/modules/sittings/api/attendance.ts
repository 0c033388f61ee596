import { z } from 'zod'
import { permission } from '#kernel/access'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { lastToChange, load } from '#commons/dossiers'
import { meetings } from '#modules/deliberations'
import { attendance, recordAttendance, standingAttendance } from '../attendance.ts'
import { Attendance, Presence } from '../schema.ts'
import { adoptRemaining } from '../session.ts'
import { api } from './routes.ts'

const runs = permission('deliberations.meeting.run')
const reads = permission('deliberations.read')

const Seat = z.object({
  id: z.uuid(),
  first_name: z.string(),
  last_name: z.string(),
  title: z.string(),
  part: z.enum(['president', 'member', 'secretary']),
  presence: Presence.nullable(),
})
api.on(
  'get',
  '/meetings/:id/attendance',
  reads,
  { summary: 'Who sits and who was there', answer: z.array(Seat) },
  async (c) => {
    const seats = await attendance(await load(c, meetings))
    tellEdition(c, standingAttendance(seats))
    return seats
  },
)
api.on(
  'put',
  '/meetings/:id/attendance',
  runs,
  {
    summary: 'Record who is there, by seat; `If-Match` refuses where it was noted meanwhile',
    body: Attendance,
  },
  async (c, seats) => {
    const meeting = await load(c, meetings)
    const standing = standingAttendance(await attendance(meeting))
    ensureMatch(c, standing, await lastToChange(meeting.id))
    await recordAttendance(meeting, seats)
  },
)
api.on(
  'post',
  '/meetings/:id/adoption',
  runs,
  {
    summary: 'Adopt unanimously all points that are left',
    answer: z.object({
      adopted: z.number().int(),
      left_out: z.array(z.object({ id: z.uuid(), why: z.enum(['voted', 'secret']) })),
    }),
  },
  async (c) => {
    const { left, voted, secret } = await adoptRemaining(await load(c, meetings))
    const out = (some: typeof voted, why: 'voted' | 'secret') => some.map(({ id }) => ({ id, why }))
    return { adopted: left.length, left_out: [...out(voted, 'voted'), ...out(secret, 'secret')] }
  },
)
