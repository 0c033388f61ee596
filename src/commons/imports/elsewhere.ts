import { slot } from '#kernel/module'

/** By what names another system knows ours: words of lists, services. Asked of whoever imports from there, on or off. */
interface Elsewhere {
  /** The system, as `commons.external_id` has it. */
  readonly source: string
  /** The names there, by the ids of ours. */
  readonly tokens: () => Promise<ReadonlyMap<string, readonly string[]>>
}

export const elsewhere = slot<Elsewhere>('elsewhere')
