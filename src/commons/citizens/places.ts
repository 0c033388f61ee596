import type { Child } from 'hono/jsx'
import { inPerson, outward, permission } from '#kernel/access'
import { slot } from '#kernel/module'

/** Whoever acts as a citizen, or for an organisation: for the pages of trades that are theirs. */
export const forCitizens = outward(inPerson(permission('citizens.space')))

/** What trades put into the space of a citizen (« Mon espace »): what concerns them there. */
export const spaceCards = slot<{ Card: () => Child }>('spaceCards')

/** A column of a kind that says whose dossier it is, of those who have a space: filled by each folder for its tables. */
export const ofCitizens = slot<{ readonly table: string; readonly column: string }>('ofCitizens')
