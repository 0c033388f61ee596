/** Our states under the names of PloneMeeting; what has none there keeps its own. */
const itemStates: Readonly<Record<string, string>> = {
  created: 'itemcreated',
  frozen: 'itemfrozen',
  accepted_modified: 'accepted_but_modified',
  treated: 'accepted',
}

export const itemStateThere = (state: string): string => itemStates[state] ?? state

/** Which of our states a state of PloneMeeting is. */
export function itemStatesHere(there: string): string[] {
  const ours = Object.entries(itemStates).flatMap(([own, theirs]) => (theirs === there ? own : []))
  return there in itemStates ? ours : [...ours, there]
}

const pollTypes = { freehand: 'freehand', secret: 'secret', no_vote: 'no_vote' } as const
/** How points are voted on, by their names there: ways of voting in public are one here. */
export const pollTypeHere: Readonly<Record<string, keyof typeof pollTypes>> = {
  ...{ ...pollTypes, out_loud: 'freehand', mechanical: 'freehand' },
  secret_separated: 'secret',
}

/** Headings, information and advices are public there or closed, as we have it of a point. */
export const privacyHere: Readonly<Record<string, 'public' | 'secret'>> = Object.fromEntries(
  (['public', 'secret'] as const).flatMap((one) =>
    ['', '_heading', '_info', '_advice'].map((besides) => [one + besides, one]),
  ),
)

/** Steps of a point by the names of their transitions there. */
export const transitionsHere = {
  propose: 'propose',
  prevalidate: 'endorse',
  validate: 'validate',
  present: 'present',
} as const
