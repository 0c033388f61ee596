import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { documentsOf, formats } from '#commons/documents'
import { load } from '#commons/dossiers'
import { publicationsOf, withdraw, Withdrawal } from '#commons/publication'
import { loadTree, type Plan, plans } from '#modules/strategy'
import { elementsApi } from './api-elements.ts'
import { Asked, askReport } from './ask.ts'
import { carryOver } from './carry-over.ts'
import { PlanContent } from './content.ts'
import { sendToCouncil, submissionsOf } from './council.ts'
import { publishPlan } from './publish.ts'
import { CarriedOver, Freezing } from './schema.ts'
import { purposes } from './tables.ts'
import { freeze, readable, version, versionsOf } from './version.ts'

/** What a plan gives account of, in JSON; the same functions and schemas as the pages. */
export const api = new ApiRoutes('/strategy')
const reads = permission('accountability.read')
const runs = permission('accountability.run')
const publishes = permission('accountability.publish')

elementsApi(api)

const Named = z.object({ id: z.uuid(), title: z.string(), state: z.string() })
const Frozen = z.object({
  ...{ id: z.uuid(), purpose: z.enum(purposes), report: z.string(), hash: z.string() },
  ...{ frozen_on: z.iso.date(), frozen_by: z.string() },
})
const FrozenAndSent = Frozen.extend({
  point: z
    .object({ id: z.uuid(), state: z.string() })
    .nullable()
    .describe('The point by which it last went to the council'),
})
const told = <V extends { frozen_on: Temporal.PlainDate }>(frozen: V) => ({
  ...frozen,
  frozen_on: frozen.frozen_on.toString(),
})

const listed = {
  summary: 'The frozen versions of a plan, the latest first',
  answer: z.array(FrozenAndSent),
}
api.on('get', '/plans/:id/versions', reads, listed, async (c) => {
  const plan = await load(c, plans)
  const points = await submissionsOf(plan.id)
  const versions = await versionsOf(plan.id)
  return versions.map((one) => ({ ...told(one), point: points.get(one.id) ?? null }))
})

const freezing = { summary: 'Freeze a plan as it stands', body: Freezing, answer: Frozen } as const
api.on(
  'post',
  '/plans/:id/versions',
  runs,
  { ...freezing, status: 201 },
  async (c, { purpose, report }) => told(await freeze(await load(c, plans), purpose, report)),
)

const whole = {
  summary: 'A frozen version with what I may read of its content, and whether its hash holds',
  answer: Frozen.extend({ holds: z.boolean(), content: PlanContent }),
}
api.on('get', '/plans/:id/versions/:version', reads, whole, async (c) => {
  const plan = await load(c, plans)
  const frozen = await version(plan, c.req.param('version') ?? '')
  return { ...told(frozen), content: readable(frozen.content, await loadTree(plan)) }
})

const sending = {
  summary: 'Send a version to the council, as a point of which it takes note or which it adopts',
  answer: Named,
  status: 201,
} as const
api.on('post', '/plans/:id/versions/:version/council', runs, sending, async (c) => {
  const plan = await load(c, plans)
  return sendToCouncil(plan, await version(plan, c.req.param('version') ?? ''))
})

const carrying = {
  summary: 'Open the plan of the next legislature with what goes on of this one, which is archived',
  body: CarriedOver,
  answer: Named,
  status: 201,
} as const
api.on('post', '/plans/:id/carry-over', runs, carrying, async (c, { chosen = [], ...written }) =>
  carryOver(await loadTree(await load(c, plans)), written, chosen),
)

const Made = z.object({
  ...{ id: z.uuid(), template: z.string(), title: z.string(), format: z.enum(formats) },
  state: z.enum(['pending', 'ready', 'failed']),
  ...{ hash: z.string().nullable(), size: z.number().nullable() },
})
const reports = {
  summary: 'The reports that were made of a plan; GET /documents/{id} is the file',
  answer: z.array(Made),
}
api.on('get', '/plans/:id/documents', permission('strategy.read'), reports, async (c) =>
  documentsOf((await load(c, plans)).id),
)
const asking = { summary: 'Have a report made', body: Asked, answer: Made, status: 202 } as const
api.on('post', '/plans/:id/documents', permission('strategy.read'), asking, async (c, asked) =>
  askReport(await load(c, plans), asked),
)

const Published = z.object({
  ...{ id: z.uuid(), slug: z.string(), number: z.int(), title: z.string(), hash: z.string() },
  published_at: z.iso.datetime(),
  withdrawn_at: z.iso.datetime().nullable(),
  withdrawal_reason: z.string().nullable(),
})
const published = async ({ id }: Plan): Promise<z.input<typeof Published>[]> =>
  (await publicationsOf(id)).map((one) => ({
    ...one,
    published_at: one.published_at.toString(),
    withdrawn_at: one.withdrawn_at?.toString() ?? null,
  }))
const copies = z.array(Published)

const copied = { summary: 'The public copies of a plan, the latest first', answer: copies }
api.on('get', '/plans/:id/publication', publishes, copied, async (c) =>
  published(await load(c, plans)),
)
const publishing = { summary: 'Publish a plan in force as it stands', answer: copies }
api.on('post', '/plans/:id/publication', publishes, publishing, async (c) => {
  const plan = await load(c, plans)
  await publishPlan(plan)
  return published(plan)
})
const withdrawing = { summary: 'Withdraw a public copy', body: Withdrawal, answer: copies }
api.on(
  'post',
  '/plans/:id/publication/withdrawal',
  publishes,
  withdrawing,
  async (c, { publication, reason }) => {
    const plan = await load(c, plans)
    await withdraw(plan, publication, reason)
    return published(plan)
  },
)
