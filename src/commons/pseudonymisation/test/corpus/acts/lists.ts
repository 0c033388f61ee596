import { birthNumbers, date } from '../dates.ts'
import { frame, table } from '../frame.ts'
import { iban, mail, national, nationalNumber, phone, plate } from '../identifiers.ts'
import {
  again,
  bare,
  capitals,
  cells,
  elided,
  full,
  household,
  people,
  person,
  spelled,
  title,
} from '../people.ts'
import { mark } from '../marks.ts'
import { home, homeCell, living, streetOfPerson } from '../places.ts'
import type { Writer } from '../scene.ts'
import { amount, association, building, company, enterprise, reference } from '../traps.ts'

/** Acts whose body is a list. */

/** Véhicules abandonnés sur la voie publique. */
export const wrecks: Writer = (s) => {
  const owners = people(s, s.int(5, 9))
  return frame(s, {
    object: "Véhicules abandonnés – Enlèvement d'office – Destruction",
    traps: 3,
    recitals: [
      `Considérant l'inventaire de la fourrière :\n${table(
        ['Marque', 'Plaque', 'Châssis', 'Titulaire', 'Lieu'],
        owners.map(
          (one) =>
            `${s.pick(['Opel Corsa', 'VW Golf', 'Fiat Punto', 'Piaggio Vespa', 'Citroën Berlingo', 'Renault Mégane Scénic'])}\t${s.chance(0.85) ? plate(s) : 'sans plaque'}\tVF1${s.pick(['JP', 'KZ', 'BA'])}0H05${s.int(10000000, 99999999)}\t${s.chance(0.8) ? mark('person', spelled(s, one, s.habit)) : s.pick(['inconnu', 'radié', company(s)])}\t${streetOfPerson(s)}, face au n° ${s.int(1, 90)}`,
        ),
      )}`,
      `Considérant que ${full(s, owners[0] ?? person(s))}, ${living(s, owners[0]?.woman ?? false)}, titulaire des marques d'immatriculation ${plate(s)} et ${plate(s)}, a été mis(e) en demeure le ${date(s, 2025)}`,
      `Considérant que la remorque ${plate(s)} a été réclamée par ${bare(s, person(s))}, garagiste, ${mail(s, owners[1] ?? person(s))}`,
    ],
    decision: [
      `Les véhicules sont cédés à ${company(s)}.`,
      `${again(s, owners[0] ?? person(s))} supportera les frais, soit ${amount(s)}.`,
    ],
  })
}

/** Marchands ambulants : abonnements au marché et à la fête foraine. */
export const stalls: Writer = (s) => {
  const traders = people(s, s.int(5, 9))
  const [one, two] = [traders[0] ?? person(s), traders[1] ?? person(s)]
  return frame(s, {
    object: `Marché hebdomadaire et kermesse de la ${s.pick(['Saint-Jean', 'Sainte-Marie', 'Saint-Gilles'])} – Emplacements par abonnement`,
    traps: 3,
    recitals: [
      `Considérant les demandes :\n${table(
        ['Ambulant', 'Produits', 'Véhicule', 'Contact'],
        traders.map(
          (trader) =>
            `${s.chance(0.25) ? company(s) : mark('person', spelled(s, trader, s.habit))}\t${s.pick(['fromages', 'olives', 'fleurs', 'auto-scooters « Chez Léon »', 'pêche aux canards', 'croustillons'])}\t${plate(s)}\t${s.chance(0.5) ? mail(s, trader) : phone(s)}`,
        ),
      )}`,
      `Considérant que l'abonnement ${elided('de', bare(s, one))} (${enterprise(s)}) a été cédé à ${s.pick(['son fils', 'sa nièce'])} ${mark('person', one.others[0] ?? one.first)}, ${living(s, false)}`,
      `Considérant l'arriéré de ${title(s, two)} ${mark('person', capitals(s, two.last))} (${amount(s)}) et le courriel adressé à ${mail(s, two)}, en copie à placier@${s.house.domain}`,
    ],
    decision: [
      `De retirer l'emplacement 14 à ${bare(s, two)}.`,
      `D'attribuer l'emplacement 9, devant ${building(s)}, à ${full(s, one)}.`,
    ],
  })
}

/** Plaines de jeux : enfants, parents, allergies. */
export const playground: Writer = (s) => {
  const children = people(s, s.int(5, 10), { ages: [3, 12] })
  return frame(s, {
    object: 'Accueil extrascolaire – Plaines de vacances – Exonérations et remboursements',
    traps: 2,
    recitals: [
      `Considérant les inscriptions :\n${table(
        ['Enfant', 'Né(e) le', 'Parent', 'Courriel', 'Registre national'],
        children.map((child) => {
          const parent = person(s, {
            ages: [24, 48],
            ...(s.chance(0.6) ? { last: child.last } : {}),
          })
          return `${s.chance(0.5) ? mark('person', `${child.first} ${child.last}`) : mark('person', child.first)}\t${birthNumbers(s, child)}\t${mark('person', spelled(s, parent, s.habit))}\t${mail(s, parent)}\t${s.chance(0.7) ? nationalNumber(s, child) : '-'}`
        }),
      )}`,
      `Considérant que ${household(s, person(s), person(s))}, parents ${elided('de', mark('person', children[0]?.first ?? 'Anne'))}, demandent le remboursement de ${amount(s)} sur ${iban(s)}`,
      `Considérant l'allergie signalée pour ${mark('person', children[1]?.first ?? 'Anne')} et la garde alternée ${elided('de', mark('person', `${children[2]?.first} ${children[2]?.last}`))} ; personne à prévenir : sa grand-mère, ${mark('person', person(s, { woman: true }).first)} (${phone(s)})`,
    ],
    decision: ["D'exonérer les familles reprises au tableau."],
  })
}

/** Bénévoles défrayés. */
export const volunteers: Writer = (s) => {
  const helpers = people(s, s.int(4, 9))
  const chief = helpers[0] ?? person(s)
  return frame(s, {
    object: `Bénévolat – ${s.pick(['Lire et Écrire', 'Bibliothèque', 'Été solidaire', 'Repas à domicile'])} – Défraiements ${s.pick(['du 1er trimestre', "de l'année 2025"])}`,
    traps: 3,
    recitals: [
      `Considérant les prestations :\n${helpers
        .map((one) =>
          s.pick([
            () => `• ${bare(s, one)}, ${s.int(2, 30)} prestations, ${iban(s)}, ${amount(s)}`,
            () => `• ${cells(s, one).replace('\t', ' ')} – compte ${iban(s)} – ${home(s)}`,
            () => `• ${full(s, one)} (${national(s, one)}) : ${amount(s)} à virer sur ${iban(s)}`,
            () => `• ${bare(s, one)} renonce à son défraiement au profit de ${association(s)}`,
          ])(),
        )
        .join('\n')}`,
      `Considérant que la coordination est assurée par ${full(s, chief)} au départ de son domicile, ${homeCell(s)} (déplacements en voiture, ${plate(s)})`,
      `Considérant le contrat d'assurance n° ${s.int(45, 49)}.${s.int(100, 999)}.${s.int(100, 999)} conclu avec Ethias (${reference(s)})`,
    ],
    decision: [`De liquider les montants.`, `De remercier ${again(s, chief)}.`],
  })
}
