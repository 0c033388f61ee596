import { type OrganKind, organInWords, organKinds } from '#commons/law'
import type { AuthorityKind, ProfileLine, ProfilePart } from '#commons/trades'
import { folded, type Language } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
import type { InsertionMethod } from './insertion.ts'
import { addOrgan } from './organ.ts'

const assembly: readonly InsertionMethod[] = [
  { by: 'on_privacy', order: ['public', 'secret'] },
  { by: 'on_list_type' },
  { by: 'on_categories' },
]
const executive: readonly InsertionMethod[] = [{ by: 'on_list_type' }, { by: 'on_services' }]

/** The organs that debate in public, or before all who compose them; the others are executives. */
const assemblies: readonly OrganKind[] = [
  'council',
  'cpas_council',
  'provincial_council',
  'police_council',
  'rescue_council',
  'general_assembly',
  'association_assembly',
]

export const insertionOf = (kind: OrganKind) => (assemblies.includes(kind) ? assembly : executive)

/** An organ as the law gives it to a nature of authority; `seats` where the law gives a number to all of them. */
interface Usual {
  kind: OrganKind
  name: string
  acronym: string
  seats?: number
}

/**
 * The organs of each nature of authority: CDLD L1121-1 (municipality), loi du 8 juillet 1976 (CPAS), loi du 7 décembre
 * 1998 (police zone of several municipalities), loi du 15 mai 2007 (rescue zone), CDLD L1523-1 (intermunicipal company),
 * L1231-4 (RCA), L2212-1 (province), Code des sociétés et des associations, livre 9 (association).
 */
const organsOf: Record<AuthorityKind, readonly Usual[]> = {
  municipality: [
    { kind: 'council', name: 'Conseil communal', acronym: 'CC' },
    { kind: 'college', name: 'Collège communal', acronym: 'COL' },
  ],
  cpas: [
    { kind: 'cpas_council', name: 'Conseil de l’action sociale', acronym: 'CAS' },
    { kind: 'permanent_bureau', name: 'Bureau permanent', acronym: 'BP' },
  ],
  police_zone: [
    { kind: 'police_council', name: 'Conseil de police', acronym: 'CP' },
    { kind: 'police_college', name: 'Collège de police', acronym: 'COLP' },
  ],
  rescue_zone: [
    { kind: 'rescue_council', name: 'Conseil de zone', acronym: 'CZ' },
    { kind: 'rescue_college', name: 'Collège de zone', acronym: 'COLZ' },
  ],
  intercommunale: [
    { kind: 'general_assembly', name: 'Assemblée générale', acronym: 'AG' },
    { kind: 'board', name: 'Conseil d’administration', acronym: 'CA' },
    { kind: 'restricted_bureau', name: 'Bureau exécutif restreint', acronym: 'BE' },
    { kind: 'remuneration_committee', name: 'Comité de rémunération', acronym: 'REM' },
    { kind: 'audit_committee', name: 'Comité d’audit', acronym: 'AUD' },
  ],
  rca: [
    { kind: 'rca_board', name: 'Conseil d’administration', acronym: 'CA' },
    { kind: 'rca_bureau', name: 'Bureau exécutif', acronym: 'BE' },
  ],
  province: [
    { kind: 'provincial_council', name: 'Conseil provincial', acronym: 'CPR' },
    { kind: 'provincial_college', name: 'Collège provincial', acronym: 'COLPR' },
  ],
  association: [
    { kind: 'association_assembly', name: 'Assemblée générale', acronym: 'AG' },
    { kind: 'association_board', name: 'Organe d’administration', acronym: 'OA' },
  ],
}

/** What the organs that German-speaking authorities have are called there; of another the French name stands. */
const inGerman: Partial<Record<OrganKind, { name: string; acronym: string }>> = {
  council: { name: 'Gemeinderat', acronym: 'GR' },
  college: { name: 'Gemeindekollegium', acronym: 'GK' },
  cpas_council: { name: 'Sozialhilferat', acronym: 'SHR' },
  permanent_bureau: { name: 'Ständiges Präsidium', acronym: 'SP' },
  police_council: { name: 'Polizeirat', acronym: 'PR' },
  police_college: { name: 'Polizeikollegium', acronym: 'PK' },
}

/** « Der Gemeinderat », « Das Gemeindekollegium », « Die Generalversammlung ». */
function speaksInGerman(name: string): string {
  if (name.startsWith('Ständiges ')) return `Das Ständige ${name.slice('Ständiges '.length)}`
  if (/(kollegium|präsidium|komitee|büro|organ)$/i.test(name)) return `Das ${name}`
  return /(versammlung|kommission|zelle|kammer)$/i.test(name) ? `Die ${name}` : `Der ${name}`
}

/** How an act makes an organ speak, in the language of the authority: « Le Conseil communal », « L’Assemblée générale ». */
export function speaksAs(name: string, language: Language = itsLanguage()): string {
  if (language === 'de') return speaksInGerman(name)
  if (/^[aeiouyhàâéèêëîïôœù]/i.test(name)) return `L’${name}`
  return /^(commission|régie|députation|cellule|chambre)\b/i.test(name)
    ? `La ${name}`
    : `Le ${name}`
}

/** The organs that the law gives to a nature of authority, as they are called in its language. */
export const usualOrgans = (kind: AuthorityKind, language: Language) =>
  organsOf[kind].map((french) => {
    const one = { ...french, ...(language === 'de' && inGerman[french.kind]) }
    return {
      ...one,
      speaks_as: speaksAs(one.name, language),
      insertion: insertionOf(one.kind),
      seats: one.seats ?? null,
    }
  })

/** The kinds of organ that the law gives to a nature of authority. */
export const kindsFor = (kind: AuthorityKind): OrganKind[] => organsOf[kind].map((one) => one.kind)

const kindOf = (line: ProfileLine): OrganKind | undefined =>
  organKinds.find((one) => one === line['kind'])

const taken = { name: 'organs.name_taken', acronym: 'organs.acronym_taken' } as const

/** Which organs an authority starts with. */
export const organPart: ProfilePart = {
  name: 'organs',
  label: 'organs.title',
  help: 'organs.profile_help',
  most: 12,
  columns: [
    { name: 'name', label: 'organs.name', most: 120, needed: true },
    { name: 'acronym', label: 'organs.acronym', most: 12, needed: true },
    {
      ...{ name: 'kind', label: 'organs.kind', most: 40, needed: true },
      options: (kind) => [
        ...organsOf[kind].map((one) => ({ value: one.kind, label: organInWords(one.kind) })),
      ],
    },
    { name: 'seats', label: 'organs.seat_count', most: 300, as: 'number' },
  ],
  of: (kind, language) =>
    usualOrgans(kind, language).map(({ name, acronym, kind: own, seats }) => ({
      ...{ name, acronym, kind: own },
      seats: seats === null ? '' : String(seats),
    })),
  wrong: (lines) =>
    lines.flatMap((line, at) => {
      const same = (column: string) =>
        lines.findIndex((one) => folded(one[column] ?? '') === folded(line[column] ?? '')) < at
      return (['name', 'acronym'] as const).flatMap((column) =>
        line[column] && same(column) ? { line: at, column, key: taken[column] } : [],
      )
    }),
  async write(lines) {
    for (const line of lines) {
      const kind = kindOf(line)
      if (!kind) continue
      const { name = '', acronym = '', seats = '' } = line
      await addOrgan({
        ...{ kind, name, acronym, speaks_as: speaksAs(name), insertion: insertionOf(kind) },
        seats: seats === '' ? null : Number(seats),
      })
    }
  },
  insteadOf: 'organs',
}
