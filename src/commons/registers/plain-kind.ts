import { kind, type Kind } from '#commons/dossiers'
import { type Fields, type OwnColumns, wordsOf } from '#commons/records'
import { awaitedBy, withholding, type Workflow } from '#commons/workflow'
import { plainVerbNames } from './verbs.ts'

interface Plain<Own extends object> {
  /** The address of its list: `/permits/permits`. */
  path: string
  /** The principals who may see one as it is now. */
  readers: Kind<Own>['readers']
}

/**
 * A kind of dossiers of which each column is a field: its words, for whom it waits and what is withheld of it follow from
 * its fields and its steps. It bears the name of its workflow, and so does its table.
 */
export const plainKind = <F extends Fields>(
  fields: F,
  flow: Workflow,
  { path, readers }: Plain<OwnColumns<F>>,
) =>
  kind<OwnColumns<F>, (typeof plainVerbNames)[number]>({
    ...{ name: flow.kind, table: flow.kind, verbs: plainVerbNames, readers },
    path: (id) => `${path}/${id}`,
    awaits: (dossier) => awaitedBy(flow, dossier),
    // What its fields say of it stands in the root and in its own columns.
    body: wordsOf(fields) as unknown as Kind<OwnColumns<F>>['body'],
    ...withholding(fields),
  })
