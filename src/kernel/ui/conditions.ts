// What a form asks for as one answers: the same for the server, which decides, and for the page, which
// shows it while one types.

/** Another field of the same form, and the answers to it on which something depends. */
export type Condition = OneOf | Bounds

interface OneOf {
  readonly field: string
  readonly is: readonly (string | number | boolean)[] | 'answered'
}

/** Numbers, amounts (in cents) or days from the first on, until the last; one of them may be left out. */
export interface Bounds {
  readonly field: string
  readonly from?: number | string
  readonly until?: number | string
}

/** When a field is asked for at all, and when it must be answered. */
export interface Conditions {
  readonly shownWhen?: Condition | undefined
  readonly neededWhen?: Condition | undefined
}

/** Nothing was answered; « no » and 0 are answers. */
export const isUnanswered = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** Whether the answers are such that a condition holds; a page has numbers as they are typed. */
export function holds(condition: Condition, answers: object): boolean {
  const answer: unknown = Reflect.get(answers, condition.field)
  if (!('is' in condition)) return !isUnanswered(answer) && isBetween(String(answer), condition)
  const { is } = condition
  if (is === 'answered') return !isUnanswered(answer)
  const given: unknown[] = Array.isArray(answer) ? answer : [answer]
  return given.some((one) => is.some((value) => String(value) === String(one)))
}

/** A bound that is a number is compared with what the answer says in figures; a day or an hour as ISO 8601 writes it. */
function isBetween(answer: string, { from, until }: Bounds): boolean {
  const isNotBefore = (bound: number | string) =>
    typeof bound === 'number' ? inFigures(answer) >= bound : answer >= bound
  const isNotAfter = (bound: number | string) =>
    typeof bound === 'number' ? inFigures(answer) <= bound : answer <= bound
  return (from === undefined || isNotBefore(from)) && (until === undefined || isNotAfter(until))
}

/** As it is typed while one answers: « 1 234,5 ». What cannot be read yet is no number. */
const inFigures = (typed: string) => Number(typed.replaceAll(/\s/g, '').replace(',', '.'))

/** Whether a field is asked for at all with these answers; not where the one it depends on is not. */
export function applies(
  conditions: Readonly<Record<string, Conditions>>,
  name: string,
  answers: object,
): boolean {
  const when = conditions[name]?.shownWhen
  if (!when) return true
  return applies(conditions, when.field, answers) && holds(when, answers)
}
