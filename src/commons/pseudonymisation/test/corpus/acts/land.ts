import { bornByDeed, date } from '../dates.ts'
import { frame, table } from '../frame.ts'
import { iban, mail, national, phone } from '../identifiers.ts'
import { presented, sheet } from '../identity.ts'
import { again, bare, deed, elided, full, household, people, person, title } from '../people.ts'
import { mark } from '../marks.ts'
import { home, homeCell, living, streetOfPerson } from '../places.ts'
import type { Person } from '../people.ts'
import type { Scene, Writer } from '../scene.ts'
import { amount, company, parcel, reference } from '../traps.ts'

/** Permis d'urbanisme avec réclamations de riverains. */
export const permit: Writer = (s) => {
  const applicant = person(s)
  const partner = person(s)
  const objectors = people(s, s.int(2, 6))
  const architect = person(s)
  return frame(s, {
    object: `Permis d'urbanisme ${reference(s)} – ${s.chance(0.5) ? household(s, applicant, partner) : full(s, applicant)} – ${s.pick(["construction d'une habitation unifamiliale", "transformation d'une grange en trois logements", "régularisation d'un car-port", 'abattage de deux arbres', 'placement de panneaux photovoltaïques'])}`,
    organ: 'Le Collège communal',
    recitals: [
      ...(s.chance(0.5) ? [`Vu le formulaire électronique :\n${sheet(s, applicant)}`] : []),
      `Considérant la demande introduite par ${presented(s, applicant, { living: 1, born: 0.1, called: 0.3, mail: 0.3 })}, relative à un bien sis ${streetOfPerson(s)} à ${s.house.postcode} ${s.house.town}, cadastré ${parcel(s)}`,
      `Considérant les plans dressés par l'architecte ${bare(s, architect)}${s.chance(0.5) ? `, dont les bureaux sont installés ${home(s)}` : ''}`,
      `Considérant que l'enquête publique a donné lieu à ${objectors.length} réclamation(s), à savoir :\n${objectors
        .map((one) =>
          s.pick([
            `- ${full(s, one)}, ${home(s)} : perte d'ensoleillement, vues directes`,
            `- ${household(s, one, person(s))}, ${home(s)}, qui craignent pour la stabilité du mur mitoyen`,
            `- courriel du ${date(s, 2025)} ${elided('de', bare(s, one))} (${mail(s, one)}) relatif au charroi`,
            `- ${full(s, one)} (${phone(s)}), propriétaire de la parcelle voisine`,
            `- la pétition remise par ${bare(s, one)}, ${living(s, one.woman)}, portant 37 signatures`,
          ]),
        )
        .join('\n')}`,
      `Considérant que la réclamation ${elided('de', bare(s, objectors[0] ?? applicant))} porte sur l'implantation à moins de 3 m ; qu'il y est répondu que l'article D.IV.53 du CoDT est respecté`,
      `Considérant que ${again(s, applicant)} a modifié son projet ; que ${again(s, objectors[1] ?? partner)} maintient son opposition`,
      ...(s.chance(0.4)
        ? [
            `Considérant que la maison ${s.pick(['voisine', 'contiguë'])}, ${elided('que', mark('person', `${partner.first} ${partner.last}`))} occupe depuis 1998, est distante de 12 m`,
          ]
        : []),
    ],
    decision: [
      `Le permis sollicité par ${bare(s, applicant)} est ${s.pick(['octroyé', 'refusé', 'octroyé sous conditions'])}.`,
      `Expédition de la présente est transmise à ${again(s, applicant)}, à l'architecte ${mark('person', architect.last)} et à la Fonctionnaire déléguée.`,
    ],
  })
}

/** Vente d'un bien communal, avec comparants. */
export const sale: Writer = (s) => {
  const [buyer, spouse, notary, surveyor] = [person(s), person(s), person(s), person(s)]
  return frame(s, {
    object: `Patrimoine – Vente de gré à gré d'un excédent de voirie à ${household(s, buyer, spouse)} – Projet d'acte`,
    organ: 'Le Conseil communal',
    recitals: [
      `Vu le projet d'acte établi par Maître ${mark('person', `${notary.first} ${notary.last}`)}, notaire à ${s.pick(['Huy', 'Hannut', 'Ciney', 'Durbuy'])}, qui porte :\n« ONT COMPARU :\nD'une part, la ${s.house.name}, représentée par son Bourgmestre et sa Directrice générale ;\nEt d'autre part,\n${s.pick(['Monsieur', 'M.', '1.'])} ${deed(s, buyer)}, ${s.pick(['indépendant', 'infirmière', 'agriculteur', 'sans profession'])}, ${bornByDeed(s, buyer)} (${national(s, buyer)}), et son ${buyer.woman ? 'époux' : 'épouse'}\n${s.pick(['Madame', '2.', 'Mme'])} ${deed(s, spouse)}, ${bornByDeed(s, spouse)} (${national(s, spouse)}), ${s.pick(['ensemble domiciliés', 'demeurant ensemble à', 'domiciliés'])} ${home(s)}.\nMariés sous le régime légal à défaut de contrat. »`,
      `Considérant le plan de mesurage dressé le ${date(s, 2024)} par le géomètre-expert ${bare(s, surveyor)} (GEO ${s.int(10, 99)}/0${s.int(100, 999)}), parcelle ${parcel(s)}`,
      `Considérant l'offre ${elided('de', bare(s, buyer))} au montant de ${amount(s)}`,
      `Considérant que l'acompte a été versé au départ du compte ${iban(s)}`,
    ],
    decision: [
      `De vendre à ${household(s, buyer, spouse)} le bien susdit.`,
      `De charger Me ${mark('person', notary.last)} de la passation de l'acte.`,
      `De dispenser l'Administration de la Documentation patrimoniale de prendre inscription d'office.`,
    ],
  })
}

/** Bail emphytéotique, bail à ferme. */
export const lease: Writer = (s) => {
  const [tenant, former, heir] = [person(s), person(s, { ages: [70, 95] }), person(s)]
  return frame(s, {
    object: s.pick([
      `Bail emphytéotique – ${bare(s, tenant)}`,
      `Terres du CPAS – Bail à ferme – Cession privilégiée ${elided('de', bare(s, former))} à ${bare(s, tenant)}`,
      'Location de terres agricoles – Attribution',
    ]),
    recitals: [
      `Considérant que la parcelle ${parcel(s)} était louée à ${full(s, former)}, décédé le ${date(s, 2023)}, puis à ${household(s, former, heir)}`,
      `Entre le bailleur et le preneur : ${deed(s, tenant)}, ${bornByDeed(s, tenant)}, ${living(s, tenant.woman)}, ${national(s, tenant)}, d'autre part, il est convenu ce qui suit`,
      `Considérant que ${again(s, tenant)} exploite ${s.int(20, 140)} ha, dont ${s.int(1, 9)} ha en agriculture biologique ; que sa caution, ${full(s, heir)}, est joignable au ${phone(s)}`,
      `Considérant le canon annuel de ${amount(s)} payable au compte du bailleur ${iban(s)}`,
    ],
    decision: [
      `Le bail est consenti à ${again(s, tenant)} pour ${s.pick(['27', '30', '99', '50'])} ans.`,
      `Les frais sont à charge du preneur, ${bare(s, tenant)}.`,
    ],
  })
}

/** The cells of an owner and of where they live; a company's seat is not personal. */
function owner(s: Scene, one: Person): string {
  if (s.chance(0.15)) return `${company(s)}\t${streetOfPerson(s)}, ${s.int(1, 99)}`
  const who = s.pick([
    bare(s, one),
    `${deed(s, one)} (1/2 PP) et ${deed(s, person(s))} (1/2 PP)`,
    `${bare(s, one)}, usufruitier ; ${mark('person', `${person(s).first} ${one.last}`)}, nu-propriétaire`,
    `Consorts ${mark('person', one.last.toUpperCase())}`,
  ])
  return `${who}\t${homeCell(s)}`
}

/** Expropriation : emprises et propriétaires. */
export const expropriation: Writer = (s) => {
  const owners = people(s, s.int(5, 9), { ages: [35, 90] })
  return frame(s, {
    object: `Expropriation pour cause d'utilité publique – Aménagement de la ${s.pick(['N90', 'N66', 'voie lente', 'station de pompage'])} – Tableau des emprises`,
    traps: 4,
    recitals: [
      `Considérant le tableau des emprises :\n${table(
        ['Empr.', 'Cadastre', 'Propriétaire(s)', 'Adresse', 'Contenance'],
        owners.map(
          (one, i) =>
            `${i + 1}\t${parcel(s)}\t${owner(s, one)}\t${s.int(0, 9)} a ${s.int(10, 99)} ca`,
        ),
      )}`,
      `Considérant que ${again(s, owners[0] ?? person(s))} a marqué son accord amiable pour ${amount(s)}`,
      `Considérant que ${title(s, owners[2] ?? person(s))} ${mark('person', (owners[2] ?? person(s)).last)} conteste l'emprise n° 3 par la voix de son conseil, Maître ${bare(s, person(s))}`,
    ],
    decision: [
      "D'adopter provisoirement l'arrêté d'expropriation.",
      'De notifier la présente aux propriétaires repris au tableau.',
    ],
  })
}

/** Modification de voirie, chemins vicinaux : déclaration d'un riverain. */
export const footpath: Writer = (s) => {
  const [asks, neighbour] = [person(s), person(s)]
  return frame(s, {
    object: `Voirie – Suppression partielle du sentier vicinal n° ${s.int(10, 99)} – Demande ${elided('de', bare(s, asks))}`,
    organ: 'Le Conseil communal',
    recitals: [
      `Considérant que ${presented(s, asks, { living: 0.8 })}, sollicite la suppression du tronçon qui traverse sa propriété, du pignon de ${streetOfPerson(s)} jusqu'au ruisseau Saint-Pierre`,
      `Considérant que le tracé figure à l'Atlas de 1841, planche 7, parcelles riveraines : ${mark('person', `${neighbour.last} ${neighbour.first}`)} (${parcel(s)}) et ${mark('person', asks.last.toUpperCase())} (${parcel(s)})`,
      `Considérant l'opposition orale ${elided('de', bare(s, neighbour))}, lequel emprunte le sentier avec ses bovins ; que l'intéressé s'est présenté au guichet le ${date(s, 2025)}`,
    ],
    decision: [`De ne pas réserver suite à la demande de ${again(s, asks)}.`],
  })
}
