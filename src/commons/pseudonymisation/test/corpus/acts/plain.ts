import { holder, officer } from '../authority.ts'
import { date } from '../dates.ts'
import { frame, table } from '../frame.ts'
import { bare, person } from '../people.ts'
import { streetOfPerson } from '../places.ts'
import type { Writer } from '../scene.ts'
import { amount, association, company, desk, enterprise, parcel, reference } from '../traps.ts'
import { decoys } from '../recitals.ts'

/** Acts that name nobody, or nearly: what is masked in them is masked for nothing. */

export const taxRule: Writer = (s) =>
  frame(s, {
    object: 'Règlement-taxe sur les secondes résidences – Exercices 2026 à 2031',
    organ: 'Le Conseil communal',
    traps: 9,
    recitals: [
      `Considérant que ${desk(s)}`,
      `Vu l'amendement déposé par ${officer(s, s.pick(s.house.office))} et rejeté par 11 voix contre 6`,
    ],
    decision: [
      "Il est établi une taxe annuelle de 720,00 €. Est visé tout logement dont l'occupant n'est pas inscrit au registre de la population au 1er janvier.",
      "La taxe est due par le titulaire du droit réel. En cas d'indivision, par Monsieur ou Madame l'indivisaire, solidairement.",
      `Le règlement entre en vigueur le 1er jour de sa publication. Le délégué à la protection des données répond à dpo@${s.house.domain}.`,
    ],
  })

export const trafficRule: Writer = (s) =>
  frame(s, {
    object: `Règlement complémentaire sur la circulation routière – ${streetOfPerson(s)} – Zone 30`,
    organ: 'Le Conseil communal',
    traps: 5,
    recitals: Array.from(
      { length: 5 },
      () =>
        `Considérant que le carrefour formé par la ${streetOfPerson(s)} et la ${streetOfPerson(s)}, à hauteur du n° ${s.int(1, 80)}, est dangereux aux abords de ${association(s)}`,
    ),
    decision: [
      `Un emplacement est réservé aux personnes handicapées ${streetOfPerson(s)}, le long du n° ${s.int(1, 90)}.`,
      `La mesure est matérialisée par le signal E9a, du PK 12.450 au PK 12.900, route N${s.int(60, 99)}.`,
    ],
  })

export const works: Writer = (s) => {
  const lots = Array.from(
    { length: s.int(5, 9) },
    (_, i) =>
      `${i + 1}\t${streetOfPerson(s)} ${s.int(1, 60)}-${s.int(61, 120)}\t${parcel(s)}\t${company(s)}\t${enterprise(s)}\t${amount(s)}`,
  )
  return frame(s, {
    object: 'PIC 2025-2027 – Approbation des conditions et du mode de passation',
    organ: 'Le Conseil communal',
    traps: 6,
    recitals: [
      `Considérant les chantiers :\n${table(['Lot', 'Lieu', 'Cadastre', 'Estimé par', 'BCE', 'Montant'], lots)}`,
      `Considérant que ${officer(s, holder(s.house, 'Éch'))} commente le projet ; que ${company(s)} a remis l'avant-projet le ${date(s, 2025)} (${reference(s)})`,
      ...(s.chance(0.6)
        ? [`Considérant que le dossier est suivi par ${bare(s, person(s))}, agent technique`]
        : []),
    ],
    decision: ['De choisir la procédure ouverte comme mode de passation du marché.'],
  })
}

export const budget: Writer = (s) => ({
  object: 'Modification budgétaire n° 1 – Exercice 2026',
  text: [
    `${s.house.name} – Modification budgétaire n° 1`,
    ...decoys(s, 8).map((one) => `${one} ;`),
    table(
      ['Fonction', 'Libellé', 'Avant', 'Après'],
      Array.from(
        { length: 8 },
        () =>
          `${s.int(100, 930)}/${s.int(100, 740)}-0${s.int(1, 9)}\t${s.pick(['Subside ', 'Entretien ', 'Dotation '])}${association(s)}\t${amount(s)}\t${amount(s)}`,
      ),
    ),
    `${officer(s, holder(s.house, 'Éch'))} présente les chiffres au tableau ; ${officer(s, s.pick(s.house.office))} s'abstient.`,
    'Le Conseil APPROUVE par 12 oui, 5 non et 2 abstentions.',
  ].join('\n'),
})
