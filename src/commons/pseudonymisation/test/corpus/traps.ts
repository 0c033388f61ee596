import { name } from './people.ts'
import type { Scene } from './scene.ts'

/** What looks personal and is not. Nothing in this file is ever marked. */

export function company(scene: Scene): string {
  const { first, last } = name(scene)
  const other = name(scene).last
  return scene.pick([
    `la SPRL ${last} & Fils`,
    `la SRL ${last} et Fils`,
    `la SA Entreprises ${last}`,
    `la SRL Garage ${last}`,
    `les Établissements ${first} ${last} SRL`,
    `${last} Frères SA`,
    `la SA ${last.toUpperCase()}-${other.toUpperCase()} CONSTRUCT`,
    `le bureau d'études ${last} & Associés SRL`,
    `la SRL Toitures ${last}`,
    `la SCRL ${last.toUpperCase()} ${first.toUpperCase()}`,
    `la société ${first} ${last} SA`,
    `la SRL Boulangerie ${last}`,
    `l'entreprise générale ${last} SA`,
    `la SNC ${last}-${other}`,
    `les Pompes funèbres ${last} SRL`,
    `la SA Transports ${last}`,
    `la SRL Jardins de ${first}`,
    `la société anonyme « ${last} Lift »`,
  ])
}

export function association(scene: Scene): string {
  const { first, last } = name(scene)
  return scene.pick([
    `l'ASBL Les Amis de ${first} ${last}`,
    `la Fondation ${first} ${last}`,
    `l'ASBL Compagnie Saint-Nicolas`,
    `l'ASBL Maison Marie-Louise`,
    `l'ASBL La Ferme de Martin`,
    `l'ASBL Le Petit Prince des Champs`,
    `la Royale Harmonie Sainte-Cécile`,
    `l'ASBL Les Joyeux Lurons de la Place`,
    `l'ASBL Cercle ${last}`,
    `l'ASBL Repos Sainte-Élisabeth`,
    `la Jeunesse de Saint-Rémy`,
    `le RFC Saint-Georges`,
    `l'ASBL Sœur Emmanuelle en Hesbaye`,
    `le Royal Tennis Club Léopold`,
  ])
}

const pad = (value: number, size: number) => String(value).padStart(size, '0')

export function enterprise(scene: Scene): string {
  const n = `${scene.int(400, 899)}`
  const [a, b] = [pad(scene.int(0, 999), 3), pad(scene.int(0, 999), 3)]
  return scene.pick([
    `BCE 0${n}.${a}.${b}`,
    `TVA BE 0${n}.${a}.${b}`,
    `BE0${n}${a}${b}`,
    `n° d'entreprise 0${n}.${a}.${b}`,
  ])
}

export function parcel(scene: Scene): string {
  return scene.pick([
    `section ${scene.pick([...'ABCDE'])}, n° ${scene.int(1, 900)}${scene.pick([...'abcdefg'])}${scene.int(2, 9)}`,
    `${scene.int(1, 5)}e division, section ${scene.pick([...'ABCDE'])} n° ${scene.int(1, 900)}/02${scene.pick([...'ABCD'])}`,
    `Sion ${scene.pick([...'ABCDE'])} ${scene.int(10, 900)} ${scene.pick([...'KLMNP'])} ${scene.int(2, 6)}`,
  ])
}

export function reference(scene: Scene): string {
  return scene.pick([
    `2026/${pad(scene.int(1, 400), 3)}`,
    `F${scene.int(100, 999)}/2025/${scene.int(10, 99)}`,
    `PU/2025-${scene.int(10, 300)}`,
    `DGO5/O50004/${scene.int(100000, 999999)}/2025`,
    `2026-04-${scene.int(100, 999)}`,
    `CC.${scene.int(10, 28)}.0${scene.int(1, 9)}.2025-${scene.int(1, 40)}`,
    `60${scene.int(10, 99)}1/AB/2025.${scene.int(1, 9)}`,
    `1-URB-${pad(scene.int(1, 300), 3)}`,
  ])
}

export const amount = (scene: Scene) =>
  scene.pick([
    `${scene.int(2, 99)}.${pad(scene.int(0, 999), 3)},${pad(scene.int(0, 99), 2)} €`,
    `${scene.int(50, 990)},${pad(scene.int(0, 99), 2)} EUR`,
    `${scene.int(2, 99)} ${pad(scene.int(0, 999), 3)} euros TVAC`,
    `€ ${scene.int(40, 900)},-`,
  ])

export const structured = (scene: Scene) =>
  `+++${pad(scene.int(0, 999), 3)}/${pad(scene.int(0, 9999), 4)}/${pad(scene.int(0, 99999), 5)}+++`

export const budgetLine = (scene: Scene) =>
  `${scene.int(100, 930)}/${scene.int(100, 770)}-${pad(scene.int(1, 99), 2)}${scene.pick(['', ' (n° de projet 20260015)', '.2026'])}`

/** The administration's own ways of being reached: never personal. */
export function desk(scene: Scene): string {
  const { domain, town, postcode } = scene.house
  const box = scene.pick([
    'urbanisme',
    'info',
    'population',
    'secretariat',
    'marches.publics',
    'dpo',
    'college',
    'travaux',
    'finances',
    'recette',
    'etat-civil',
    'bourgmestre',
    'accueil',
    'enseignement',
  ])
  const line = `0${scene.int(80, 87)}/${scene.int(20, 89)}.${scene.int(10, 99)}.${scene.int(10, 99)}`
  return scene.pick([
    `tout renseignement peut être obtenu à l'adresse ${box}@${domain} ou au standard de l'administration (${line})`,
    `le dossier peut être consulté à la Maison communale, place Communale 1 à ${postcode} ${town}, sur rendez-vous pris à l'accueil (tél. accueil : ${line})`,
    `les pièces sont transmises par courriel à ${box}@${domain}`,
    `le numéro général ${line} répond les jours ouvrables de 9 h à 12 h`,
    `l'Hôtel de Ville, Grand-Place 12, ${postcode} ${town}, est accessible aux personnes à mobilité réduite`,
    `les plaintes sont adressées au service (${box}@${domain}, standard ${line}, www.${domain})`,
  ])
}

export const nicknamed = (scene: Scene) =>
  scene.pick([
    "l'arrêté Charlier",
    'la loi Breyne',
    'la loi Renault',
    'la circulaire Delvaux',
    'le décret Lebrun',
    'la jurisprudence Antigone',
    "l'arrêt Demir",
    'le plan Marshall 4.0',
    'la loi Lejeune',
    "l'arrêté Van Hoof",
    'la circulaire Collard du 4 mars 2019',
    'la règle Servais',
  ])

export const building = (scene: Scene) => {
  const { first, last } = name(scene)
  return scene.pick([
    'la salle Jean Renoir',
    "l'école Sainte-Anne",
    `l'école communale ${first} ${last}`,
    `la salle ${first} ${last}`,
    'le hall omnisports Marcel Thiry',
    `l'espace ${last}`,
    'la chapelle Sainte-Brigitte',
    "l'église Saint-Martin",
    'le home Saint-Joseph',
    "l'Institut Notre-Dame",
    `la bibliothèque ${first} ${last}`,
    `le parc ${last}`,
    'la place Saint-Lambert',
    'le château de Jehay',
    `la ferme ${last}`,
    'le rond-point Dupuis',
    'la crèche Les Petits Michel',
  ])
}
