import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { addService } from '#commons/directory'
import { addTerm, terms } from '#commons/vocabularies'
import { givenAuthority, prepared, type TestAuthority, type TestPerson } from '#test/harness'
import type { Element } from '../element.ts'
import { element } from '../element.ts'
import { type Plan, plans } from '../plan.ts'
import { read } from '#commons/dossiers'
import { startPlan } from '../structure.ts'
import { type PlanNode, type PlanTree, loadTree } from '../tree.ts'
import { type Amounts, amountOf } from '#commons/budgets'

/** A municipality that has a strategic plan, with those who work on it. */
export interface Town {
  authority: TestAuthority
  works: string
  population: string
  finance: string
  /** « Direction financière - Taxes » */
  taxes: string
  coordinator: TestPerson
  dg: TestPerson
  /** Editors and heads of each service. */
  worker: TestPerson
  worksHead: TestPerson
  clerk: TestPerson
  populationHead: TestPerson
  accountant: TestPerson
  financeHead: TestPerson
  taxClerk: TestPerson
  taxHead: TestPerson
  /** Agents of no service: one administers OO.15, one bears A.20, one has no part in anything. */
  steward: TestPerson
  bearer: TestPerson
  outsider: TestPerson
  councillor: TestPerson
  /** Holds a mandate; the other one's has ended. */
  alderman: TestPerson
  former: TestPerson
  /** Coordinates the plan of another authority. */
  stranger: TestPerson
}

const agent = { roles: ['agent'] as const }

export const givenTown = prepared(writeTown)

async function writeTown(): Promise<Town> {
  const authority = await givenAuthority()
  const part = async (name: string, parent: string | null = null) =>
    (await authority.asSystem(() => addService(name, parent))).id
  const works = await part('Travaux')
  const population = await part('Population')
  const finance = await part('Direction financière')
  const taxes = await part('Taxes', finance)
  const named = (firstName: string, lastName: string) => ({ ...agent, firstName, lastName })
  const since = { title: 'Échevine', validFrom: Temporal.PlainDate.from('2018-12-03') }
  const until = { ...since, validTo: Temporal.PlainDate.from('2022-06-30') }
  const elsewhere = await givenAuthority()
  return {
    authority,
    works,
    population,
    finance,
    taxes,
    coordinator: await authority.person({
      ...named('Ode', 'Marquat'),
      roles: ['agent', 'coordinator'],
    }),
    dg: await authority.person({
      ...named('Rémi', 'Vauclaire'),
      roles: ['agent', 'director_general'],
    }),
    worker: await authority.person({ ...named('Jorre', 'Delcam'), in: works }),
    worksHead: await authority.person({ ...named('Lise', 'Autreppe'), in: works, as: 'head' }),
    clerk: await authority.person({ ...named('Maud', 'Sirault'), in: population }),
    populationHead: await authority.person({
      ...named('Yvon', 'Brasme'),
      in: population,
      as: 'head',
    }),
    accountant: await authority.person({ ...named('Noé', 'Filot'), in: finance }),
    financeHead: await authority.person({ ...named('Inès', 'Gourdin'), in: finance, as: 'head' }),
    taxClerk: await authority.person({ ...named('Elio', 'Pesche'), in: taxes }),
    taxHead: await authority.person({ ...named('Cora', 'Wespin'), in: taxes, as: 'head' }),
    steward: await authority.person(named('Tess', 'Oriamont')),
    bearer: await authority.person(named('Ulysse', 'Renval')),
    outsider: await authority.person(named('Basile', 'Hercot')),
    councillor: await authority.person({ ...named('Zoé', 'Flamache'), roles: ['councillor'] }),
    alderman: await authority.person({
      ...named('Anne', 'Quertin'),
      roles: ['councillor'],
      mandate: since,
    }),
    former: await authority.person({
      ...named('Paule', 'Tamines'),
      roles: ['councillor'],
      mandate: until,
    }),
    stranger: await elsewhere.person({ roles: ['agent', 'coordinator'] }),
  }
}

/** Opens an empty plan of the years of the scenarios, with its two volets. */
export const openedPlan = (town: Town): Promise<Plan> =>
  town.authority.as(town.coordinator, () =>
    startPlan(
      {
        title: 'Programme stratégique transversal 2019-2024',
        starts_on: Temporal.PlainDate.from('2018-12-03'),
        ends_on: Temporal.PlainDate.from('2024-12-01'),
        designated_on: Temporal.PlainDate.from('2018-12-03'),
        installed_on: null,
        first_year: 2019,
        last_year: 2024,
        body: 'commune',
        nis: 99_999,
      },
      { internal: 'Volet interne', external: 'Volet externe' },
    ),
  )

/** Does something to an element on behalf of somebody, as a route does. */
export const onElement = <T>(
  town: Town,
  who: TestPerson,
  id: string,
  verb: (one: Element) => T | Promise<T>,
): Promise<T> => town.authority.as(who, async () => verb(await element(id, { lock: true })))

/** An element as it is now. */
export const seen = (town: Town, id: string): Promise<Element> =>
  town.authority.asSystem(() => element(id))

/** A plan as somebody sees it. */
export const treeFor = (town: Town, who: TestPerson, { id }: { id: string }): Promise<PlanTree> =>
  town.authority.as(who, async () => loadTree(await read(plans, id)))

/** An element of a plan with all that is computed of it, as the coordination sees it. */
export async function nodeOf(town: Town, plan: { id: string }, id: string): Promise<PlanNode> {
  const tree = await treeFor(town, town.coordinator, plan)
  const node = tree.byId.get(id)
  if (!node) throw new Error(`${id} is not in the plan`)
  return node
}

const sources: Record<string, string> = {
  'Fédération Wallonie-Bruxelles': 'FWB',
  Commune: 'Ville',
}

/** Amounts in euros by the source, as the scenarios name them. */
export async function bySource(town: Town, amounts: Amounts): Promise<Record<string, number>> {
  const known = await town.authority.asSystem(() => terms('strategy.source'))
  const names = new Map(known.map(({ id, name }) => [id, sources[name] ?? name]))
  return euros(amounts, (key) => names.get(amountOf(key).sourceId) ?? '')
}

/** Amounts in euros by the year. */
export const byYear = (amounts: Amounts): Record<string, number> =>
  euros(amounts, (key) => String(amountOf(key).year))

function euros(amounts: Amounts, groupOf: (key: string) => string): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [key, cents] of amounts) {
    const group = groupOf(key)
    sums[group] = (sums[group] ?? 0) + cents / 100
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0))
}

/** The term of a vocabulary of this name, made where it is missing. */
export const termId = (town: Town, vocabulary: string, name: string): Promise<string> =>
  town.authority.asSystem(async () => {
    const known = (await terms(vocabulary)).find((one) => one.name === name)
    return (known ?? (await addTerm(vocabulary, name))).id
  })

/** Where an answer leads. */
export const leadsTo = ({ headers }: { headers: Headers }): string => headers.get('location') ?? ''

/** The id of an element at the end of an address. */
export const idIn = (address: string): string => /[\da-f]{8}-[\da-f-]{27}/.exec(address)?.[0] ?? ''

type Node = DefaultTreeAdapterTypes.ChildNode

/** What the main part of a page says, dialogs and drawings apart; all spaces are alike. */
export function words({ text }: { text: string }): string {
  const said = (nodes: readonly Node[], inMain: boolean): string =>
    nodes
      .map((node) => {
        if ('value' in node) return inMain ? node.value : ''
        if (!('tagName' in node) || ['dialog', 'svg', 'script', 'template'].includes(node.tagName))
          return ''
        return said(node.childNodes, inMain || node.tagName === 'main')
      })
      .join(' ')
  const main = said(parse(text).childNodes, false)
  return main.replaceAll(/\s+/g, ' ').trim()
}

/** The address of a link of a page with these words. */
export const linkTo = ({ text }: { text: string }, label: string): string | undefined =>
  [...text.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].find(
    ([, , inside = '']) => inside.replaceAll(/<[^>]*>/g, '').trim() === label,
  )?.[1]
