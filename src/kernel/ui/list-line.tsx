import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { Menu } from './button.tsx'
import { Icon } from './icons.tsx'
import type { Column } from './table.tsx'

interface ListLineProps<Row> {
  /** What the sentence of filters leaves: how many, their sum, how many late. */
  totals: readonly string[]
  /** Those whose head sorts: in a narrow place, where there are no heads, a menu does. */
  columns: readonly Column<Row>[]
  /** At its end: which columns. */
  children?: Child
}

/** The one line above the totals of a list: its views, and its filters as a sentence. */
export function ListBar({ views, children }: { views?: Child; children?: Child }) {
  return (
    <div class="list-bar">
      {views}
      {children}
    </div>
  )
}

/** The line between the filters of a list and its rows: what they add up to, and how rows are shown. */
export function ListLine<Row>({ totals, columns, children }: ListLineProps<Row>) {
  const [first, ...others] = totals
  return (
    <div class="list-line">
      <p>
        <strong>{first}</strong>
        {others.map((one) => ` · ${one}`)}
      </p>
      <div class="list-sort">
        <Menu label={t('ui.table.sort')} icon="arrow-up" small>
          {columns.map(
            ({ header, sort }) =>
              sort && (
                <a href={sort.href} aria-current={sort.now ? 'true' : undefined}>
                  {header}
                  {sort.now && <Icon name={sort.now === 'ascending' ? 'arrow-up' : 'arrow-down'} />}
                </a>
              ),
          )}
        </Menu>
      </div>
      {children}
    </div>
  )
}
