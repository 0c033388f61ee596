import type { Condition } from '#kernel/ui'
import type { Narrowing, Said } from './field.ts'

/** What is looked at of a field: it is emptied where it does not apply, and then `absent` stands there. */
type Declared = Readonly<
  Record<
    string,
    Said & { readonly absent?: unknown; readonly narrow?: Narrowing; readonly later?: true }
  >
>

/**
 * Refuses fields that could never be answered: a condition or an order that names no field of the same list, or
 * itself by a ring of others, a condition on a field that must be answered anyway, and a file that a new dossier must
 * have: its files are added once it is there. So too one that only some read: of it nothing may depend, nor may others
 * have to answer it.
 */
export function ensureSound(fields: Declared): void {
  for (const [name, { absent, later, readBy, ...said }] of Object.entries(fields)) {
    const { shownWhen, neededWhen, notBefore } = said
    const named = { shownWhen: shownWhen?.field, neededWhen: neededWhen?.field, notBefore }
    for (const [what, other] of Object.entries(named)) {
      if (other === undefined) continue
      if (other === name) throw new Error(`The field « ${name} » names itself in ${what}.`)
      if (!Object.hasOwn(fields, other))
        throw new Error(
          `${what} of the field « ${name} » names « ${other} », which is not among the fields ` +
            `${Object.keys(fields).join(', ')}.`,
        )
    }
    for (const other of Object.values(named))
      if (other !== undefined && fields[other]?.readBy)
        throw new Error(
          `The field « ${name} » depends on « ${other} », which only some read: to the others it would tell it.`,
        )
    if (readBy && (neededWhen || absent === undefined))
      throw new Error(
        `The field « ${name} » is asked of some alone, and must be answered: wrap it in optional(…), without neededWhen.`,
      )
    for (const condition of [shownWhen, neededWhen]) ensureComparable(fields, name, condition)
    if (absent === undefined && (shownWhen || neededWhen))
      throw new Error(
        `The field « ${name} » has ${shownWhen ? 'shownWhen' : 'neededWhen'} and must be answered anyway: ` +
          'wrap it in optional(…).',
      )
    if (absent === undefined && later)
      throw new Error(
        `The field « ${name} » is one of the files of its dossier, and a new one has none: wrap it in optional(…).`,
      )
    if (isShownInARing(fields, name))
      throw new Error(
        `The field « ${name} » is shown only where it is shown: shownWhen goes round.`,
      )
  }
}

/** Bounds are numbers of numbers, and days, in ISO 8601, of days. */
function ensureComparable(fields: Declared, name: string, condition: Condition | undefined): void {
  if (!condition || 'is' in condition) return
  const { field, from, until } = condition
  const bounds = [from, until].filter((bound) => bound !== undefined)
  const wanted = { numbers: 'number', dates: 'string' }[String(fields[field]?.narrow)]
  if (bounds.length > 0 && bounds.every((bound) => typeof bound === wanted)) return
  throw new Error(
    `The field « ${name} » depends on bounds (from, until) of « ${field} »: numbers of a number or an amount, days ` +
      'such as 2026-01-31 of a day, one of them at least.',
  )
}

function isShownInARing(fields: Declared, name: string): boolean {
  const met = new Set<string>()
  for (let at: string | undefined = name; at; at = fields[at]?.shownWhen?.field) {
    if (met.has(at)) return at === name
    met.add(at)
  }
  return false
}
