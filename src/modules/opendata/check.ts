import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { projectRoot } from '#kernel/config'
import { quadsOf, type Resource } from './graph.ts'

/** The shapes of a level, the lowest first: agenda, decisions and votes, articles and citations. */
const levels = ['agenda', 'decisions', 'articles'] as const
export type Level = 0 | 1 | 2 | 3

/** What a graph lacks: of which resource, and the name of the sentence that says so. */
export interface Lack {
  of: string
  what: string
  level: Level
  /** It is not published so. */
  refused: boolean
}

const known = new Map<string, SHACLValidator>()

function validatorOf(name: (typeof levels)[number]): SHACLValidator {
  const made = known.get(name)
  if (made) return made
  const path = join(projectRoot, 'src/modules/opendata/shapes', `${name}.ttl`)
  const fresh = new SHACLValidator(new Store(new Parser().parse(readFileSync(path, 'utf8'))))
  known.set(name, fresh)
  return fresh
}

/** What these resources lack by our shapes (SHACL), all of them at once: a meeting is one graph. */
export async function lacksOf(resources: readonly Resource[]): Promise<Lack[]> {
  const graph = new Store(quadsOf(resources))
  const found: Lack[] = []
  for (const [index, name] of levels.entries()) {
    const { results } = await validatorOf(name).validate(graph)
    for (const { focusNode, message, severity } of results)
      found.push({
        of: focusNode?.value ?? '',
        what: message[0]?.value ?? '',
        level: (index + 1) as Level, // Of three levels.
        refused: severity?.value.endsWith('#Violation') ?? true,
      })
  }
  return found
}

/** How far a copy can be read by programs: to the level below the first one of which something lacks. */
export const levelOf = (lacks: readonly Lack[]): Level =>
  Math.min(3, ...lacks.map(({ level }) => level - 1)) as Level // Levels are 1 to 3.
