import { putAway } from './shown.ts'

/** The fictional authorities work already. */
export const seeds = putAway
