/** Whether a point is debated in public or in closed session (huis clos), and what kind of point. */
export type Privacy =
  | 'public_heading'
  | 'public'
  | 'public_info'
  | 'public_advice'
  | 'secret_heading'
  | 'secret'
  | 'secret_info'
  | 'secret_advice'

/** How a point is voted. */
export type PollType = 'freehand' | 'secret' | 'no_vote'

/** Methods that say by themselves which point comes first. */
const byThemselves = [
  'on_list_type',
  'on_categories',
  'on_classifiers',
  'on_services',
  'on_all_services',
  'on_in_charge',
  'on_associated_services',
  'on_committees',
  'on_to_discuss',
  'on_other_organ',
  'on_title',
  'on_decision_words',
  'on_author',
] as const

/** The sixteen methods of insertion (méthodes d’insertion). */
export const insertionMethods = [
  'at_the_end',
  ...byThemselves,
  'on_privacy',
  'on_poll_type',
] as const

/** One way to find the place of a point; methods apply in sequence, each deciding what is left. */
export type InsertionMethod =
  | { readonly by: 'at_the_end' }
  | { readonly by: (typeof byThemselves)[number]; readonly reversed?: boolean }
  /** A privacy that `order` does not name comes after all that it names. */
  | { readonly by: 'on_privacy'; readonly order: readonly Privacy[]; readonly reversed?: boolean }
  /** The same of votes (A15). */
  | {
      readonly by: 'on_poll_type'
      readonly order: readonly PollType[]
      readonly reversed?: boolean
    }
