import { readMany } from '#commons/dossiers'
import { type Item, items, successorsOf, wholeChain } from '#modules/deliberations'
import { badRequest } from './failure.ts'

/** How far a chain is followed. */
const longest = 50

/** The points that a point comes from and that come of it, as `extra_include_linked_items_mode` has them. */
const modes: Readonly<Record<string, (item: Item) => Promise<string[]>>> = {
  auto: async (item) => (await wholeChain(item)).flatMap(({ id }) => (id === item.id ? [] : id)),
  manual: () => Promise.resolve([]),
  predecessor: ({ predecessor_id }) => Promise.resolve(predecessor_id ? [predecessor_id] : []),
  predecessors,
  successors: async (item) => (await successorsOf([item])).map(({ id }) => id),
  every_successors: everySuccessors,
}

export function linked(item: Item, mode: string): Promise<string[]> {
  const find = Object.hasOwn(modes, mode) ? modes[mode] : undefined
  if (!find)
    throw badRequest('restapi.mode_unknown', { mode, known: Object.keys(modes).join(', ') })
  return find(item)
}

/** As far back as the one who acts may see. */
async function predecessors(item: Item): Promise<string[]> {
  const found: string[] = []
  let before = item.predecessor_id
  while (before && found.length < longest) {
    const [one] = await readMany(items, [before])
    if (!one) break
    found.push(one.id)
    before = one.predecessor_id
  }
  return found
}

async function everySuccessors(item: Item): Promise<string[]> {
  const found = new Set<string>()
  let next: { id: string }[] = [item]
  for (let step = 0; step < longest && next.length > 0; step += 1) {
    next = (await successorsOf(next)).filter(({ id }) => !found.has(id))
    for (const { id } of next) found.add(id)
  }
  return [...found]
}
