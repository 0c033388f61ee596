import { type Lack, lacksOf, type Level, levelOf } from './check.ts'
import { resourcesOf } from './forms.tsx'
import { asCopy, latestAfter, told } from './reading.ts'

/** How far programs can read what is public, and what it lacks of the next level (I04). */
export interface Maturity {
  copies: number
  /** How many copies stand at each level: 0 no agenda, 1 agenda, 2 decisions and votes, 3 articles and citations. */
  levels: Record<Level, number>
  /** How many copies lack what, by the name of its sentence, the most frequent first. */
  lacks: { what: string; copies: number }[]
}

/** How many copies are one graph: they are checked together. */
const together = 50

/** Reckons the maturity of what an authority has made public; `most` copies at most, of each kind. For a public transaction. */
export async function maturity(most: number): Promise<Maturity> {
  const levels: Maturity['levels'] = { 0: 0, 1: 0, 2: 0, 3: 0 }
  const lacks = new Map<string, number>()
  let copies = 0
  for (const { name } of told) {
    let after = ''
    for (let seen = 0; seen < most;) {
      const some = await latestAfter(name, after, Math.min(together, most - seen))
      for (const found of await lacksOfEach(some.map(asCopy))) {
        copies += 1
        levels[levelOf(found)] += 1
        for (const what of new Set(found.flatMap((one) => one.what || [])))
          lacks.set(what, (lacks.get(what) ?? 0) + 1)
      }
      const last = some.at(-1)
      if (!last || some.length < together) break
      seen += some.length
      after = last.slug
    }
  }
  const frequent = [...lacks].toSorted(([, a], [, b]) => b - a)
  return { copies, levels, lacks: frequent.map(([what, count]) => ({ what, copies: count })) }
}

async function lacksOfEach(copies: readonly ReturnType<typeof asCopy>[]): Promise<Lack[][]> {
  const site = 'https://beffroi.invalid'
  const graphs = copies.map((what) => resourcesOf(site, what))
  const all = await lacksOf(graphs.flat())
  return copies.map(({ of, copy }) => {
    const page = `${site}/decisions/${of === 'meeting' ? 'meetings/' : ''}${copy.slug}#`
    const found = all.filter((lack) => lack.of.startsWith(page))
    // An agenda has nothing of the higher levels; a project nothing that was decided.
    const isAgenda = of === 'meeting' || copy.content.stage === 'project'
    return isAgenda ? [...found.filter(({ level }) => level === 1), agendaOnly] : found
  })
}

/** What keeps an agenda and a project at the first level: nothing is wrong with them. */
const agendaOnly: Lack = { of: '', what: '', level: 2, refused: false }
