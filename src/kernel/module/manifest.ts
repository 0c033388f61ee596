import type { Policy } from '#kernel/access'
import type { Event } from '#kernel/events'
import type { ApiRoutes, PageRoutes, PublicRoutes } from '#kernel/http'
import type { Task, Timer } from '#kernel/jobs'
import type { Filling } from './slot.ts'

/** A folder of the first or second floor, as plain data: its table of contents. */
export interface Module {
  /** The name of its folder, and of its schema, permissions, messages and events. */
  readonly name: string
  readonly floor: 'commons' | 'modules'
  /** The other folders of these floors that it imports or whose tables it refers to. */
  readonly needs: readonly string[]
  /** Permissions by name, each with the policy that decides. */
  readonly permissions?: Readonly<Record<string, Policy>>
  readonly pages?: PageRoutes
  readonly api?: ApiRoutes
  /** What citizens read. */
  readonly public?: PublicRoutes
  readonly tasks?: readonly Task[]
  /** Tasks that start by themselves, at their hours, for every authority. */
  readonly timers?: readonly Timer[]
  /** What it does in the transaction of an event of this type. */
  readonly reactions?: Readonly<Record<string, (event: Event) => Promise<void>>>
  readonly fills?: readonly Filling[]
  /** What is wrong with what the modules put into its places: a house of which anything is does not stand. */
  readonly checks?: () => readonly string[]
  /** The rows with which every new authority starts, of this nature (municipality, cpas…). */
  readonly provision?: (kind: string) => Promise<void>
  /** The fictional rows of the demonstration authority. */
  readonly seeds?: (slug: string) => Promise<void>
}
