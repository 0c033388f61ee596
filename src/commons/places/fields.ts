import { type OwnColumns, remark, text } from '#commons/records'
import { postalCode } from './row.tsx'

/** What is said of a street, in the order of its form. */
export const streetFields = {
  title: text(200, { label: 'places.name', help: 'places.name_help' }),
  postal_code: postalCode({ label: 'places.postal_code', stays: true }),
  locality: remark(100, { label: 'places.locality', stays: true }),
  other_name: remark(200, { label: 'places.other_name' }),
  former_names: remark(500, { label: 'places.former_names', help: 'places.former_names_help' }),
}

export type StreetColumns = OwnColumns<typeof streetFields>
