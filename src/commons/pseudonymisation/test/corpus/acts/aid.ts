import { birthNumbers, born, date } from '../dates.ts'
import { frame, table } from '../frame.ts'
import { called, iban, mail, national, nationalNumber, phone } from '../identifiers.ts'
import { presented, sheet } from '../identity.ts'
import { again, bare, cells, elided, full, household, people, person, title } from '../people.ts'
import { mark } from '../marks.ts'
import { home, living } from '../places.ts'
import type { Writer } from '../scene.ts'
import { amount, association, company, reference } from '../traps.ts'

/** Aide sociale, revenu d'intégration. */
export const aid: Writer = (s) => {
  const [asks, partner, worker, child] = [
    person(s, { ages: [18, 64] }),
    person(s),
    person(s),
    person(s, { ages: [1, 17] }),
  ]
  return frame(s, {
    object: s.pick([
      `DIS – ${bare(s, asks)} – Octroi`,
      "Aide sociale – Prise en charge d'une facture d'énergie",
      `Dossier n° ${reference(s)} – ${full(s, asks)}`,
    ]),
    recitals: [
      ...(s.chance(0.5) ? [`Vu la fiche signalétique :\n${sheet(s, asks)}`] : []),
      `Vu la demande introduite le ${date(s, 2026)} par ${presented(s, asks, { national: 0.9, born: 0.9, living: 0.9, called: 0.4 })}`,
      `Vu le rapport de l'assistante sociale, ${full(s, worker)}, dont il ressort que ${again(s, asks)} cohabite avec ${full(s, partner)} (${national(s, partner)}) et ${s.pick(['leur fils', 'sa fille', "l'enfant"])} ${mark('person', child.first)}, ${born(s, child)}`,
      `Considérant que ${again(s, partner)} a été licencié(e) par ${company(s)} le ${date(s, 2025)} et perçoit ${amount(s)} du FOREM, de l'ONEM ou de la CAPAC`,
      `Considérant que la petite ${mark('person', person(s, { woman: true }).first)} fréquente l'école Saint-Joseph ; que le compte ${iban(s)} est géré par l'administrateur de biens, Me ${bare(s, person(s))}`,
    ],
    decision: [
      `D'octroyer à ${full(s, asks)} le revenu d'intégration au taux « personne avec charge de famille » (catégorie 3) à dater du ${date(s, 2026)}.`,
      `De charger ${title(s, worker)} ${mark('person', worker.last)} du suivi ; ${again(s, asks)} signera le PIIS dans les trois mois.`,
    ],
  })
}

/** Garantie locative, avance. */
export const deposit: Writer = (s) => {
  const [tenant, landlord] = [person(s), person(s)]
  return frame(s, {
    object: `Garantie locative – ${household(s, tenant, person(s))}`,
    recitals: [
      `Considérant que ${presented(s, tenant, { national: 0.7 })}, occupera dès le ${date(s, 2026)} le logement sis ${home(s)}, propriété ${elided('de', bare(s, landlord))}`,
      `Considérant que le bailleur, ${full(s, landlord)}, ${called(s)}, ${mail(s, landlord)}, exige une garantie de ${amount(s)} à verser sur ${iban(s)}`,
      `Considérant l'appartement ${elided('que', mark('person', `${tenant.first} ${tenant.last}`))} quitte, insalubre selon ${association(s)}`,
    ],
    decision: [
      `De constituer la garantie au nom ${elided('de', bare(s, tenant))} auprès de Belfius.`,
      `${again(s, tenant)} remboursera par tranches de 50,00 € par mois.`,
    ],
  })
}

/** Maison de repos : hébergement, débiteurs d'aliments. */
export const nursing: Writer = (s) => {
  const resident = person(s, { ages: [75, 99] })
  const children = people(s, s.int(2, 4), { ages: [40, 70], last: resident.last })
  return frame(s, {
    object: `Maison de repos « ${s.pick(['Le Clos Sainte-Anne', 'Résidence Louis Pasteur', "Les Blés d'Or", 'Home Marie-Thérèse'])} » – Frais d'hébergement ${elided('de', bare(s, resident))}`,
    recitals: [
      `Considérant que ${full(s, resident)}, ${born(s, resident)}, ${s.pick(['veuf', 'veuve', 'divorcé(e)'])} ${elided('de', mark('person', person(s).last))}, occupe la chambre 12 ; ${national(s, resident)}`,
      `Considérant les débiteurs d'aliments :\n${table(
        ['Nom', 'Prénom', 'Date de naissance', 'NISS', 'Part'],
        children.map(
          (one) =>
            `${cells(s, one)}\t${birthNumbers(s, one)}\t${nationalNumber(s, one)}\t1/${children.length}`,
        ),
      )}`,
      `Considérant que ${mark('person', children[0]?.first ?? resident.first)} et ${mark('person', children[1]?.first ?? resident.first)} ont marqué leur accord ; que ${full(s, children[1] ?? resident)} est joignable au ${phone(s)}`,
    ],
    decision: [
      `De récupérer à charge ${elided('de', bare(s, children[0] ?? resident))} la somme de ${amount(s)}.`,
      `De maintenir ${title(s, resident)} ${mark('person', resident.last)} dans l'établissement.`,
    ],
  })
}

/** Article 60, § 7 : mise à l'emploi. */
export const placement: Writer = (s) => {
  const rows = people(s, s.int(2, 5), { ages: [19, 58] })
  return frame(s, {
    object: 'Insertion – Articles 60, § 7 – Engagements et mises à disposition',
    recitals: rows.map((one) =>
      s.pick([
        `Considérant que ${full(s, one)}, ${national(s, one)}, peut être mis(e) à disposition de ${association(s)} du ${date(s, 2026)} au ${date(s, 2026)}`,
        `Considérant la convention entre le Centre, ${company(s)} et ${bare(s, one)} (${born(s, one)}), ${living(s, one.woman)}`,
        `Considérant que le contrat de ${bare(s, one)} prend fin anticipativement, ${mark('person', one.last)} ayant trouvé un emploi chez ${company(s)}`,
      ]),
    ),
    decision: rows.map((one) => `${again(s, one)} : accord.`),
  })
}
