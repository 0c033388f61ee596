import { audit } from '#kernel/audit'
import { emit, event } from '#kernel/events'
import { folded, t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { addAnnex } from '#commons/annexes'
import { addService, personNamed } from '#commons/directory'
import type { Dossier } from '#commons/dossiers'
import type { UploadedFile } from '#commons/imports'
import { addTerm } from '#commons/vocabularies'
import {
  type Element,
  type NewElement,
  type NewParty,
  type Part,
  type Plan,
  addElement,
  countFrom,
  element,
  keptParty,
  levelRules,
  makeRoom,
  nobody,
  openPlan,
  planPath,
  replaceParties,
  rewrite,
  rewritePlan,
  termOf,
  whole,
} from '#modules/strategy'
import { replaceArticles, replaceProjections } from './account.ts'
import type { Exchange, ExchangedPerson } from './exchange.ts'
import { type Here, rememberDepartment } from './here.ts'
import { type Compared, type Field, type Report, planSaid } from './report.ts'
import { stateOf } from './standing.ts'
import { plainOf, richOf } from './text.ts'

/** What an import wrote. */
export interface Imported {
  planId: string
  /** Elements that are new, and elements that changed. */
  added: number
  changed: number
}

/** What the names of the file are here, once all is made that was missing. */
interface Made {
  plan: Plan
  here: Here
  departments: ReadonlyMap<string, string>
  terms: ReadonlyMap<string, string>
}

const created = event('ecomptes.import.create')
const updated = event('ecomptes.import.update')

/** Carries out a report that is ready, in the open transaction, and keeps the file with the plan. */
export async function commit(report: Report, here: Here, file: UploadedFile): Promise<Imported> {
  const { exchange, standing, answers, adding, changing } = report
  const plan = standing?.plan ?? (await open(exchange))
  const departments = await departmentsOf(report)
  const made: Made = { plan, here, departments, terms: await termsOf(report, here) }
  if (answers.fields && Object.keys(report.plan).length > 0) await rewritePlan(plan, report.plan)
  for (const one of changing) await change(one, made, answers.fields)
  await add(report, made)
  await addAnnex(plan, { name: file.name, title: file.name, bytes: file.bytes })
  const said = { title: file.name, added: adding.length, changed: changing.length }
  await emit(standing ? updated : created, plan.id, said)
  await audit('import', planPath(plan))
  return { planId: plan.id, added: adding.length, changed: changing.length }
}

/** A plan as eComptes tells it, of the legislature in which its exercises lie. */
function open(exchange: Exchange): Promise<Plan> {
  const said = planSaid(exchange)
  return openPlan({
    ...said,
    ...termOf(said.first_year, said.last_year),
    designated_on: null,
    body: exchange.body === 'CPAS' ? 'cpas' : 'commune',
    nis: exchange.nis,
    exchange_id: exchange.plan.id,
  })
}

async function departmentsOf({ departments }: Report): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const created = new Map<string, string>()
  for (const [name, what] of departments) {
    if (what.kind !== 'service' && what.kind !== 'create') continue
    const made = created.get(folded(name))
    const id = what.kind === 'service' ? what.id : (made ?? (await addService(name)).id)
    if (what.kind === 'create') created.set(folded(name), id)
    await rememberDepartment(name, id)
    ids.set(what.label, id)
  }
  return ids
}

async function termsOf({ terms: missing }: Report, { terms }: Here): Promise<Map<string, string>> {
  const ids = new Map(terms.map(({ id, name }) => [folded(name), id]))
  for (const name of missing)
    ids.set(folded(name), (await addTerm('strategy.transversal', name)).id)
  return ids
}

type Columns = Partial<NewElement>

/** What a field of the file sets; people are set apart. */
const columns: Partial<Record<Field, (one: Compared, made: Made) => Columns>> = {
  label: ({ entry: { title } }) => ({ title }),
  status: ({ entry, stood }) => ({
    state: stateOf(stood?.node.level ?? entry.level, entry.said.status),
  }),
  startsOn: ({ told }) => ({ planned_begin: told.startsOn }),
  endsOn: ({ told }) => ({ due_on: told.endsOn }),
  progress: ({ told: { progress, status } }) => {
    const computed = progress === 0 || (progress === 100 && status === 'TERMINE')
    const reason = inItsLanguage(() => t('ecomptes.by_hand'))
    return computed
      ? { progress: null, progress_reason: '' }
      : { progress, progress_reason: reason }
  },
  fte: ({ told }) => ({ fte: told.fte }),
  exercise: ({ told }) => ({ exercise: told.exercise }),
  plans: ({ told }, { terms }) => ({
    plans: told.plans.flatMap((name) => terms.get(folded(name)) ?? []),
  }),
  partners: ({ told }) => ({ partners: told.partners }),
  description: ({ entry }) => ({ description: richOf(entry.said.description).html }),
  remark: ({ entry }) => ({ remark: plainOf(entry.said.remark) }),
}

const patchOf = (one: Compared, made: Made): Columns =>
  Object.assign({}, ...one.fields.map((name) => columns[name]?.(one, made)))

async function change(one: Compared, made: Made, wholly: boolean): Promise<void> {
  const { element: before } = one.stood ?? {}
  if (!before) return
  if (wholly) await setPeople(await rewrite(before, patchOf(one, made)), one, made)
  await setBudgets(before, one)
}

/** Adds what this plan does not know, each after those above it. */
async function add({ adding, standing, exchange }: Report, made: Made): Promise<void> {
  const stood = [...(standing?.byExchangeId ?? [])]
  const ids = new Map(stood.map(([id, { node }]) => [id, node.id]))
  const numbers = new Set(stood.map(([, { node }]) => node.number))
  const last = Math.max(0, ...adding.map(({ entry }) => entry.number ?? 0))
  await countFrom(made.plan, last)
  const body = exchange.body === 'CPAS' ? 'cpas' : 'commune'
  for (const one of adding) {
    const { level, number, parents, title, id: exchange_id } = one.entry
    const above = parents.flatMap((id) => ids.get(id) ?? [])
    const places = above.map((parentId, at) => ({ parentId, weight: at === 0 ? whole : 0 }))
    const added = await addElement(made.plan, level, places, {
      ...patchOf(one, made),
      ...{ title, exchange_id },
      ...(level === 'volet' && { nature: /\binterne\b/i.test(title) ? 'internal' : 'external' }),
      ...(made.plan.body === 'shared' && level !== 'volet' && { body }),
      ...(number !== null && !numbers.has(number) && { number }),
    })
    ids.set(exchange_id, added.id)
    if (level === 'sub_action' && above[0]) await makeRoom(above[0], added)
    await setPeople(added, one, made)
    await setBudgets(added, one)
  }
}

async function setBudgets({ id }: Dossier, { told, budgets }: Compared): Promise<void> {
  if (budgets.includes('articles')) await replaceArticles(id, told.articles)
  if (budgets.includes('projections')) await replaceProjections(id, told.projections)
}

/** Puts who the file names in the place of the first of their part; the others stay. */
async function setPeople(one: Element, { told, stood, fields }: Compared, made: Made) {
  const parties = stood?.node.parties ?? []
  const known = (part: Part) => parties.some((party) => party.part === part)
  const acts = levelRules[one.level].kind === 'strategy.action'
  const bears = !known('administrator') && (known('bearer') || acts)
  const parts = {
    responsible: bears ? 'bearer' : 'administrator',
    mandatary: 'mandatary',
    department: 'manager',
  } as const
  const set = (['responsible', 'mandatary', 'department'] as const).filter((name) =>
    fields.includes(name),
  )
  const next = set.flatMap((name) => {
    const part = parts[name]
    const who = told[name]
    const first = typeof who === 'string' ? departmentNamed(who, made) : who && personIn(who, made)
    const others = parties.filter((party) => party.part === part).slice(1)
    return [...(first ? [{ ...nobody, ...first, part }] : []), ...others.map(keptParty)]
  })
  const settled = set.map((name) => parts[name])
  await replaceParties(await element(one.id), next, settled)
}

function personIn(person: ExchangedPerson, { here }: Made): Partial<NewParty> {
  const { civility, firstName: first_name, lastName: last_name, phone, email } = person
  const found = personNamed(`${first_name} ${last_name}`, here.people)
  return {
    phone,
    email,
    ...(found ? { person_id: found.id } : { civility, first_name, last_name }),
  }
}

function departmentNamed(name: string, { departments }: Made): Partial<NewParty> {
  const service_id = departments.get(name)
  return service_id ? { service_id } : { last_name: name }
}
