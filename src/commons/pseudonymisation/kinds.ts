/** What tells who somebody is, in a text that is about to be public. */
export type PersonalKind =
  | 'person'
  | 'national_number'
  | 'address'
  | 'telephone'
  | 'email'
  | 'iban'
  | 'plate'
  | 'birth_date'

/** Where a text says something of a person: from one place to another, in UTF-16 units. */
export interface Finding {
  from: number
  to: number
  kind: PersonalKind
}

/** Whom the public may know: they act in office (mandataires, grades légaux). */
export interface InOffice {
  first: string
  last: string
}
