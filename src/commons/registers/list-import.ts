import type { Permission } from '#kernel/access'
import { Conflict, Invalid } from '#kernel/errors'
import { type MessageKey, t } from '#kernel/i18n'
import { cellInWords } from '#kernel/ui'
import { type ListKind, type Met, mostOfList, type WeighedRow } from '#commons/imports'
import {
  ensureImportable,
  type Fields,
  type Given,
  importable,
  type ImportedList,
  type ImportedRow,
  importOf,
  labelsOf,
  type Weight,
} from '#commons/records'

/** What a list says: a `RecordKind`, or rows of another folder that are no dossiers. */
export interface Listed<F extends Fields> {
  /** Under its name a list is kept until it is written. */
  readonly kind: { readonly name: string }
  readonly fields: F
  readonly write: (given: Given<F>) => Promise<unknown>
  readonly many?: {
    readonly like: Listed<F>['write']
    readonly write: (given: readonly Given<F>[]) => Promise<unknown>
    readonly weigh?: (given: readonly Given<F>[]) => Promise<readonly Weight[]>
    readonly another?: (given: Given<F>) => Given<F>
  }
}

interface OfList {
  writes: Permission
  path: string
  /** What the list to which it adds is called. */
  list: MessageKey
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** So many are written between two tellings of how far it has come. */
const atOnce = 500

/** The import of lists of what fields say. */
export function listImport<F extends Fields>(record: Listed<F>, of: OfList): ListKind {
  const { kind, fields, many } = record
  const plain = many?.like === record.write ? many : undefined
  const another = (given: Given<F>) => plain?.another?.(given) ?? given
  return {
    ...of,
    name: kind.name,
    hint: 'imports.hint',
    accept: ['.csv', 'text/csv', '.xlsx', xlsx],
    mostBytes: mostOfList,
    columns: () => {
      const labels: Record<string, string> = labelsOf(fields)
      return importable(fields).map((name) => labels[name] ?? name)
    },
    needed: () => [],
    open: (bytes) => ensureImportable(fields, bytes),
    weigh: async (bytes, { tell }) => {
      const list = await importOf(fields, bytes, tell)
      const rows = await weighedRows(fields, list, plain?.weigh)
      const met = new Set(rows.flatMap(({ number, meets }) => (meets ? number : [])))
      return {
        ...{ columns: list.names, unread: list.unread, rows },
        shown: (numbers) => shownOf(fields, list, numbers),
        write: async (numbers, told) => {
          const given = list.rows.flatMap(({ number, name, given: one }) =>
            one && numbers.has(number)
              ? [{ number, name, one: met.has(number) ? another(one) : one }]
              : [],
          )
          for (let at = 0; at < given.length; at += atOnce) {
            const some = given.slice(at, at + atOnce)
            if (plain) await plain.write(some.map(({ one }) => one))
            else for (const { one, ...row } of some) await writtenAlone(record, one, row)
            await told(at + some.length, given.length)
          }
        },
      }
    },
  }
}

/** Writes one; where its trade refuses it, it is told which one it was. */
async function writtenAlone<F extends Fields>(
  { write }: Listed<F>,
  given: Given<F>,
  row: { number: number; name: string },
): Promise<void> {
  try {
    await write(given)
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure
    const sentence = Object.values(failure.fields).flat().join(' ')
    throw new Conflict('imports.row_refused', { ...row, sentence })
  }
}

/** Each row by itself, and then those that hold against the others and what is there. */
async function weighedRows<F extends Fields>(
  fields: F,
  { rows }: ImportedList<F>,
  weigh?: (given: readonly Given<F>[]) => Promise<readonly Weight[]>,
): Promise<WeighedRow[]> {
  const labels: Record<string, string> = labelsOf(fields)
  const good = rows.flatMap(({ given, ...row }) => (given ? { ...row, given } : []))
  const weights = await weigh?.(good.map(({ given }) => given))
  const of = new Map(good.map(({ number }, at) => [number, weights?.[at]]))
  return rows.map(({ number, name, wrong }) => {
    const weight = of.get(number)
    const more = Object.entries(weight?.wrong ?? {}).map(([field, sentences]) => ({
      column: labels[field] ?? '',
      sentence: sentences.join(' '),
    }))
    return { number, name, wrong: [...wrong, ...more], meets: metIn(weight?.alike, good) }
  })
}

function metIn(
  alike: Weight['alike'],
  rows: readonly { number: number; name: string }[],
): Met | undefined {
  if (!alike) return undefined
  if (!('before' in alike)) return { how: 'alike', ...alike }
  const { number: row = 0, name = '' } = rows[alike.before] ?? {}
  return { how: 'alike', words: t('imports.row_of', { row, name }) }
}

/** What will be written, as a spreadsheet would tell it. */
async function shownOf<F extends Fields>(
  fields: F,
  { names, rows }: ImportedList<F>,
  numbers: readonly number[],
) {
  const labels: Record<string, string> = labelsOf(fields)
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const some = numbers.flatMap((number): ImportedRow<F>[] => {
    const row = byNumber.get(number)
    return row ? [row] : []
  })
  const columns = await Promise.all(
    names.map(async (name) => {
      const tell = await fields[name]?.plain?.(some.map(({ held }) => held?.[name]))
      return some.map(({ held }) => String((tell && held && cellInWords(tell(held[name]))) || ''))
    }),
  )
  return {
    heads: names.map((name) => labels[name] ?? name),
    cells: some.map((_row, at) => columns.map((column) => column[at] ?? '')),
  }
}
