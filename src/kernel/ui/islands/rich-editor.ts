import { type AnyExtension, Editor, Mark } from '@tiptap/core'
import { TableCell, TableHeader, TableRow, Table } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { asHtml } from './plain-text.ts'
import { startToolbar } from './rich-toolbar.ts'

/** A running editor; `stop` gives the place back to the textarea. */
export interface RichEditor {
  stop(): void
}

/** A passage that the public copy replaces by « masqué ». */
const Masked = Mark.create({
  name: 'masked',
  parseHTML: () => [{ tag: 'mark.masked' }],
  renderHTML: () => ['mark', { class: 'masked' }, 0],
})

/** A table without the inline widths that the security policy forbids. */
const PlainTable = Table.extend({ renderHTML: () => ['table', ['tbody', 0]] })

const kit: unknown = StarterKit.configure({
  code: false,
  codeBlock: false,
  strike: false,
  horizontalRule: false,
  heading: { levels: [2, 3, 4] },
  dropcursor: false,
  trailingNode: false,
  link: {
    openOnClick: false,
    autolink: false,
    protocols: ['mailto', 'tel'],
    HTMLAttributes: { target: null, rel: null, class: null },
  },
})

const extensions = [
  // The kit may bring a second copy of the core's types; the build leaves one copy of its code.
  kit as AnyExtension,
  Masked,
  PlainTable,
  TableRow,
  TableHeader,
  TableCell,
]

function copiedAttributes(source: HTMLTextAreaElement): Record<string, string> {
  const copied: Record<string, string> = {}
  for (const name of ['aria-describedby', 'aria-invalid', 'aria-required']) {
    const value = source.getAttribute(name)
    if (value !== null) copied[name] = value
  }
  return copied
}

/** Starts an editor beside its textarea; `signal` ends its listeners. */
export function startEditor(
  host: HTMLElement,
  source: HTMLTextAreaElement,
  signal: AbortSignal,
): RichEditor {
  const { id } = source
  const label = document.getElementById(`${id}-label`)
  const editor = new Editor({
    element: host,
    injectCSS: false,
    extensions,
    content: asHtml(source.value),
    editorProps: {
      attributes: {
        ...copiedAttributes(source),
        id,
        class: 'editor act',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': label?.id ?? '',
      },
    },
    onUpdate: ({ editor: changed }) => {
      source.value = changed.isEmpty ? '' : changed.getHTML()
      source.dispatchEvent(new Event('input', { bubbles: true }))
    },
  })
  source.id = `${id}-source`
  source.hidden = true
  label?.addEventListener('click', () => editor.commands.focus(), { signal })
  leaveWithTab(host, signal)
  const toolbar = startToolbar(host, editor, signal)
  return {
    stop() {
      toolbar.stop()
      editor.destroy()
      host.querySelector('.editor')?.remove()
      source.id = id
      source.hidden = false
    },
  }
}

/** Tab goes to the next field (WCAG 2.1.2), never into a list level or the next cell. */
function leaveWithTab(host: HTMLElement, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Tab') event.stopImmediatePropagation()
  }
  host.addEventListener('keydown', onKey, { capture: true, signal })
}
