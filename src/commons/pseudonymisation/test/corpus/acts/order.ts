import { born, date } from '../dates.ts'
import { frame, table } from '../frame.ts'
import { called, mail, national, phone, plate } from '../identifiers.ts'
import { presented, sheet } from '../identity.ts'
import { again, bare, deed, elided, full, household, people, person, spelled } from '../people.ts'
import { mark } from '../marks.ts'
import { home, homeCell, living, streetOfPerson } from '../places.ts'
import type { Writer } from '../scene.ts'
import { amount, association, company, desk, parcel, reference } from '../traps.ts'

/** Ordonnance de police temporaire : déménagement, échafaudage, chantier. */
export const closure: Writer = (s) => {
  const [asks, driver] = [person(s), person(s)]
  return frame(s, {
    object: `Ordonnance de police temporaire – ${s.pick(['Déménagement', "Pose d'un conteneur", 'Échafaudage', 'Chantier'])} ${streetOfPerson(s)}`,
    organ: 'Le Bourgmestre',
    recitals: [
      `Vu la demande du ${date(s, 2026)} ${elided('de', bare(s, asks))}, ${living(s, asks.woman)}, ${called(s)}, tendant à occuper le domaine public`,
      `Considérant que ${company(s)} effectuera les travaux ${streetOfPerson(s)}, du n° 12 au n° 18, au moyen des véhicules immatriculés ${plate(s)} et ${plate(s)}`,
      `Considérant que le conducteur du camion, ${full(s, driver)} (gsm ${phone(s)}), doit pouvoir être joint à tout moment`,
      `Considérant la Toussaint, le marché du mercredi et la sortie de l'école Saint-Louis à 15 h 30`,
    ],
    decision: [
      `Le ${date(s, 2026)}, de 7 h à 18 h, le stationnement est interdit ${streetOfPerson(s)}, entre les n° 10 et 20, sauf pour le véhicule ${plate(s)}.`,
      `Les signaux E1 et C3 sont placés par ${again(s, asks)}, sous sa responsabilité.`,
      'Les contrevenants sont passibles des peines prévues par la loi du 16 mars 1968.',
    ],
  })
}

/** Dérogation de bruit : fête privée, chapiteau. */
export const noise: Writer = (s) => {
  const [host, neighbour] = [person(s), person(s)]
  return frame(s, {
    object: `Dérogation au Règlement général de police – Tapage – ${s.pick([`Fête privée ${elided('de', bare(s, host))}`, 'Grand feu', 'Soirée dansante'])}`,
    recitals: [
      ...(s.chance(0.5)
        ? [`Vu le formulaire « organisation d'un événement » :\n${sheet(s, host)}`]
        : []),
      s.pick([
        `Considérant que ${presented(s, host, { called: 0.8, mail: 0.4 })}, organise une soirée pour le mariage de ${mark('person', person(s).first)} et ${mark('person', person(s).first)}`,
        `Considérant le courriel du ${date(s, 2026)} de ${mail(s, host)}, par lequel ${bare(s, host)} annonce un souper de quartier organisé avec ${association(s)}`,
      ]),
      `Considérant que le chapiteau sera monté ${s.pick(['sur la prairie', 'dans le jardin'])} ${elided('de', bare(s, neighbour))}, parcelle ${parcel(s)}`,
      `Considérant la plainte antérieure ${elided('de', mark('person', spelled(s, neighbour, s.habit)))}, qui loge sa mère, ${mark('person', `${person(s).first} ${neighbour.last}`)}, à l'étage`,
    ],
    decision: [
      `${again(s, host)} est autorisé(e) à diffuser de la musique jusqu'à 2 h 00, le niveau sonore n'excédant pas 85 dB(A) LAeq.`,
      `En cas de réclamation, l'organisateur répond au ${phone(s)}.`,
    ],
  })
}

/** Cartes de riverain : plaques dans un tableau. */
export const residentCard: Writer = (s) =>
  frame(s, {
    object: 'Mobilité – Cartes communales de stationnement « riverain » – Demandes dérogatoires',
    traps: 3,
    recitals: [
      `Considérant les demandes :\n${table(
        ['Demandeur', 'Adresse', 'Plaque', 'Zone', 'Avis'],
        people(s, s.int(5, 10)).map(
          (one) =>
            `${mark('person', spelled(s, one, s.habit))}\t${homeCell(s)}\t${plate(s)}\t${s.pick(['A', 'B', 'C2'])}\t${s.pick(['F', 'D', 'favorable', 'à revoir'])}`,
        ),
      )}`,
      `Considérant que ${full(s, person(s))} dispose d'un véhicule de société (${plate(s)}) mis à disposition par ${company(s)}`,
      `Considérant que ${desk(s)}`,
    ],
    decision: [
      'Les cartes sont délivrées pour un an aux personnes reprises avec la mention « F ».',
    ],
  })

/** Accident, sinistre, assurance. */
export const accident: Writer = (s) => {
  const [victim, driver, lawyer] = [person(s), person(s), person(s)]
  return frame(s, {
    object: `Sinistre du ${date(s, 2025)} – ${s.pick(['Chute en voirie', 'Collision avec un véhicule communal', 'Bris de vitrage', 'Dégâts des eaux'])} – ${s.chance(0.6) ? bare(s, victim) : `Réf. ${reference(s)}`}`,
    recitals: [
      `Considérant que le ${date(s, 2025)}, vers 8 h 15, ${streetOfPerson(s)}, ${presented(s, victim, { born: 0.5, living: 0.8 })}, a été blessé(e) ; que le véhicule ${s.pick(['adverse', 'tiers'])} (${plate(s)}) était conduit par ${full(s, driver)}`,
      `Considérant la mise en demeure de Maître ${bare(s, lawyer)}, avocat à Liège, conseil ${elided('de', bare(s, victim))}, réclamant ${amount(s)}`,
      `Considérant qu'Ethias a ouvert le dossier n° 28.${s.int(100, 999)}.${s.int(100, 999)}-01 et que ${s.pick(['son expert', 'son inspectrice'])}, ${full(s, person(s))}, joignable au ${phone(s)}, a constaté les dégâts au véhicule ${plate(s)}`,
      `Considérant que, selon les témoins ${bare(s, person(s))} et ${bare(s, person(s))}, ${mark('person', victim.last)} roulait sur le trottoir`,
    ],
    decision: [
      `D'indemniser ${again(s, victim)} à concurrence de ${amount(s)}, sans reconnaissance préjudiciable.`,
      `De transmettre la quittance à Me ${mark('person', lawyer.last)}.`,
    ],
  })
}

/** Chien dangereux, insalubrité, arrêté d'inhabitabilité. */
export const unfit: Writer = (s) => {
  const [owner, tenant] = [person(s), person(s)]
  const dog = s.chance(0.4)
  return frame(s, {
    object: dog
      ? `Arrêté – Saisie administrative d'un chien – ${bare(s, owner)}`
      : `Arrêté d'inhabitabilité – Immeuble sis ${home(s)}`,
    organ: 'Le Bourgmestre',
    recitals: dog
      ? [
          `Considérant que le chien « Max », race rottweiler, puce 981 100 004 ${s.int(100, 999)} ${s.int(100, 999)}, appartenant à ${presented(s, owner, { living: 1 })}, a mordu la petite ${mark('person', person(s, { woman: true }).first)}, fille ${elided('de', bare(s, tenant))}`,
          `Considérant l'avis du vétérinaire ${bare(s, person(s))} et le PV HU.${s.int(10, 99)}.LB.00${s.int(1000, 9999)}/2025`,
        ]
      : [
          `Considérant que l'immeuble, propriété ${elided('de', deed(s, owner))}, ${living(s, owner.woman)}, est occupé par ${household(s, tenant, person(s))} et leurs trois enfants`,
          `Considérant le rapport du service Salubrité (${reference(s)}) ; que ${again(s, owner)}, invité(e) par recommandé, a été entendu(e) le ${date(s, 2025)}, assisté(e) de Me ${bare(s, person(s))}`,
          `Considérant qu'un relogement ${elided('de', bare(s, tenant))} est proposé au home Saint-Joseph ; contact : ${mail(s, tenant)}`,
        ],
    decision: [
      dog
        ? `L'animal ${elided('de', bare(s, owner))} est placé à la SRPA aux frais du propriétaire.`
        : `L'immeuble est déclaré inhabitable. ${again(s, tenant)} le quittera pour le ${date(s, 2026)}.`,
      `Notification à ${full(s, owner)}${s.chance(0.4) ? ` (${national(s, owner)})` : ''}.`,
    ],
  })
}

/** Sanction administrative, exclusion d'une salle, interdiction de lieu. */
export const sanction: Writer = (s) => {
  const [one, agent] = [person(s, { ages: [16, 60] }), person(s)]
  return frame(s, {
    object: `Interdiction temporaire de lieu – ${s.pick(['Plaine de jeux Reine Fabiola', 'Parc Dubois', 'Place Albert Ier'])}`,
    organ: 'Le Bourgmestre',
    recitals: [
      `Considérant que le nommé ${deed(s, one)}, ${born(s, one)}, ${living(s, one.woman)}, y trouble l'ordre public depuis le ${date(s, 2026)}`,
      `Considérant le constat du gardien de la paix ${bare(s, agent)} et le témoignage ${elided('de', bare(s, person(s)))}, commerçante`,
      `Considérant que ${again(s, one)}, ${s.pick([`dit « ${mark('person', s.pick(["le P'tit Louis", 'Nono', 'Ti-Jean', 'Bébert']))} »`, 'déjà averti(e)'])}, circule sur un cyclomoteur ${plate(s)}`,
    ],
    decision: [
      `L'accès est interdit à ${bare(s, one)} durant un mois.`,
      `La mesure est notifiée à l'intéressé et, s'il est mineur, à ses parents, M. et Mme ${mark('person', one.last)}.`,
    ],
  })
}
