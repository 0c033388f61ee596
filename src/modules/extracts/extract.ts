import { actAs, system } from '#kernel/access'
import { type Dossier, kind, readMany } from '#commons/dossiers'
import { workflow } from '#commons/workflow'
import { items } from '#modules/deliberations'
import './tables.ts'

export interface ExtractColumns {
  meeting_id: string
  organ_id: string
  item_ids: string[]
  /** For whom; empty: for nobody in particular. */
  recipient: string
  issued_on: Temporal.PlainDate
  issued_by: string
  /** `ExtractData` as it was issued, and its SHA-256. */
  content: string
  hash: string
}

/** A certified extract (extrait conforme) as it was issued. */
export type Extract = Dossier<ExtractColumns>

/** It is issued, and stays as it is. */
export const extractWorkflow = workflow('extracts.extract', {
  initial: 'issued',
  states: { issued: { tone: 'good', final: true } },
  transitions: {},
})

export const extracts = kind<ExtractColumns, 'document'>({
  name: 'extracts.extract',
  verbs: ['document'],
  table: 'extracts.extract',
  path: (id) => `/deliberations/extracts/${id}`,
  // Who may read each of its points.
  readers: async ({ item_ids }) => {
    const points = await actAs(system, () => readMany(items, item_ids))
    const [first, ...others] = points.map(({ readers }) => new Set(readers))
    return first ? [...others.reduce((all, one) => all.intersection(one), first)] : []
  },
  awaits: () => [],
  body: () => Promise.resolve(({ recipient }) => recipient),
})
