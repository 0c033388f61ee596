import type { TestAuthority, TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { clean } from '#kernel/richtext'
import { read } from '#commons/dossiers'
import { addIndicator, noteMeasure } from '#commons/indicators'
import { terms } from '#commons/vocabularies'
import { enforce } from '#commons/workflow'
import {
  addElement,
  type Element,
  elementPath,
  type Level,
  loadTree,
  type NewElement,
  type NewParty,
  openPlan,
  type Part,
  type Plan,
  type PlanTree,
  planWorkflow,
  plans,
  replaceParties,
  whole,
} from '#modules/strategy'

const day = (text: string) => Temporal.PlainDate.from(text)

/** A plan of one strategic objective, with all that is below it. */
export interface Grown {
  plan: Plan
  strategic: Element
  operational: Element
  /** Below both operational objectives. */
  action: Element
  second: Element
  sub: Element
  task: Element
  /** Merely created, with an action below it that is under way. */
  created: Element
}

/** Words of which each is found again only where it was written. */
export const inside = (what: string) => `DEDANS ${what}`
export const outside = (what: string) => `DEHORS ${what}`

const privateWords: Partial<NewElement> = {
  comments: inside('commentaire'),
  observation: inside('observation'),
  budget_comments: inside('commentaire sur le budget'),
  remark: inside('remarque'),
  partners: [inside('partenaire')],
  progress_reason: inside('raison de l’avancement'),
  health: 'risk',
  health_reason: inside('raison de la santé'),
}

/** A plan in force, with words of its own in every field that anybody may fill in. */
export async function givenPlan(authority: TestAuthority, by: TestPerson): Promise<Grown> {
  const grown = await authority.asSystem(grow)
  const [source] = await authority.asSystem(() => terms('strategy.source'))
  for (const [one, cents] of [
    [grown.action, '1250,50'],
    [grown.sub, '800'],
  ] as const)
    await by.visitor.post(`${elementPath(one)}/budget`, {
      source_id: source?.id ?? '',
      year: '2026',
      cents,
      comment: inside('commentaire de la ligne'),
    })
  return grown
}

async function grow(): Promise<Grown> {
  const draft = await openPlan({
    title: 'Programme stratégique transversal 2025-2030',
    starts_on: day('2024-12-02'),
    ends_on: day('2030-12-01'),
    designated_on: null,
    first_year: 2025,
    last_year: 2030,
    body: 'shared',
    nis: 99_999,
  })
  const add = async (level: Level, under: Element[], own: Partial<NewElement> = {}) => {
    const places = under.map(({ id }) => ({ parentId: id, weight: whole / under.length }))
    const one = await addElement(draft, level, places, {
      title: outside(level),
      description: clean(
        `<p>${outside(`description ${level}`)} <mark class="masked">${inside('masqué')}</mark></p>`,
      ).html,
      ...(level === 'volet' ? { nature: 'external' as const } : privateWords),
      ...own,
    })
    await replaceParties(one, await people())
    return one
  }
  const volet = await add('volet', [])
  const strategic = await add('strategic', [volet], { state: 'ongoing', sdgs: [7] })
  const operational = await add('operational', [strategic], {
    state: 'ongoing',
    due_on: day('2028-12-31'),
  })
  const second = await add('operational', [strategic], { state: 'ongoing' })
  const action = await add('action', [operational, second], { state: 'ongoing', sdgs: [13] })
  const sub = await add('sub_action', [action], { state: 'ongoing' })
  const task = await add('task', [sub], { title: inside('tâche'), description: clean('').html })
  const hidden = { description: clean(`<p>${inside('créé')}</p>`).html }
  const created = await add('operational', [strategic], {
    ...hidden,
    title: inside('objectif créé'),
  })
  await add('action', [created], { ...hidden, title: inside('sous un créé'), state: 'ongoing' })
  const indicator = await addIndicator(operational, {
    label: outside('indicateur'),
    unit: outside('unité'),
    source: inside('source de l’indicateur'),
    direction: 'down',
    baseline: 24,
    targets: { 2030: 12 },
  })
  await noteMeasure(operational, indicator, {
    measured_on: day('2026-01-01'),
    value: 17,
    note: inside('note de mesure'),
  })
  const plan = await enforce(plans, planWorkflow, await read(plans, draft.id), 'enforce')
  return { plan, strategic, operational, second, action, sub, task, created }
}

/** Somebody in each part: a mere name, with a telephone and an address. */
async function people(): Promise<NewParty[]> {
  const service = await db().selectFrom('commons.service').select('id').limit(1).executeTakeFirst()
  const named = (part: Part, last_name: string): NewParty => ({
    ...{ part, last_name, service_id: null, person_id: null, civility: '', first_name: '' },
    phone: inside('téléphone'),
    email: `${inside('adresse')}@beauval.example`,
  })
  return [
    named('mandatary', outside('mandataire')),
    named('administrator', inside('responsable')),
    named('bearer', inside('porteur')),
    named('concerned', inside('autre personne')),
    { ...named('manager', ''), service_id: service?.id ?? null },
  ]
}

/** The plan as the engines reckon it now. */
export const treeOf = (authority: TestAuthority, { id }: Plan): Promise<PlanTree> =>
  authority.asSystem(async () => loadTree(await read(plans, id)))
