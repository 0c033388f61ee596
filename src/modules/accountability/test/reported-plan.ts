import { db } from '#kernel/db'
import { addIndicator, noteMeasure } from '#commons/indicators'
import { terms } from '#commons/vocabularies'
import {
  addElement,
  type Element,
  type Level,
  type NewElement,
  openPlan,
  type Plan,
  replaceParties,
} from '#modules/strategy'
import type { TestAuthority } from '#test/harness'

const day = (text: string) => Temporal.PlainDate.from(text)

/** What a test finds in the plan that it was given. */
export interface GivenPlan {
  plan: Plan
  volet: Element
  works: string
}

/** Cents by year, all of them from the municipality: 28 860,00 € in 2026 and 4 907,50 € in 2027. */
const asked = { lights: [2026, 2_886_000], lanes: [2027, 490_750], secret: [2028, 99_900] } as const

/**
 * A plan of one objective of each level with four actions: one done, one late and placed twice, one
 * under way with a figure, and one that is only created.
 */
export async function givenPlan(authority: TestAuthority): Promise<GivenPlan> {
  const works = await authority.service('Travaux')
  return authority.asSystem(async () => {
    const plan = await openPlan({
      ...{ title: 'Programme de test', starts_on: day('2024-12-02'), ends_on: day('2030-12-01') },
      ...{ first_year: 2025, last_year: 2030, body: 'commune', nis: 99_999 },
      designated_on: null,
    })
    const add = async (level: Level, parents: Element[], own: NewElement) => {
      const weight = 10_000 / Math.max(1, parents.length)
      const places = parents.map(({ id }) => ({ parentId: id, weight }))
      const one = await addElement(plan, level, places, own)
      if (level !== 'volet') await replaceParties(one, [manager(works)])
      return one
    }
    const ongoing = { state: 'ongoing' }
    const volet = await add('volet', [], { title: 'Volet externe', nature: 'external' })
    await add('volet', [], { title: 'Volet interne', nature: 'internal' })
    const aim = await add('strategic', [volet], { title: 'Rouler moins vite', ...ongoing })
    const streets = await add('operational', [aim], { title: 'Apaiser les rues', ...ongoing })
    const paths = await add('operational', [aim], { title: 'Relier les quartiers', ...ongoing })
    await add('action', [streets], {
      ...{ title: 'Réparer les trottoirs', state: 'terminated', fte: 0.5, sdgs: [11] },
    })
    const lights = await add('action', [streets, paths], {
      ...{ title: 'Poser des éclairages', ...ongoing, due_on: day('2026-01-31'), sdgs: [11] },
      ...{ health: 'blocked', health_reason: 'Le marché est infructueux.', fte: 1.5 },
    })
    const lanes = await add('action', [paths], {
      ...{ title: 'Tracer des pistes cyclables', ...ongoing, due_on: day('2090-06-30') },
      remark: 'Tracé en discussion',
    })
    const secret = await add('action', [paths], { title: 'Projet encore secret', fte: 40 })
    await give({ lights, lanes, secret })
    const km = await addIndicator(lanes, {
      ...{ label: 'Pistes tracées', unit: 'km', source: '', direction: 'up', baseline: null },
      targets: { 2030: 20 },
    })
    await noteMeasure(lanes, km, { measured_on: day('2026-01-05'), value: 0, note: '' })
    return { plan, volet, works }
  })
}

async function give(to: Record<keyof typeof asked, Element>): Promise<void> {
  const sources = await terms('strategy.source')
  const source_id = sources.find(({ name }) => name === 'Commune')?.id ?? sources[0]?.id ?? ''
  for (const name of ['lights', 'lanes', 'secret'] as const) {
    const [year, cents] = asked[name]
    const line = { dossier_id: to[name].id, source_id, year, cents, comment: '' }
    await db().insertInto('commons.budget_line').values(line).execute()
  }
}

const manager = (service_id: string) => ({
  ...{ part: 'manager' as const, service_id, person_id: null, civility: '' as const },
  ...{ first_name: '', last_name: '', phone: '', email: '' },
})
