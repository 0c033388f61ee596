import type { RawBuilder, SqlBool } from 'kysely'
import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { cellInWords } from '#kernel/ui'
import { type Dossier, forAll, type Kind, read, withoutUnread } from '#commons/dossiers'
import type { Field, Fields } from '#commons/records'

/** What a template of an authority may name (champ de fusion): one thing, or several under one name. */
export type Mergeable = Single | Several

interface Single {
  readonly label: MessageKey
  readonly sort: 'words' | 'rich' | 'figure' | 'day' | 'yes_no'
}

interface Several {
  readonly label: MessageKey
  readonly sort: 'group' | 'list'
  readonly of: Mergeables
}

export type Mergeables = Readonly<Record<string, Mergeable>>

/** What stands for a name: in words, as formatted text, or as what is compared and as its words. */
export type Merged =
  | string
  | null
  | { readonly html: string }
  | { readonly raw: string | number | boolean; readonly words: string }
  | readonly Merged[]
  | { readonly [name: string]: Merged }

/** What the templates of an authority may name of the dossiers of a kind; several folders tell of one kind. */
export interface MergeSource {
  readonly kind: string
  readonly of: Mergeables
  /** Who may read what it tells, where that is more than all may read who see the dossier. */
  readonly readers?: (dossierId: string) => Promise<readonly string[]>
  /** Whether what it tells is not for the one who acts for now, in the document `o` of a query (`DocumentTemplate`). */
  readonly withheld?: () => RawBuilder<SqlBool> | null
  /** What all may read who see the dossier, or these readers; asked as the house, in the language of the authority. */
  readonly data: (dossierId: string) => Promise<Readonly<Record<string, Merged>>>
}

/** Filled by the modules: fields of each kind, and what else a trade tells of one. */
export const mergeSources = slot<MergeSource>('merge-sources')

/** What the fields of a kind tell; one that some may not read is not told. */
export function mergedFields<Own extends object>(kind: Kind<Own>, fields: Fields): MergeSource {
  const told = Object.entries(fields).filter(([, { readBy, plain }]) => !readBy && plain)
  const links = told.flatMap(([name, field]) => (field.links ? [name] : []))
  const data: MergeSource['data'] = async (id) => {
    const [open] = await forAll(kind, [await read(kind, id)])
    const dossier = open && (await withoutUnread(open, links))
    const values = told.map(async ([name, field]) => [
      called(name),
      await merged(field, name, dossier),
    ])
    return Object.fromEntries(await Promise.all(values)) as Record<string, Merged>
  }
  const of = told.map(([name, field]): [string, Single] => [
    called(name),
    { label: field.label, sort: sortOf(field) },
  ])
  return { kind: kind.name, of: Object.fromEntries(of), data }
}

/** What is kept by its id is told by its name. */
const called = (column: string): string => column.replace(/_id$/, '')

type AnyField = Field<never, never>

function sortOf({ compared, narrow }: Pick<AnyField, 'compared' | 'narrow'>): Single['sort'] {
  if (compared) return 'rich'
  if (narrow === 'dates') return 'day'
  if (narrow === 'numbers') return 'figure'
  return narrow === 'yes_no' ? 'yes_no' : 'words'
}

async function merged(
  field: Fields[string],
  name: string,
  dossier: Dossier | undefined,
): Promise<Merged> {
  const value: unknown = dossier && Reflect.get(dossier, name)
  if (value === null || value === undefined) return null
  const sort = sortOf(field)
  if (sort === 'rich') return { html: String(value) }
  const tell = await field.plain?.([value])
  const cell = tell ? tell(value) : null
  const words = cellInWords(cell)
  if (sort === 'words') return words
  if (typeof value === 'boolean') return { raw: value, words }
  const isAmount = typeof cell === 'object' && cell !== null && 'cents' in cell
  if (isAmount) return { raw: Number(cell.cents) / 100, words }
  return { raw: typeof value === 'number' ? value : String(value), words }
}
