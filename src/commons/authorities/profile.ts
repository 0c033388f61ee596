import { type FieldErrors, Invalid } from '#kernel/errors'
import { type Language, t } from '#kernel/i18n'
import {
  type AuthorityKind,
  type ProfileColumn,
  type ProfileLine,
  type ProfilePart,
  profileParts,
  tradesOfHouse,
  unfit,
} from '#commons/trades'
import type { Profile } from './schema.ts'

/** With what the authorities of a nature usually start, named in their first language. */
export const usualProfile = (kind: AuthorityKind, language: Language): Profile => ({
  parts: Object.fromEntries(
    profileParts
      .every()
      .map((part) => [part.name, part.of(kind, language).map((line) => ({ ...line }))]),
  ),
  trades: tradesOfHouse().flatMap(({ name }) => (unfit(name, kind) ? [] : name)),
})

/** The lines of a part that are to be written, each with the place where it was typed. */
interface Placed {
  at: number
  line: ProfileLine
}

/** A line without a name is none. */
const isThere = ({ line }: Placed) => (line['name'] ?? '') !== ''

/** A profile that holds: what is to be written of each part. Throws `Invalid`, a sentence for each field. */
export function ensureProfile(kind: AuthorityKind, { parts, trades }: Profile) {
  const errors: FieldErrors = {}
  const written = profileParts.every().map((part) => {
    const placed = (parts[part.name] ?? [])
      .map((line, at) => ({ at, line: trimmed(line) }))
      .filter(isThere)
    Object.assign(errors, wrongIn(part, placed, kind))
    return { part, lines: placed.map(({ line }) => line) }
  })
  const known = new Map(tradesOfHouse().map((one) => [one.name, one]))
  for (const name of trades) {
    const trade = known.get(name)
    const why = trade ? unfit(name, kind) : t('authorities.trade_unknown', { name })
    if (why) errors['trades'] = [...(errors['trades'] ?? []), why]
  }
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  return { written, trades }
}

const trimmed = (line: ProfileLine): ProfileLine =>
  Object.fromEntries(Object.entries(line).map(([name, value]) => [name, value.trim()]))

function wrongIn(part: ProfilePart, placed: readonly Placed[], kind: AuthorityKind): FieldErrors {
  const errors: FieldErrors = {}
  const say = (at: number, column: string, sentence: string) => {
    const name = `${part.name}.${at}.${column}`
    errors[name] = [...(errors[name] ?? []), sentence]
  }
  if (placed.length > part.most)
    errors[part.name] = [t('authorities.part_many', { most: part.most })]
  for (const { at, line } of placed)
    for (const column of part.columns) {
      const wrong = wrongOf(column, line[column.name] ?? '', kind)
      if (wrong) say(at, column.name, wrong)
    }
  for (const { line, column, key } of part.wrong(placed.map((one) => one.line))) {
    const one = placed[line]
    if (one) say(one.at, column, t(key))
  }
  return errors
}

function wrongOf(
  { most, as, needed, options }: ProfileColumn,
  value: string,
  kind: AuthorityKind,
): string | undefined {
  if (value === '') return needed ? t('http.field.required') : undefined
  if (options)
    return options(kind).some((one) => one.value === value) ? undefined : t('http.field.choose')
  if (as === 'number')
    return /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= most
      ? undefined
      : t('authorities.number_between', { most })
  return value.length > most ? t('http.field.too_long', { most }) : undefined
}
