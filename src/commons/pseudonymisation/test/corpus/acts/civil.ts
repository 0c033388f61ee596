import { birthNumbers, born, date } from '../dates.ts'
import { frame, table } from '../frame.ts'
import { called, mail, national, nationalNumber, phone } from '../identifiers.ts'
import { presented, sheet } from '../identity.ts'
import {
  again,
  bare,
  capitals,
  elided,
  full,
  household,
  people,
  person,
  spelled,
  title,
} from '../people.ts'
import { mark } from '../marks.ts'
import { home, homeCell, living, localities, streetOfPerson } from '../places.ts'
import type { Writer } from '../scene.ts'
import { amount, company, reference } from '../traps.ts'

/** Octroi d'une concession au cimetière. */
export const grave: Writer = (s) => {
  const [asks, dead, heir] = [person(s), person(s, { ages: [70, 98] }), person(s)]
  return frame(s, {
    object: `Cimetière de ${s.pick(['Saint-Séverin', 'Sainte-Agathe', 'Villers', 'Bas-Oha'])} – Octroi d'une concession de sépulture – ${s.pick([`famille ${mark('person', asks.last)}`, full(s, asks), household(s, asks, dead)])}`,
    recitals: [
      ...(s.chance(0.5) ? [`Vu la demande de concession :\n${sheet(s, asks)}`] : []),
      `Vu la demande du ${date(s, 2025)} par laquelle ${presented(s, asks, { living: 1, called: 0.3 })}, souhaite obtenir une concession pour y inhumer ${s.pick(['son époux', 'sa mère', 'feu son frère', 'sa défunte tante'])}, ${bare(s, dead)}, ${s.pick([`décédé(e) à Huy le ${date(s, 2025)}`, `${born(s, dead)}, décédé(e) le ${date(s, 2025)}`])}`,
      `Considérant que les bénéficiaires désignés sont : 1) ${bare(s, asks)} ; 2) ${bare(s, heir)}, ${born(s, heir)} ; 3) ${mark('person', heir.others[0] ?? heir.first)}, enfant mineur(e) du précédent`,
      `Considérant que la redevance de ${amount(s)} a été acquittée par ${company(s)} pour le compte ${elided('de', mark('person', capitals(s, asks.last)))}`,
    ],
    decision: [
      `Une concession de 2,50 m² (parcelle B, rangée 12, n° ${s.int(1, 90)}) est accordée pour 30 ans à ${full(s, asks)}.`,
      `La sépulture ${mark('person', `${dead.last}-${asks.last}`)} sera entretenue par ${again(s, heir)}.`,
    ],
  })
}

/** Sépultures en défaut d'entretien : un tableau. */
export const abandoned: Writer = (s) =>
  frame(s, {
    object: "Funérailles et sépultures – Constat de défaut d'entretien – Reprise des concessions",
    traps: 3,
    recitals: [
      `Considérant la liste des sépultures :\n${table(
        ['N°', 'Concession au nom de', "Date de l'octroi", 'Personne de contact'],
        people(s, s.int(5, 10)).map((one, i) => {
          const contact = person(s)
          const graveName = s.pick([
            `Famille ${mark('person', one.last)}`,
            mark('person', `${one.last} - ${contact.last}`),
            bare(s, one),
            `${mark('person', one.last.toUpperCase())} Vve ${mark('person', contact.last.toUpperCase())}`,
          ])
          return `${i + 12}\t${graveName}\t${date(s, 1950, 1990)}\t${s.pick(['inconnue', 'néant', `${bare(s, contact)} (${phone(s)})`, bare(s, contact)])}`
        }),
      )}`,
      `Considérant qu'aucune suite n'a été donnée à l'affichage du ${date(s, 2024)} au pied des monuments et à l'entrée du cimetière Notre-Dame`,
    ],
    decision: [
      'Il est mis fin aux concessions listées, sauf remise en état avant le 31 décembre 2026.',
    ],
  })

/** Radiation d'office, inscription d'office. */
export const struckOff: Writer = (s) => {
  const gone = people(s, s.int(1, 3), { ages: [1, 70] })
  const [owner, officer] = [person(s), person(s)]
  return frame(s, {
    object: s.pick([
      "Population – Radiation d'office",
      `Registre de la population – Radiation d'office : ${gone.map((one) => bare(s, one)).join(' et ')}`,
      "Proposition d'inscription d'office",
    ]),
    organ: 'Le Collège communal',
    recitals: [
      ...gone.map(
        (one) =>
          `Considérant que ${full(s, one)}, ${national(s, one)}, ${born(s, one)}, est inscrit(e) depuis le ${date(s)} à l'adresse ${home(s)} ; que la personne n'y réside plus`,
      ),
      `Vu le rapport de l'agent de quartier, l'Inspecteur ${bare(s, officer)}, du ${date(s, 2025)}, n° ${reference(s)}`,
      `Considérant que le propriétaire de l'immeuble, ${full(s, owner)} (${phone(s)}), déclare que l'appartement ${elided('que', mark('person', `${gone[0]?.first} ${gone[0]?.last}`))} louait est vide`,
      `Considérant que les recherches menées auprès ${elided('de', bare(s, owner))} et de l'employeur, ${company(s)}, sont demeurées vaines`,
    ],
    decision: gone.map(
      (one) =>
        `D'ordonner la radiation d'office ${elided('de', bare(s, one))}${s.chance(0.3) ? `, NN ${nationalNumber(s, one)}` : ''} des registres à la date de ce jour.`,
    ),
  })
}

/** Changement de prénom. */
export const firstName: Writer = (s) => {
  const who = person(s)
  const chosen = who.others[0] ?? 'Camille'
  return {
    ...frame(s, {
      object: `État civil – Changement de prénom – ${bare(s, who)}`,
      organ: "L'Officier de l'État civil",
      recitals: [
        `Vu la demande introduite par ${presented(s, who, { born: 1, national: 0.8, living: 1 })}, tendant à remplacer le prénom « ${mark('person', who.first)} » par « ${mark('person', chosen)} »`,
        `Considérant que ${mark('person', `${chosen} ${who.last}`)}, nom d'usage de la personne, figure déjà sur son courriel (${mail(s, { ...who, first: chosen })})`,
        `Vu la loi du 18 juin 2018 et la loi du 25 juin 2017 ; qu'un droit de ${amount(s)} a été perçu`,
      ],
      decision: [
        `Le prénom ${mark('person', who.first)} est remplacé par ${mark('person', chosen)} dans l'acte de naissance n° ${s.int(1, 400)}/${who.birth.year}.`,
      ],
    }),
  }
}

/** Noces d'or, centenaires : le programme et le tableau. */
export const jubilees: Writer = (s) => {
  const couples = Array.from(
    { length: s.int(4, 8) },
    () =>
      [
        person(s, { woman: false, ages: [70, 95] }),
        person(s, { woman: true, ages: [70, 95] }),
      ] as const,
  )
  const elder = person(s, { ages: [98, 102] })
  return frame(s, {
    object:
      "Protocole – Noces d'or, de diamant et de brillant – Réception des jubilaires du 21 mars 2026",
    traps: 3,
    recitals: [
      `Considérant que les couples suivants seront reçus en la salle Jean Renoir :\n${couples
        .map(([a, b]) =>
          s.pick([
            () =>
              `- M. et Mme ${mark('person', `${a.last.toUpperCase()}-${b.last.toUpperCase()}`)}, ${home(s)} (mariés le ${date(s, 1961, 1976)})`,
            () =>
              `- ${bare(s, a)} et ${bare(s, b)}, ${living(s, false)}, mariés à Amay le ${date(s, 1961, 1976)}`,
            () =>
              `- les époux ${mark('person', `${a.last}-${b.last}`)} (${mark('person', a.first)} et ${mark('person', b.first)}) – tél. ${phone(s)}`,
            () =>
              `- Monsieur ${mark('person', `${a.first} ${a.last}`)} et Madame née ${mark('person', b.last)}, ${home(s)}`,
          ])(),
        )
        .join('\n')}`,
      `Considérant que ${full(s, elder)}, ${born(s, elder)}, doyenne ou doyen de l'entité, fêtera ses cent ans au home Saint-Joseph, chambre 214`,
      `Considérant que la fille ${elided('de', bare(s, elder))}, ${bare(s, person(s))}, ${called(s)}, assurera l'accueil`,
    ],
    decision: [
      `D'offrir à chaque couple un panier garni d'une valeur de ${amount(s)} et à ${title(s, elder)} ${mark('person', elder.last)} un bouquet.`,
    ],
  })
}

/** Primes de naissance : un tableau. */
export const births: Writer = (s) =>
  frame(s, {
    object:
      'Octroi de la prime communale de naissance – Liste des bénéficiaires – 1er trimestre 2026',
    traps: 3,
    recitals: [
      `Considérant les demandes recevables :\n${table(
        ['Parent', 'Enfant', 'Né(e) le', 'Adresse'],
        people(s, s.int(6, 12), { ages: [0, 1] }).map((child) => {
          const parent = person(s, { ages: [20, 44], last: child.last })
          return `${mark('person', spelled(s, parent, s.habit))}\t${s.chance(0.5) ? mark('person', child.first) : mark('person', `${child.last} ${child.first}`)}\t${birthNumbers(s, child)}\t${homeCell(s)}`
        }),
      )}`,
      `Considérant que la demande ${elided('de', bare(s, person(s)))} est tardive et que celle ${elided('de', bare(s, person(s)))} émane d'un ménage établi à ${s.pick(localities)}`,
      `Considérant que les primes de la ${streetOfPerson(s)} feront l'objet d'un second envoi`,
    ],
    decision: ["Une prime de 75,00 € par enfant est liquidée sur l'article 844/331-01."],
  })
