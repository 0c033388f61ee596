import { addPermissions, permission } from '#kernel/access'
import { addCatalogue, type MessageKey } from '#kernel/i18n'
import { fill } from '#kernel/module'
import { navigation, waiting } from '#kernel/pages'
import { tenant } from '#kernel/tenancy'
import type { IconName } from '#kernel/ui'
import { groups } from '../groups.ts'

type Planted = readonly [name: string, group: keyof typeof groups, icon: IconName, waits?: number]

/** Twenty-six trades as an authority may have them, and what waits in some. */
const trades: readonly Planted[] = [
  ['Publications', 'decide', 'megaphone', 1],
  ['Marchés publics', 'decide', 'badge-euro', 2],
  ['Tutelle', 'decide', 'landmark'],
  ['Assurances', 'decide', 'folder'],
  ['Contentieux', 'decide', 'scale'],
  ['Parapheur', 'decide', 'pencil'],
  ['E-guichet', 'citizens', 'globe'],
  ['Enfance et accueil', 'citizens', 'baby'],
  ['Site et actualités', 'citizens', 'newspaper'],
  ['Cimetières', 'citizens', 'leaf'],
  ['Courrier', 'citizens', 'mail'],
  ['Bibliothèque', 'citizens', 'book-open'],
  ['Population', 'citizens', 'users'],
  ['Permis d’urbanisme', 'territory', 'stamp', 4],
  ['Services techniques', 'territory', 'wrench', 3],
  ['Voirie et chantiers', 'territory', 'construction'],
  ['Logement', 'territory', 'building-2'],
  ['Énergie', 'territory', 'folder'],
  ['Mobilité', 'territory', 'car'],
  ['Patrimoine', 'territory', 'landmark'],
  ['Compétences', 'steer', 'graduation-cap'],
  ['Personnel', 'steer', 'users'],
  ['Budget', 'steer', 'badge-euro'],
  ['Contrôle interne', 'steer', 'clipboard-check'],
  ['Subsides', 'steer', 'folder'],
  ['Cohésion sociale', 'steer', 'users'],
]

const gardens = new Set<string>()
const words = Object.fromEntries(trades.map(([name], n) => [`trade${n}`, name]))
addCatalogue('planted', { fr: words, en: words })
addPermissions('planted', { tend: () => gardens.has(tenant().slug) })
const tend = permission('planted.tend')

/** The address of the planted trade of this name. */
export const addressOf = (name: string) =>
  `/planted/${trades.findIndex(([other]) => other === name)}`

/** Lets the authority of this slug, and no other, have twenty-six more trades. */
export function plantTradesIn(slug: string): void {
  gardens.add(slug)
  if (navigation.every().some(({ permission: asked }) => asked === tend)) return
  const waits = new Map(trades.map(([, , , count = 0], n) => [`planted.kind${n}`, count]))
  fill(waiting, () => Promise.resolve(gardens.has(tenant().slug) ? waits : new Map())).place()
  fill(
    navigation,
    ...trades.map(([, group, icon], n) => ({
      section: 'trades' as const,
      group: groups[group],
      label: `planted.trade${n}` as MessageKey, // Made up: no catalogue of the house names it.
      href: `/planted/${n}`,
      icon,
      permission: tend,
      kinds: [`planted.kind${n}`],
    })),
  ).place()
}
