import { addPerson, agent } from '#commons/directory'
import { read } from '#commons/dossiers'
import { terms } from '#commons/vocabularies'
import {
  addBudgetLine,
  addElement,
  coordinator,
  element,
  loadTree,
  openPlan,
  planPath,
  plans,
  sumOf,
  whole,
} from '#modules/strategy'
import type { Standing } from './acts.ts'
import { several } from './acts.ts'
import { type Load, load } from './load.ts'
import { inAuthority, signedIn } from './scene.ts'

/** What of a strategic plan is measured: its page, and its totals after a change. */
export interface PlanFigures {
  crowd: Load
  alone: Load
  totals: Load
}

const objectives = { strategic: 10, operational: 10, actions: 20 }

/** A plan of 2 000 actions in an authority that has none, each with two lines of budget. */
export async function planOfThousands(
  { database }: Standing,
  port: number,
  slug: string,
): Promise<PlanFigures> {
  const account = { login: 'coordinator', password: crypto.randomUUID() }
  const { planId, actionId, sourceId } = await inAuthority(database, slug, async () => {
    const named = { civility: 'mrs', firstName: 'Alix', lastName: 'Belaval' } as const
    await addPerson({ ...named, roles: [agent, coordinator], account })
    return plant()
  })
  const who = await signedIn(database, slug, 'coordinator')
  const asks = [{ ...who, path: planPath({ id: planId }) }]
  await load(port, asks, { seconds: 2, connections: 2 })
  const alone = await load(port, asks, { seconds: 4, connections: 1 })
  const crowd = await load(port, asks, { seconds: 4, connections: 8 })
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
  return { crowd, alone, totals }
}

async function plant(): Promise<{ planId: string; actionId: string; sourceId: string }> {
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
  for (let s = 0; s < objectives.strategic; s++) {
    const top = { title: `Objectif stratégique ${s}`, state: 'ongoing' }
    const strategic = await addElement(plan, 'strategic', under(volet.id), top)
    for (let o = 0; o < objectives.operational; o++) {
      const middle = { title: `Objectif opérationnel ${s}.${o}`, state: 'ongoing' }
      const operational = await addElement(plan, 'operational', under(strategic.id), middle)
      for (let a = 0; a < objectives.actions; a++) {
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
