import { folded } from '#kernel/i18n'
import { addService, services } from '#commons/directory'
import type { AuthorityKind, ProfilePart } from '#commons/trades'

/** The services that most authorities of a nature have: a start, for a chart of their own. */
const usual: Record<AuthorityKind, readonly string[]> = {
  municipality: [
    'Direction générale',
    'Secrétariat communal',
    'Direction financière',
    'Population et état civil',
    'Urbanisme',
    'Travaux',
    'Enseignement',
    'Personnel',
  ],
  cpas: [
    'Direction générale',
    'Direction financière',
    'Service social',
    'Insertion professionnelle',
    'Médiation de dettes',
    'Personnel',
  ],
  police_zone: [
    'Direction',
    'Secrétariat de la zone',
    'Comptabilité spéciale',
    'Police de proximité',
    'Intervention',
    'Recherche locale',
  ],
  rescue_zone: [
    'Commandement de la zone',
    'Secrétariat de la zone',
    'Comptabilité spéciale',
    'Opérations',
    'Prévention',
    'Logistique',
  ],
  intercommunale: [
    'Direction générale',
    'Secrétariat général',
    'Finances',
    'Ressources humaines',
    'Informatique',
  ],
  rca: ['Direction', 'Finances', 'Exploitation'],
  province: [
    'Direction générale',
    'Direction financière',
    'Secrétariat provincial',
    'Enseignement',
    'Culture',
    'Santé et affaires sociales',
    'Infrastructures',
  ],
  association: ['Direction', 'Secrétariat', 'Finances'],
}

/** With which services an authority starts; one may be part of one that stands above it. */
export const servicePart: ProfilePart = {
  name: 'services',
  label: 'people.services',
  help: 'people.profile_help',
  most: 40,
  columns: [
    { name: 'name', label: 'people.service.name', most: 200, needed: true },
    { name: 'part_of', label: 'people.service.parent', most: 200 },
  ],
  of: (kind) => usual[kind].map((name) => ({ name, part_of: '' })),
  wrong: (lines) =>
    lines.flatMap(({ name = '', part_of: above = '' }, at) => {
      const before = lines.slice(0, at).map((one) => folded(one['name'] ?? ''))
      return [
        ...(before.includes(folded(name))
          ? [{ line: at, column: 'name', key: 'people.service.twice' as const }]
          : []),
        ...(above && !before.includes(folded(above))
          ? [{ line: at, column: 'part_of', key: 'people.service.no_such_above' as const }]
          : []),
      ]
    }),
  async write(lines) {
    const ids = new Map((await services()).map(({ id, name }) => [folded(name), id]))
    for (const { name = '', part_of: above = '' } of lines) {
      const service = await addService(name, ids.get(folded(above)) ?? null)
      ids.set(folded(name), service.id)
    }
  },
}
