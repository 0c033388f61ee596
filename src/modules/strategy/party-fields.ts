import type { Part } from './tables.ts'

/** The answers of a form that say who, and what those are to the element. */
export const partOfField = {
  managers: 'manager',
  mandataries: 'mandatary',
  administrators: 'administrator',
  bearers: 'bearer',
  concerned: 'concerned',
} as const satisfies Record<string, Part>
/** A field that says who. */
export type PersonField = keyof typeof partOfField
