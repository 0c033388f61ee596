import { holder, officer } from '../authority.ts'
import { birthNumbers, born, date } from '../dates.ts'
import { frame, table } from '../frame.ts'
import { called, iban, mail, national, phone, plate } from '../identifiers.ts'
import { presented } from '../identity.ts'
import { again, bare, cells, elided, full, people, person, spelled, title } from '../people.ts'
import { mark } from '../marks.ts'
import { home, homeCell, living, streetOfPerson } from '../places.ts'
import type { Writer } from '../scene.ts'
import { amount, association, company, enterprise, reference } from '../traps.ts'

/** Zone de secours : engagement et promotion de volontaires. */
export const firefighters: Writer = (s) => {
  const rows = people(s, s.int(4, 8), { ages: [20, 50] })
  return frame(s, {
    object:
      'Personnel opérationnel – Nomination de sapeurs-pompiers volontaires – Poste de secours',
    traps: 3,
    recitals: [
      `Considérant que ${officer(s, holder(s.house, 'Commandant'))} propose de nommer au grade de sapeur : ${rows
        .slice(0, 3)
        .map((one) => `${s.pick(['le stagiaire ', '', 'Sap. ', ''])}${bare(s, one)}`)
        .join(', ')}`,
      `Considérant l'ancienneté des candidats :\n${table(
        ['Nom et prénom', 'Naissance', 'Poste', 'Brevet'],
        rows.map(
          (one) =>
            `${mark('person', spelled(s, one, s.habit))}\t${birthNumbers(s, one)}\t${s.pick(['Saint-Georges', 'Huy', 'Les Avins'])}\tB0${s.int(1, 4)}`,
        ),
      )}`,
      `Considérant la démission du Caporal ${mark('person', rows[0]?.last ?? '')} et la blessure du Sergent ${bare(s, person(s))}, survenue rue Sainte-Barbe à bord de l'autopompe`,
    ],
    decision: [
      `${rows
        .slice(0, 3)
        .map((one) => mark('person', one.last.toUpperCase()))
        .join(', ')} prêteront serment entre les mains du Président.`,
    ],
  })
}

/** Zone de police : mobilité, emplacements, plaintes. */
export const officers: Writer = (s) => {
  const [one, other] = [person(s), person(s)]
  return frame(s, {
    object: `Mobilité 2026-02 – Désignation d'un inspecteur au Service Intervention – INP ${bare(s, one)}`,
    recitals: [
      `Considérant que l'inspecteur ${mark('person', `${one.last.toUpperCase()} ${one.first}`)} (matricule 44-${s.int(10, 99)}${s.int(100, 999)}-${s.int(10, 99)}), ${born(s, one)}, a postulé l'emploi n° ${s.int(1000, 7000)}`,
      `Considérant que la commission, présidée par ${officer(s, holder(s.house, 'Chef'))}, a écarté ${full(s, other)}, ${s.pick(['1INP', 'INPP', 'CP'])}`,
      `Considérant que le véhicule privé de ${again(s, one)}, ${plate(s)}, est admis au parking de l'hôtel de police, rue Saint-Quirin 2`,
    ],
    decision: [
      `De désigner ${again(s, one)} au ${date(s, 2026)}.`,
      `D'en aviser ${again(s, other)} et la DRP-P, avenue de la Couronne 145A à 1050 Bruxelles.`,
    ],
  })
}

/** Régie : moniteurs et vacataires, location d'une salle. */
export const sports: Writer = (s) => {
  const [tenant] = [person(s)]
  const rows = people(s, s.int(4, 9), { ages: [17, 60] })
  return frame(s, {
    object: `Stages sportifs – Désignation des moniteurs – Location de la cafétéria`,
    traps: 3,
    recitals: [
      `Considérant les moniteurs retenus :\n${table(
        ['Nom', 'Prénom', 'Discipline', 'GSM', 'Courriel'],
        rows.map(
          (one) =>
            `${cells(s, one)}\t${s.pick(['Psychomotricité', 'Basket', 'Natation', 'Saint-Ro Danse', 'Judo'])}\t${phone(s)}\t${mail(s, one)}`,
        ),
      )}`,
      `Considérant que la cafétéria est concédée à ${presented(s, tenant, { living: 0.9 })}, exploitant sous l'enseigne « Chez ${s.pick(['Gaston', 'Lulu', 'Maria', 'Zézé'])} », ${enterprise(s)}`,
      `Considérant que ${officer(s, holder(s.house, 'Prés'))} a rencontré ${association(s)} au hall Roger Claessen`,
    ],
    decision: [
      `La redevance mensuelle de ${amount(s)} est due par ${again(s, tenant)}.`,
      `${title(s, rows[0] ?? tenant)} ${mark('person', rows[0]?.last ?? '')} coordonnera les stages.`,
    ],
  })
}

/** Intercommunale : action en justice contre un usager, servitude. */
export const lawsuit: Writer = (s) => {
  const [user, lawyer, expert] = [person(s), person(s), person(s)]
  return frame(s, {
    object: `Contentieux – ${s.house.name} c/ ${mark('person', spelled(s, user, s.pick([0, 1, 6])))} – Autorisation d'ester en justice`,
    recitals: [
      `Considérant la citation signifiée le ${date(s, 2025)} à ${presented(s, user, { living: 1, national: 0.4 })}, qui refuse l'accès au compteur n° ${s.int(10000000, 99999999)} (EAN 54144896${s.int(1000000000, 9999999999)})`,
      `Considérant l'avis de Maître ${bare(s, lawyer)}, dont le cabinet est établi ${home(s)}, ${mail(s, lawyer)}`,
      `Considérant qu'un expert, l'ingénieur ${bare(s, expert)}, a été désigné par le Juge de paix du canton de Hannut (R.R. ${reference(s)})`,
      `Considérant la transaction proposée par ${again(s, user)} : ${amount(s)} à verser au départ de ${iban(s)}`,
    ],
    decision: [
      `D'autoriser la poursuite de l'action contre ${bare(s, user)}.`,
      `De confier la défense à Me ${mark('person', lawyer.last)}.`,
    ],
  })
}

/** Fabrique d'église : budget, membres du conseil de fabrique (qui ne sont pas du répertoire). */
export const church: Writer = (s) => {
  const [priest, treasurer, member] = [person(s, { woman: false }), person(s), person(s)]
  return frame(s, {
    object: `Fabrique d'église ${s.pick(['Saint-Martin', 'Sainte-Gertrude', 'Notre-Dame du Rosaire', 'SS. Pierre et Paul'])} – Compte 2025 – Approbation`,
    organ: 'Le Conseil communal',
    recitals: [
      `Considérant que le compte a été arrêté par le conseil de fabrique, composé de ${full(s, treasurer)}, trésorier, ${bare(s, member)}, secrétaire, et de l'Abbé ${mark('person', `${priest.first} ${priest.last}`)}, curé`,
      `Considérant l'article D50h : honoraires de l'organiste, ${bare(s, person(s))} : ${amount(s)} ; visites décanales, Mgr l'Évêque de Liège : ${amount(s)}`,
      `Considérant la fondation de messes pour les défunts de la famille ${mark('person', person(s).last)} et l'obit ${elided('de', bare(s, person(s)))}`,
      `Considérant que toute correspondance est adressée à ${mail(s, treasurer)} ou ${home(s)} (${phone(s)})`,
    ],
    decision: [
      `Le compte est approuvé comme suit : recettes ${amount(s)}, dépenses ${amount(s)}.`,
      `Copie à ${again(s, treasurer)} et à l'Évêché, rue de l'Évêché 25 à 4000 Liège.`,
    ],
  })
}

/** Commission consultative : des citoyens, effectifs et suppléants. */
export const commission: Writer = (s) => {
  const rows = Array.from({ length: s.int(5, 9) }, () => [person(s), person(s)] as const)
  const quits = person(s)
  return frame(s, {
    object: `${s.pick(['CCATM', 'Conseil consultatif communal des Aînés', 'CLDR', "Commission Locale pour l'Énergie"])} – Renouvellement – Composition`,
    traps: 4,
    recitals: [
      `Considérant les candidatures :\n${table(
        ['Effectif', 'Suppléant', "Domicile de l'effectif", 'Intérêt'],
        rows.map(
          ([a, b]) =>
            `${bare(s, a)}\t${bare(s, b)}\t${homeCell(s)}\t${s.pick(['patrimonial', 'social', 'environnemental', 'mobilité'])}`,
        ),
      )}`,
      `Considérant la démission ${elided('de', bare(s, quits))}, ${living(s, quits.woman)}, représentant ${association(s)}`,
      `Considérant que le quart communal se compose de ${s
        .some(s.house.office, 3)
        .map((one) => officer(s, one))
        .join(', ')}`,
    ],
    decision: [
      `${full(s, rows[0]?.[0] ?? quits)} est désigné(e) président(e).`,
      `Le remplacement ${elided('de', bare(s, quits))} par ${bare(s, rows[1]?.[1] ?? quits)} est approuvé.`,
    ],
  })
}

/** Tirage au sort : assesseurs, jurés. */
export const drawn: Writer = (s) =>
  frame(s, {
    object: "Jury d'assises – Liste préparatoire – Tirage au sort",
    traps: 2,
    recitals: [
      `Considérant la liste :\n${people(s, s.int(7, 13), { ages: [28, 64] })
        .map((one, i) =>
          s.pick([
            () => `${i + 1}) ${bare(s, one)}, ${born(s, one)}, ${home(s)}`,
            () =>
              `${i + 1}) ${bare(s, one)} - ${national(s, one)} - ${s.pick(['ouvrier', 'employée', 'pensionné', 'sans profession'])}`,
            () => `${i + 1}) ${bare(s, one)}, ${living(s, one.woman)}, ${called(s)}`,
          ])(),
        )
        .join('\n')}`,
      `Considérant que ${company(s)} demande la dispense de ${full(s, person(s))}, son unique chauffeur, de la ${streetOfPerson(s)}`,
    ],
    decision: ['La liste est arrêtée et transmise au Greffe.'],
  })
