import { permission } from '#kernel/access'
import { ensureMatch } from '#kernel/pages'
import { lastToChange, load } from '#commons/dossiers'
import {
  MeetingAnswer,
  meetingAnswer,
  meetings,
  rearrange,
  standingTime,
} from '#modules/deliberations'
import { api } from './api.ts'
import { reconvene } from './reconvening.ts'
import { Rearranging, Reconvening } from './schema.ts'

const runs = permission('deliberations.meeting.run')

api.on(
  'put',
  '/meetings/:id/arrangement',
  runs,
  {
    summary:
      'Change day, hour or place of a meeting; those who were convoked are told; `If-Match` refuses where it changed meanwhile',
    body: Rearranging,
    answer: MeetingAnswer,
  },
  async (c, { starts_at, ...to }) => {
    const meeting = await load(c, meetings)
    ensureMatch(c, standingTime(meeting), await lastToChange(meeting.id))
    return meetingAnswer(await rearrange(meeting, { startsAt: starts_at, ...to }))
  },
)
api.on(
  'post',
  '/meetings/:id/reconvocation',
  runs,
  {
    summary: 'Plan the second or third meeting after one that was lifted for want of quorum',
    body: Reconvening,
    answer: MeetingAnswer,
    status: 201,
  },
  async (c, { starts_at, place }) =>
    meetingAnswer(await reconvene(await load(c, meetings), { startsAt: starts_at, place })),
)

export { api }
