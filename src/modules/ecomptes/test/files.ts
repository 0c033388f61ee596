import type { Exchange, ExchangedElement, ExchangeLevel } from '../exchange.ts'

/** An element that says as little as the format allows. */
export const element = (
  level: ExchangeLevel,
  elementId: string,
  more: Partial<ExchangedElement> = {},
): ExchangedElement => ({
  level,
  elementId,
  exercise: 2026,
  label: `Element ${elementId}`,
  startsOn: null,
  endsOn: null,
  description: { mode: 'TEXTE', value: '' },
  status: 'NON_COMMENCE',
  responsible: null,
  mandatary: null,
  department: null,
  progress: 0,
  remark: { mode: 'TEXTE', value: '' },
  fte: 0,
  plans: [],
  partners: [],
  articles: [],
  projections: [],
  children: [],
  line: 0,
  ...more,
})

export const exchange = (volets: ExchangedElement[]): Exchange => ({
  id: '20261126',
  body: 'AC',
  nis: 99999,
  exercise: 2026,
  generator: 'PST',
  plan: { id: 'p1', label: 'PST 2025-2030', firstExercise: 2025, lastExercise: 2030 },
  volets,
})

/** As the other was, but for the lines, which only a file has. */
export const withoutLines = (one: Exchange): Exchange => ({
  ...one,
  volets: one.volets.map(unlined),
})

const unlined = (one: ExchangedElement): ExchangedElement => ({
  ...one,
  line: 0,
  children: one.children.map(unlined),
})

const block = (label: string) => `<Libelle>${label}</Libelle>
<Description><Mode>TEXTE</Mode><Valeur/></Description>
<Statut>EN_COURS</Statut>
<TauxAvancement>12.5</TauxAvancement>
<RemarqueStatut><Mode>TEXTE</Mode><Valeur/></RemarqueStatut>
<ETP>0.8</ETP>
<Plans/>
<Partenaires><Partenaire>Régie des kiosques</Partenaire></Partenaires>`

const article = (code: string, label: string, amount: string) => `<Article>
<Exercice>2020</Exercice><Service>O</Service><Type>D</Type>
<CodeArticle>${code}</CodeArticle><Libelle>${label}</Libelle>
<Montant>${amount}</Montant>
</Article>`

const years = [2024, 2023, 2022, 2021, 2020, 2019]
const projection = (group: string, first: number) => `<Projection>
<Service>O</Service><Type>R</Type><GroupeEco>${group}</GroupeEco><Libelle>Groupe ${group}</Libelle>
<Exercices>
${years.map((year, at) => `<Exercice Valeur="${year}"><Montant>${first - 10 * at}</Montant></Exercice>`).join('\n')}
</Exercices>
</Projection>`

/** A file of eComptes, invented: an objective with two articles and two groups of projections. */
export const fromEcomptes = `<?xml version="1.0" encoding="utf-8"?>
<dataroot>
<Identifiants>
<Id>20200615</Id><TypeAdmin/><INS>99999</INS><Type>PST</Type><Exercice>2020</Exercice>
<Version>201805V1</Version>
<Generateur>ECOMPTES</Generateur>
</Identifiants>
<PST>
<DescriptionPST>
<IdPST>p1</IdPST><Libelle>PST 2019-2024</Libelle>
<ExerciceDebut>2019</ExerciceDebut><ExerciceFin>2024</ExerciceFin>
</DescriptionPST>
<Volets>
<Volet ElementId="neant" Exercice="2020">
${block('NEANT')}
<Articles/>
<Projections/>
<ObjectifStrategiques>
<ObjectifStrategique ElementId="os1" Exercice="2020">
${block('OS.1 - Rouvrir le kiosque')}
<Articles>
${article('123/45678.2020', 'Peinture', '1793.5')}
${article('012/12145.2020', 'Jetons', '2020.0')}
</Articles>
<Projections>
${projection('61', 500)}
${projection('60', 90)}
</Projections>
<ObjectifsOperationnels/>
</ObjectifStrategique>
</ObjectifStrategiques>
</Volet>
</Volets>
</PST>
</dataroot>
`

/** The same as we would send it: without budget. */
export const toEcomptes = fromEcomptes.replaceAll(
  /<(Articles|Projections)(\/>|>[^]*?<\/\1>)\n/g,
  '',
)
