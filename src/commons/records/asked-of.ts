import { isTheirs } from '#commons/workflow'
import type { Fields } from './fields.ts'
import { same } from './same.ts'

/** The fields that the one who acts is asked for. */
export const theirs = <F extends Fields>(fields: F, before?: object): Partial<F> =>
  Object.fromEntries(
    Object.entries(fields).filter(([name, field]) => isTheirs(field, name, before)),
  ) as Partial<F> // Of these names.

/** What a form sent, without the answers that stand in for questions which it did not ask: they say nothing. */
export const withoutUnasked = <G extends object>(fields: Fields, given: G, before: object): G =>
  Object.fromEntries(
    Object.entries(given).filter(([name, answer]) => {
      const field = fields[name]
      return !field || isTheirs(field, name, before) || !same(answer, field.absent)
    }),
  ) as G // What is left out stays.
