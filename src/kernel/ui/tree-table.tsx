/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- in a narrow place the style sheet shows rows as blocks, which takes their roles away */
import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { EmptyState } from './feedback.tsx'
import { type Column, HeaderCell, isMain } from './table.tsx'

export interface TreeNode<Row> {
  /** Unique among the nodes of the page. */
  id: string
  row: Row
  children: readonly TreeNode<Row>[]
  /** False: its children are folded away at first, where scripts run. */
  open?: boolean | undefined
  /** A page whose tree begins with this node and shows what it contains, where that is not among `children`: sent when asked for. */
  below?: string | undefined
  /** How important it looks, 1 to 6; its depth unless told. */
  level?: number | undefined
}

/** A coloured edge, beside the words that say the same. */
export type Tint = 'none' | 'accent' | 'good' | 'warn' | 'bad'

export interface TreeTableProps<Row> {
  /** Says what the rows are; always there for screen readers. */
  caption: string
  hideCaption?: boolean | undefined
  /** The `main` column is indented and bears the button that folds. */
  columns: readonly Column<Row>[]
  roots: readonly TreeNode<Row>[]
  /** What stands in place of the rows when there are none. */
  empty?: Child
  tint?: ((row: Row) => Tint) | undefined
  /** Begins the ids of its elements where several of these tables stand on a page. */
  id?: string | undefined
  /** How deep its roots stand, where it is a part of another tree: 1 unless told. */
  from?: number | undefined
  /** A page of the same tree in which nothing is left out. */
  whole?: string | undefined
}

/**
 * Rows to compare that contain one another. Every row that is sent is there without scripts; the island
 * (islands/tree-table.ts) folds them. What is `below` is a link to its page, from which the island takes the rows.
 * Thousands may stand on a page, so that a row is not made of elements but of strings, each written once, between
 * which stand the cells.
 */
export function TreeTable<Row>(props: TreeTableProps<Row>) {
  const { caption, hideCaption, columns, roots, empty, tint, id = 'tree', from = 1, whole } = props
  if (roots.length === 0) {
    return <>{empty ?? <EmptyState sentence={t('ui.table.empty')} />}</>
  }
  const looks = countOf(roots) > most ? 'table-frame tree many' : 'table-frame tree'
  return (
    <tree-table class={looks}>
      {roots.some((node) => node.children.length > 0) && <FoldAll whole={whole} />}
      <table role="table">
        <caption class={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeaderCell column={column} looks={looksOf(column, columns)} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">{rowsOf(roots, partsOf(columns), tint, id, from)}</tbody>
      </table>
    </tree-table>
  )
}

/** With more rows, columns no longer fit their contents: the browser would read them all first. */
const most = 300

const countOf = <Row,>(nodes: readonly TreeNode<Row>[]): number =>
  nodes.reduce((sum, node) => sum + 1 + countOf(node.children), 0)

/** Buttons need their script: shown by the style sheet once the element is defined. */
function FoldAll({ whole }: { whole: string | undefined }) {
  return (
    <div class="tree-tools">
      <button type="button" class="button quiet small" data-fold="all">
        {t('ui.tree.fold_all')}
      </button>
      {whole ? (
        <a class="button quiet small" href={whole}>
          {t('ui.tree.unfold_all')}
        </a>
      ) : (
        <button type="button" class="button quiet small" data-fold="none">
          {t('ui.tree.unfold_all')}
        </button>
      )}
    </div>
  )
}

/** What is the same in the cells of a column, as HTML. */
interface CellParts<Row> {
  cell: (row: Row) => Child
  main: boolean
  start: Child
  end: Child
}

function looksOf<Row>(column: Column<Row>, columns: readonly Column<Row>[]): string {
  const main = isMain(column, columns) && 'main'
  return [main, column.align, column.width].filter(Boolean).join(' ')
}

function partsOf<Row>(columns: readonly Column<Row>[]): CellParts<Row>[] {
  return columns.map((column) => {
    const { header, cell } = column
    const main = isMain(column, columns)
    const looks = looksOf(column, columns)
    return {
      cell,
      main,
      start: main
        ? html`<th role="rowheader" scope="row" class="${looks}" data-label="${header}">`
        : html`<td role="cell" class="${looks}" data-label="${header}">`,
      end: raw(main ? '</th>' : '</td>'),
    }
  })
}

function rowsOf<Row>(
  roots: readonly TreeNode<Row>[],
  parts: readonly CellParts<Row>[],
  tint: TreeTableProps<Row>['tint'],
  prefix: string,
  from: number,
): Child[] {
  const pieces: Child[] = []
  const levels = [1, 2, 3, 4, 5, 6].map((level) => levelWord(level))
  const below = t('ui.tree.below')
  const end = raw('</tr>')
  const add = (node: TreeNode<Row>, depth: number): void => {
    const level = Math.min(6, Math.max(1, node.level ?? depth))
    const edge = tint?.(node.row) ?? 'none'
    const looks = edge === 'none' ? `level-${level}` : `level-${level} tint-${edge}`
    const folded = node.open === false ? html` data-folded=""` : ''
    pieces.push(html`<tr role="row" class="${looks}" data-depth="${depth}" ${folded}>`)
    for (const part of parts) {
      const cell = part.cell(node.row)
      if (part.main) {
        const start = nameStart(node, `${prefix}-${node.id}`, below)
        pieces.push(part.start, start, cell, nameEnd, levels[level - 1], part.end)
      } else pieces.push(part.start, cell, part.end)
    }
    pieces.push(end)
    for (const child of node.children) add(child, depth + 1)
  }
  for (const node of roots) add(node, from)
  return pieces
}

function levelWord(level: number): Child {
  return html`<span class="visually-hidden">${t('ui.tree.level', { level })}</span>`
}

/** The button is named by itself and by the row that it folds. */
function nameStart<Row>(node: TreeNode<Row>, id: string, below: string): Child {
  if (node.below)
    return html`<a
        class="fold"
        href="${node.below}"
        id="${id}-fold"
        aria-expanded="false"
        aria-label="${below}"
        aria-labelledby="${id}-fold ${id}-name"
      ></a>
      <div class="tree-name" id="${id}-name">`
  if (node.children.length === 0) return leaf
  return html`<button
      type="button"
      class="fold"
      id="${id}-fold"
      aria-expanded="true"
      aria-label="${below}"
      aria-labelledby="${id}-fold ${id}-name"
    ></button>
    <div class="tree-name" id="${id}-name">`
}

const leaf = raw('<div class="tree-name">')
const nameEnd = raw('</div>')
