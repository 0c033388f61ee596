import type { Meaning } from './style.ts'
import type { Context } from './run.ts'
import { Run } from './run.ts'
import { tidy, tidyTable } from './tidy.ts'
import type { Block, Cell, List, Picture, Row, Table } from './tree.ts'
import { blankParagraph, isBlank } from './tree.ts'

type Frame =
  | { kind: 'flow'; blocks: Block[]; orphans?: List }
  | { kind: 'list'; list: List }
  | { kind: 'table'; table: Table; header: boolean; looseRow?: Row }
  | { kind: 'row'; row: Row }

/**
 * Lists, quotes and tables inside one another, of any kind; deeper ones become plain paragraphs. The typesetter
 * carries six tables of which each stands in the next, in the templates of the house, and no seventh.
 */
export const deepest = 5

/** Makes blocks of properly nested elements, whatever stands in what. */
export class Builder {
  readonly #frames: Frame[] = [{ kind: 'flow', blocks: [] }]
  readonly #run = new Run()
  readonly #drop: (what: string) => void
  #depth = 0
  #placed = 0

  /** `drop` is told what stands too deep to be kept as what it was. */
  constructor(drop: (what: string) => void) {
    this.#drop = drop
  }

  text(value: string, context: Context): void {
    this.#run.text(value, context)
  }

  break(context: Context): void {
    this.#run.break(context)
  }

  rule(): void {
    this.endRun()
    this.#place({ type: 'rule' })
  }

  picture(picture: Picture): void {
    this.endRun()
    this.#place(picture)
  }

  /** Ends the paragraph that is being written, if any. */
  endRun(): void {
    const block = this.#run.end()
    if (block) this.#place(block)
  }

  /** Opens a block element; returns what closes it. */
  open(name: string, meaning: Meaning): () => void {
    this.endRun()
    const close = this.#enter(name, meaning)
    return () => {
      this.endRun()
      close()
    }
  }

  /** The finished text. */
  finish(): Block[] {
    this.endRun()
    const [root] = this.#frames
    return root?.kind === 'flow' ? this.#tidied(root.blocks) : []
  }

  #enter(name: string, meaning: Meaning): () => void {
    switch (name) {
      case 'p':
        return this.#paragraph()
      case 'ul':
      case 'ol':
        return this.#list(name === 'ol', meaning)
      case 'li':
        return this.#item(meaning)
      case 'blockquote':
        return this.#quote()
      case 'table':
        return this.#table()
      case 'thead':
      case 'tbody':
      case 'tfoot':
        return this.#section(name === 'thead')
      case 'tr':
        return this.#row()
      case 'td':
      case 'th':
        return this.#cell(name === 'th', meaning)
      default:
        return nothing
    }
  }

  /** A paragraph in which nothing was written is a blank line. */
  #paragraph(): () => void {
    const before = this.#placed
    return () => {
      if (this.#placed === before) this.#place(blankParagraph())
    }
  }

  #list(ordered: boolean, { start, numbering }: Meaning): () => void {
    if (this.#depth >= deepest) return this.#flatten(ordered ? 'ol' : 'ul')
    const list: List = {
      type: 'list',
      ordered,
      ...(ordered && start !== undefined && { start }),
      ...(ordered && numbering && { numbering }),
      items: [],
    }
    return this.#within({ kind: 'list', list }, () => {
      if (list.items.length > 0) this.#place(list)
    })
  }

  #item({ value }: Meaning): () => void {
    const top = this.#frames.at(-1)
    if (top?.kind !== 'list') return this.#orphanItem()
    const { list } = top
    return this.#flow((blocks) => {
      if (value !== undefined && list.ordered) (list.values ??= {})[list.items.length] = value
      list.items.push(blocks)
    })
  }

  /** Items outside a list: those that follow one another make a list of their own. */
  #orphanItem(): () => void {
    if (this.#depth >= deepest) return nothing // Told of the list that it would have stood in.
    this.#depth += 1
    return this.#flow((blocks) => {
      this.#depth -= 1
      const around = this.#frames.at(-1)
      const last = around?.kind === 'flow' ? around.orphans : undefined
      if (around?.kind === 'flow' && last && last === around.blocks.at(-1)) {
        last.items.push(blocks)
        return
      }
      const list: List = { type: 'list', ordered: false, items: [blocks] }
      this.#place(list)
      if (around?.kind === 'flow') around.orphans = list
    })
  }

  #quote(): () => void {
    if (this.#depth >= deepest) return this.#flatten('blockquote')
    this.#depth += 1
    return this.#flow((children) => {
      this.#depth -= 1
      if (children.length > 0) this.#place({ type: 'quote', children })
    })
  }

  #table(): () => void {
    if (this.#depth >= deepest) return this.#flatten('table')
    const table: Table = { type: 'table', rows: [] }
    return this.#within({ kind: 'table', table, header: false }, () => {
      if (table.rows.some((row) => row.cells.length > 0)) this.#place(tidyTable(table))
    })
  }

  #section(header: boolean): () => void {
    const top = this.#frames.at(-1)
    if (top?.kind !== 'table') return nothing
    top.header = header
    delete top.looseRow
    return () => {
      top.header = false
      delete top.looseRow
    }
  }

  #row(): () => void {
    const top = this.#frames.at(-1)
    if (top?.kind !== 'table') return nothing
    const row: Row = { header: top.header, cells: [] }
    top.table.rows.push(row)
    delete top.looseRow
    this.#frames.push({ kind: 'row', row })
    return () => this.#frames.pop()
  }

  #cell(header: boolean, { colspan, rowspan }: Meaning): () => void {
    const row = this.#rowHere()
    if (!row) return nothing
    const cell: Cell = { header, colspan, rowspan, children: [] }
    row.cells.push(cell)
    return this.#flow((blocks) => {
      cell.children = blocks
    })
  }

  /** The row that is open; cells straight in a table share a row of their own. */
  #rowHere(): Row | undefined {
    const top = this.#frames.at(-1)
    if (top?.kind === 'row') return top.row
    if (top?.kind !== 'table') return undefined
    if (!top.looseRow) {
      top.looseRow = { header: top.header, cells: [] }
      top.table.rows.push(top.looseRow)
    }
    return top.looseRow
  }

  #flatten(tag: string): () => void {
    this.#drop(tag)
    return nothing
  }

  #within(frame: Frame, close: () => void): () => void {
    this.#depth += 1
    this.#frames.push(frame)
    return () => {
      this.#depth -= 1
      this.#frames.pop()
      close()
    }
  }

  #flow(close: (blocks: Block[]) => void): () => void {
    const blocks: Block[] = []
    this.#frames.push({ kind: 'flow', blocks })
    return () => {
      this.#frames.pop()
      close(this.#tidied(blocks))
    }
  }

  #tidied(blocks: Block[]): Block[] {
    return tidy(blocks, { lists: deepest - this.#depth, drop: this.#drop })
  }

  /** Text straight in a table goes before it, as in browsers; straight in a list, into an item. */
  #place(block: Block): void {
    this.#placed += 1
    const frame = this.#frames.findLast(({ kind }) => kind === 'flow' || kind === 'list')
    if (frame !== this.#frames.at(-1) && isBlank(block)) return
    if (frame?.kind === 'flow') frame.blocks.push(block)
    else if (frame?.kind === 'list') placeInList(frame.list, block)
  }
}

function placeInList({ items }: List, block: Block): void {
  const last = items.at(-1)
  if (isBlank(block)) return
  if (block.type === 'list' && last) last.push(block)
  else items.push([block])
}

function nothing(): void {}
