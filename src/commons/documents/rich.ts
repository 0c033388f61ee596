/** How a run of text is set. A masked run is one that public copies leave out. */
export type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'sub' | 'sup' | 'masked'

export type Inline =
  | { type: 'text'; text: string; marks: Mark[]; href?: string }
  | { type: 'break' }

export interface Cell {
  header: boolean
  colspan: number
  rowspan: number
  children: Block[]
}

/** The tree of a rich text, as it is stored and as `templates/rich.typ` prints it. */
export type Block =
  | {
      type: 'paragraph'
      align?: 'left' | 'center' | 'right' | 'justify'
      children: Inline[]
    }
  | { type: 'heading'; level: 3 | 4 | 5; children: Inline[] }
  | { type: 'list'; ordered: boolean; start?: number; items: Block[][] }
  | { type: 'quote'; children: Block[] }
  | { type: 'table'; rows: { header: boolean; cells: Cell[] }[] }
  | { type: 'rule' }
