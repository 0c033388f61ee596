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

/** One way to find the place of a point; methods apply in sequence, each deciding what is left. */
export type InsertionMethod =
  | { readonly by: 'at_the_end' }
  | {
      readonly by: 'on_list_type' | 'on_categories' | 'on_services' | 'on_title'
      readonly reversed?: boolean
    }
  /** A privacy that `order` does not name comes after all that it names. */
  | { readonly by: 'on_privacy'; readonly order: readonly Privacy[]; readonly reversed?: boolean }
