import { isNameLike, joins, type Token } from './tokens.ts'

const authorities = new Set(
  'commune communes ville cpas province arrondissement canton village villages administration gemeinde gemeente stadt stad'.split(
    ' ',
  ),
)

/** « Commune de Hautecombe », « CPAS DE HAUTECOMBE »: what follows is a place, in the whole text. */
export function takeTowns(tokens: readonly Token[], taken: Uint8Array): void {
  const places = new Set<string>()
  for (const [at, { key }] of tokens.entries()) {
    const name = authorities.has(key) ? tokens[nameAfter(tokens, at)] : undefined
    if (name && joins(name) && isNameLike(name) && name.writing !== 'initial' && !name.is.plain)
      places.add(name.key)
  }
  for (const [at, token] of tokens.entries())
    if (places.has(token.key) && isNameLike(token) && !isNamed(tokens, at)) taken[at] = 1
}

/** Where the name of the place stands, if one follows. */
function nameAfter(tokens: readonly Token[], at: number): number {
  let name = at + 1
  if (/^communales?$/.test(tokens[name]?.key ?? '')) name += 1
  if (/^(?:de|d'|van)$/.test(tokens[name]?.key ?? '')) return name + 1
  return tokens[at]?.key === 'gemeinde' || tokens[at]?.key === 'gemeente' ? name : tokens.length
}

/** Whether a person bears the name of the place: a title or a first name stands before it, or a first name after it. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  const [left, token, right] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  const isAfter =
    left && token && joins(token) && (left.is.title || left.is.given || left.writing === 'initial')
  return Boolean(isAfter || (right && joins(right) && right.is.given && isNameLike(right)))
}
