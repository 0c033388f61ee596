import type { Series } from '#commons/numbering'
import { organs } from '#commons/organs'

/** Entries of the register, apart for each organ, from 1 each year unless the authority wants it otherwise. */
export const registerNumbers: Series = {
  name: 'register.entry',
  label: 'register.numbers',
  words: { organ: 'register.numbers.organ' },
  per: 'organ',
  initial: { pattern: '{organ}/REG/{year}/{number:4}', restarts: 'year' },
  counters: async () =>
    (await organs()).map(({ id, name, acronym }) => {
      return { scope: id, name, words: { organ: acronym } }
    }),
}
