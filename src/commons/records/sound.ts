import type { Said } from './field.ts'

/** What is looked at of a field: it is emptied where it does not apply, and then `absent` stands there. */
type Declared = Readonly<Record<string, Said & { readonly absent?: unknown }>>

/**
 * Refuses fields that could never be answered: a condition or an order that names no field of the same list, or
 * itself by a ring of others, and a condition on a field that must be answered anyway.
 */
export function ensureSound(fields: Declared): void {
  for (const [name, { absent, shownWhen, neededWhen, notBefore }] of Object.entries(fields)) {
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
    if (absent === undefined && (shownWhen || neededWhen))
      throw new Error(
        `The field « ${name} » has ${shownWhen ? 'shownWhen' : 'neededWhen'} and must be answered anyway: ` +
          'wrap it in optional(…).',
      )
    if (isShownInARing(fields, name))
      throw new Error(
        `The field « ${name} » is shown only where it is shown: shownWhen goes round.`,
      )
  }
}

function isShownInARing(fields: Declared, name: string): boolean {
  const met = new Set<string>()
  for (let at: string | undefined = name; at; at = fields[at]?.shownWhen?.field) {
    if (met.has(at)) return at === name
    met.add(at)
  }
  return false
}
