import { type Level, levels } from '#modules/strategy'
import type { Exchange, ExchangedElement } from './exchange.ts'
import { splitLabel } from './label.ts'

/** An element of a file in our terms: sub-actions below their action, each mirrored one once. */
export interface Entry {
  /** Its ElementId, without the place of a mirror. */
  id: string
  level: Level
  number: number | null
  title: string
  /** Ids of those above, the original place first; none for a volet. */
  parents: string[]
  /** What is said at its original place, with the budgets of all its places. */
  said: ExchangedElement
}

/**
 * The elements of a file, each after those above it. `known` tells the levels of ids that the plan
 * has already: a mirror is `<id>:<id of its place>`, wherever its original stands.
 */
export function entriesOf({ volets }: Exchange, known: ReadonlyMap<string, Level>): Entry[] {
  const levelsHere = new Map<string, Level>(
    everyOne(volets).map((one) => [one.elementId, one.level]),
  )
  for (const [id, level] of known) levelsHere.set(id, level === 'sub_action' ? 'action' : level)
  const found = new Map<string, Entry>()
  const visit = (elements: readonly ExchangedElement[], above: string | null) => {
    const originals = new Map(
      elements.flatMap((one) => (isAction(one) ? [[numbersOf(one)[0]?.number, one] as const] : [])),
    )
    for (const said of elements) {
      const id = originalId(said, known, levelsHere)
      const [, sub] = numbersOf(said)
      const action = sub && originals.get(numbersOf(said)[0]?.number)
      const parent = action ? originalId(action, known, levelsHere) : above
      note(found, {
        id,
        ...namedIn(said, action !== undefined),
        parents: parent ? [parent] : [],
        said,
      })
      visit(said.children, id)
    }
  }
  visit(volets, null)
  return [...found.values()].toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
}

/** All elements of a file, with those below them. */
export const everyOne = (elements: readonly ExchangedElement[]): ExchangedElement[] =>
  elements.flatMap((one) => [one, ...everyOne(one.children)])

/** The numbers of an action that bears those of one: A, or A and SA. */
function numbersOf({ level, label }: ExchangedElement) {
  const { numbers } = splitLabel(label)
  const fits = numbers.map(({ prefix }) => prefix).join(' ')
  return level === 'action' && (fits === 'A' || fits === 'A SA') ? numbers : []
}

const isAction = (one: ExchangedElement) => numbersOf(one).length === 1

const prefixes = { volet: '', strategic: 'OS', operational: 'OO', action: 'A' } as const

/** Level, number and title; a label that does not fit its level is a title as a whole. */
function namedIn(
  said: ExchangedElement,
  below: boolean,
): Pick<Entry, 'level' | 'number' | 'title'> {
  const { numbers, title } = splitLabel(said.label)
  const number = numbers.at(-1)?.number ?? null
  const whole = said.label.trim() || said.elementId
  if (below) return { level: 'sub_action', number, title: title.trim() || whole }
  const { level } = said
  if (numbers.length === 1 && numbers[0]?.prefix === prefixes[level])
    return { level, number, title: title.trim() || whole }
  // Its action is not in the file: it keeps its number and says whose it was.
  return { level, number: numbersOf(said).length > 1 ? number : null, title: whole }
}

function originalId(
  { elementId, level }: ExchangedElement,
  known: ReadonlyMap<string, Level>,
  levelsHere: ReadonlyMap<string, Level>,
): string {
  if (known.has(elementId)) return elementId
  const parts = elementId.split(':')
  const prefixes = parts.slice(1).map((_, at) => parts.slice(0, at + 1).join(':'))
  return prefixes.find((id) => levelsHere.get(id) === level) ?? elementId
}

/** Notes a place of an element; the original one says what it is, wherever it stands in the file. */
function note(found: Map<string, Entry>, one: Entry): void {
  const before = found.get(one.id)
  if (!before) return void found.set(one.id, one)
  const original = one.said.elementId === one.id
  const [first, second] = original ? [one, before] : [before, one]
  found.set(one.id, {
    ...first,
    parents: [...new Set([...first.parents, ...second.parents])],
    said: {
      ...first.said,
      articles: together(first.said.articles, second.said.articles),
      projections: together(first.said.projections, second.said.projections),
    },
  })
}

/** What both places tell, once. */
function together<T>(some: readonly T[], others: readonly T[]): T[] {
  const told = new Set(some.map((one) => JSON.stringify(one)))
  return [...some, ...others.filter((one) => !told.has(JSON.stringify(one)))]
}
