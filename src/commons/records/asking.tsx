import type { Child } from 'hono/jsx'
import {
  applies,
  Asked,
  cellInWords,
  type Bounds,
  type Condition,
  FormPart,
  holds,
  isUnanswered,
} from '#kernel/ui'
import { type MessageKey, t } from '#kernel/i18n'
import { asTyped } from './conditions.ts'
import type { Asking, Field } from './field.ts'
import { type Fields, only } from './fields.ts'
import { same } from './same.ts'

/** Fields that are asked for together, under a title. */
export interface Part<Name extends string = string> {
  readonly title: MessageKey
  readonly help?: MessageKey
  readonly names: readonly Name[]
  /** Closed until one opens it, or something in it is missing or wrong: rarely answered. */
  readonly folded?: true
}

interface AskedFor {
  readonly fields: Fields
  /** What it says already; a new one, what it begins with. */
  readonly values?: object | undefined
  /** What the trade asks for here, though not everywhere. */
  readonly required?: readonly string[]
  readonly asking?: Omit<Asking, 'required'>
}

/** The inputs of these fields, each with what it depends on. */
export const inputsOf = (
  asked: AskedFor,
  names: readonly string[] = Object.keys(asked.fields),
): Promise<Child[]> =>
  Promise.all(names.flatMap((name) => (asked.fields[name] ? inputOf(asked, name) : [])))

async function inputOf({ fields, values = {}, required = [], asking }: AskedFor, name: string) {
  const field = fields[name]
  if (!field) return null
  const { label, shownWhen, neededWhen } = field
  const words = await Promise.all([
    shownWhen && conditionIn(fields, 'records.shown_when', shownWhen),
    // Where it is asked for at all, it must be answered.
    !same(shownWhen, neededWhen) &&
      neededWhen &&
      conditionIn(fields, 'records.needed_only_when', neededWhen),
  ])
  return (
    <Asked
      name={name}
      label={t(label)}
      needed={isNeeded(field) || required.includes(name)}
      shownWhen={asTyped(fields, shownWhen)}
      neededWhen={asTyped(fields, neededWhen)}
      words={words.filter(Boolean).join(' ')}
    >
      {await field.input(name, Reflect.get(values, name), {
        ...asking,
        ...(required.includes(name) && { required: true }),
      })}
    </Asked>
  )
}

/** Nothing can stand there if it is left out. */
const isNeeded = ({ absent }: Field<unknown>) => absent === undefined

/** « Si « Urgent » : oui ou peut-être ». */
async function conditionIn(
  fields: Fields,
  key: 'records.shown_when' | 'records.needed_only_when',
  condition: Condition,
): Promise<string> {
  const other = fields[condition.field]
  if (!other) return ''
  return t(key, { label: t(other.label), answers: await answersIn(other, condition) })
}

/** The answers that a condition names, in words. */
async function answersIn(other: Field<unknown>, condition: Condition): Promise<string> {
  if (!('is' in condition)) return boundsIn(other, condition)
  const { is } = condition
  if (is === 'answered') return t('records.answered')
  const names = new Map(await other.choices?.())
  return is.map((one) => names.get(String(one)) ?? String(one)).join(t('records.or'))
}

async function boundsIn(other: Field<unknown>, { from, until }: Bounds): Promise<string> {
  const values = [from, until].map((bound) =>
    typeof bound === 'string' ? other.schema.parse(bound) : bound,
  )
  const tell = await other.plain?.(values.filter((value) => value !== undefined))
  const [first = '', last = ''] = values.map((value) =>
    value === undefined || !tell ? '' : cellInWords(tell(value)),
  )
  const which = from === undefined ? 'until' : until === undefined ? 'from' : 'both'
  return t('records.between', { which, from: first, until: last })
}

/** The parts of a form: one that is closed says what it holds; each, which answers are missing. */
export async function FormParts({ parts, ...asked }: AskedFor & { parts: readonly Part[] }) {
  const { values = {}, asking: { of, typed } = {} } = asked
  const some = parts.filter(({ names }) => names.some((name) => asked.fields[name]))
  const drawn = some.map(async ({ title, help, names, folded }) => {
    const inputs = await inputsOf(asked, names)
    // Of a new one nothing is said yet: the page tells what is missing as one answers.
    const missing = of ? missingIn(asked, names) : []
    return (
      <FormPart
        title={t(title)}
        help={help && t(help)}
        open={!folded || typed !== undefined || missing.length > 0}
        line={await lineOf(only(asked.fields, names), values)}
        missing={missing}
      >
        {inputs}
      </FormPart>
    )
  })
  return <>{await Promise.all(drawn)}</>
}

/** The labels of the answers without which it is not saved, among these. */
function missingIn({ fields, values = {}, required = [] }: AskedFor, names: readonly string[]) {
  return names.flatMap((name) => {
    const field = fields[name]
    if (!field || !applies(fields, name, values)) return []
    const needed = field.neededWhen
      ? holds(field.neededWhen, values)
      : isNeeded(field) || required.includes(name)
    return needed && isUnanswered(Reflect.get(values, name)) ? t(field.label) : []
  })
}

/** What is said in these fields, in a line; a number or a yes with what it says. */
async function lineOf(fields: Fields, values: object): Promise<string> {
  const said = Object.entries<Field<unknown>>(fields).map(async ([name, { plain, label }]) => {
    const value: unknown = Reflect.get(values, name)
    if (!plain || isUnanswered(value)) return []
    const cell = (await plain([value]))(value)
    if (cell === null || cell === '' || cell === 0 || cell === false) return []
    if (cell === true) return t(label)
    return typeof cell === 'number'
      ? `${t(label)} ${cellInWords(cell)}`
      : cellInWords(cell).slice(0, mostInLine)
  })
  return (await Promise.all(said)).flat().join(' · ')
}

/** More of one answer is not read in a line. */
const mostInLine = 100
