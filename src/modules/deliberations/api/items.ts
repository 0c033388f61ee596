import { permission } from '#kernel/access'
import { load } from '#commons/dossiers'
import { actsApi, apiRoutes } from '#commons/records'
import { listApi } from '#commons/imports'
import { takeStep } from '#commons/workflow'
import { items } from '../item.ts'
import { itemRecord } from '../rewrite.ts'
import { itemActs } from '../item-acts.ts'
import { itemLists } from '../item-lists.ts'
import { itemSteps } from '../item-steps.ts'
import { comeBack } from '../coming-back.ts'
import { present } from '../order.ts'
import { meetingFor } from '../queries.ts'
import { ComingBack, Presenting } from '../schema.ts'
import { ItemAnswer } from './answers.ts'
import { api } from './routes.ts'

apiRoutes(api, '/items', itemRecord, {
  reads: permission('deliberations.read'),
  writes: permission('deliberations.item.write'),
  edits: permission('deliberations.item.edit'),
  what: 'point',
  answer: ItemAnswer,
  listed: ItemAnswer.pick({ id: true, title: true, reference: true, state: true }),
})

listApi(api, '/items', itemLists, 'point')

actsApi(api, '/items/acts', permission('deliberations.item.step'), itemActs, { what: 'point' })

api.on(
  'post',
  '/items/:id/steps',
  permission('deliberations.item.step'),
  { summary: 'Send a point on or back', body: itemSteps.schema, answer: ItemAnswer },
  (c, step) => takeStep(c, itemSteps, step),
)

api.on(
  'post',
  '/items/:id/presentation',
  permission('deliberations.item.present'),
  { summary: 'Present a point to a meeting', body: Presenting, answer: ItemAnswer },
  async (c, { meeting_id }) => {
    const item = await load(c, items, { lock: false })
    return present(item, await meetingFor(item, meeting_id))
  },
)

api.on(
  'post',
  '/items/:id/return',
  permission('deliberations.item.present'),
  {
    summary:
      'Let a point come back that was put off or taken off: a new one that says which it follows',
    body: ComingBack,
    answer: ItemAnswer,
    status: 201,
  },
  async (c, { state }) => comeBack(await load(c, items), state),
)
