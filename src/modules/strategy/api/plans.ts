import { z } from 'zod'
import { permission } from '#kernel/access'
import type { Call } from '#kernel/http'
import { ensureFresh, load, read, Version } from '#commons/dossiers'
import { takeStep } from '#commons/workflow'
import { type Plan, plans, rewritePlan, settle, settleFields } from '../plan.ts'
import { WrittenPlan } from '../plan-fields.ts'
import { listPlans } from '../queries.ts'
import { FieldUses, Settings, Step } from '../schema.ts'
import { steps } from '../step.ts'
import { startPlan, voletNames } from '../structure.ts'
import { loadTree } from '../tree.ts'
import { Named, planAnswer, PlanSaid, WholePlan } from './answers.ts'
import { api } from './routes.ts'

const reads = permission('strategy.read')
const runs = permission('strategy.plan.run')

const listed = { summary: 'The plans that I may see', answer: z.array(Named) }
api.on('get', '/plans', reads, listed, listPlans)

const whole = { summary: 'A plan with all its elements that I may see', answer: WholePlan }
api.on('get', '/plans/:id', reads, whole, async (c) =>
  planAnswer(await loadTree(await load(c, plans))),
)

const opening = {
  summary: 'Open a plan, with its two volets',
  body: WrittenPlan,
  answer: PlanSaid,
  status: 201,
} as const
api.on('post', '/plans', runs, opening, (_c, written) => startPlan(written, voletNames()))

/** Adds a route that changes a plan, and answers as what it left it. */
function verb<S extends z.ZodType>(
  [method, path, summary]: readonly ['post' | 'put', string, string],
  body: S,
  act: (plan: Plan, sent: z.output<S>, c: Call) => Promise<unknown>,
): void {
  const route = { summary, body: body as z.ZodType<z.output<S>>, answer: PlanSaid }
  api.on(method, `/plans/:id${path}`, runs, route, async (c, sent) => {
    const plan = await load(c, plans)
    await act(plan, sent, c)
    return read(plans, plan.id)
  })
}

verb(
  ['put', '', 'Rewrite what a plan says of itself, from the version that was read'],
  WrittenPlan.extend(Version.shape),
  async (plan, { version, ...written }) => {
    await ensureFresh(plan, version)
    await rewritePlan(plan, written)
  },
)
verb(
  ['post', '/steps', 'Put a plan in force, archive it, or take that back'],
  Step,
  (_plan, step, c) => takeStep(c, steps['strategy.plan'], step),
)
verb(
  ['put', '/settings', 'How a plan numbers and counts, from the version that was read'],
  Settings.extend(Version.shape),
  async (plan, { version, counted = [], ...rest }) => {
    await ensureFresh(plan, version)
    await settle(plan, { counted, ...rest })
  },
)
verb(
  ['put', '/settings/fields', 'Which fields a level has, and who fills them in'],
  FieldUses.extend(Version.shape),
  async (plan, { version, ...settings }) => {
    await ensureFresh(plan, version)
    await settleFields(plan, settings)
  },
)
