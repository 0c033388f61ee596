import { slot } from '#kernel/module'
import type { GuardOfMany, Obstacle } from '#commons/workflow'
import type { Item } from './item.ts'

/** What is in the way of presenting points, by their ids, told by who prepares them: advices that are not given. */
export const presentingGuards = slot<
  (some: readonly Item[]) => Promise<ReadonlyMap<string, Obstacle>>
>('deliberations-presenting')

/** What a point lacks to go on. */
export function isComplete(item: Item): Obstacle | null {
  if (!item.category_id) return { key: 'deliberations.item.category_needed' }
  if (!item.service_id) return { key: 'deliberations.item.service_needed' }
  return null
}

/** A point is presented (présenter) once it is complete and nothing that prepares it is missing. */
export const mayPresent: GuardOfMany<Item> = {
  many: async (some) => {
    const told = await Promise.all(presentingGuards.all().map((guard) => guard(some)))
    const lacking = some.flatMap((item): [string, Obstacle][] => {
      const obstacle = isComplete(item)
      return obstacle ? [[item.id, obstacle]] : []
    })
    return new Map([...told.flatMap((one) => [...one]), ...lacking])
  },
}

/** Sentences that stand in an act before its decision, by point: what its advices say. */
export const actSentences = slot<
  (itemIds: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>
>('deliberations-act-sentences')

/** All of them, by point. */
export async function sentencesOf(itemIds: readonly string[]): Promise<Map<string, string[]>> {
  const said = new Map<string, string[]>()
  for (const tell of actSentences.all())
    for (const [id, sentences] of await tell(itemIds))
      said.set(id, [...(said.get(id) ?? []), ...sentences])
  return said
}
