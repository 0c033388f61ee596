import { written } from '#kernel/characters'

/** What a provider says of somebody, as it said it. */
export type Claims = Readonly<Record<string, unknown>>

const isWords = (value: unknown): value is Claims =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What stands under a claim: by its whole name, which may hold dots and slashes (`https://region.be/roles`), else by a path
 * (`realm_access.roles`).
 */
function under(claims: unknown, path: string): unknown {
  if (!isWords(claims)) return undefined
  if (Object.hasOwn(claims, path)) return claims[path]
  const [first = '', ...rest] = path.split('.')
  return rest.length > 0 && Object.hasOwn(claims, first)
    ? under(claims[first], rest.join('.'))
    : undefined
}

/** The values of a claim, in texts: one, those of a list, none. */
export const valuesAt = (claims: Claims, path: string): string[] =>
  [under(claims, path)]
    .flat()
    .filter((one) => ['string', 'number', 'boolean'].includes(typeof one))
    .map(String)

/** Words of a provider as a line that the house keeps: no sign that nobody sees or that ends a line, so many letters at most. */
export const lineOf = (text: string, most: number): string =>
  [
    ...written(text)
      .replaceAll(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, most)
    .join('')
    .trim()
