import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { Count, type Tone } from './mark.tsx'

export interface BoardCard {
  id: string
  title: string
  href: string
  /** Above the title: « 2.1.3 ». */
  reference?: string | undefined
  /** Small facts in a line: service, amount, `Tag`s. */
  meta?: readonly Child[] | undefined
  /** At the end of the line of the reference: a `Badge`, a `Meter`. */
  end?: Child
  /** What moves it: `PostButton`s, or a `Menu` of them. */
  actions?: Child
}

export interface BoardColumn {
  id: string
  title: string
  tone?: Tone | undefined
  /** How many there are; the number of cards when absent. */
  count?: number | undefined
  cards: readonly BoardCard[]
  /** What stands in place of the cards when there are none. */
  empty?: string | undefined
}

export interface BoardProps {
  label: string
  columns: readonly BoardColumn[]
  /** Of the headings of the columns; 2 unless told. */
  level?: 2 | 3 | undefined
}

/** Cards in columns, by what has become of them. Columns scroll inside it; a phone stacks them. */
export function Board({ label, columns, level = 2 }: BoardProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it
    <section class="board" aria-label={label} tabindex={0}>
      {columns.map((column) => (
        <BoardColumnView column={column} level={level} />
      ))}
    </section>
  )
}

function BoardColumnView({ column, level }: { column: BoardColumn; level: 2 | 3 }) {
  const { id, title, tone = 'neutral', cards, count = cards.length } = column
  const heading = (
    <>
      {title} <Count value={count} />
    </>
  )
  return (
    <div class={`board-column ${tone}`} data-id={id}>
      {level === 2 ? <h2>{heading}</h2> : <h3>{heading}</h3>}
      {cards.length === 0 ? (
        <p class="board-empty">{column.empty ?? t('ui.board.empty')}</p>
      ) : (
        <ul aria-label={title}>
          {cards.map((card) => (
            <BoardCardView card={card} />
          ))}
        </ul>
      )}
    </div>
  )
}

function BoardCardView({ card }: { card: BoardCard }) {
  const { id, title, href, reference, meta, end, actions } = card
  return (
    <li class="board-card" data-id={id}>
      {(reference || end) && (
        <div class="board-line">
          {reference && <span class="board-reference">{reference}</span>}
          {end && <span class="board-end">{end}</span>}
        </div>
      )}
      <a href={href}>{title}</a>
      {meta && meta.length > 0 && (
        <ul class="meta">
          {meta.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
      )}
      {actions && <div class="board-actions">{actions}</div>}
    </li>
  )
}
