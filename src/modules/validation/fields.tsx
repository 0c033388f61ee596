import { z } from 'zod'
import { type Field, optionalChoice, remark, rowsOf } from '#commons/records'
import { type Level, mostLevels, validators } from './scheme.ts'

/** A row of the form of an organ; its `level_id` is sent with it, so that a level keeps its points when it is renamed. */
export interface Row {
  level_id: string
  title: string
  by: string | null
  place: number | null
}

const places = Array.from({ length: mostLevels }, (_, at) => at + 1)
const hiddenId: Field<string> = {
  ...remark(40, { label: 'validation.level' }),
  input: (name, value) => <input type="hidden" name={name} value={value ?? ''} />,
}

/** The levels of an organ as its form asks for them. */
export const levelsField = () =>
  rowsOf(
    mostLevels,
    {
      level_id: hiddenId,
      title: remark(60, { label: 'validation.level' }),
      by: optionalChoice(
        validators().map(([by]) => by),
        (by) => new Map(validators()).get(by) ?? by,
        { label: 'validation.by', none: 'validation.by.none' },
      ),
      place: optionalChoice(places, String, {
        label: 'validation.place',
        none: 'validation.place.end',
      }),
    },
    { label: 'validation.levels', help: 'validation.levels_help' },
  )

/** How levels stand in the form. */
export const rowsIn = (levels: readonly Level[]): Row[] =>
  levels.map(({ id, ...level }, at) => ({ ...level, level_id: id, place: at + 1 }))

const Sent = z.array(
  z.object({
    level_id: z.string().catch(''),
    title: z.string().catch(''),
    by: z.string().nullable().catch(null),
    place: z.coerce.number().int().positive().nullable().catch(null),
  }),
)

/** The rows that a form sends, without one that it drops. */
export function sentRows({ drop, ...sent }: Readonly<Record<string, unknown>>): Row[] {
  const rows = Sent.parse(levelsField().gather?.('levels', sent) ?? [])
  const gone = typeof drop === 'string' ? Number(drop.split('.')[1]) : -1
  return rows.filter(({ title, by }, at) => at !== gone && (title.trim() !== '' || by))
}

/** The levels that these rows say, in the order of their places; one of which no place is said comes last. */
export const levelsIn = (rows: readonly Row[]) =>
  rows
    .toSorted((a, b) => (a.place ?? mostLevels + 1) - (b.place ?? mostLevels + 1))
    .map(({ level_id, title, by }) => ({ id: level_id, title, by: by ?? '' }))
