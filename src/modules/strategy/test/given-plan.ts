import { terms } from '#commons/vocabularies'
import { addBudgetLine } from '../budget.ts'
import type { NewElement } from '../element.ts'
import type { Level } from '../level.ts'
import { setParties, type WrittenParties } from '../party.ts'
import type { Plan } from '../plan.ts'
import { addElement, voletIds } from '../structure.ts'
import { whole } from '../weights.ts'
import { prepared } from '#test/harness'
import { givenTown, openedPlan, type Town } from './town.ts'

/** The plan of the scenarios: its elements by their references, tasks by names of their own. */
export interface GivenPlan {
  plan: Plan
  internal: string
  external: string
  /** The id of an element: `A.16`, or `T.survey`. Throws for an unknown one. */
  id: (reference: string) => string
  path: (reference: string) => string
}

type Money = readonly (readonly [source: Source, year: number, euros: number])[]
type Source = keyof typeof sourceNames
const sourceNames = {
  europe: 'Europe',
  wallonia: 'Wallonie',
  fwb: 'Fédération Wallonie-Bruxelles',
  province: 'Province',
  town: 'Commune',
} as const

interface Sketch {
  under: string
  title: string
  due?: string
  /** Objectives are under way, actions and tasks to be begun, unless it says otherwise. */
  state?: string
  money?: Money
  people?: (town: Town) => WrittenParties
}

const years = [2019, 2020, 2021, 2022]
const everyYear = (euros: number): Money => years.map((year) => ['wallonia', year, euros])

const population = (town: Town) => ({ managers: [town.population] })
const works = (town: Town) => ({ managers: [town.works] })
const finance = (town: Town) => ({ managers: [town.finance] })

/** In the order of their numbers. The figures are invented so that the totals are those of the scenarios. */
const sketches: Readonly<Record<string, Sketch>> = {
  'OS.1': {
    under: 'external',
    title: 'Être une commune qui offre un service public moderne',
    money: [['town', 2019, 1000]],
  },
  'OO.2': { under: 'OS.1', title: 'Optimiser l’accueil au guichet', people: population },
  'A.3': {
    under: 'OO.2',
    title: 'Rassembler les guichets',
    state: 'ongoing',
    people: population,
    money: [
      ['europe', 2019, 18_900],
      ['wallonia', 2020, 2500],
      ['fwb', 2020, 1763.5],
      ['province', 2019, 4111],
    ],
  },
  'A.4': {
    under: 'OO.2',
    title: 'Ouvrir un guichet le samedi matin',
    people: population,
    money: [
      ['fwb', 2019, 1349],
      ['town', 2020, 215],
    ],
  },
  'OO.5': {
    under: 'OS.1',
    title: 'Rendre les bâtiments accessibles à tous',
    people: (town) => ({ managers: [town.population, town.works] }),
  },
  'A.6': {
    under: 'OO.5',
    title: 'Abaisser le seuil de la maison communale',
    people: works,
    money: [
      ['europe', 2019, 762],
      ['europe', 2020, 429],
      ['wallonia', 2019, 1400],
    ],
  },
  'A.7': {
    under: 'OO.5',
    title: 'Placer des pictogrammes de guidance',
    people: works,
    money: [['fwb', 2019, 1000]],
  },
  'A.8': {
    under: 'OO.5',
    title: 'Installer une boucle magnétique au guichet',
    people: works,
    money: [['town', 2019, 338]],
  },
  'OS.9': { under: 'internal', title: 'Être une administration qui tient ses comptes' },
  'OO.10': { under: 'OS.9', title: 'Percevoir les taxes à temps', people: finance },
  'A.11': {
    under: 'OO.10',
    title: 'Envoyer les avertissements par voie électronique',
    people: (town) => ({ managers: [town.taxes] }),
  },
  'A.12': { under: 'OO.10', title: 'Suivre les recours', state: 'created', people: finance },
  'A.13': {
    under: 'OO.10',
    title: 'Former les agents au nouveau logiciel',
    state: 'terminated',
    people: finance,
  },
  'OS.14': { under: 'external', title: 'Être une commune où il fait bon se déplacer' },
  'OO.15': {
    under: 'OS.14',
    title: 'Entretenir les sentiers et les chemins',
    due: '2024-12-31',
    people: (town) => ({ ...works(town), administrators: 'Tess Oriamont' }),
  },
  'A.16': {
    under: 'OO.15',
    title: 'Remettre en état les sentiers communaux',
    due: '2024-06-30',
    state: 'ongoing',
    people: works,
  },
  'SA.17': {
    under: 'A.16',
    title: 'Relever l’état de chaque sentier',
    due: '2020-06-30',
    people: works,
    money: everyYear(500),
  },
  'SA.18': {
    under: 'A.16',
    title: 'Débroussailler',
    due: '2020-09-30',
    people: works,
    money: everyYear(1000),
  },
  'SA.19': {
    under: 'A.16',
    title: 'Baliser',
    due: '2020-10-31',
    people: works,
    money: [
      ['wallonia', 2021, 500],
      ['town', 2020, 1500],
    ],
  },
  'A.20': {
    under: 'OO.15',
    title: 'Ouvrir un itinéraire vers la gare',
    due: '2023-12-31',
    people: (town) => ({ ...works(town), bearers: 'Ulysse Renval' }),
  },
  'A.21': {
    under: 'OO.15',
    title: 'Publier la carte des sentiers',
    due: '2024-03-31',
    people: works,
  },
  'A.22': { under: 'OO.15', title: 'Parrainer un sentier', due: '2022-12-31', people: works },
  'A.23': { under: 'OO.15', title: 'Compter les marcheurs', people: works },
  'T.map': {
    under: 'SA.17',
    title: 'Dresser la liste des sentiers',
    due: '2020-03-31',
    people: works,
  },
  'T.survey': { under: 'SA.17', title: 'Parcourir les sentiers', due: '2020-04-30', people: works },
  'T.clear': {
    under: 'SA.18',
    title: 'Réserver la débroussailleuse',
    due: '2020-08-31',
    people: works,
  },
  'T.signs': { under: 'SA.19', title: 'Commander les balises', due: '2020-09-15', people: works },
  'T.print': { under: 'A.21', title: 'Choisir l’imprimeur', due: '2023-10-31', people: works },
  'T.draw': { under: 'A.7', title: 'Dessiner les pictogrammes', people: works },
  'T.hang': { under: 'A.7', title: 'Fixer les pictogrammes', people: works },
}

const levelOf: Readonly<Record<string, Level>> = {
  OS: 'strategic',
  OO: 'operational',
  A: 'action',
  SA: 'sub_action',
  T: 'task',
}
const stateOf: Readonly<Record<Level, string>> = {
  volet: 'created',
  strategic: 'ongoing',
  operational: 'ongoing',
  action: 'to_be_scheduled',
  sub_action: 'to_be_scheduled',
  task: 'to_assign',
}

/** A town of its own with the plan of the scenarios. */
export const givenPlannedTown = prepared(async () => {
  const town = await givenTown()
  return { authority: town.authority, town, given: await givenPlan(town) }
})

/** Opens the plan of the scenarios, written by the coordination. */
export async function givenPlan(town: Town): Promise<GivenPlan> {
  const plan = await openedPlan(town)
  return town.authority.as(town.coordinator, () => grow(town, plan))
}

async function grow(town: Town, plan: Plan): Promise<GivenPlan> {
  const [internal = '', external = ''] = await voletIds(plan.id)
  const ids = new Map([
    ['internal', internal],
    ['external', external],
  ])
  const id = (reference: string) => {
    const found = ids.get(reference)
    if (!found) throw new Error(`The plan has no ${reference}`)
    return found
  }
  const known = new Map((await terms('strategy.source')).map((term) => [term.name, term.id]))
  for (const [reference, sketch] of Object.entries(sketches)) {
    const level = levelOf[reference.split('.')[0] ?? ''] ?? 'task'
    const one = await addElement(
      plan,
      level,
      [{ parentId: id(sketch.under), weight: whole }],
      columnsOf(level, sketch),
    )
    if (level !== 'task' && one.reference !== reference)
      throw new Error(`${reference} was numbered ${one.reference}`)
    if (sketch.people) await setParties(one, sketch.people(town))
    for (const [source, year, euros] of sketch.money ?? [])
      await addBudgetLine(one, {
        source_id: known.get(sourceNames[source]) ?? '',
        year,
        cents: Math.round(euros * 100),
        comment: '',
      })
    ids.set(reference, one.id)
  }
  return { plan, internal, external, id, path: (name) => `/strategy/elements/${id(name)}` }
}

const columnsOf = (level: Level, { title, due, state }: Sketch): NewElement => ({
  title,
  due_on: due ? Temporal.PlainDate.from(due) : null,
  state: state ?? stateOf[level],
})
