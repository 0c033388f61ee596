import { mark } from './marks.ts'
import type { Scene } from './scene.ts'
import type { Dice } from './dice.ts'
import { name } from './people.ts'

/** Streets as they are named; a third bear a person's name, which is not personal. */
const plain = [
  'rue des Tilleuls',
  'rue du Pont',
  'rue de la Station',
  'rue Haute',
  "rue de l'Église",
  'rue du Vieux Moulin',
  'rue Sous-les-Ruelles',
  'chaussée de Tirlemont',
  'chaussée Romaine',
  'quai de Meuse',
  'quai des Ardennes',
  'clos des Pommiers',
  'clos du Ruisseau',
  'thier des Vignes',
  'Thier-aux-Cailloux',
  'ruelle du Curé',
  'ruelle à Cailloux',
  'voie de Messe',
  'voie des Chars',
  'impasse du Four',
  'impasse des Cloutiers',
  'avenue des Acacias',
  'avenue du Bosquet',
  'boulevard de la Sauvenière Neuve',
  'place du Marché',
  "place de l'Abattoir",
  'allée des Hêtres',
  'drève du Château',
  'sentier de la Fontaine',
  'chemin du Bois Planté',
  'cité des Mineurs',
  'cour du Puits',
  'square des Tanneurs',
  'route de Bastogne',
  'tige de Villers',
  'rue Basse-Sauvenière',
  'rue Vaudrée',
  'rue Bois-des-Dames',
  'rue de Huy',
  'rue Saint-Roch',
  'rue Sainte-Barbe',
  'venelle des Jardins',
  'montée du Calvaire',
  'faubourg de Namur',
  'esplanade de la Batte',
  'galerie du Cerf',
  'pré des Moines',
  'rue du 11 Novembre',
  'rue du XVIII Septembre',
  'Fond Pirette',
  'Les Trixhes',
  'Al Cwesse',
  'En Bergerue',
  'Sur les Roches',
  'Aux Quatre Bras',
  'Hameau de Try',
  'Résidence Les Acacias',
  'Résidence Belle-Vue',
] as const
const historical = [
  'rue Joseph Wauters',
  'rue Jean Jaurès',
  'avenue Reine Astrid',
  'place Albert Ier',
  'rue Émile Vandervelde',
  'rue Jules Destrée',
  'boulevard Winston Churchill',
  'rue Roi Albert',
  'rue Édouard Remouchamps',
  'quai Roi Baudouin',
  'rue Simenon',
  'avenue Léopold III',
  'rue Zénobe Gramme',
  'rue César Franck',
  'place Jean XXIII',
  'rue Arthur Masson',
  'square Général Leman',
  'avenue du Roi Chevalier',
  'rue Docteur Roux',
  'rue Abbé Péters',
  'clos Marcel Launay',
] as const
const shortened = [
  ['avenue', 'av.'],
  ['boulevard', 'bd'],
  ['chaussée', 'chée'],
  ['place', 'pl.'],
  ['rue', 'r.'],
  ['route', 'rte'],
] as const

export const localities = [
  '4500 Huy',
  '4000 Liège',
  '5000 Namur',
  '4800 Verviers',
  '4100 Seraing',
  '5500 Dinant',
  '4300 Waremme',
  '6900 Marche-en-Famenne',
  '4020 Liège',
  '4970 Stavelot',
  '5300 Andenne',
  '6600 Bastogne',
  '4140 Sprimont',
  '4537 Verlaine',
  '4520 Wanze',
  '4540 Amay',
  '4550 Nandrin',
  '4560 Clavier',
  '5100 Jambes',
  '1300 Wavre',
  '7000 Mons',
  '6000 Charleroi',
  '4400 Flémalle',
  '4470 Saint-Georges-sur-Meuse',
  '4530 Villers-le-Bouillet',
  '6700 Arlon',
  '4920 Aywaille',
  '4163 Anthisnes',
  '5310 Éghezée',
  '4217 Héron',
  '1060 Saint-Gilles',
  '4680 Oupeye',
  '6760 Virton',
  '5580 Rochefort',
  '1080 Molenbeek-Saint-Jean',
] as const

export function street(dice: Dice): string {
  const choice = dice.next()
  if (choice < 0.66) return dice.pick(plain)
  if (choice < 0.85) return dice.pick(historical)
  const who = name(dice)
  return `${dice.pick(['rue', 'avenue', 'place', 'clos', 'quai', 'allée'])} ${who.first} ${who.last}`
}

/** A street whose name is a person's: it stays. */
export function streetOfPerson(dice: Dice): string {
  const who = name(dice)
  return dice.chance(0.5)
    ? dice.pick(historical)
    : `${dice.pick(['rue', 'avenue', 'place', 'square', 'chemin'])} ${dice.pick(['', '', 'Docteur ', 'Abbé ', 'Lieutenant '])}${who.first} ${who.last}`
}

const number = (scene: Scene) =>
  `${scene.int(1, 290)}${scene.pick(['', '', '', '', 'A', 'b', ' bis', '/3', '/21', ' bte 4', ' boîte 12', ', bte 2', '/A001', ' (2e étage)', ' b 7'])}`

function streetLine(scene: Scene): string {
  let road = street(scene)
  if (scene.chance(0.12))
    for (const [long, short] of shortened)
      if (road.startsWith(`${long} `)) road = short + road.slice(long.length)
  if (scene.chance(0.3)) road = road.slice(0, 1).toUpperCase() + road.slice(1)
  if (scene.chance(0.04)) road = road.toUpperCase()
  return `${road}${scene.pick([' ', ', ', ', ', ' n° ', ', n° ', ' '])}${number(scene)}`
}

/** A private home in one line or two: number and box, postcode and locality are in the same mark. */
function homeText(scene: Scene): string {
  const line = streetLine(scene)
  const town = scene.pick(localities)
  return scene.pick([
    `${line}, ${town}`,
    `${line}, ${town}`,
    `${line} à ${town}`,
    `${line} à ${town}`,
    `${line} - ${town}`,
    `${line} à ${town.toUpperCase()}`,
    `${line}\n${town}`,
    `${line}\nB-${town}`,
    `${town}, ${line}`,
    `${town.toUpperCase()}, ${line}`,
    `${line} à ${town.slice(5)}`,
    `${line} (${town})`,
    line,
    line,
  ])
}

export const home = (scene: Scene) => mark('address', homeText(scene))

/** For a cell of a table: one line. */
export const homeCell = (scene: Scene) => mark('address', homeText(scene).replaceAll('\n', ', '))

export function living(scene: Scene, woman: boolean): string {
  const e = woman ? 'e' : ''
  return scene.pick([
    `domicilié${e} ${home(scene)}`,
    `domicilié${e} à ${home(scene)}`,
    `domicilié${e} ${home(scene)}`,
    `demeurant ${home(scene)}`,
    `résidant ${home(scene)}`,
    `dont le domicile est établi ${home(scene)}`,
    `ayant élu domicile ${home(scene)}`,
    `inscrit${e} aux registres de la population à l'adresse ${home(scene)}`,
    `adresse : ${home(scene)}`,
    `de ${home(scene)}`,
    `(${home(scene)})`,
  ])
}

export function livingAbroad(scene: Scene, language: 'de' | 'nl'): string {
  const one = scene.int(1, 120)
  return language === 'de'
    ? `${scene.pick(['wohnhaft', 'wohnhaft in', 'mit Wohnsitz'])} ${mark(
        'address',
        scene.pick([
          `Hufengasse ${one}, 4700 Eupen`,
          `4700 Eupen, Aachener Straße ${one}`,
          `Am Bahnhof ${one}A in 4720 Kelmis`,
          `Malmedyer Str. ${one}, B-4780 Sankt Vith`,
          `Zum Steinbruch ${one}\n4730 Raeren`,
          `Klosterweg ${one}/3`,
          `Auf dem Spitzberg ${one}, 4711 Walhorn`,
          `Peter-Schmitz-Straße ${one}, 4760 Büllingen`,
        ]),
      )}`
    : `${scene.pick(['wonende te', 'woonachtig', 'gedomicilieerd te', 'met woonplaats'])} ${mark(
        'address',
        scene.pick([
          `Kerkstraat ${one}, 3700 Tongeren`,
          `3790 Voeren, Dorpsplein ${one}`,
          `Steenweg op Luik ${one} bus 2, 3840 Borgloon`,
          `Pastoor Jansenlaan ${one}\n3500 Hasselt`,
          `Molendreef ${one}`,
          `Oude Baan ${one}A te 3770 Riemst`,
        ]),
      )}`
}
