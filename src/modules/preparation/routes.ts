import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes, form, optionalLines, PageRoutes } from '#kernel/http'
import { Edition, ensureEdition, redirect } from '#kernel/pages'
import { load, read } from '#commons/dossiers'
import { type Item, itemPath, items } from '#modules/deliberations'
import { type CycleName, cycleNames, standingIn, stepVerbs, takeCycleStep } from './cycle.ts'
import { beingPrepared } from './in-hand.ts'
import { mayNote, noteOf, writeNote } from './note.ts'
import { release, takeOver, takingOf } from './taking.ts'

export const pages = new PageRoutes('/preparation')
export const api = new ApiRoutes('/preparation')
const [reads, acts] = [permission('preparation.read'), permission('preparation.act')]

const Taking = z.object({ verb: z.enum(['take_over', 'release']) })
const CycleStep = z.object({ verb: z.enum(stepVerbs), comment: optionalLines(2000) })

const take = (item: Item, { verb }: z.output<typeof Taking>) =>
  verb === 'take_over' ? takeOver(item) : release(item)

pages.post('/of/:id/taking', acts, form(Taking), async (c, sent) => {
  const item = await load(c, items)
  await take(item, sent)
  return redirect(c, itemPath(item), { key: `preparation.done.${sent.verb}` })
})

for (const cycle of cycleNames)
  pages.post(`/of/:id/${cycle}`, acts, form(CycleStep), async (c, { verb, comment }) => {
    const item = await load(c, items)
    await takeCycleStep(item, cycle, verb, comment)
    return redirect(c, itemPath(item), { key: 'preparation.noted' })
  })

const Noting = z.object({ words: optionalLines(4000) })

pages.post('/of/:id/note', acts, form(Noting.extend(Edition.shape)), async (c, sent) => {
  const item = await load(c, items)
  ensureEdition((await noteOf(item)).words, sent.edition)
  await writeNote(item, sent.words)
  return redirect(c, itemPath(item), { key: 'preparation.noted' })
})

const Told = z.object({
  state: z.string(),
  steps: z
    .array(
      z.object({
        verb: z.enum(stepVerbs),
        state: z.string(),
        comment: z.string(),
        by: z.string(),
        at: z.iso.datetime(),
      }),
    )
    .describe('The last first.'),
  open: z.array(z.enum(stepVerbs)).describe('What the one who asks may say now.'),
})
const Preparation = z.object({
  taken_by: z.object({ person_id: z.uuid(), name: z.string(), at: z.iso.datetime() }).nullable(),
  emergency: Told,
  completeness: Told,
  notes: z.string().nullable().describe('Marginal notes; null: they are not for me.'),
})

async function told(item: Item, cycle: CycleName): Promise<z.input<typeof Told>> {
  const { state, steps, open } = await standingIn(item, cycle)
  return {
    state,
    open: [...open],
    steps: steps.map(({ verb, state: then, comment, by_name, at }) => ({
      ...{ verb, state: then, comment, by: by_name, at: at.toString() },
    })),
  }
}

async function prepared(item: Item): Promise<z.input<typeof Preparation>> {
  const taking = await takingOf(item)
  return {
    taken_by: taking && {
      ...{ person_id: taking.personId, name: taking.name, at: taking.at.toString() },
    },
    emergency: await told(item, 'emergency'),
    completeness: await told(item, 'completeness'),
    notes: mayNote(item) ? (await noteOf(item)).words : null,
  }
}

const Listed = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      state: z.string(),
      level: z.string(),
      organ: z.string(),
      taken_by: z.string(),
      emergency: z.string(),
      completeness: z.string(),
    }),
  ),
})
api.on(
  'get',
  '/points',
  reads,
  {
    summary:
      'The points that somebody has in hand, or of whose urgency or completeness something was said',
    answer: Listed,
  },
  async () => ({
    items: (await beingPrepared()).map(({ takenBy, ...one }) => ({ ...one, taken_by: takenBy })),
  }),
)

api.on(
  'get',
  '/of/:id',
  reads,
  { summary: 'Who has a point in hand, whether it is urgent and complete', answer: Preparation },
  async (c) => prepared(await load(c, items)),
)

api.on(
  'post',
  '/of/:id/taking',
  acts,
  {
    summary: 'Take a point over where it stands, or give it back',
    body: Taking,
    answer: Preparation,
  },
  async (c, sent) => {
    const item = await load(c, items)
    await take(item, sent)
    return prepared(await read(items, item.id))
  },
)

for (const cycle of cycleNames)
  api.on(
    'post',
    `/of/:id/${cycle}`,
    acts,
    { summary: `Say something of the ${cycle} of a point`, body: CycleStep, answer: Preparation },
    async (c, { verb, comment }) => {
      const item = await load(c, items)
      await takeCycleStep(item, cycle, verb, comment)
      return prepared(await read(items, item.id))
    },
  )

api.on(
  'post',
  '/of/:id/note',
  acts,
  { summary: 'Write the marginal notes of a point', body: Noting, answer: Preparation },
  async (c, { words }) => {
    const item = await load(c, items)
    await writeNote(item, words)
    return prepared(item)
  },
)
