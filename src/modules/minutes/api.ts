import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { documentsOf, formats } from '#commons/documents'
import { load } from '#commons/dossiers'
import { meetings } from '#modules/deliberations'
import { Asked, askMeetingDocument } from './ask.ts'

/** The documents of a meeting in JSON; the same functions and schemas as the pages. */
export const api = new ApiRoutes('/deliberations')

const MadeDocument = z.object({
  id: z.uuid(),
  title: z.string(),
  format: z.enum(formats),
  state: z.enum(['pending', 'ready', 'failed']),
  hash: z.string().nullable(),
  size: z.number().nullable(),
})
api.on(
  'get',
  '/meetings/:id/documents',
  permission('minutes.read'),
  {
    summary: 'The documents of a meeting; GET /documents/{id} is the file',
    answer: z.array(MadeDocument),
  },
  async (c) => documentsOf((await load(c, meetings)).id),
)
api.on(
  'post',
  '/meetings/:id/documents',
  permission('minutes.make'),
  {
    summary: 'Have the agenda or the minutes made',
    body: Asked,
    answer: MadeDocument,
    status: 202,
  },
  async (c, { template, format }) => askMeetingDocument(await load(c, meetings), template, format),
)
