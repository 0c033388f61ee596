import { z } from 'zod'
import { permission } from '#kernel/access'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { lastToChange, load } from '#commons/dossiers'
import { meetings } from '#modules/deliberations'
import { recordAttendance, standingAttendance } from '../attendance.ts'
import { Attendance, OfficersNoted, Presence } from '../schema.ts'
import { attendance, officersOf } from '../sitting.ts'
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
    const meeting = await load(c, meetings)
    const seats = await attendance(meeting)
    tellEdition(c, standingAttendance(seats, await officersOf(meeting)))
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
    const standing = standingAttendance(await attendance(meeting), await officersOf(meeting))
    ensureMatch(c, standing, await lastToChange(meeting.id))
    await recordAttendance(meeting, seats)
  },
)

const Officers = z.object({ presides: z.uuid().nullable(), keeps: z.uuid().nullable() })
api.on(
  'get',
  '/meetings/:id/officers',
  reads,
  { summary: 'Who presided and who kept the minutes, by seat', answer: Officers },
  async (c) => {
    const officers = await officersOf(await load(c, meetings))
    tellEdition(c, officers)
    const { presides = null, keeps = null } = officers
    return { presides, keeps }
  },
)
api.on(
  'put',
  '/meetings/:id/officers',
  runs,
  {
    summary:
      'Record who presided and who kept the minutes, by seat; `If-Match` refuses where it was noted meanwhile',
    body: OfficersNoted,
  },
  async (c, officers) => {
    const meeting = await load(c, meetings)
    ensureMatch(c, await officersOf(meeting), await lastToChange(meeting.id))
    const noted = await attendance(meeting)
    const seats = noted.flatMap(({ id, presence }) => (presence ? [[id, presence] as const] : []))
    await recordAttendance(meeting, Object.fromEntries(seats), officers)
  },
)
