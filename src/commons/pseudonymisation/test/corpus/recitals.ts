import { date } from './dates.ts'
import { name } from './people.ts'
import { streetOfPerson } from './places.ts'
import type { Scene } from './scene.ts'
import {
  amount,
  association,
  budgetLine,
  building,
  company,
  desk,
  enterprise,
  nicknamed,
  parcel,
  reference,
  structured,
} from './traps.ts'

const utility = (s: Scene) =>
  s.pick(['RESA', 'ORES', 'la SWDE', 'Proximus', 'la CILE', 'VOO', 'ELIA'])
const minister = (s: Scene) => {
  const who = name(s)
  return `${who.first} ${s.chance(0.4) ? who.last.toUpperCase() : who.last}`
}

/** Recitals that hold nothing personal, only what looks like it; they end without a sign. */
const recitals: readonly ((s: Scene) => string)[] = [
  (s) =>
    `Considérant que le crédit permettant cette dépense est inscrit au budget de l'exercice 2026, article ${budgetLine(s)}, et qu'il présente un disponible de ${amount(s)}`,
  (s) => `Vu ${nicknamed(s)} et ses mesures d'exécution`,
  () =>
    `Vu le Code de la démocratie locale et de la décentralisation, notamment les articles L1122-30, L1123-23, 1° et L3131-1, § 4, 3°`,
  (s) =>
    `Considérant que la réunion d'information s'est tenue à l'adresse suivante : ${building(s)}, ${streetOfPerson(s)}, le ${date(s)}`,
  (s) =>
    `Considérant la proximité immédiate de la voirie dénommée ${streetOfPerson(s)}, face à ${building(s)}`,
  (s) =>
    `Attendu que ${company(s)} (${enterprise(s)}), dont le siège social est établi ${streetOfPerson(s)}, ${s.int(1, 90)} à 5000 Namur, a été consultée`,
  () =>
    `Considérant que Monsieur le Bourgmestre et Madame la Directrice générale ont été entendus en leur rapport`,
  (s) =>
    `Vu l'avis ${s.pick(['favorable', 'réservé', 'défavorable'])} du Directeur financier du ${date(s, 2025)}, référencé ${reference(s)}, joint en annexe`,
  (s) =>
    `Considérant les travaux prévus ${streetOfPerson(s)}, n° ${s.int(1, 40)} à ${s.int(42, 99)}, du lundi 2 mars au vendredi 13 mars 2026`,
  (s) =>
    `Vu la communication du dossier au Directeur financier faite en date du ${date(s, 2025)}, conformément à l'article L1124-40 §1er, 3° et 4° du CDLD`,
  (s) => `Considérant que ${desk(s)}`,
  (s) =>
    `Considérant le bien cadastré ${parcel(s)}, coordonnées Lambert X ${s.int(200000, 260000)} Y ${s.int(110000, 150000)}, d'une contenance de ${s.int(1, 40)} ares ${s.int(10, 99)} ca`,
  (s) =>
    `Considérant le courrier du SPW Intérieur et Action sociale du ${date(s)}, références ${reference(s)}, signé par le Ministre ${minister(s)}`,
  (s) =>
    `Vu l'arrêté du Gouvernement wallon du ${date(s)}, notifié sous la signature de ${minister(s)}, Ministre des Pouvoirs locaux`,
  () =>
    `Considérant que les organisations CSC, CGSP et SLFP ont été consultées, de même que la CCATM et la CLDR`,
  (s) =>
    `Considérant que ${utility(s)} a remis ses plans le ${date(s, 2025)} sous la référence ${reference(s)}`,
  () =>
    `Vu la loi du 8 juillet 1976 organique des CPAS, la Loi communale (article 135, § 2) et l'A.R. du 1er décembre 1975`,
  () => `Vu le Règlement (UE) 2016/679 du 27 avril 2016 et la loi du 30 juillet 2018`,
  (s) =>
    `Considérant la Saint-Nicolas, la Sainte-Barbe et le Carnaval du Laetare, ainsi que le marché de Noël de ${s.house.town}`,
  (s) =>
    `Considérant que la facture ${reference(s)} porte la communication structurée ${structured(s)}`,
  (s) =>
    `Considérant que l'assemblée générale de ${association(s)} s'est tenue le ${date(s, 2025)}`,
  (s) =>
    `Vu le jugement du Tribunal de Première instance de Liège, division Huy (R.G. 25/${s.int(100, 990)}/A), et l'arrêt n° ${s.int(200, 262)}.${s.int(100, 999)} du Conseil d'État du ${date(s)}`,
  (s) =>
    `Considérant les villages de ${s.some(['Saint-Séverin', 'Sainte-Marie-Chevigny', 'Villers-le-Temple', 'Marche-les-Dames', 'Saint-Vincent', 'Rosée', 'Jemeppe', 'Sainte-Cécile', 'Martin-Rive', 'Henri-Chapelle', 'Clermont-sous-Huy'], 4).join(', ')} traversés par la course`,
  (s) =>
    `Considérant l'avis de la zone de secours du ${date(s)} et le rapport ${reference(s)} de l'Inspecteur urbaniste`,
  () =>
    `Considérant que l'Échevin des Travaux, Monsieur le Receveur et Messieurs les Gardiens de la paix ont participé à la visite`,
  (s) =>
    `Vu ${nicknamed(s)}, publié au Moniteur belge du ${date(s, 1995, 2018)}, tel que modifié à ce jour`,
  () =>
    `Considérant l'enquête publique tenue du 12/01/2026 au 26/01/2026 et l'affichage du 05/01/2026`,
  (s) =>
    `Considérant que l'emprunt n° ${s.int(1000, 2999)} conclu auprès de Belfius Banque s'élève à ${amount(s)}`,
  (s) =>
    `Considérant que la motion déposée par le groupe ${s.pick(['Ensemble', 'Alternative 2024', "Cap'Avenir", 'UNION', 'ECOLO', 'Pour Vous'])} a recueilli ${s.int(4, 9)} voix`,
  (s) =>
    `Vu sa délibération du ${date(s)} relative au P.C.D.R., au PIC 2025-2027 et à la politique locale de l'Énergie`,
  (s) =>
    `Considérant le lot 2 « Électricité – Éclairage » et le cahier des charges n° ${reference(s)} établi par ${company(s)}`,
  (s) =>
    `Considérant que le numéro d'urgence 112 et le numéro gratuit 0800 16 0${s.int(10, 99)} restent accessibles en tout temps`,
  (s) =>
    `Considérant ${s.pick(['la légende du Géant Martin', 'le cortège du géant Jean de Nivelles', 'la confrérie du Maitrank Saint-Michel', 'les marionnettes Tchantchès et Nanesse'])}, inscrite au patrimoine immatériel`,
  (s) =>
    `Considérant que le projet, né le ${date(s, 2004, 2019)} d'une initiative de ${association(s)}, a reçu le prix ${s.pick(['Reine Paola', 'Marcel Thiry', 'Louise Michel', 'Roger Vanthournout'])}`,
  (s) =>
    `Considérant que ${association(s)}, fondée à Huy le ${date(s, 1950, 1999)}, fête son anniversaire ${building(s).replace(/^/, 'devant ')}`,
  (s) =>
    `Considérant le poteau d'éclairage n° ${s.pick(['HUY', 'NAM', 'ECL', 'RES'])}-${s.int(100, 999)}, la cabine ${s.int(1, 2)}-CAB-${s.int(100, 999)} et la route N${s.int(60, 99)}, au PK ${s.int(10, 40)}.${s.int(100, 900)}`,
  (s) =>
    `Considérant que l'exposition consacrée à ${s.pick(['Georges Simenon', 'Zénobe Gramme', 'Paul Delvaux', 'André-Modeste Grétry', "l'abbé Breuil", 'Marguerite Yourcenar', 'Théroigne de Méricourt'])} se tiendra ${s.pick(['du 3 au 30 mai', 'tout le mois de juin', "à l'automne"])} 2026 dans les locaux suivants : ${building(s)}`,
  (s) =>
    `Considérant le lieu-dit « ${s.pick(['Chez Gaspard', 'Trou Bernard', 'Fond Jacquet', 'Croix Colette', 'Bois Robert', 'Pré Lambert', 'Champ Marie', 'Thier Gilles', 'Al Pîre Dj’han'])} », repris en zone agricole au plan de secteur, feuillet 48/${s.int(1, 8)}`,
  (s) =>
    `Considérant les dégâts de la tempête ${s.pick(['Ciara', 'Eunice', 'Henk', 'Benjamin', 'Amélie', 'Barbara'])} du ${date(s, 2020)}, reconnue calamité naturelle publique`,
  (s) =>
    `Considérant l'appel à projets « ${s.pick(['Maya', 'Fonds Maribel', 'Wallonie Cyclable', 'Marie Curie', 'Good Move', 'Été solidaire', 'Opération Thérèse'])} » de la Région wallonne et la notification du ${date(s, 2024)} (${amount(s)})`,
  (s) =>
    `Considérant que le Juge de paix, le Procureur du Roi, Monsieur le Curé, Madame la Ministre et Mme la Fonctionnaire déléguée ont été informés le ${date(s, 2025)}`,
  (s) =>
    `Considérant que la Mère Michel, pièce jouée par la troupe ${s.pick(['« Les Compagnons de Saint-Lambert »', '« Lès Djoyeûs »', '« Arlequin et Colombine »'])}, sera donnée à ${building(s)} le samedi ${s.int(2, 27)} juin 2026 à 20 heures`.replace(
      'à le ',
      'au ',
    ),
  (s) =>
    `Considérant que ${company(s)} a été racheté(e) par ${company(s)} ; que l'acte a été déposé au greffe de Liège sous le n° ${s.int(10, 25)}${s.int(100000, 999999)}`,
  (s) =>
    `Considérant que les arrêts de bus « ${s.pick(['Martin', 'Église', 'Place Lambert', 'Carrefour Simon', 'Café Denis', 'Chapelle Sainte-Anne'])} » et « ${s.pick(['Pont Robert', 'École Simone Veil', 'Fontaine', 'Moulin Collard', 'Hôtel Leroy'])} » de la ligne ${s.int(2, 98)} sont desservis par le TEC`,
  (s) =>
    `Vu l'offre de ${company(s)}, transmise par ${s.pick(['info', 'contact', 'offres', 'devis', 'secretariat'])}@${s.pick(['pompes-funebres', 'garage', 'toitures', 'etude'])}-${s.pick(['lambert', 'dupont', 'petit', 'renard', 'willems'])}.example, valable jusqu'au ${date(s, 2026)}`,
  (s) =>
    `Considérant que le chêne Charlemagne, l'étang Marie et le verger de pommes Reine des Reinettes, ${parcel(s)}, sont repris à la liste des arbres remarquables`,
  (s) =>
    `Considérant le dossier CUD n° ${s.int(20, 26)}${String(s.int(1, 12)).padStart(2, '0')}${s.int(10, 28)}${s.int(10000, 99999)} et l'ordre de mission ${s.int(100, 999)}-${s.int(1000000, 9999999)}-${s.int(10, 99)}`,
  (s) =>
    `Considérant l'ouvrage « ${s.pick(['Histoire de Huy', 'Les Rues de nos pères', 'Mémoires de Hesbaye'])} » et l'avis doctrinal (${name(s).last.toUpperCase()}, ${name(s).last.toUpperCase()} et crts, Droit communal, Anthemis, ${s.int(2009, 2024)}, p. ${s.int(20, 400)})`,
  (s) =>
    `Considérant que les écoles ${s.some(['Saint-Louis', 'Sainte-Thérèse', 'Jean Rey', 'Célestin Freinet', 'Maria Montessori', 'Don Bosco', 'Père Damien', 'Robert Schuman'], 3).join(', ')} ont sollicité des barrières Nadar pour le ${date(s, 2026)}`,
]

/** Different ones, in an order of chance. */
export const decoys = (scene: Scene, count: number) =>
  scene.some(recitals, count).map((write) => write(scene))
