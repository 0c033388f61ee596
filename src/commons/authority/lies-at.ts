import { optionalLine } from '#kernel/http'
import type { LiesAt } from '#kernel/tenancy'

/** Within which degrees Belgium lies (WGS 84). */
const belgium = { south: 49.49, north: 51.51, west: 2.54, east: 6.41 }

/** As maps show it: « 50.4669, 4.8675 », and as French writes numbers: « 50,4669 4,8675 ». */
const spellings = [
  /^(\d{2}(?:\.\d{1,15})?)[\s,;]+(\d(?:\.\d{1,15})?)$/,
  /^(\d{2},\d{1,15})[\s;]+(\d,\d{1,15})$/,
]

/** Where one lies, by what was typed; undefined where that is nowhere in Belgium. */
function read(typed: string): LiesAt | undefined {
  const [, north, east] = spellings.map((one) => one.exec(typed)).find((one) => one) ?? []
  if (north === undefined || east === undefined) return undefined
  // Five decimals are a metre.
  const [latitude, longitude] = [north, east].map((one) =>
    Number(Number(one.replace(',', '.')).toFixed(5)),
  ) as [number, number] // Two of them.
  const isIn =
    latitude >= belgium.south &&
    latitude <= belgium.north &&
    longitude >= belgium.west &&
    longitude <= belgium.east
  return isIn ? [latitude, longitude] : undefined
}

/** Latitude and longitude in degrees, in one field; empty: it does not say. */
export const liesAtField = () =>
  optionalLine(40)
    .refine((typed) => typed === '' || read(typed) !== undefined, 'authority.lies_at_wrong')
    .transform((typed) => read(typed) ?? null)
    .describe('Latitude and longitude in degrees, in Belgium: « 50.4669, 4.8675 »; may be empty.')

/** « 50.4669, 4.8675 »; empty where it is not said. */
export const liesAtInWords = (at: LiesAt | null): string => at?.join(', ') ?? ''
