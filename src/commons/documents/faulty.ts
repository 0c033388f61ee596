import { isHeading, nameOf } from './place.ts'

/** A rich text of a document, and the part that holds it, as the document calls it. */
interface Held {
  called: string
  text: readonly unknown[]
}

/**
 * The part with the text for which a document cannot be set, as the document calls it, found by leaving out half of
 * those that may be it at a time. Undefined where it cannot be set without any of them either.
 */
export async function faultyPlace<T>(
  data: T,
  isSet: (data: T) => Promise<boolean>,
): Promise<string | undefined> {
  const all = textsIn(data, '')
  if (all.length === 0 || !(await isSet(without(data, all)))) return undefined
  let suspects = all
  while (suspects.length > 1) {
    const half = suspects.slice(0, Math.ceil(suspects.length / 2))
    const others = all.filter((one) => !half.includes(one))
    const holds = await isSet(without(data, others))
    suspects = holds ? suspects.slice(half.length) : half
  }
  return suspects[0]?.called
}

const isText = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.length > 0 && value.every(isBlock)

const isBlock = (value: unknown) => typeof value === 'object' && value !== null && 'type' in value

function textsIn(value: unknown, called: string): Held[] {
  if (isText(value)) return [{ called, text: value }]
  if (typeof value !== 'object' || value === null) return []
  let here = nameOf(value) || called
  return Object.values(value).flatMap((inner) => {
    if (Array.isArray(value) && isHeading(inner)) here = nameOf(inner) || here
    return textsIn(inner, here)
  })
}

/** The same data with these texts empty. */
function without<T>(data: T, left: readonly Held[]): T {
  const gone = new Set<unknown>(left.map(({ text }) => text))
  const copy = (value: unknown): unknown => {
    if (gone.has(value)) return []
    if (Array.isArray(value)) return value.map(copy)
    if (typeof value !== 'object' || value === null) return value
    if (Object.getPrototypeOf(value) !== Object.prototype) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copy(inner)]))
  }
  // Of the same shape: an empty text is one.
  return copy(data) as T
}
