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
import { type Amounts, amountKey, sumOf, sumsBy } from './amounts.ts'
import type { BudgetLine } from './line.ts'

/** From where money comes, as a vocabulary holds it. */
interface Source {
  id: string
  name: string
  /** No longer proposed. */
  hidden: boolean
}

interface BudgetCardProps {
  lines: readonly BudgetLine[]
  /** What the lines are called. */
  caption: string
  sources: readonly Source[]
  /** The years for which a line can be added, and the one under way. */
  years: readonly number[]
  year: number
  /** From what stands below the dossier, and with its own lines. */
  below: Amounts
  total: Amounts
  /** Where the forms post to; none where nothing may be changed. */
  action: string | undefined
}

/** What a dossier asks for, and what comes from below. */
export function BudgetCard({ lines, caption, below, total, action, ...asked }: BudgetCardProps) {
  const names = new Map(asked.sources.map(({ id, name }) => [id, name]))
  return (
    <Card title={t('budgets.title')} aside={total.size > 0 && euros(sumOf(total))}>
      {total.size > 0 && <Totals amounts={total} sources={asked.sources} />}
      {lines.length > 0 && (
        <Table
          caption={caption}
          rows={lines}
          columns={[
            { header: t('budgets.source'), cell: (line) => names.get(line.source_id) },
            { header: t('budgets.year'), cell: (line) => String(line.year) },
            { header: t('budgets.comment'), cell: (line) => line.comment },
            {
              header: t('budgets.amount'),
              align: 'end',
              cell: (line) => euros(line.cents),
            },
            {
              header: t('budgets.change'),
              cell: (line) =>
                action && (
                  <PostButton
                    action={`${action}/${line.id}/removal`}
                    icon="trash-2"
                    iconOnly
                    tone="quiet"
                  >
                    {t('budgets.remove')}
                  </PostButton>
                ),
            },
          ]}
        />
      )}
      {below.size > 0 && (
        <p class="small muted">{t('budgets.below', { amount: euros(sumOf(below)) })}</p>
      )}
      {action && <LineForm {...asked} action={action} />}
    </Card>
  )
}

/** Sources down, the years that have an amount across. */
function Totals({ amounts, sources }: { amounts: Amounts; sources: readonly Source[] }) {
  const years = [...sumsBy(amounts, 'year').keys()].map(Number).toSorted()
  const used = sources.filter(({ id }) => years.some((year) => amounts.has(amountKey(year, id))))
  const sum = (year: number) =>
    used.reduce((total, { id }) => total + (amounts.get(amountKey(year, id)) ?? 0), 0)
  const rows = [
    ...used.map(({ id, name }) => ({
      name,
      cents: years.map((year) => amounts.get(amountKey(year, id)) ?? 0),
    })),
    { name: t('budgets.total'), cents: years.map(sum) },
  ]
  return (
    <Table
      caption={t('budgets.totals')}
      hideCaption
      rows={rows}
      columns={[
        { header: t('budgets.source'), main: true, cell: ({ name }) => name },
        ...years.map((year, at) => ({
          header: String(year),
          align: 'end' as const,
          cell: ({ cents }: (typeof rows)[number]) => (cents[at] ? euros(cents[at]) : '—'),
        })),
        {
          header: t('budgets.total'),
          align: 'end',
          cell: ({ cents }) => euros(cents.reduce((total, one) => total + one, 0)),
        },
      ]}
    />
  )
}

function LineForm({
  action,
  sources,
  years,
  year,
}: Pick<BudgetCardProps, 'sources' | 'years' | 'year'> & { action: string }) {
  return (
    <FoldedForm label={t('budgets.add')} action={action} id="budget">
      <Select
        name="source_id"
        label={t('budgets.source')}
        options={sources
          .filter(({ hidden }) => !hidden)
          .map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <Select
        name="year"
        label={t('budgets.year')}
        value={String(year)}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
      />
      <TextField
        name="cents"
        label={t('budgets.amount')}
        unit="€"
        inputmode="decimal"
        size="medium"
        required
      />
      <TextField name="comment" label={t('budgets.comment')} />
      <FormActions>
        <Button icon="plus">{t('budgets.add')}</Button>
      </FormActions>
    </FoldedForm>
  )
}
