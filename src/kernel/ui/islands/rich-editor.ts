import { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { asHtml } from './plain-text.ts'
import { dropOf, pasteOf } from './rich-paste.ts'
import { extensions, htmlOf } from './rich-schema.ts'
import { startToolbar } from './rich-toolbar.ts'

/** A running editor; `stop` gives the place back to the textarea. */
export interface RichEditor {
  stop(): void
}

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
  const editor: Editor = new Editor({
    element: host,
    injectCSS: false,
    extensions,
    content: asHtml(source.value),
    editorProps: {
      // Before the editor parses it, which the policy of the page forbids of inline styles.
      handleDOMEvents: { paste: pasteOf(host, () => editor), drop: dropOf(host, () => editor) },
      decorations: ({ doc }) => wordsOwed(doc, host.querySelector<HTMLElement>('[data-picture]')),
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
      source.value = htmlOf(changed)
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

/** A picture whose words are owed says that, also to who does not see it. */
function wordsOwed(doc: Node, panel: HTMLElement | null): DecorationSet {
  const owed: Decoration[] = []
  const says = { 'aria-label': panel?.dataset['describe'] ?? '', class: 'words-owed' }
  doc.descendants((node, at) => {
    if (node.type.name === 'picture' && node.attrs['alt'] === null)
      owed.push(Decoration.node(at, at + node.nodeSize, says))
  })
  return DecorationSet.create(doc, owed)
}

/** Tab goes to the next field (WCAG 2.1.2), never into a list level or the next cell. */
function leaveWithTab(host: HTMLElement, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Tab') event.stopImmediatePropagation()
  }
  host.addEventListener('keydown', onKey, { capture: true, signal })
}
