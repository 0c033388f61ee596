/** The version of the format that is read and written. */
export const version = '201805V1'

/** What eComptes sends, or what it receives: the same without articles and projections. */
export type ExchangeShape = 'from_ecomptes' | 'to_ecomptes'

/** The closed lists of the format. */
export const codes = {
  status: ['NON_COMMENCE', 'EN_COURS', 'TERMINE', 'PROBLEME', 'EN_ATTENTE', 'ANNULE_ABANDONNE'],
  mode: ['TEXTE', 'HTML', 'RTF'],
  body: ['AC', 'CPAS'],
  /** Ordinary (ordinaire), extraordinary (extraordinaire). */
  service: ['O', 'E'],
  /** Revenue (recette), expense (dépense). */
  type: ['R', 'D'],
} as const
type Code<K extends keyof typeof codes> = (typeof codes)[K][number]
export type ExchangeStatus = Code<'status'>

export interface ExchangedText {
  mode: Code<'mode'>
  value: string
}

export interface ExchangedPerson {
  civility: 'mr' | 'mrs'
  lastName: string
  firstName: string
  phone: string
  email: string
}

/** A budget article (article budgétaire) of one year. */
export interface ExchangedArticle {
  exercise: number
  service: Code<'service'>
  type: Code<'type'>
  code: string
  label: string
  cents: number
}

/** What is foreseen for an economic group (groupe économique), year by year. */
export interface ExchangedProjection {
  service: Code<'service'>
  type: Code<'type'>
  group: string
  label: string
  amounts: { exercise: number; cents: number }[]
}

/** The elements of the format: each level holds the next. */
export const levels = {
  volet: { tag: 'Volet', holder: 'ObjectifStrategiques', below: 'strategic' },
  strategic: { tag: 'ObjectifStrategique', holder: 'ObjectifsOperationnels', below: 'operational' },
  operational: { tag: 'ObjectifOperationnel', holder: 'Actions', below: 'action' },
  action: { tag: 'Action', holder: '', below: null },
} as const
export type ExchangeLevel = keyof typeof levels

export interface ExchangedElement {
  level: ExchangeLevel
  elementId: string
  exercise: number
  label: string
  startsOn: Temporal.PlainDate | null
  endsOn: Temporal.PlainDate | null
  description: ExchangedText
  status: ExchangeStatus
  responsible: ExchangedPerson | null
  /** The elected member (mandataire) who answers for it. */
  mandatary: ExchangedPerson | null
  department: string | null
  /** 0 to 100, decimals allowed. */
  progress: number
  remark: ExchangedText
  /** Full-time equivalents (ETP), not negative. */
  fte: number
  plans: string[]
  partners: string[]
  articles: ExchangedArticle[]
  projections: ExchangedProjection[]
  children: ExchangedElement[]
  /** In the file; 0 in what we write. */
  line: number
}

export interface Exchange {
  /** The day of the file, as 20261126. */
  id: string
  body: Code<'body'>
  nis: number
  exercise: number
  generator: string
  plan: { id: string; label: string; firstExercise: number; lastExercise: number }
  volets: ExchangedElement[]
}

/** Articles by code, then by year. */
export function sortedArticles(articles: readonly ExchangedArticle[]): ExchangedArticle[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return articles.toSorted((a, b) => order(a.code, b.code) || a.exercise - b.exercise)
}

export type ProjectionRow = Omit<ExchangedProjection, 'amounts'> & {
  exercise: number
  cents: number
}

/** Projections, a row for each year, in the order of the file. */
export function projectionRows(projections: readonly ExchangedProjection[]): ProjectionRow[] {
  return projections.flatMap(({ amounts, ...group }) =>
    amounts.map((amount) => ({ ...group, ...amount })),
  )
}
