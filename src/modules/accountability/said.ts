import { type Fields, simply } from '#commons/records'
import { t } from '#kernel/i18n'
import { cellInWords } from '#kernel/ui'
import { elementFields } from '#modules/strategy'

/** Fields that the content of a plan tells under a name of their own: in its columns, or by how far it is. */
const toldByName: ReadonlySet<string> = new Set([
  ...['title', 'description', 'body', 'planned_begin', 'due_on', 'effective_begin'],
  ...['effective_end', 'progress', 'progress_reason', 'effort', 'health', 'health_reason', 'fte'],
  ...['priority', 'categories', 'plans', 'sdgs'],
  ...['comments', 'observation', 'budget_comments', 'remark'],
])

/** All other fields of an element: frozen, compared and printed as plain words, under their names. */
export const otherFields: Fields = Object.fromEntries(
  Object.entries(elementFields).filter(([name]) => !toldByName.has(name)),
)

/** What rows say in these fields, in plain words; of what is empty, nothing. */
export async function plainWords(fields: Fields, rows: readonly object[]) {
  const tellers = await Promise.all(
    Object.entries(fields).map(async ([name, { plain = simply(String) }]) => {
      const tell = await plain(rows.map((row): unknown => Reflect.get(row, name)))
      return [name, tell] as const
    }),
  )
  return (row: object): Record<string, string> =>
    Object.fromEntries(
      tellers.flatMap(([name, tell]) => {
        const words = cellInWords(tell(Reflect.get(row, name)))
        return words ? [[name, words]] : []
      }),
    )
}

/** What an element says in other fields under their labels, or in these of them; what is no field any more by its name. */
export const saidFacts = (
  { said = {} }: { said?: Record<string, string> | undefined },
  names: readonly string[] = Object.keys(said),
): { label: string; value: string }[] =>
  Object.entries(said)
    .filter(([name]) => names.includes(name))
    .map(([name, value]) => {
      const field = otherFields[name]
      return { label: field ? t(field.label) : name, value }
    })
