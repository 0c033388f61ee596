/**
 * Whether two values of columns are the same. Days and instants are so by what they are, and not as objects;
 * what is kept as JSON whatever the order of its names.
 */
export function same(one: unknown, other: unknown): boolean {
  const [a, b] = [told(one), told(other)]
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [names, others] = [Object.keys(a), Object.keys(b)]
  return (
    Array.isArray(a) === Array.isArray(b) &&
    names.length === others.length &&
    names.every((name) => name in b && same(Reflect.get(a, name), Reflect.get(b, name)))
  )
}

/** As it is written in JSON: Temporal says so itself. */
function told(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('toJSON' in value)) return value
  return typeof value.toJSON === 'function' ? value.toJSON() : value
}
