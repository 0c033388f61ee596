import { type FieldErrors, Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { applies, holds, isUnanswered } from '#kernel/ui'
import { isTheirs } from '#commons/workflow'
import { inWords } from './conditions.ts'
import type { Field } from './field.ts'
import type { Fields, Given, Held, Some } from './fields.ts'
import { same } from './same.ts'

/**
 * What the columns of a new dossier will hold of what was given. Throws `Invalid` with a sentence for each
 * answer that does not hold, `Forbidden` where one is not for the one who acts.
 */
export const taken = <F extends Fields>(fields: F, given: Given<F>): Promise<Held<F>> =>
  weighed(fields, given) as Promise<Held<F>> // Every field was given, or does not apply and is emptied.

/** The same where some is left out: the table says what stands there then. */
export const takenPartly = <F extends Fields>(
  fields: F,
  given: Some<Given<F>>,
): Promise<Partial<Held<F>>> => weighed(fields, given) as Promise<Partial<Held<F>>> // Of these fields.

/**
 * What changes in the columns of a dossier: what `write` and history take. What is left out stays; what no
 * longer applies, because the answer on which it depends is another, is emptied. Throws as `taken` does.
 */
export const changed = <F extends Fields>(
  fields: F,
  given: Some<Given<F>>,
  before: Some<Held<F>> & { id?: string },
): Promise<Partial<Held<F>>> => weighed(fields, given, before) as Promise<Partial<Held<F>>> // Some of them.

/** Answers as columns take them: `within` starts the names of what is wrong. */
export async function weighed(
  fields: Fields,
  given: object,
  before?: object,
  within = '',
): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = { ...before, ...sent(given) }
  const next: Record<string, unknown> = {}
  const wrong: FieldErrors = {}
  for (const [name, field] of Object.entries<Field<unknown>>(fields)) {
    const was: unknown = before && Reflect.get(before, name)
    if (!applies(fields, name, answers)) {
      if (!before || (name in before && !same(was, field.absent)))
        next[name] = field.kept ? await field.kept(field.absent, name) : field.absent
      continue
    }
    if (field.neededWhen && holds(field.neededWhen, answers) && isMissing(name, given, before)) {
      wrong[within + name] = [inWords(fields, field.neededWhen)]
      continue
    }
    const now: unknown = Reflect.get(given, name)
    if (now === undefined) continue
    if (!isTheirs(field, name, before) && (before || !same(now, field.absent))) {
      wrong[within + name] = [t('records.not_theirs', { label: t(field.label) })]
      continue
    }
    try {
      const held = field.kept ? await field.kept(now, within + name, was) : now
      if (before && same(held, was)) continue
      await field.check?.(now, within + name, was, idOf(before))
      ensureOrder(fields, name, answers, within)
      next[name] = held
    } catch (failure) {
      if (!(failure instanceof Invalid)) throw failure
      Object.assign(wrong, failure.fields)
    }
  }
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  return next
}

const sent = (given: object) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

const idOf = (before: object | undefined) => {
  const id: unknown = before && Reflect.get(before, 'id')
  return typeof id === 'string' ? { id } : undefined
}

/** What is withheld from the one who acts is not asked of them: it is no property of what was before. */
function isMissing(name: string, given: object, before: object | undefined): boolean {
  const now: unknown = Reflect.get(given, name)
  if (now !== undefined) return isUnanswered(now)
  return before ? name in before && isUnanswered(Reflect.get(before, name)) : true
}

/** Days and hours that must follow one another do: `notBefore`. */
function ensureOrder(
  fields: Fields,
  name: string,
  answers: Record<string, unknown>,
  within: string,
): void {
  const { notBefore } = fields[name] ?? {}
  if (notBefore === undefined) return
  const [first, last] = [answers[notBefore], answers[name]]
  if (isUnanswered(first) || isUnanswered(last) || String(first) <= String(last)) return
  const label = fields[notBefore]?.label
  throw Invalid.field(within + name, 'records.before', { label: label ? t(label) : notBefore })
}
