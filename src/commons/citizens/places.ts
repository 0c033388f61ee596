import type { Child } from 'hono/jsx'
import { inPerson, outward, permission } from '#kernel/access'
import { slot } from '#kernel/module'

/** Whoever acts as a citizen, or for an organisation: for the pages of trades that are theirs. */
export const forCitizens = outward(inPerson(permission('citizens.space')))

/** What trades put into the space of a citizen (« Mon espace »): what concerns them there. */
export const spaceCards = slot<{ Card: () => Child }>('spaceCards')
