import { slot } from '#kernel/module'

/** What else is found of points: words by their id, which all may read who see them. */
export const wordsBeside = slot<
  (itemIds: readonly string[]) => Promise<ReadonlyMap<string, string>>
>('deliberations-words-beside')

/** The words of points with those that parts of the trade have beside them: a query each, however many points. */
export const withWordsBeside =
  <Own>(own: (all: readonly Own[]) => Promise<(one: Own) => string>) =>
  async (all: readonly (Own & { id: string })[]) => {
    const tell = await own(all)
    const ids = all.map(({ id }) => id)
    const beside = await Promise.all(wordsBeside.all().map((words) => words(ids)))
    return (one: Own & { id: string }) =>
      [tell(one), ...beside.map((words) => words.get(one.id) ?? '')].join('\n')
  }
