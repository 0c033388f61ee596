import { t } from '#kernel/i18n'
import { Card, TreeTable } from '#kernel/ui'
import { elementPath } from '#modules/strategy'
import { cut } from '../label.ts'
import type { Budget, Compared, Report } from '../report.ts'
import {
  type Difference,
  amountDifferences,
  budgetDifference,
  differencesOf,
  planDifferences,
} from '../sentences.ts'

/** Each element that differs; of a plan that is new here, the whole tree. */
export function Differences({ report }: { report: Report }) {
  const { differing, unknown, answers, standing } = report
  const own = planDifferences(report)
  const flat = differing.map((row) => ({ id: row.entry.id, row, children: [] }))
  const plan = own.length > 0 ? [{ id: 'plan', row: null, children: [] }] : []
  const roots = standing ? [...plan, ...flat] : treeOf(unknown, null)
  if (roots.length === 0) return null
  const others = answers.fields ? 'ecomptes.fields.taken' : 'ecomptes.fields.left'
  return (
    <Card flush title={t(standing ? 'ecomptes.differences' : 'ecomptes.creations')}>
      <TreeTable
        caption={t('ecomptes.differences')}
        hideCaption
        roots={roots}
        columns={[
          { header: t('ecomptes.element'), main: true, cell: (one) => <Name row={one} /> },
          {
            header: t('ecomptes.budget'),
            cell: (one) => (
              <div>
                {one?.budgets.map((which) => (
                  <Amounts which={which} row={one} />
                ))}
              </div>
            ),
          },
          {
            header: t(standing ? others : 'ecomptes.fields'),
            cell: (one) => <Changes of={one ? differencesOf(one) : own} />,
          },
        ]}
      />
    </Card>
  )
}

interface Branch {
  id: string
  row: Compared | null
  children: Branch[]
}

/** What stands below an element at its original place, in the order of the file. */
const treeOf = (all: readonly Compared[], above: string | null): Branch[] =>
  all
    .filter(({ entry }) => (entry.parents[0] ?? null) === above)
    .map((row) => ({ id: row.entry.id, row, children: treeOf(all, row.entry.id) }))

/** The name of an element; null is the plan itself. */
function Name({ row }: { row: Compared | null }) {
  if (!row) return <>{t('ecomptes.plan')}</>
  const { stood, entry } = row
  return stood ? <a href={elementPath(stood.node)}>{stood.own.label}</a> : <>{entry.said.label}</>
}

function Changes({ of }: { of: readonly Difference[] }) {
  return (
    <div>
      {of.map(({ field, before, after }) => (
        <div>
          <span class="small muted">{field}</span> {before && `${cut(before, 160)} → `}
          {after ? cut(after, 160) : '—'}
        </div>
      ))}
    </div>
  )
}

/** A budget before and after, and on demand the lines whose amounts differ. */
function Amounts({ which, row }: { which: Budget; row: Compared }) {
  const lines = amountDifferences(which, row)
  if (lines.length === 0 && !row.stood) return null
  return (
    <>
      <Changes of={[budgetDifference(which, row)]} />
      <details class="small">
        <summary>{t('ecomptes.lines', { count: lines.length })}</summary>
        <Changes of={lines} />
      </details>
    </>
  )
}
