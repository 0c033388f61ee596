// What a form asks for as one answers: the same for the server, which decides, and for the page, which
// shows it while one types.

/** Another field of the same form, and the answers to it on which something depends. */
export interface Condition {
  readonly field: string
  readonly is: readonly (string | number | boolean)[] | 'answered'
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
export function holds({ field, is }: Condition, answers: object): boolean {
  const answer: unknown = Reflect.get(answers, field)
  if (is === 'answered') return !isUnanswered(answer)
  const given: unknown[] = Array.isArray(answer) ? answer : [answer]
  return given.some((one) => is.some((value) => String(value) === String(one)))
}

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
