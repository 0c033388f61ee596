import { holder, officer } from '../authority.ts'
import { date } from '../dates.ts'
import { frame, present } from '../frame.ts'
import { mail, phone } from '../identifiers.ts'
import { presented } from '../identity.ts'
import {
  again,
  bare,
  capitals,
  elided,
  full,
  household,
  name,
  people,
  person,
  spelled,
  title,
} from '../people.ts'
import { mark, withoutSigns } from '../marks.ts'
import { home, living, street, streetOfPerson } from '../places.ts'
import type { Writer } from '../scene.ts'
import { decoys } from '../recitals.ts'
import { association, company, parcel } from '../traps.ts'

/** Procès-verbal d'une séance : présents, interventions des élus, un point qui touche un citoyen. */
export const minutes: Writer = (s) => {
  const { office } = s.house
  const [one, other] = [person(s), person(s)]
  const speaks = () => officer(s, s.pick(office))
  const chair = holder(s.house, 'Bourgmestre')
  return {
    object: `Procès-verbal de la séance du Conseil communal du ${date(s, 2025)}`,
    text: [
      `PROCÈS-VERBAL DE LA SÉANCE DU CONSEIL COMMUNAL DU ${date(s, 2025).toUpperCase()}`,
      present(s),
      `${officer(s, chair)}, ${chair.role}, ouvre la séance à 20 h 04.`,
      `${speaks()} demande si l'état de la ${streetOfPerson(s).replace(/^\S+ /, 'voirie ')} s'améliorera. ${speaks()} répond que ${company(s)} interviendra après le congé de Carnaval.`,
      `${speaks()} donne lecture d'un courrier ${elided('de', bare(s, one))}, ${living(s, one.woman)}, qui se plaint des aboiements du chien de ${full(s, other)}.`,
      `${mark('person', `${one.first} ${one.last}`)} demande l'anonymat ; le Président en prend note.`,
      `${decoys(s, 1)[0]}.`,
      `${speaks()} et ${speaks()} s'abstiennent ; ${speaks()} quitte la séance, étant intéressé(e) au sens de l'article L1122-19 du CDLD.`,
      `Le Conseil désigne ${officer(s, s.pick(office))} et ${officer(s, s.pick(office))} aux assemblées générales de l'AIDE et d'INTRADEL.`,
      `${decoys(s, 1)[0]}.`,
      `${speaks()} félicite ${household(s, other, person(s))} pour leurs noces d'or et remercie les pompiers ${bare(s, person(s))} et ${bare(s, person(s))}.`,
      `La séance est levée à 22 h 51. ${office
        .map((who) => `${who.last.toUpperCase()} ${who.first}`)
        .slice(0, 3)
        .join(', ')} signent.`,
    ].join('\n'),
  }
}

/** Courrier d'un citoyen, lu en séance : une lettre. */
export const letter: Writer = (s) => {
  const [writer, neighbour, doctor] = [person(s), person(s), person(s)]
  const chair = holder(s.house, 'Bourgmestre')
  return {
    object: "Communication – Lecture d'un courrier",
    text: [
      `Communication au Conseil – Courrier reçu le ${date(s, 2026)}`,
      `${bare(s, writer)}\n${home(s)}\n${phone(s)}\n${mail(s, writer)}`,
      `À Monsieur le Bourgmestre ${chair.first} ${chair.last}\nPlace Communale 1, ${s.house.postcode} ${s.house.town}`,
      s.pick([
        'Monsieur le Bourgmestre,',
        'Mesdames, Messieurs les Conseillers,',
        `Madame, Monsieur, cher ${chair.first},`,
      ]),
      `Je soussigné(e) ${mark('person', spelled(s, writer, s.int(0, 6)))}, ${s.pick(['habitante du quartier depuis 1987', 'père de trois enfants', 'indépendante à titre complémentaire'])}, me permets de vous écrire au sujet du carrefour formé par la ${street(s)} et l'école Sainte-Anne.`,
      `Le 14 février dernier, le fils de ma voisine, ${title(s, neighbour)} ${mark('person', `${neighbour.first} ${neighbour.last}`)}, le petit ${mark('person', person(s, { woman: false }).first)}, a failli être renversé par une camionnette de ${company(s)}. Ma mère, ${mark('person', person(s, { woman: true }).first)}, 91 ans, ne sort plus.`,
      `Votre prédécesseur avait promis un radar. Le docteur ${mark('person', doctor.last)}, qui habite en face, peut en témoigner (${phone(s)}).`,
      `${decoys(s, 1)[0]}.`,
      `Dans l'attente, je vous prie d'agréer, Monsieur le Bourgmestre, mes salutations distinguées.`,
      `${mark('person', spelled(s, writer, s.pick([1, 2, 5])))}`,
      `Le Conseil prend acte. ${officer(s, holder(s.house, 'Éch'))} répondra à ${title(s, writer)} ${mark('person', writer.last)}.`,
    ].join('\n'),
  }
}

/** Interpellation d'un habitant (article L1122-14). */
export const question: Writer = (s) => {
  const who = person(s)
  const answer = officer(s, holder(s.house, 'Éch'))
  return frame(s, {
    object: `Interpellation citoyenne ${elided('de', bare(s, who))} – Installation d'une antenne-relais`,
    organ: 'Le Conseil communal',
    recitals: [
      `Vu l'interpellation écrite déposée le ${date(s, 2026)} par ${presented(s, who, { living: 0.9, mail: 0.4, national: 0.1 })}, âgé(e) de plus de 18 ans`,
      `Considérant que ${title(s, who)} ${mark('person', capitals(s, who.last))} expose : « Je parle au nom de mes voisins, ${people(
        s,
        3,
      )
        .map((one) => mark('person', `${one.first} ${one.last}`))
        .join(', ')} et de ${household(s, person(s), person(s))}. »`,
      `Considérant la réponse de ${answer} : « Je remercie ${title(s, who)} ${mark('person', who.last)}. Le dossier de ${company(s)} a été refusé. »`,
      `Considérant que ${again(s, who)} réplique durant deux minutes ; que ${officer(s, s.pick(s.house.office))} demande la parole`,
    ],
    decision: [`PREND ACTE de l'interpellation ${elided('de', bare(s, who))}.`],
  })
}

/** Désignation de délégués aux intercommunales : rien que des élus. */
export const delegates: Writer = (s) => {
  const five = s.some(s.house.office, 5)
  return frame(s, {
    object: `${s.pick(['AIDE', 'ENODIA', 'INTRADEL', 'IMIO', 'CHRH', 'Neomansio'])} – Désignation des délégués à l'assemblée générale`,
    organ: 'Le Conseil communal',
    traps: 6,
    recitals: [
      `Vu les candidatures présentées par les groupes politiques : ${five.map((one) => `${capitals(s, one.last)} ${one.first}`).join(', ')}`,
      `Considérant que ${officer(s, s.pick(five))} ne peut cumuler ce mandat avec celui de ${association(s)}`,
      ...(s.chance(0.5)
        ? [
            `Considérant que la suppléance de l'extérieur est assurée par ${full(s, person(s))}, expert non élu, ${living(s, false)}`,
          ]
        : []),
    ],
    decision: [
      `Sont désignés : ${five.map((one) => officer(s, one)).join(s.pick([' ; ', ', ']))}.`,
    ],
  })
}

/** Dénomination d'une voirie : le nom d'une personne qui n'est pas à masquer, et un héritier qui l'est. */
export const streetName: Writer = (s) => {
  const honoured = name(s)
  const heir = person(s, { last: honoured.last })
  return frame(s, {
    object: `Voirie – Dénomination « rue ${honoured.first} ${honoured.last} »`,
    organ: 'Le Conseil communal',
    recitals: [
      `Considérant que la nouvelle voirie du lotissement « Les Prés Sainte-Barbe », ${parcel(s)}, doit être dénommée`,
      `Vu l'avis favorable de la Commission royale de Toponymie et de Dialectologie du ${date(s, 2025)} sur l'odonyme « rue ${honoured.first} ${honoured.last} »`,
      `Considérant que la famille, consultée par l'intermédiaire ${elided('de', bare(s, heir))} (${phone(s)}), a marqué son accord`,
      `Considérant que la rue ${honoured.first} ${honoured.last.toUpperCase()} reliera la ${streetOfPerson(s)} à la place Saint-Lambert`,
      `Considérant que le premier habitant, ${full(s, person(s))}, y recevra le numéro 1`,
    ],
    decision: [
      `La voirie est dénommée « rue ${honoured.first} ${honoured.last} ».`,
      `Copie à bpost, à l'IGN, à la zone de secours et à ${withoutSigns(company(s))}.`,
    ],
  })
}

/** Un habitant porte le nom d'un élu : seul le prénom les distingue. */
export const namesake: Writer = (s) => {
  const elected = holder(s.house, 'Éch')
  let who = person(s, { last: elected.last })
  while (who.first === elected.first) who = person(s, { last: elected.last })
  const whole = () => mark('person', spelled(s, who, s.pick([0, 1, 2, 4, 6])))
  return frame(s, {
    object: `Occupation du domaine public – Terrasse de ${association(s)} – Demande ${elided('de', whole())}`,
    recitals: [
      `Considérant la demande ${elided('de', whole())}, ${living(s, who.woman)}, gérant(e) d'un débit de boissons`,
      `Considérant qu'il n'existe aucun lien de parenté jusqu'au deuxième degré avec ${officer(s, elected)}, ${elected.role}, qui participe dès lors au vote`,
      `Considérant que l'échevinat de ${elected.first} ${elected.last} a instruit le dossier et que ${whole()} a payé la redevance`,
    ],
    decision: [`L'autorisation est délivrée à ${whole()} pour la saison 2026.`],
  })
}
