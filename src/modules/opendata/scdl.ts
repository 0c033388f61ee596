import { tenant } from '#kernel/tenancy'
import type { ExportColumn } from '#commons/exports'
import type { Published } from '#commons/publication'
import { outcomeInWords } from '#modules/copies'
import { pointCopies } from '#modules/publications'
import { dayOfCopy } from './point.ts'
import { pathOf } from './reading.ts'
import { type Site, slugOfName } from './site.ts'

interface Row {
  id: string
  day: string
  subject: string | null
  title: string
  url: string
  outcome: string
  vote: { yes: number; no: number; abstain: number } | undefined
}

const none = () => null
const column = (header: string, value: (row: Row) => string | number | null) =>
  ({ header, value }) satisfies ExportColumn<Row>

/**
 * The columns of SCDL, délibérations 2.1.3, in their order, and last how it was decided: there each is adopted, here what was
 * rejected is told too. The number of the enterprise stands where France has its SIRET; there
 * is no budget and no prefecture to tell of.
 */
export const scdlColumns: readonly ExportColumn<Row>[] = [
  column('COLL_NOM', () => tenant().name),
  column('COLL_SIRET', () => tenant().number),
  column('DELIB_ID', ({ id }) => id),
  column('DELIB_DATE', ({ day }) => day),
  column('DELIB_MATIERE_CODE', ({ subject }) => subject && slugOfName(subject)),
  column('DELIB_MATIERE_NOM', ({ subject }) => subject),
  column('DELIB_OBJET', ({ title }) => title),
  column('BUDGET_ANNEE', none),
  column('BUDGET_NOM', none),
  column('PREF_ID', none),
  column('PREF_DATE', none),
  column('VOTE_EFFECTIF', none),
  column('VOTE_REEL', ({ vote }) => (vote ? vote.yes + vote.no + vote.abstain : null)),
  column('VOTE_POUR', ({ vote }) => vote?.yes ?? null),
  column('VOTE_CONTRE', ({ vote }) => vote?.no ?? null),
  column('VOTE_ABSTENTION', ({ vote }) => vote?.abstain ?? null),
  column('DELIB_URL', ({ url }) => url),
  column('DELIB_RESULTAT', ({ outcome }) => outcome),
]

/** A decision as a line; undefined of a project. */
export function scdlRow(site: Site, copy: Published): Row | undefined {
  const content = pointCopies.content.parse(copy.content)
  if (content.stage === 'project') return undefined
  const [vote] = content.votes.filter(({ about }) => about === null)
  return {
    ...{ id: content.reference || copy.slug, day: dayOfCopy(content) },
    ...{ subject: content.subject, title: copy.title, url: site + pathOf(copy), vote },
    outcome: outcomeInWords(content.outcome),
  }
}
