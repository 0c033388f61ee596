import { capitals, initials, name } from './people.ts'
import type { Name } from './people.ts'
import type { Dice } from './dice.ts'

export type Sort =
  | 'commune'
  | 'cpas'
  | 'fire'
  | 'police'
  | 'rca'
  | 'intercommunal'
  | 'german'
  | 'dutch'

export interface Officer extends Name {
  role: string
}

export interface Authority {
  sort: Sort
  name: string
  town: string
  postcode: number
  /** The domain of its mail. */
  domain: string
  office: Officer[]
}

const towns = [
  'Beauval',
  'Rochefontaine',
  'Valmeuse',
  'Saint-Remacle-lez-Huy',
  'Hautecombe',
  'Neufmoulin',
  'Grandrieu-sur-Ourthe',
  'Fontenelle',
  'Villers-Sainte-Ode',
  'Marchampré',
  'Pierrelaye',
  'Montjardin',
  'Trois-Chênes',
  'Aubechies-la-Ville',
  'Warnimont',
  'Lambermont-le-Château',
  'Sart-Bernard-les-Bois',
  'Xhoris-Fosse',
] as const

const roles: Record<Sort, readonly string[]> = {
  commune: [
    'Bourgmestre',
    'Échevin',
    'Échevin',
    'Échevin',
    'Échevin',
    'Président du CPAS',
    'Conseiller',
    'Conseiller',
    'Conseiller',
    'Conseiller',
    'Conseiller',
    'Conseiller',
    'Directeur général',
    'Directeur financier',
  ],
  cpas: [
    'Président',
    'Conseiller',
    'Conseiller',
    'Conseiller',
    'Conseiller',
    'Conseiller',
    'Conseiller',
    'Directeur général',
    'Directeur financier',
  ],
  fire: [
    'Président',
    'Membre du Collège',
    'Membre du Collège',
    'Membre du Collège',
    'Membre du Collège',
    'Commandant de zone',
    'Comptable spécial',
    'Secrétaire de zone',
  ],
  police: [
    'Président',
    'Bourgmestre',
    'Bourgmestre',
    'Bourgmestre',
    'Conseiller',
    'Conseiller',
    'Chef de corps',
    'Secrétaire de zone',
  ],
  rca: [
    'Président',
    'Vice-président',
    'Administrateur',
    'Administrateur',
    'Administrateur',
    'Administrateur',
    'Directeur gérant',
  ],
  intercommunal: [
    'Président',
    'Vice-président',
    'Administrateur',
    'Administrateur',
    'Administrateur',
    'Administrateur',
    'Administrateur',
    'Directeur général',
  ],
  german: [
    'Bürgermeister',
    'Schöffe',
    'Schöffe',
    'Schöffe',
    'Ratsmitglied',
    'Ratsmitglied',
    'Ratsmitglied',
    'Generaldirektor',
    'Finanzdirektor',
  ],
  dutch: [
    'burgemeester',
    'schepen',
    'schepen',
    'schepen',
    'raadslid',
    'raadslid',
    'raadslid',
    'algemeen directeur',
    'financieel directeur',
  ],
}

function called(dice: Dice, sort: Sort, town: string): string {
  switch (sort) {
    case 'commune':
      return dice.pick([
        `Commune de ${town}`,
        `Ville de ${town}`,
        `Administration communale de ${town}`,
      ])
    case 'cpas':
      return dice.pick([`CPAS de ${town}`, `Centre public d'action sociale de ${town}`])
    case 'fire':
      return `Zone de secours ${dice.pick(['Condroz-Hesbaye', 'Val de Vesdre', 'Ardenne-Lesse'])}`
    case 'police':
      return `Zone de police ${dice.pick(['Haute-Ourthe', 'Meuse-Mehaigne', 'des Trois Vallées'])}`
    case 'rca':
      return `Régie communale autonome ${dice.pick(['Sports & Loisirs', 'BeauSport', 'Centre sportif'])} de ${town}`
    case 'intercommunal':
      return `${dice.pick(['VALENERGIE', 'AQUAMOSANE', 'INTERCONDROZ', 'ECOPARC-EST'])} SC`
    case 'german':
      return 'Gemeinde Weisenthal'
    default:
      return 'Gemeente Eikenvoort'
  }
}

/** Women bear the woman's form of their role. */
function feminine(role: string): string {
  return role
    .replace('Échevin', 'Échevine')
    .replace(/^Président/, 'Présidente')
    .replace(/^Conseiller/, 'Conseillère')
    .replace(/^Directeur/, 'Directrice')
    .replace('général', 'générale')
    .replace('financier', role.startsWith('Directeur') ? 'financière' : 'financier')
    .replace(/^Administrateur/, 'Administratrice')
    .replace(/^Bürgermeister|^Generaldirektor|^Finanzdirektor/, '$&in')
    .replace('Schöffe', 'Schöffin')
}

export function authority(dice: Dice, sort: Sort): Authority {
  const town = sort === 'german' ? 'Weisenthal' : sort === 'dutch' ? 'Eikenvoort' : dice.pick(towns)
  const office: Officer[] = []
  for (const role of roles[sort]) {
    const who = name(dice)
    office.push({ ...who, role: who.woman && sort !== 'dutch' ? feminine(role) : role })
  }
  const domain = `${town.toLowerCase().replace(/[^a-z]/g, '')}.example`
  return {
    sort,
    name: called(dice, sort, town),
    town,
    postcode: dice.int(4200, 6990),
    domain,
    office,
  }
}

/** The name of one in office in a way of acts; never marked. */
export function officer(dice: Dice, who: Officer): string {
  const t = who.woman ? dice.pick(['Mme', 'Madame']) : dice.pick(['M.', 'Monsieur'])
  const upper = capitals(dice, who.last)
  return dice.pick([
    `${t} ${who.first} ${upper}`,
    `${t} ${who.first} ${who.last}`,
    `${who.first} ${upper}`,
    `${t} ${upper} ${who.first}`,
    `${t} ${who.last}`,
    `${initials(who.first)} ${upper}`,
    `${t} ${initials(who.first)} ${who.last}`,
  ])
}

/** The first of a role, by the start of its name (« Direct », « Échevin »). */
export function holder(house: Authority, role: string): Officer {
  const one = house.office.find((who) => who.role.startsWith(role)) ?? house.office[0]
  if (!one) throw new Error('An authority has people in office')
  return one
}
