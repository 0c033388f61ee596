import { today } from '#commons/clock'
import { enforce } from '#commons/workflow'
import { givenAuthority, prepared, type TestAuthority, type TestPerson } from '#test/harness'
import { type Element, element, kindAt, type NewElement } from '../element.ts'
import { type Level, levelRules } from '../level.ts'
import { setParties, type WrittenParties } from '../party.ts'
import { type Plan, planOf } from '../plan.ts'
import { filtered } from '../queries.ts'
import { WrittenPlan } from '../plan-fields.ts'
import { ElementQuery } from '../schema.ts'
import { addElement, startPlan, voletIds } from '../structure.ts'
import { loadTree } from '../tree.ts'
import { whole } from '../weights.ts'
import { workflowOf } from '../workflow.ts'

/** A plan of two services, and those who work on it. */
export interface SmallPlan {
  authority: TestAuthority
  plan: Plan
  /** The external volet. */
  volet: string
  /** Services. */
  works: string
  finance: string
  coordinator: TestPerson
  /** Editor of the works. */
  agent: TestPerson
  /** Editor of the finances. */
  accountant: TestPerson
  mayor: TestPerson
}

export const givenPlan = prepared(writePlan)

async function writePlan(): Promise<SmallPlan> {
  const authority = await givenAuthority()
  const works = await authority.service('Travaux')
  const finance = await authority.service('Finances')
  const names = { firstName: 'Ada' }
  const people = {
    coordinator: await authority.person({
      ...names,
      lastName: 'Coudray',
      roles: ['agent', 'coordinator'],
    }),
    agent: await authority.person({ ...names, lastName: 'Agnan', roles: ['agent'], in: works }),
    accountant: await authority.person({
      ...names,
      lastName: 'Comptet',
      roles: ['agent'],
      in: finance,
    }),
    mayor: await authority.person({ ...names, lastName: 'Mayeur', roles: ['mayor'] }),
  }
  return authority.asSystem(async () => {
    const written = {
      title: 'Plan 2025-2030',
      starts_on: '2024-12-02',
      ends_on: '2030-12-01',
      first_year: 2025,
      last_year: 2030,
      body: 'commune',
      nis: 99_999,
    }
    const plan = await startPlan(WrittenPlan.parse(written), {
      internal: 'Volet interne',
      external: 'Volet externe',
    })
    const [, volet = ''] = await voletIds(plan.id)
    return { authority, plan, volet, works, finance, ...people }
  })
}

type Sketch = Partial<Omit<NewElement, 'bearers'>> &
  WrittenParties & {
    /** The steps that it has made. */
    path?: readonly string[]
  }

/** An element below a parent, with its people, as the house writes it. */
export function givenElement(
  { authority }: SmallPlan,
  level: Level,
  parentId: string,
  { path = [], managers, mandataries, administrators, bearers, concerned, ...own }: Sketch,
): Promise<Element> {
  return authority.asSystem(async () => {
    const plan = await planOf(await element(parentId))
    const places = [{ parentId, weight: whole }]
    const one = await addElement(plan, level, places, { title: level, ...own })
    await setParties(one, {
      ...(managers && { managers }),
      ...{ mandataries, administrators, bearers, concerned },
    })
    const flow = workflowOf[levelRules[level].kind]
    for (const verb of path)
      await enforce(kindAt(level), flow, await element(one.id), verb, { comment: 'Décidé' })
    return element(one.id)
  })
}

/** The titles that somebody finds in a plan by a query. */
export const found = (
  { authority, plan }: SmallPlan,
  who: TestPerson,
  query: Partial<ElementQuery>,
): Promise<string[]> =>
  authority.as(who, async () => {
    const nodes = filtered(await loadTree(plan), ElementQuery.parse(query))
    return nodes.map(({ title }) => title)
  })

/** So many days from today. */
export const inDays = (days: number): Temporal.PlainDate => today().add({ days })

/** The words of the main part of a page. */
export const mainWords = ({ text }: { text: string }): string =>
  text
    .slice(text.indexOf('<main'), text.indexOf('</main>'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
