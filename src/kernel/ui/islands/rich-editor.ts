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

/** Starts an editor in the place of its textarea, also under the hands of who already types there; `signal` ends its listeners. */
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
  const typing = document.activeElement === source
  const caret = placeAfter(editor.state.doc, source.value.slice(0, source.selectionEnd))
  // What one goes on to type would be lost with the textarea: the command `focus` would wait for the next frame.
  if (typing) {
    editor.commands.setTextSelection(caret)
    editor.view.focus()
  }
  source.hidden = true
  label?.addEventListener('click', () => editor.commands.focus(), { signal })
  leaveWithTab(host, signal)
  startInsertions(source, editor, signal)
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

/** Shows the buttons of the form that put words where one types, and does what they say. */
function startInsertions(source: HTMLTextAreaElement, editor: Editor, signal: AbortSignal): void {
  const { form, name } = source
  const buttons = form?.querySelectorAll<HTMLButtonElement>(`[data-inserts][data-into="${name}"]`)
  for (const button of buttons ?? []) {
    button.hidden = false
    signal.addEventListener('abort', () => (button.hidden = true))
    const text = button.dataset['inserts'] ?? ''
    const insert = () => editor.chain().focus().insertContent({ type: 'text', text }).run()
    button.addEventListener('click', insert, { signal })
  }
}

/** Where a text goes on after what was typed of it: spaces and ends of lines may have become other ones. */
function placeAfter(doc: Node, typed: string): number {
  const signs = (text: string) => text.replace(/\s/g, '')
  let left = signs(typed).length
  let place = 1
  doc.descendants((node, at) => {
    const { text } = node
    if (text === undefined || left === 0) return
    const many = signs(text).length
    const all = many <= left
    place = all ? at + text.length : at + lengthOf(text, left)
    left = all ? left - many : 0
  })
  return left > 0 ? doc.content.size - 1 : place
}

/** How much of a text holds so many signs that are no spaces. */
function lengthOf(text: string, many: number): number {
  let found = 0
  for (let at = 0; at < text.length; at += 1) {
    if (/\S/.test(text[at] ?? '')) found += 1
    if (found === many) return at + 1
  }
  return text.length
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
