import { addPerson, agent } from '#commons/directory'
import { read } from '#commons/dossiers'
import { openAuthority } from '#commons/trades'
import { db } from '#kernel/db'
import { Gate } from '#kernel/tenancy'
import { terms } from '#commons/vocabularies'
import { sumOf } from '#commons/budgets'
import {
  addBudgetLine,
  addElement,
  coordinator,
  element,
  loadTree,
  openPlan,
  planPath,
  plans,
  whole,
} from '#modules/strategy'
import type { Standing } from './acts.ts'
import { several } from './acts.ts'
import { type Ask, type Load, load, once } from './load.ts'
import { inAuthority, signedIn } from './scene.ts'

/** What of a strategic plan is measured: its page, and its totals after a change. */
export interface PlanFigures {
  crowd: Load
  alone: Load
  /** On one connection, of a plan that changed since it was opened last. */
  changed: Load
  totals: Load
}

const objectives = { strategic: 10, operational: 10, actions: 20 }

const slug = 'bench-plan'

/** The page of a plan of 2 000 actions, and who may see it; planted once, in an authority of its own. */
export async function planToOpen({ database, house }: Standing): Promise<Ask> {
  if (!(await new Gate(database).bySlug(slug))) {
    const look = { address: [], hue: 200, arms: '', hosts: [`${slug}.localhost`] }
    const named = { slug, name: slug, shortName: slug, kind: 'municipality' } as const
    await openAuthority(database, house, { ...named, ...look })
    const account = { login: 'coordinator', password: crypto.randomUUID() }
    const person = { civility: 'mrs', firstName: 'Alix', lastName: 'Belaval' } as const
    await inAuthority(database, slug, async () => {
      await addPerson({ ...person, roles: [agent, coordinator], account })
      await plant()
    })
  }
  const id = await inAuthority(database, slug, () =>
    db().selectFrom('strategy.plan').select('id').executeTakeFirstOrThrow(),
  )
  return { ...(await signedIn(database, slug, 'coordinator')), path: planPath(id) }
}

/** How long that page and the totals of that plan take. */
export async function planOfThousands(standing: Standing, port: number): Promise<PlanFigures> {
  const { database } = standing
  const asks = [await planToOpen(standing)]
  const { planId, actionId, sourceId } = await inAuthority(database, slug, async () => {
    const action = await db()
      .selectFrom('strategy.element')
      .select(['id as actionId', 'plan_id as planId'])
      .where('level', '=', 'action')
      .executeTakeFirstOrThrow()
    const [source] = await terms('strategy.source')
    return { ...action, sourceId: source?.id ?? '' }
  })
  await load(port, asks, { seconds: 2, connections: 2 })
  const alone = await load(port, asks, { seconds: 4, connections: 1 })
  const crowd = await load(port, asks, { seconds: 4, connections: 8 })
  const opened: number[] = []
  const changed = await several(async () => {
    const line = { source_id: sourceId, year: 2026, cents: 1, comment: '' }
    await inAuthority(database, slug, async () => addBudgetLine(await element(actionId), line))
    opened.push(...(await once(port, asks)).latencies)
  }, 20)
  const totals = await several(
    () =>
      inAuthority(database, slug, async () => {
        const line = { source_id: sourceId, year: 2026, cents: 100_00, comment: '' }
        await addBudgetLine(await element(actionId), line)
        const tree = await loadTree(await read(plans, planId))
        if (tree.roots.every(({ total }) => sumOf(total) === 0)) throw new Error('Nothing counts')
      }),
    40,
  )
  return {
    ...{ crowd, alone, totals },
    changed: { ...changed, latencies: opened.toSorted((one, other) => one - other) },
  }
}

/** Plants it, or a smaller one, in the open authority. */
export async function plant(
  shape = objectives,
): Promise<{ planId: string; actionId: string; sourceId: string }> {
  const day = (text: string) => Temporal.PlainDate.from(text)
  const plan = await openPlan({
    ...{ title: 'Programme stratégique', body: 'commune', nis: 99_999, designated_on: null },
    ...{ starts_on: day('2024-12-02'), ends_on: day('2030-12-01') },
    ...{ first_year: 2025, last_year: 2030 },
  })
  const [source] = await terms('strategy.source')
  const under = (id: string) => [{ parentId: id, weight: whole }]
  const volet = await addElement(plan, 'volet', [], { title: 'Volet externe', nature: 'external' })
  let actionId = ''
  for (let s = 0; s < shape.strategic; s++) {
    const top = { title: `Objectif stratégique ${s}`, state: 'ongoing' }
    const strategic = await addElement(plan, 'strategic', under(volet.id), top)
    for (let o = 0; o < shape.operational; o++) {
      const middle = { title: `Objectif opérationnel ${s}.${o}`, state: 'ongoing' }
      const operational = await addElement(plan, 'operational', under(strategic.id), middle)
      for (let a = 0; a < shape.actions; a++) {
        const due_on = day('2026-01-01').add({ days: (s * 31 + o * 7 + a * 13) % 1500 })
        const own = { title: `Action ${s}.${o}.${a} pour la commune`, state: 'ongoing', due_on }
        const { id } = await addElement(plan, 'action', under(operational.id), own)
        const action = await element(id)
        for (const year of [2025, 2026])
          await addBudgetLine(action, {
            ...{ source_id: source?.id ?? '', year, comment: '' },
            cents: 1000_00 + a,
          })
        actionId = id
      }
    }
  }
  return { planId: plan.id, actionId, sourceId: source?.id ?? '' }
}
