import { ensureWithin } from '#kernel/access'
import { Conflict, ensure } from '#kernel/errors'
import type { RawBuilder, SqlBool } from 'kysely'
import type { MessageKey } from '#kernel/i18n'
import { type Deed, type EventData, emitMany, event, eventNamed } from '#kernel/events'
import { slot } from '#kernel/module'
import { anySealed, noteSealed } from './sealed.ts'

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
  /** Nothing rewrites it any more. */
  sealed: boolean
}

/** A dossier of some trade: the root's columns and its own. */
export type Dossier<Own extends object = object> = Root & Own

/**
 * What a trade says of its dossiers, once. `Own` are the columns of its table, `Verb` what is done to them
 * besides the steps of their workflow.
 */
export interface Kind<Own extends object, Verb extends string = string> {
  /** `deliberations.item`; also the prefix of its events. */
  readonly name: string
  /** Its table, which shares the key of `commons.dossier`. */
  readonly table: string
  /** What may be done to one: history has words for each, `<name>.done.<verb>`. */
  readonly verbs: readonly Verb[]
  /** The page that shows one. */
  readonly path: (id: string) => string
  /** The principals who may see it as it is now. */
  readonly readers: (dossier: Dossier<Own>) => string[] | Promise<string[]>
  /** The principals for whom it waits as it is now. */
  readonly awaits: (dossier: Dossier<Own>) => string[]
  /** Why nobody may change it for now, whatever their rights; who is refused is told that. */
  readonly closed?: (dossier: Dossier<Own>) => MessageKey | null
  /**
   * The columns that the one who acts may not read of a dossier that they see: what is read for them has
   * them not. It is asked once for many dossiers, then for each. What every kind of reader may read is asked
   * as nobody (`anonymous`), for the words of search.
   */
  readonly withheld?: () => Promise<(dossier: Dossier<Own>) => readonly string[]>
  /** What is read in the place of a column that is withheld, where it is not simply left out. */
  readonly instead?: Readonly<Record<string, () => unknown>>
  /**
   * Whether `withheld` names a column, of the dossier of a query: `d` is its root, `o` the trade’s own table;
   * null where it never does. A list of a kind that withholds asks it, since what rows are sorted, narrowed or
   * added up by can be inferred.
   */
  readonly withheldIn?: (column: string) => RawBuilder<SqlBool> | null
  /**
   * Where `withheld` may name `due_on`: whether it does, of the dossier `d` of a query. Lists over many kinds,
   * which read no columns of theirs, ask it.
   */
  readonly dueWithheld?: RawBuilder<SqlBool>
  /**
   * Plain text in which words are looked for, besides title, reference and author. Told in two steps: the first is
   * given all the dossiers and loads what telling needs, the second is called for each.
   */
  readonly body: (dossiers: readonly Dossier<Own>[]) => Promise<(dossier: Dossier<Own>) => string>
  /** More of it that stands in other tables: text in SQL, of the dossier `e."subjectId"`, read as it is told to search. */
  readonly beside?: () => readonly RawBuilder<string | null>[]
}

/** Declares a kind of dossiers, with all that may happen to one. */
export function kind<Own extends object, Verb extends string = never>(
  declared: Kind<Own, Verb>,
): Kind<Own, Verb> {
  for (const verb of ['create', 'erase', ...declared.verbs]) event(`${declared.name}.${verb}`)
  return declared
}

/** What any folder may know of a kind without knowing its columns. */
export type KnownKind<Verb extends string = string> = Pick<
  Kind<object, Verb>,
  'name' | 'table' | 'path' | 'verbs' | 'dueWithheld' | 'withheldIn'
>

/** The kinds of dossiers of the house, filled by the modules. */
export const kinds = slot<KnownKind>('kinds')

/** The kind of this name. Throws where no module has it. */
export function kindNamed(name: string): KnownKind {
  const known = kinds.every().find((one) => one.name === name)
  if (!known) throw new Error(`No module has dossiers of the kind ${name}`)
  return known
}

/** The page of a dossier, whatever its trade. */
export const pathOf = (kind: string, id: string): string => kindNamed(kind).path(id)

/** Dossiers that nothing rewrites any more, by whatever door: told by who brought them from where they were settled. */
export interface Seal {
  /** Of these kinds. */
  readonly kinds: readonly string[]
  /** What whoever would rewrite one is told. */
  readonly says: MessageKey
}

/** Asked of every deed, also of a trade that is off, and of the house itself. */
export const seals = slot<Seal>('seals')

async function ensureUnsealed(kind: string, verb: string, deeds: readonly Deed[]): Promise<void> {
  const ids = deeds.flatMap(({ subjectId }) => subjectId ?? [])
  if (verb === 'create') return noteSealed(ids.map((id) => ({ id, sealed: false })))
  const seal = seals.every().find(({ kinds: of }) => of.includes(kind))
  // Who brings one seals it.
  if (!seal || verb === 'import' || ids.length === 0) return
  ensure(!(await anySealed(ids)), Conflict, seal.says)
}

/**
 * Writes into the history of dossiers what was done to each, and tells those who react. Throws where
 * neither their kind nor its workflow declares the verb, and `Conflict` where one is sealed.
 */
export async function tellMany<Verb extends string>(
  { name }: Pick<KnownKind<Verb>, 'name' | 'verbs'>,
  verb: NoInfer<Verb>,
  deeds: readonly Deed[],
): Promise<void> {
  ensureWithin(name.split('.')[0] ?? '', 'act')
  await ensureUnsealed(name, verb, deeds)
  return emitMany(eventNamed(`${name}.${verb}`), deeds)
}

/** The same for one dossier. */
export const tell = <Verb extends string>(
  kind: Pick<KnownKind<Verb>, 'name' | 'verbs'>,
  dossierId: string,
  verb: NoInfer<Verb>,
  data: EventData = {},
): Promise<void> => tellMany(kind, verb, [{ subjectId: dossierId, data }])
