import { z } from 'zod'
import { permission } from '#kernel/access'
import { Invalid } from '#kernel/errors'
import { ApiRoutes, bytesInBody } from '#kernel/http'
import { editionOf } from '#kernel/pages'
import { ExchangeBody } from './choices.ts'
import { carryOut, preview, wholly } from './importing.ts'
import { budgets, fields, type Compared, type Report, reportStanding } from './report.ts'

/** The import from eComptes in JSON: the same functions and schemas as the pages. */
export const api = new ApiRoutes('/strategy/ecomptes')
const exchanges = permission('ecomptes.exchange')
const bounds = { bytes: bytesInBody }

const Element = z.object({ id: z.string().describe('As eComptes knows it'), title: z.string() })
const Told = z.object({
  state: z
    .enum(['ready', 'questions', 'refused', 'nothing'])
    .describe('Whether it can be imported as it is answered'),
  plan: z.object({ id: z.uuid(), title: z.string() }).nullable().describe('Null: it will be made'),
  differing: z.array(
    Element.extend({ fields: z.array(z.enum(fields)), budgets: z.array(z.enum(budgets)) }),
  ),
  edition: z.string().describe('Of the plan as it stands: give it back to import into that one'),
  unknown: z.array(Element),
  missing: z.array(z.string()).describe('Elements of the plan that the file leaves out'),
  departments: z
    .record(z.string(), z.enum(['service', 'create', 'name', 'asked']))
    .describe('What each is taken for; answer those that are asked'),
  terms: z.array(z.string()).describe('Transversal plans that will be added'),
  ...{ refusals: z.array(z.string()), notes: z.array(z.string()) },
})

const named = ({ entry: { id, title } }: Compared) => ({ id, title })
const told = ({ standing, departments, ...report }: Report): z.input<typeof Told> => ({
  ...report,
  edition: editionOf(reportStanding({ standing, departments, ...report })),
  plan: standing && { id: standing.plan.id, title: standing.plan.title },
  differing: report.differing.map((one) => ({
    ...named(one),
    ...{ fields: one.fields, budgets: one.budgets },
  })),
  unknown: report.unknown.map(named),
  departments: Object.fromEntries([...departments].map(([name, { kind }]) => [name, kind])),
})

const looking = {
  summary: 'What the import of a file of eComptes would change, add and ask; writes nothing',
  ...{ body: ExchangeBody, bounds, answer: Told },
}
api.on(
  'post',
  '/preview',
  exchanges,
  looking,
  async (_c, { file, fields: whole, add, departments }) =>
    told(await wholly(() => preview(file, { fields: whole, add, departments }))),
)

const importing = {
  summary: 'Import a file of eComptes, if everything is answered; twice changes nothing',
  ...{ body: ExchangeBody, bounds },
  answer: z.object({ plan_id: z.uuid(), added: z.int(), changed: z.int() }),
}
api.on('post', '/', exchanges, importing, async (_c, { file, edition, ...answers }) => {
  const outcome = await wholly(() => carryOut(file, answers, edition))
  if (outcome.done === 'imported') {
    const { planId: plan_id, added, changed } = outcome.imported
    return { plan_id, added, changed }
  }
  const { report } = outcome
  const known = report.standing?.plan.id
  if (report.state === 'nothing' && known) return { plan_id: known, added: 0, changed: 0 }
  throw new Invalid({ file: obstacles(report) })
})

/** Why it is not imported: what refuses it, and the departments of which nothing is answered. */
const obstacles = ({ refusals, departments }: Report): string[] => [
  ...refusals,
  ...[...departments].flatMap(([name, { kind }]) => (kind === 'asked' ? [name] : [])),
]
