import { born, birthNumbers, date } from '../dates.ts'
import { frame, table } from '../frame.ts'
import { iban, mail, national, nationalNumber, phone } from '../identifiers.ts'
import { presented, sheet } from '../identity.ts'
import { again, bare, cells, elided, full, people, person, spelled, title } from '../people.ts'
import { mark } from '../marks.ts'
import { home, homeCell } from '../places.ts'
import type { Writer } from '../scene.ts'
import { amount, reference } from '../traps.ts'

const jobs = [
  'ouvrier qualifié',
  "employé d'administration D6",
  'puéricultrice',
  'gradué spécifique B1',
  'agent technique en chef',
  'accueillante extrascolaire',
  'fossoyeur',
  'auxiliaire professionnelle',
  'conseillère en énergie',
  'éco-cantonnier',
] as const
const services = [
  'service des Travaux',
  'service Population',
  'secrétariat',
  'hall des sports',
  'crèche communale',
  'service Urbanisme',
  'cimetière',
  'service Finances',
] as const

/** Engagement d'un agent contractuel. */
export const contractualHire: Writer = (s) => {
  const [hired, replaced, other] = [person(s, { ages: [20, 50] }), person(s), person(s)]
  const job = s.pick(jobs)
  return frame(s, {
    object: `Personnel communal – Engagement contractuel ${s.chance(0.5) ? elided('de', bare(s, hired)) : `– ${full(s, hired)}`} en qualité ${/^[aeé]/.test(job) ? "d'" : 'de '}${job}`,
    recitals: [
      `Considérant l'absence pour maladie ${elided('de', bare(s, replaced))}, ${job} au ${s.pick(services)}, depuis le ${date(s, 2025)}`,
      `Considérant la candidature introduite le ${date(s, 2025)} par ${presented(s, hired, { national: 0.5, called: 0.3, mail: 0.3 })}`,
      s.pick([
        `Attendu que ${again(s, hired)} est titulaire du CESS et a presté comme étudiant durant l'été au ${s.pick(services)}`,
        `Considérant que ${again(s, hired)} a obtenu 74/100 à l'examen et devance ${full(s, other)} ; que cette dernière candidature a été versée dans la réserve`,
        `Vu l'extrait de casier judiciaire produit par ${again(s, hired)} et le certificat médical de SPMT`,
      ]),
      `Considérant que le traitement ${elided('de', bare(s, hired))} sera versé sur le compte ${iban(s)}`,
    ],
    decision: [
      `${again(s, hired)}, ${s.pick(['préqualifiée', 'susmentionné(e)', 'prénommé(e)'])}, est engagé(e) sous contrat à durée ${s.pick(['déterminée', 'indéterminée', 'de remplacement'])} à mi-temps (19/38e) à dater du ${date(s, 2026)}, à l'échelle D4, jusqu'au retour ${elided('de', mark('person', replaced.last))}.`,
      s.pick([
        `Copie de la présente est notifiée à ${again(s, hired)}, au service GRH et au Directeur financier.`,
        `Un exemplaire sera remis à l'intéressé(e), ${home(s)}.`,
      ]),
    ],
  })
}

/** Mise à la retraite. */
export const retirement: Writer = (s) => {
  const agent = person(s, { ages: [60, 66] })
  const successor = person(s)
  return frame(s, {
    object: s.pick([
      `Admission à la retraite – ${full(s, agent)}`,
      'Personnel – Démission honorable et mise à la pension',
      `Mise à la retraite : ${bare(s, agent)}`,
    ]),
    recitals: [
      `Vu la lettre du ${date(s, 2025)} par laquelle ${presented(s, agent, { born: 1, national: 0.5 })}, ${s.pick(jobs)} à titre définitif, sollicite sa mise à la pension`,
      `Considérant qu'entrée au service de l'administration le ${date(s, 1985, 1999)}, ${mark('person', agent.first)} y aura accompli une carrière exemplaire`,
      `Considérant que le Service fédéral des Pensions a marqué son accord par courrier ${reference(s)} concernant ${again(s, agent)}`,
      `Considérant que l'expérience ${elided('de', bare(s, agent))} devra être transmise ; que ${full(s, successor)} assurera l'intérim`,
    ],
    decision: [
      `De prendre acte de la démission ${elided('de', bare(s, agent))} au ${date(s, 2026)}.`,
      `De l'autoriser à porter le titre honorifique de ses fonctions et d'offrir à ${again(s, agent)} un chèque-cadeau de ${amount(s)}.`,
      `De charger ${again(s, successor)} de la reprise des dossiers.`,
    ],
  })
}

/** Congé parental, interruption de carrière, disponibilité. */
export const leave: Writer = (s) => {
  const agents = people(s, s.int(1, 4), { ages: [25, 60] })
  const child = person(s, { ages: [1, 11] })
  return frame(s, {
    object: s.pick([
      'Personnel – Congés – Octroi',
      'Interruptions de carrière – Prise pour information',
      `Congé parental – ${agents.map((one) => bare(s, one)).join(', ')}`,
    ]),
    recitals: agents.flatMap((agent) => [
      `Vu la demande du ${date(s, 2025)} ${elided('de', bare(s, agent))}, ${s.pick(jobs)}, ${s.pick(['tendant à obtenir', 'en vue de bénéficier de', 'sollicitant'])} ${s.pick(['une interruption de carrière à 1/5 temps', 'un congé parental à mi-temps', 'un congé pour motif impérieux', 'des prestations réduites pour raisons médicales'])} du ${date(s, 2026)} au ${date(s, 2026)}`,
      ...(s.chance(0.5)
        ? [
            `Considérant que l'enfant ${elided('de', bare(s, agent))}, ${mark('person', child.first)}, ${born(s, child)}, n'a pas atteint l'âge de 12 ans`,
          ]
        : []),
      ...(s.chance(0.3)
        ? [
            `Considérant le certificat du docteur ${bare(s, person(s))} relatif à l'état de santé de ${again(s, agent)}`,
          ]
        : []),
    ]),
    decision: agents.map(
      (agent) =>
        `${s.pick(['De marquer son accord sur la demande de', 'Le congé est accordé à', 'Il est pris acte du congé de'])} ${bare(s, agent)}${s.chance(0.3) ? ` (${national(s, agent)})` : ''}.`,
    ),
  })
}

/** Engagement d'étudiants : un tableau. */
export const studentJobs: Writer = (s) => {
  const rows = people(s, s.int(9, 16), { ages: [16, 23] })
  const withNumber = s.chance(0.5)
  const withPhone = s.chance(0.5)
  const withHome = s.chance(0.4)
  const head = [
    'Nom',
    'Prénom',
    'Né(e) le',
    ...(withNumber ? ['Registre national'] : []),
    ...(withHome ? ['Adresse'] : []),
    ...(withPhone ? ['GSM'] : []),
    'Service',
    'Période',
  ]
  return frame(s, {
    object: "Engagement d'étudiants – Plaines de vacances et service des Travaux – Été 2026",
    traps: 3,
    recitals: [
      `Considérant les candidatures reçues pour le 31 mars 2026`,
      `Considérant le tableau ci-dessous :\n${table(
        head,
        rows.map((one) =>
          [
            cells(s, one),
            birthNumbers(s, one),
            ...(withNumber ? [nationalNumber(s, one)] : []),
            ...(withHome ? [homeCell(s)] : []),
            ...(withPhone ? [phone(s)] : []),
            s.pick(services),
            `du ${s.int(1, 14)}/07 au ${s.int(15, 31)}/07`,
          ].join('\t'),
        ),
      )}`,
      `Considérant que ${bare(s, rows[0] ?? person(s))} et ${bare(s, rows[1] ?? person(s))} sont prioritaires comme enfants d'agents`,
    ],
    decision: [
      'Les étudiants repris au tableau sont engagés au salaire horaire de 13,45 €.',
      `En cas de désistement, ${bare(s, person(s, { ages: [16, 20] }))} sera appelé(e).`,
    ],
  })
}

/** Jury de recrutement : les membres et le classement. */
export const recruitment: Writer = (s) => {
  const ranked = people(s, s.int(6, 11), { ages: [22, 55] })
  const jury = people(s, 3)
  const inOneCell = s.chance(0.6)
  return frame(s, {
    object: `Recrutement d'un(e) ${s.pick(jobs)} (h/f/x) – Résultats de l'examen – Constitution d'une réserve`,
    traps: 4,
    recitals: [
      `Vu le procès-verbal du jury composé de ${jury.map((one) => full(s, one)).join(', ')}, ainsi que d'un représentant de chaque organisation syndicale`,
      `Considérant le classement :\n${table(
        inOneCell
          ? ['Rang', 'Candidat', 'Écrit /50', 'Oral /50', 'Total']
          : ['Nom', 'Prénom', 'Écrit /50', 'Oral /50', 'Total'],
        ranked.map((one, i) => {
          const [a, b] = [s.int(20, 49), s.int(20, 49)]
          const who = inOneCell
            ? `${i + 1}\t${mark('person', spelled(s, one, s.habit))}`
            : cells(s, one)
          return `${who}\t${a}\t${b},5\t${a + b},5`
        }),
      )}`,
      `Considérant que ${again(s, ranked[0] ?? person(s))}, classé(e) premier(e), se désiste par courriel du ${date(s, 2026)} (${mail(s, ranked[0] ?? person(s))})`,
      `Considérant l'absence excusée ${elided('de', bare(s, ranked[3] ?? person(s)))} à l'épreuve orale`,
    ],
    decision: [
      `De désigner ${full(s, ranked[1] ?? person(s))} au poste vacant.`,
      `De verser dans la réserve, valable deux ans : ${ranked
        .slice(2, 6)
        .map((one) => bare(s, one))
        .join(s.pick([', ', ' ; ', ' - ']))}.`,
    ],
  })
}

/** Désignation d'une institutrice à titre temporaire. */
export const teacher: Writer = (s) => {
  const [one, away] = [person(s, { woman: true, ages: [22, 45] }), person(s, { woman: true })]
  return frame(s, {
    object: `Enseignement – Désignation à titre temporaire d'une institutrice primaire – Ratification`,
    recitals: [
      ...(s.chance(0.5)
        ? [`Vu la fiche d'identification de l'enseignante :\n${sheet(s, one)}`]
        : []),
      `Considérant que ${title(s, away)} ${mark('person', `${away.last.toUpperCase()} ${away.first}`)}, institutrice à l'école communale Sainte-Walburge, est en congé de maternité`,
      `Attendu que ${presented(s, one, { born: 0.9, national: 0.4 })}, diplômée de la Haute École Charlemagne (bachelier du ${date(s, 2019, 2024)}), réunit les conditions du décret du 6 juin 1994`,
      `Considérant que ${again(s, one)} compte 214 jours d'ancienneté (matricule 2 84 0312 0457 – fonction 113)`,
    ],
    decision: [
      `${full(s, one)} est désignée pour 24 périodes/semaine à l'école de Sainte-Ode du ${date(s, 2025)} au ${date(s, 2026)}, en remplacement ${elided('de', bare(s, away))}.`,
      `La présente sera transmise à la FWB, à la direction de l'école et à ${again(s, one)}.`,
    ],
  })
}
