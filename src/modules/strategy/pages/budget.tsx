import { euros, t } from '#kernel/i18n'
import {
  Button,
  Card,
  FoldedForm,
  FormActions,
  PostButton,
  Select,
  Table,
  TextField,
} from '#kernel/ui'
import { budgetLines } from '../budget.ts'
import { elementPath, mayEdit } from '../element.ts'
import { fills, shows } from '../fields.ts'
import { yearsOf } from '../plan.ts'
import { type Amounts, amountKey, sumOf, sumsBy } from '../totals.ts'
import type { PlanTree } from '../tree.ts'
import type { SideProps } from './element-side.tsx'

/** What an element asks for, what comes from below, and what eComptes tells of it. */
export async function BudgetCard({ element, node, tree }: SideProps) {
  const { fields } = tree.plan
  if (!shows(fields, element.level, 'budget')) return null
  const lines = await budgetLines(element.id)
  const names = new Map(tree.sources.map(({ id, name }) => [id, name]))
  const edits = mayEdit(element) && fills(fields, element.level, 'budget')
  return (
    <Card
      title={t('strategy.field.budget')}
      aside={node.total.size > 0 && euros(sumOf(node.total))}
    >
      {node.total.size > 0 && <Totals amounts={node.total} tree={tree} />}
      {lines.length > 0 && (
        <Table
          caption={t('strategy.budget.lines')}
          rows={lines}
          columns={[
            { header: t('strategy.budget.source'), cell: (line) => names.get(line.source_id) },
            { header: t('strategy.budget.year'), cell: (line) => String(line.year) },
            { header: t('strategy.budget.comment'), cell: (line) => line.comment },
            {
              header: t('strategy.budget.amount'),
              align: 'end',
              cell: (line) => euros(line.cents),
            },
            {
              header: t('strategy.budget.change'),
              cell: (line) =>
                edits && (
                  <PostButton
                    action={`${elementPath(element)}/budget/${line.id}/removal`}
                    icon="trash-2"
                    iconOnly
                    tone="quiet"
                  >
                    {t('strategy.budget.remove')}
                  </PostButton>
                ),
            },
          ]}
        />
      )}
      {node.below.size > 0 && (
        <p class="small muted">
          {t('strategy.budget.below', { amount: euros(sumOf(node.below)) })}
        </p>
      )}
      {edits && <LineForm element={element} tree={tree} />}
    </Card>
  )
}

/** Sources down, the years that have an amount across. */
function Totals({ amounts, tree }: { amounts: Amounts; tree: PlanTree }) {
  const years = [...sumsBy(amounts, 'year').keys()].map(Number).toSorted()
  const used = tree.sources.filter(({ id }) =>
    years.some((year) => amounts.has(amountKey(year, id))),
  )
  const sum = (year: number) =>
    used.reduce((total, { id }) => total + (amounts.get(amountKey(year, id)) ?? 0), 0)
  const rows = [
    ...used.map(({ id, name }) => ({
      name,
      cents: years.map((year) => amounts.get(amountKey(year, id)) ?? 0),
    })),
    { name: t('strategy.budget.total'), cents: years.map(sum) },
  ]
  return (
    <Table
      caption={t('strategy.budget.totals')}
      hideCaption
      rows={rows}
      columns={[
        { header: t('strategy.budget.source'), main: true, cell: ({ name }) => name },
        ...years.map((year, at) => ({
          header: String(year),
          align: 'end' as const,
          cell: ({ cents }: (typeof rows)[number]) => (cents[at] ? euros(cents[at]) : '—'),
        })),
        {
          header: t('strategy.budget.total'),
          align: 'end',
          cell: ({ cents }) => euros(cents.reduce((total, one) => total + one, 0)),
        },
      ]}
    />
  )
}

function LineForm({ element, tree }: Omit<SideProps, 'node'>) {
  return (
    <FoldedForm
      label={t('strategy.budget.add')}
      action={`${elementPath(element)}/budget`}
      id="budget"
    >
      <Select
        name="source_id"
        label={t('strategy.budget.source')}
        options={tree.sources
          .filter(({ hidden }) => !hidden)
          .map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <Select
        name="year"
        label={t('strategy.budget.year')}
        value={String(tree.plan.exercise)}
        options={yearsOf(tree.plan).map((year) => ({ value: String(year), label: String(year) }))}
      />
      <TextField
        name="cents"
        label={t('strategy.budget.amount')}
        unit="€"
        inputmode="decimal"
        size="medium"
        required
      />
      <TextField name="comment" label={t('strategy.budget.comment')} />
      <FormActions>
        <Button icon="plus">{t('strategy.budget.add')}</Button>
      </FormActions>
    </FoldedForm>
  )
}
