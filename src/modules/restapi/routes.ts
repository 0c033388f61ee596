import { z } from 'zod'
import { actor } from '#kernel/access'
import { Forbidden } from '#kernel/errors'
import { bytesWithFiles } from '#kernel/http'
import { t } from '#kernel/i18n'
import { read } from '#commons/dossiers'
import { change } from '#commons/workflow'
import { items, itemWorkflow } from '#modules/deliberations'
import { inNameOf } from './acting.ts'
import { addAnnexTo, withdrawAnnex } from './add-annex.ts'
import { addItem } from './add-item.ts'
import { addMeeting } from './add-meeting.ts'
import { configNamed } from './config.ts'
import { badRequest } from './failure.ts'
import { Params } from './params.ts'
import { toldAnnex, toldItem, toldMeeting, whatIs } from './told.ts'
import { acts, answer, rest } from './rest.ts'
import { AnnexSent, ItemSent, MeetingSent } from './sent.ts'
import { attendeeTypes } from './tell-attendee.ts'
import './reading.ts'

/** What is asked of an answer to something that was added. */
const asked = new Params({ fullobjects: '' })
/** Annexes come along in the text of a point. */
const withAnnexes = { bytes: bytesWithFiles * 1.4 }

rest.on(
  'post',
  '/@item',
  acts,
  ItemSent,
  async (c, sent) => {
    const program = actor().id ?? ''
    if (sent.config_id === undefined) throw badRequest('restapi.config_needed')
    const config = await configNamed(sent.config_id)
    return inNameOf(sent.in_name_of, 'act', c.req.path, async () => {
      const { item, warnings } = await addItem(config, sent, program)
      return answer({ ...(await toldItem(item.id, asked)), '@warnings': warnings }, 201)
    })
  },
  withAnnexes,
)

rest.on('post', '/@meeting', acts, MeetingSent, async (c, sent) => {
  if (sent.config_id === undefined) throw badRequest('restapi.config_needed')
  const config = await configNamed(sent.config_id)
  return inNameOf(sent.in_name_of, 'act', c.req.path, async () => {
    const { id } = await addMeeting(config, sent)
    return answer({ ...(await toldMeeting(id, asked)), '@warnings': [] }, 201)
  })
})

rest.on(
  'post',
  '/@annex/:uid',
  acts,
  AnnexSent,
  (c, sent) =>
    inNameOf(sent.in_name_of, 'act', c.req.path, async () => {
      const { what, id } = await whatIs(c.req.param('uid') ?? '')
      if (what === 'meeting') throw badRequest('restapi.annex.of_meeting')
      const { item, annex } = await addAnnexTo(id, sent)
      return answer(await toldAnnex(item.id, annex, asked), 201)
    }),
  withAnnexes,
)

const Deleting = z.looseObject({ in_name_of: z.string().max(500).optional() })

/** A point that nobody sent on is called off; history says so, and it can be restored. */
rest.on('delete', '/items/:uid', acts, Deleting, (c, sent) =>
  inNameOf(sent.in_name_of, 'act', c.req.path, async () => {
    const { id } = await whatIs(c.req.param('uid') ?? '', 'item')
    const item = await read(items, id, { lock: true })
    await change(items, itemWorkflow, item, 'drop', { comment: t('restapi.dropped') })
    return new Response(null, { status: 204 })
  }),
)

rest.on('delete', '/items/:uid/annexes/:annex', acts, Deleting, (c, sent) =>
  inNameOf(sent.in_name_of, 'act', c.req.path, async () => {
    const { id } = await whatIs(c.req.param('uid') ?? '', 'item')
    await withdrawAnnex(id, c.req.param('annex') ?? '')
    return new Response(null, { status: 204 })
  }),
)

const Attending = z.looseObject({
  attendee_type: z.string().max(100).optional(),
  signatory: z.unknown().optional(),
  position_type: z.string().max(100).optional(),
  in_name_of: z.string().max(500).optional(),
})

/** Who is there is noted by somebody who is there: a program is told where (decision 049). */
for (const path of [
  '/@attendee/:uid/:attendee',
  '/items/:uid/@attendee/:attendee',
  '/meetings/:uid/@attendee/:attendee',
])
  rest.on('patch', path, acts, Attending, (c, sent) =>
    inNameOf(sent.in_name_of, 'act', c.req.path, async () => {
      await whatIs(c.req.param('uid') ?? '')
      const { attendee_type: type, signatory, position_type: position } = sent
      if (type === undefined && signatory === undefined && position === undefined)
        throw badRequest('restapi.attendee.nothing')
      if (type !== undefined && type !== 'attendee' && !attendeeTypes.some((one) => one === type))
        throw badRequest('restapi.attendee.type_unknown', { said: type })
      throw new Forbidden('restapi.attendee.in_person')
    }),
  )
