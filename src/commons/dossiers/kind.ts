import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'

export type DossierId = string & { readonly dossier: unique symbol }

/** The columns that every dossier has. */
export interface Root {
  id: DossierId
  kind: string
  reference: string
  title: string
  state: string
  service_id: string | null
  readers: string[]
  awaits: string[]
  due_on: Temporal.PlainDate | null
  version: number
  created_by: string | null
  created_at: Temporal.Instant
  changed_at: Temporal.Instant
}

/** A dossier of some trade: the root's columns and its own. */
export type Dossier<Own extends object = object> = Root & Own

/** What a trade says of its dossiers, once. `Own` are the columns of its table. */
export interface Kind<Own extends object> {
  /** `deliberations.item`; also the prefix of its events. */
  readonly name: string
  /** Its table, which shares the key of `commons.dossier`. */
  readonly table: string
  /** The page that shows one. */
  readonly path: (id: string) => string
  /** The principals who may see it as it is now. */
  readonly readers: (dossier: Dossier<Own>) => string[] | Promise<string[]>
  /** The principals for whom it waits as it is now. */
  readonly awaits: (dossier: Dossier<Own>) => string[]
  /** Why nobody may change it for now, whatever their rights; who is refused is told that. */
  readonly closed?: (dossier: Dossier<Own>) => MessageKey | null
  /** Plain text in which words are looked for, besides title and reference. */
  readonly body: (dossier: Dossier<Own>) => string
}

/** What any folder may know of a kind without knowing its columns. */
export type KnownKind = Pick<Kind<object>, 'name' | 'table' | 'path'>

/** The kinds of dossiers of the house, filled by the modules. */
export const kinds = slot<KnownKind>('kinds')

/** The page of a dossier, whatever its trade. */
export function pathOf(kind: string, id: string): string {
  const known = kinds.all().find((one) => one.name === kind)
  if (!known) throw new Error(`No module has dossiers of the kind ${kind}`)
  return known.path(id)
}
