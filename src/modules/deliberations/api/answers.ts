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
  rank: z.int().describe('First, second or third convocation.'),
  repeats_id: z.uuid().nullable().describe('The meeting without quorum that it repeats.'),
  convoked_at: z.iso.datetime().nullable(),
  agenda_version: z.int(),
  version: z.number().int(),
})

export const ItemAnswer = z.object({
  id: z.uuid(),
  reference: z.string(),
  state: z.string(),
  meeting_id: z.uuid().nullable(),
  position: z.number().int().nullable().describe('Its place on its agenda, from 1.'),
  number: z.string().nullable().describe('As it is printed: `2.1` stands below `2`.'),
  list_type: z.enum(['normal', 'late']),
  predecessor_id: z.uuid().nullable().describe('The point that this one follows.'),
  calling: z.int().describe('How many times it was called for want of quorum.'),
  level: z.string().describe('At which level of validation it waits; empty: at none.'),
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
  rank,
  repeats_id,
  convoked_at,
  agenda_version,
  version,
}: Meeting) => ({
  id,
  title,
  reference,
  state,
  organ_id,
  place,
  rank,
  repeats_id,
  agenda_version,
  version,
  convoked_at: convoked_at?.toString() ?? null,
  starts_at: starts_at.toString(),
})
