import { date } from '../dates.ts'
import { frame, table } from '../frame.ts'
import { called, iban, mail, national, phone, plate } from '../identifiers.ts'
import { presented, sheet } from '../identity.ts'
import { again, bare, cells, elided, full, household, people, person, title } from '../people.ts'
import { mark } from '../marks.ts'
import { home, homeCell, living, streetOfPerson } from '../places.ts'
import type { Writer } from '../scene.ts'
import { amount, association, company, desk, enterprise, reference, structured } from '../traps.ts'

/** Redevance ou taxe contestée. */
export const contested: Writer = (s) => {
  const payer = person(s)
  const witness = person(s)
  const subject = s.pick([
    'stationnement',
    'immondices',
    'secondes résidences',
    'immeubles inoccupés',
    'garderie',
    'enlèvement de versages sauvages',
  ])
  return frame(s, {
    object: `Taxe/redevance « ${subject} » – Exercice 2025 – Réclamation – ${full(s, payer)} – Décision`,
    recitals: [
      ...(s.chance(0.5)
        ? [`Vu la réclamation déposée sur le guichet en ligne :\n${sheet(s, payer)}`]
        : []),
      `Vu la réclamation introduite le ${date(s, 2025)} par ${presented(s, payer, { living: 1, mail: 0.4, national: 0.3 })}, contre l'enrôlement à l'article ${s.int(100, 999)} du rôle`,
      subject === 'stationnement'
        ? `Considérant que le véhicule de marque ${s.pick(['Renault Clio', 'Citroën', 'Peugeot Partner', 'Dacia'])}, ${s.pick(['immatriculé', 'portant la plaque', 'plaque n°', ''])} ${plate(s)}, stationnait le ${date(s, 2025)} à 10 h 42 ${streetOfPerson(s)}, face au n° 14, sans disque`
        : `Considérant que ${again(s, payer)} déclare que l'immeuble sis ${home(s)} était loué à ${full(s, witness)}, ${called(s)}`,
      `Considérant que ${again(s, payer)} produit l'attestation ${elided('de', bare(s, witness))} et a payé sous la communication ${structured(s)} ; que ${desk(s)}`,
      `Considérant que le remboursement éventuel est à effectuer sur le compte ${iban(s)} ouvert au nom ${elided('de', bare(s, payer))}`,
    ],
    decision: [
      `La réclamation ${elided('de', bare(s, payer))} est recevable et ${s.pick(['fondée', 'non fondée', 'partiellement fondée'])}.`,
      `La décision est notifiée par recommandé à ${again(s, payer)}, qui dispose d'un recours devant le Tribunal de première instance (article L3321-10 du CDLD).`,
    ],
  })
}

/** Subside à une ASBL, avec la personne de contact. */
export const grant: Writer = (s) => {
  const [contact, treasurer] = [person(s), person(s)]
  const who = association(s)
  return frame(s, {
    object: `Octroi d'un subside 2026 à ${who}`,
    organ: 'Le Conseil communal',
    recitals: [
      `Considérant la demande de ${who}, ${enterprise(s)}, introduite par ${s.pick(['son président', 'sa secrétaire', 'sa personne de contact', 'son comité, en la personne de'])}${s.pick([',', ''])} ${presented(s, contact, { called: 0.7, mail: 0.7, born: 0 })}`,
      `Considérant que le siège de l'association est établi ${s.pick([`chez ${full(s, treasurer)}, ${home(s)}`, `${streetOfPerson(s)}, ${s.int(1, 40)} à ${s.house.postcode} ${s.house.town}`])}`,
      `Considérant que le trésorier, ${full(s, treasurer)}, a produit les comptes 2024 ; que le subside est à verser sur le compte ${iban(s)}`,
      `Considérant que l'association organise le tournoi « Challenge ${s.pick(['Roger-la-Honte', 'Saint-Michel', 'Petit-Jean'])} » au hall Marcel Thiry`,
    ],
    decision: [
      `Un subside de ${amount(s)} est octroyé.`,
      `${again(s, contact)} transmettra les justificatifs pour le 30 juin 2027 à finances@${s.house.domain}.`,
    ],
  })
}

/** Ratification de factures. */
export const invoices: Writer = (s) => {
  const rows = Array.from({ length: s.int(6, 12) }, () => {
    const one = person(s)
    const payee = s.chance(0.4) ? company(s).replace(/^(la|le|les|l') ?/, '') : bare(s, one)
    return `${s.int(100, 2900)}\t${payee}\t${iban(s)}\t${amount(s)}\t${s.pick(['fournitures', 'remboursement de frais', 'spectacle', 'déneigement', 'orateur', 'VA-26-0147', 'garantie locative'])}`
  })
  const author = person(s)
  return frame(s, {
    object: 'Finances – Factures à ratifier – Article 60 du RGCC – Mandats de paiement',
    traps: 4,
    recitals: [
      `Considérant le bordereau n° ${s.int(1, 60)} :\n${table(['N°', 'Bénéficiaire', 'Compte', 'Montant', 'Objet'], rows)}`,
      `Considérant la note de frais ${elided('de', bare(s, author))} (déplacements, ${plate(s)}, 214 km) et le remboursement à ${household(s, person(s), author)} d'un trop-perçu sur ${iban(s)}`,
      `Considérant la facture de ${company(s)} (${enterprise(s)}) du ${date(s, 2025)} à la communication ${structured(s)}`,
    ],
    decision: ["D'exécuter la dépense sous la responsabilité du Collège."],
  })
}

/** Marché public : soumissionnaires, courriels. */
export const tender: Writer = (s) => {
  const [contact, sole, manager, author] = [person(s), person(s), person(s), person(s)]
  const [first, second] = [company(s), company(s)]
  return frame(s, {
    object: `Marché de travaux – ${s.pick(["Rénovation de la toiture de l'école Sainte-Anne", 'Égouttage et voirie', "Achat d'une camionnette", 'Entretien des chaudières'])} – Attribution`,
    recitals: [
      `Considérant que les offres suivantes ont été reçues :\n- ${first}, ${streetOfPerson(s)}, ${s.int(1, 99)} à 5300 Andenne, ${enterprise(s)} (offres@batir-${s.int(2, 40)}.example) : ${amount(s)} ;\n- ${second}, représentée par ${full(s, manager)}, gérant${s.chance(0.5) ? ` (${mail(s, manager)})` : ''} : ${amount(s)} ;\n- ${bare(s, sole)}, indépendant, ${living(s, false)}, TVA BE 0${s.int(500, 799)}.${s.int(100, 999)}.${s.int(100, 999)} : ${amount(s)}`,
      `Considérant que ${again(s, sole)} n'a pas joint son DUME ; qu'une demande de précision a été adressée le ${date(s, 2026)} à ${mail(s, sole)}`,
      `Considérant le rapport d'analyse établi par ${s.pick(["l'auteur de projet", 'le service technique'])}, ${full(s, author)}, et le contact du chantier, ${full(s, contact)}, ${called(s)}`,
      `Considérant que le compte de ${first} porte le numéro ${iban(s)}`,
    ],
    decision: [
      `Le marché est attribué à ${second}, au montant de ${amount(s)}.`,
      `L'offre ${elided('de', bare(s, sole))} est écartée pour irrégularité substantielle.`,
      `${full(s, author)} est désigné(e) fonctionnaire dirigeant.`,
    ],
  })
}

/** Primes à l'énergie ou au vélo : un tableau. */
export const premiums: Writer = (s) =>
  frame(s, {
    object: `Primes communales – ${s.pick(['vélo électrique', "citerne d'eau de pluie", 'isolation', 'langes lavables'])} – Liquidation`,
    traps: 3,
    recitals: [
      `Considérant les dossiers complets :\n${table(
        ['Nom', 'Prénom', 'Adresse', 'Compte bancaire', 'Prime'],
        people(s, s.int(5, 11)).map(
          (one) => `${cells(s, one)}\t${homeCell(s)}\t${iban(s)}\t${amount(s)}`,
        ),
      )}`,
      `Considérant que ${full(s, person(s))} n'a pas produit la facture de ${company(s)} (réf. ${reference(s)})`,
    ],
    decision: ['De liquider les primes du tableau.'],
  })

/** Créance irrécouvrable, non-valeurs, plan d'apurement. */
export const debt: Writer = (s) => {
  const debtors = people(s, s.int(2, 4))
  const bailiff = person(s)
  return frame(s, {
    object: "Recettes – Admission en non-valeur et plan d'apurement",
    recitals: debtors.map((one) =>
      s.pick([
        () =>
          `Considérant que ${full(s, one)}, ${national(s, one)}, en règlement collectif de dettes (médiateur : Me ${bare(s, person(s))}), reste redevable de ${amount(s)}`,
        () =>
          `Considérant que ${household(s, one, person(s))}, ${living(s, false)}, sollicitent douze mensualités ; tél. ${phone(s)}`,
        () =>
          `Considérant que ${bare(s, one)} est décédé(e) le ${date(s, 2024)} et que ses héritiers ont renoncé à la succession ${mark('person', one.last)}`,
        () =>
          `Considérant le procès-verbal de carence dressé par l'huissier ${bare(s, bailiff)} à charge ${elided('de', bare(s, one))}, sans domicile connu`,
      ])(),
    ),
    decision: debtors.map(
      (one) =>
        `${s.pick(['Admet en non-valeur la créance sur', 'Accorde des termes et délais à'])} ${title(s, one)} ${mark('person', one.last)}.`,
    ),
  })
}
