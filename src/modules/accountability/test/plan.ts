import { sql } from 'kysely'
import { db } from '#kernel/db'
import { clean } from '#kernel/richtext'
import { addPerson, councillor } from '#commons/directory'
import { read } from '#commons/dossiers'
import { addIndicator, noteMeasure } from '#commons/indicators'
import { terms } from '#commons/vocabularies'
import {
  type Element,
  type Level,
  type NewElement,
  type Plan,
  addElement,
  openPlan,
  plans,
  replaceParties,
} from '#modules/strategy'
import { type Town, givenTown } from '../../deliberations/test/council.ts'
import { prepared, type TestAuthority, type TestPerson } from '#test/harness'

const on = (text: string) => Temporal.PlainDate.from(text)

/** A town with a plan in preparation: one objective, three actions, money, people, a figure. */
export interface Planned {
  authority: TestAuthority
  town: Town
  /** Coordinates the plan, and writes points for the works. */
  coordinator: TestPerson
  plan: Plan
  objective: Element
  other: Element
  /** Ongoing, below both objectives, with a budget and an indicator. */
  school: Element
  /** Terminated. */
  lamps: Element
  /** Still only created: for those who work on it. */
  secret: Element
}

const nobody = {
  ...{ service_id: null, person_id: null, civility: '' as const },
  ...{ first_name: '', last_name: '', phone: '', email: '' },
}

export const written = {
  title: 'PST 2025-2030',
  starts_on: on('2024-12-02'),
  ends_on: on('2030-12-01'),
  designated_on: on('2024-12-02') as Temporal.PlainDate | null,
  first_year: 2025,
  last_year: 2030,
  body: 'commune' as const,
  nis: 99_999,
}

export const givenPlan = prepared(writePlan)

async function writePlan(): Promise<Planned> {
  const town = await givenTown()
  const coordinator = await town.authority.person({
    roles: ['agent', 'coordinator'],
    in: town.works,
  })
  const given = await town.authority.asSystem(async () => {
    const plan = await openPlan(written)
    const at = (parents: readonly Element[], weights = [10_000]) =>
      parents.map(({ id }, index) => ({ parentId: id, weight: weights[index] ?? 0 }))
    const grow = (level: Level, title: string, below: Element[], own: Partial<NewElement> = {}) =>
      addElement(plan, level, at(below), { title, ...own })
    const volet = await addElement(plan, 'volet', [], {
      title: 'Volet externe',
      nature: 'external',
    })
    const strategic = await grow('strategic', 'Être sobre en énergie', [volet])
    const objective = await grow('operational', 'Réduire la consommation', [strategic])
    const other = await grow('operational', 'Rendre les écoles agréables', [strategic])
    const school = await addElement(plan, 'action', at([objective, other], [6000, 4000]), {
      title: 'Isoler l’école',
      due_on: on('2027-06-30'),
      description: clean('<p>Les murs et le toit.</p>').html,
    })
    const lamps = await grow('action', 'Changer les lampes', [objective])
    const secret = await grow('action', 'Fermer une école', [other])
    const mandatary = await addPerson({
      civility: 'mrs',
      firstName: 'Line',
      lastName: 'Aubrive',
      roles: [councillor],
    })
    await replaceParties(school, [
      { ...nobody, part: 'manager', service_id: town.works },
      { ...nobody, part: 'mandatary', person_id: mandatary },
    ])
    const [source] = await terms('strategy.source')
    await sql`insert into commons.budget_line (dossier_id, source_id, year, cents, comment)
      values (${school.id}, ${source?.id}, 2026, 1250000, '')`.execute(db())
    const indicator = await addIndicator(school, {
      label: 'Consommation',
      unit: 'MWh',
      source: '',
      direction: 'down',
      baseline: 100,
      targets: { 2030: 60 },
    })
    await noteMeasure(school, indicator, { measured_on: on('2026-01-01'), value: 85, note: '' })
    const above = [volet, strategic, objective, other]
    return { plan, above, objective, other, school, lamps, secret }
  })
  const planned = { authority: town.authority, town, coordinator, ...given }
  for (const one of given.above) await walk(planned, one, ['begin'])
  await walk(planned, given.school, ['schedule', 'begin'])
  await walk(planned, given.lamps, ['schedule', 'begin', 'terminate'])
  return planned
}

/** Leads an element through steps, as the coordination does. */
export async function walk(
  { coordinator: { visitor } }: Pick<Planned, 'coordinator'>,
  { id }: Element,
  path: readonly string[],
): Promise<void> {
  for (const verb of path) {
    const made = await visitor.post(`/strategy/elements/${id}/steps`, { verb, comment: 'Décidé' })
    if (made.status !== 303) throw new Error(`${verb} was answered with ${made.status}`)
  }
}

export const planNow = ({ town, plan }: Planned): Promise<Plan> =>
  town.authority.asSystem(() => read(plans, plan.id))
