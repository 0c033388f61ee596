import { z } from 'zod'
import { cellInWords, Facts, isUnanswered, RowsField } from '#kernel/ui'
import { type Field, labels, type Said } from './field.ts'
import { asked, factsOf, type Fields, type Given, labelsOf, wordsOf } from './fields.ts'
import { weighed } from './taking.ts'

/** A row as JSON keeps it: days and hours as text. */
type Kept = Readonly<Record<string, unknown>>

/** How many rows are open for answers below those that are there. */
const spare = 1

/**
 * Rows of fields of their own: lines of an estimate, persons to hear. They are kept as JSON in one column
 * (`jsonb not null default '[]'`); a row in which nothing is answered is none. Fields of such rows know
 * neither conditions between rows, nor rows in rows, nor readers of their own. `together` makes of the rows, once each
 * holds by itself, what is kept of them; it throws `Invalid` on names that begin with the one it is given.
 */
export function rowsOf<F extends Fields>(
  most: number,
  fields: F,
  said: Said,
  together?: (rows: readonly Kept[], name: string) => Promise<readonly Kept[]>,
): Field<readonly Kept[], Given<F>[]> {
  if (Object.values(fields).some(({ readBy }) => readBy))
    throw new Error('Who reads a field of rows is said of the rows, not of one field in them.')
  const back = (row: Kept) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, { schema, absent }]) => {
        const read = schema.safeParse(row[name])
        return [name, read.success ? read.data : absent]
      }),
    )
  return {
    ...said,
    long: true,
    schema: z.array(asked(fields)).max(most) as unknown as z.ZodType<Given<F>[]>, // Each row is of these fields.
    absent: [],
    answer: z.array(z.record(z.string(), z.unknown())),
    gather: (name, sent) => gathered(fields, name, sent),
    input: async (name, value = [], { required, of, typed }) => {
      const count = typed ? rowsIn(name, typed) : value.length
      const open = Math.min(count + spare, most)
      const rows = Array.from({ length: open }, (_, index) => {
        const row = value[index] ? back(value[index]) : {}
        // Open rows answer nothing by themselves: nothing is required of them.
        const asking = { required: false, of, typed }
        return Promise.all(
          Object.entries(fields).map(([field, { input }]) =>
            input(`${name}.${index}.${field}`, Reflect.get(row, field), asking),
          ),
        )
      })
      return (
        <RowsField
          {...labels(name, said)}
          required={required}
          rows={await Promise.all(rows)}
          most={most}
        />
      )
    },
    kept: async (given, name) => {
      const rows = await Promise.all(
        given.map((row, index) => weighed(fields, row, undefined, `${name}.${index}.`)),
      )
      return together ? together(rows, name) : rows
    },
    shown: async () => (value) =>
      value.length > 0 &&
      value.map(async (row) => <Facts facts={await factsOf<Fields>(fields, back(row))} />),
    plain: async (values) => {
      const rows = values.flat().map(back)
      const tellers = await Promise.all(
        Object.entries(fields).map(
          async ([name, { plain }]) => [name, await plain?.(rows.map((row) => row[name]))] as const,
        ),
      )
      const names: Record<string, string> = labelsOf(fields)
      const inWords = (row: Kept) => {
        const read = back(row)
        return tellers
          .flatMap(([name, tell]) => {
            const cell = tell?.(read[name])
            return cell === undefined || cell === null || cell === ''
              ? []
              : `${names[name]} ${cellInWords(cell)}`
          })
          .join(', ')
      }
      return (value) => value.map(inWords).join('; ')
    },
    leaves: null,
    typed: null,
    order: null,
    words: async (values) => {
      const rows = values.flat().map(back)
      const tell = await wordsOf<Fields>(fields)(rows)
      return (value) => value.map((row) => tell(back(row))).join('\n')
    },
  }
}

type Sent = Readonly<Record<string, unknown>>

/** How many rows of a name a form sent. */
function rowsIn(name: string, sent: Sent): number {
  const places = Object.keys(sent).flatMap((key) => {
    const [, place] = key.startsWith(`${name}.`) ? key.slice(name.length).split('.') : []
    return place === undefined ? [] : Number(place) + 1
  })
  return Math.max(0, ...places)
}

/** The rows that a form sent, without those in which nothing is answered. */
function gathered(fields: Fields, name: string, sent: Sent): unknown[] | undefined {
  const count = rowsIn(name, sent)
  if (count === 0) return undefined
  const rows = Array.from({ length: Math.min(count, mostSent) }, (_, index) => {
    const row = Object.keys(fields).map(
      (field) => [field, sent[`${name}.${index}.${field}`]] as const,
    )
    return row.every(([field, value]) => isUntouched(value, fields[field]?.absent))
      ? []
      : [Object.fromEntries(row)]
  })
  return rows.flat()
}

/** Rows are named by whoever sends: no more are put together, and the schema refuses what is too many. */
const mostSent = 1000

const isUntouched = (value: unknown, absent: unknown): boolean =>
  [value].flat().every((one) => isUnanswered(one) || one === String(absent))

/** A form as it is after one took away a row, by the name of its button: `lines.2`. */
export function withoutRow(sent: Sent, dropped: string): Sent {
  const [name = '', place = ''] = dropped.split(/\.(?=\d+$)/)
  return Object.fromEntries(
    Object.entries(sent).flatMap(([key, value]): [string, unknown][] => {
      if (!key.startsWith(`${name}.`)) return [[key, value]]
      const [at = '', ...rest] = key.slice(name.length + 1).split('.')
      if (at === place) return []
      const next = Number(at) > Number(place) ? Number(at) - 1 : at
      return [[[name, next, ...rest].join('.'), value]]
    }),
  )
}
