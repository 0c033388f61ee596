import { z } from 'zod'
import { answered } from '#commons/records'
import { itemFields } from '../item.ts'
import type { Meeting } from '../meeting.ts'

export const MeetingAnswer = z.object({
  id: z.uuid(),
  title: z.string(),
  reference: z.string(),
  state: z.string(),
  organ_id: z.uuid(),
  starts_at: z.iso.datetime(),
  place: z.string(),
  version: z.number().int(),
})

export const ItemAnswer = z.object({
  id: z.uuid(),
  reference: z.string(),
  state: z.string(),
  meeting_id: z.uuid().nullable(),
  position: z.number().int().nullable(),
  list_type: z.enum(['normal', 'late']),
  ...answered(itemFields),
  version: z.number().int(),
})

export const Named = z.object({ id: z.uuid(), name: z.string() })

export const meetingAnswer = ({
  id,
  title,
  reference,
  state,
  organ_id,
  starts_at,
  place,
  version,
}: Meeting) => ({
  id,
  title,
  reference,
  state,
  organ_id,
  place,
  version,
  starts_at: starts_at.toString(),
})
