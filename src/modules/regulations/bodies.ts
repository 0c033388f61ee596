import { Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { tenant } from '#kernel/tenancy'
import type { OrganKind } from '#commons/law'
import { choice, type Field } from '#commons/records'

/** Who takes such texts, and by the law of which organ they enter into force; null: this house knows none. */
export const bodies = {
  council: 'council',
  college: 'college',
  // The same article speaks of council, college and mayor (CDLD L1133-1).
  mayor: 'college',
  provincial_council: 'provincial_council',
  provincial_college: 'provincial_college',
  governor: null,
  cpas_council: null,
  police_council: null,
  police_college: null,
  rescue_council: null,
  government: null,
  other: null,
} as const satisfies Record<string, OrganKind | null>
export type Body = keyof typeof bodies
// Object.keys gives its own names, of which there are some.
const names = Object.keys(bodies) as [Body, ...Body[]]

/** Those of each nature of authority; whoever else took a text that it publishes stands after them. */
const bodiesOf: Readonly<Record<string, readonly Body[]>> = {
  municipality: ['council', 'college', 'mayor'],
  cpas: ['cpas_council'],
  police_zone: ['police_council', 'police_college'],
  rescue_zone: ['rescue_council'],
  province: ['provincial_council', 'provincial_college', 'governor'],
}

/** Who takes texts in this authority, who most often does first. */
export function bodiesHere(): readonly [Body, ...Body[]] {
  const [first, ...more] = bodiesOf[tenant().kind] ?? []
  return first ? [first, ...more, 'government', 'other'] : ['other', 'government']
}

const inWords = (one: Body): string => t(`regulations.body.${one}`)
const said = { label: 'regulations.posting.body', stays: true } as const
const any = choice(names, inWords, said)

/** One of those of this authority, or the one that was said before. */
export const bodyHere: Field<Body> = {
  ...any,
  input: (at, value, asking) => {
    const [first, ...more] = bodiesHere()
    const was = value && ![first, ...more].includes(value) ? [value] : []
    return choice([first, ...more, ...was], inWords, said).input(at, value, asking)
  },
  check: async (given, name, before) => {
    if (given !== before && !bodiesHere().includes(given))
      throw Invalid.field(name, 'http.field.choose')
  },
}
