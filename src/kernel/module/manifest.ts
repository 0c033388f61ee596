import type { Policy } from '#kernel/access'
import type { Reaction } from '#kernel/events'
import type { MessageKey } from '#kernel/i18n'
import type {
  ApiRoutes,
  PageRoutes,
  ProtocolRoutes,
  PublicRoutes,
  RegionRoutes,
} from '#kernel/http'
import type { Task, Timer } from '#kernel/jobs'
import type { Figures } from '#kernel/metrics'
import type { Filling } from './slot.ts'

/** A folder of the first or second floor, as plain data: its table of contents. */
export type Module = Contents & (Always | Operating | Trade | Part)

/** It is there for every authority. */
interface Always {
  readonly nature: 'always'
}

/** It is there for the authority that runs the house (service mutualisé), and nowhere else. */
interface Operating {
  readonly nature: 'operating'
}

/** Each authority switches it on and off (métier); off, it shows nothing anywhere and keeps its rows. */
interface Trade {
  readonly nature: 'trade'
  /** What it is called where it is switched. */
  readonly title: MessageKey
  /** What it brings, in one sentence. */
  readonly brings: MessageKey
}

/** It is there wherever a trade is, which it needs: an authority switches one and has both. */
interface Part {
  readonly nature: 'part'
  /** The name of that trade. */
  readonly of: string
}

interface Contents {
  /** The name of its folder, and of its schema, permissions, messages and events. */
  readonly name: string
  readonly floor: 'commons' | 'modules'
  /** The other folders of these floors that it imports or whose tables it refers to. */
  readonly needs: readonly string[]
  /** Permissions by name, each with the policy that decides. */
  readonly permissions?: Readonly<Record<string, Policy>>
  /** Several, where some stand below the addresses of another folder. */
  readonly pages?: PageRoutes | readonly PageRoutes[]
  readonly api?: ApiRoutes | readonly ApiRoutes[]
  /** Standards that programs speak. */
  readonly protocols?: ProtocolRoutes
  /** What citizens read. */
  readonly public?: PublicRoutes | readonly PublicRoutes[]
  /** What they read of all authorities, at the host name of the region, whichever of them has its trade on. */
  readonly region?: RegionRoutes
  readonly tasks?: readonly Task[]
  /** Tasks that start by themselves, at their hours, for every authority. */
  readonly timers?: readonly Timer[]
  /** What it tells whoever watches over the house, in figures. */
  readonly figures?: Figures
  /** What it does in the transaction of events of this type. */
  readonly reactions?: Readonly<Record<string, Reaction>>
  /** The same whether its trade is on or off: what it made public stays lawful, whoever looks after it. */
  readonly guards?: Readonly<Record<string, Reaction>>
  readonly fills?: readonly Filling[]
  /** What is wrong with what the modules put into its places: a house of which anything is does not stand. */
  readonly checks?: () => readonly string[]
  /**
   * The rows with which an authority of this nature (municipality, cpas…) starts. It runs once for
   * each, when the authority is opened, when the trade is switched on, or when the module arrives.
   */
  readonly provision?: (kind: string) => Promise<void>
  /** The fictional rows of the demonstration authority. */
  readonly seeds?: (slug: string) => Promise<void>
}

/** The trade with which a module is there; null where it is there for every authority. */
export function tradeOf(one: Module): string | null {
  if (one.nature === 'part') return one.of
  return one.nature === 'trade' ? one.name : null
}
