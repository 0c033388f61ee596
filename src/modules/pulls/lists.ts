import type { z } from 'zod'
import type { NamedToken } from '#modules/incoming'
import type { ElementThere, Lists } from './answers.ts'
import type { Setting } from './setting.ts'

/** What an organ there has to choose from, by the tokens that points bear. */
export function tokensOfLists(
  of: Pick<Setting, 'category_field' | 'config_id'>,
  lists: z.output<typeof Lists>,
): NamedToken[] {
  const categories =
    of.category_field === 'category'
      ? lists.extra_include_categories
      : lists.extra_include_classifiers
  const named = (
    what: NamedToken['what'],
    token: (one: ElementThere) => string,
    some: readonly ElementThere[] | null | undefined,
  ) =>
    (some ?? []).map((one) => ({ what, token: token(one), label: (one.title ?? '').slice(0, 300) }))
  return [
    { what: 'organ', token: of.config_id, label: (lists.title ?? '').slice(0, 300) },
    // A category is called by its id there, a group by its UID.
    ...named('subject', ({ id }) => id, categories),
    ...named('in_charge', ({ UID }) => UID, lists.extra_include_groups_in_charge),
  ]
}
