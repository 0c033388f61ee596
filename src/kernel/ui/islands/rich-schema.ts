import { type AnyExtension, type Editor, Extension, Mark, Node } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { tableEditing } from '@tiptap/pm/tables'
import { Plugin } from '@tiptap/pm/state'
import StarterKit from '@tiptap/starter-kit'
import { alignments, headingLevels, marks, picture } from '#kernel/textparts'

// The editor knows what the server keeps (kernel/textparts), so that a text which is opened and saved comes back as
// it was.

/** Marks that the kit brings, with their keys. */
const ofKit: ReadonlySet<string> = new Set(['bold', 'italic', 'underline', 'strike'])

const ownMarks = marks
  .filter(({ name }) => !ofKit.has(name))
  .map((mark) => {
    const selector = 'class' in mark ? `${mark.tag}.${mark.class}` : mark.tag
    return Mark.create({
      name: mark.name,
      parseHTML: () => [{ tag: selector }],
      renderHTML: () => [mark.tag, 'class' in mark ? { class: mark.class } : {}, 0],
    })
  })

const kit: unknown = StarterKit.configure({
  code: false,
  codeBlock: false,
  listItem: false,
  heading: { levels: [...headingLevels] },
  dropcursor: false,
  trailingNode: false,
  link: {
    openOnClick: false,
    autolink: false,
    protocols: ['mailto', 'tel'],
    HTMLAttributes: { target: null, rel: null, class: null },
  },
})

/** An item of any blocks, a list or a table first among them, with the number that its author gave. */
const ListItem = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    value: { default: null, parseHTML: (item) => item.getAttribute('value') },
  }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) }
  },
})

const attribute = (name: string) => ({
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute(name),
})

/** A picture on a line of its own; without `alt`, its words are still owed. */
const Picture = Node.create({
  name: 'picture',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    src: attribute('src'),
    alt: attribute('alt'),
    class: attribute('class'),
  }),
  parseHTML: () => [{ tag: `${picture.tag}[src^="${picture.folder}"]` }],
  renderHTML: ({ HTMLAttributes }) => [picture.tag, HTMLAttributes],
})

const alignClass = (element: HTMLElement) =>
  alignments.find((side) => element.classList.contains(`align-${side}`)) ?? null

const Aligned = Extension.create({
  name: 'aligned',
  addGlobalAttributes: () => [
    {
      types: ['paragraph'],
      attributes: {
        align: {
          default: null,
          parseHTML: alignClass,
          renderHTML: ({ align }) => (typeof align === 'string' ? { class: `align-${align}` } : {}),
        },
      },
    },
  ],
})

/** A table as it was written: without inline widths, which the policy of the page forbids, nor cells put in. */
const PlainTable = Table.extend({
  renderHTML: () => ['table', ['tbody', 0]],
  addProseMirrorPlugins() {
    const { appendTransaction: _, ...spec } = tableEditing().spec
    return [new Plugin(spec)]
  },
})

/** A row that stood in the head of its table. */
const HeadedRow = TableRow.extend({
  addAttributes: () => ({
    head: {
      default: false,
      parseHTML: (row) => row.parentElement?.tagName === 'THEAD',
      renderHTML: ({ head }) => (head ? { 'data-head': '' } : {}),
    },
  }),
})

export const extensions = [
  // The kit may bring a second copy of the core's types; the build leaves one copy of its code.
  kit as AnyExtension,
  ...ownMarks,
  ListItem,
  Picture,
  Aligned,
  PlainTable,
  HeadedRow,
  TableHeader,
  TableCell,
]

/** What the editor holds, the rows of heads in their heads. */
export function htmlOf(editor: Editor): string {
  const html = editor.getHTML()
  if (html === '<p></p>') return ''
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const table of body.querySelectorAll('table')) {
    const rows = [...table.rows].filter((row) => row.closest('table') === table)
    const first = rows.findIndex((row) => !row.hasAttribute('data-head'))
    const heads = first < 0 ? rows : rows.slice(0, first)
    for (const row of rows) row.removeAttribute('data-head')
    if (heads.length > 0) table.createTHead().append(...heads)
  }
  return body.innerHTML
}
