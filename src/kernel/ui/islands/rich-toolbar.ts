import type { Editor } from '@tiptap/core'
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history'
import type { RichTextCommand } from '../rich-text.tsx'
import { maskPicture, startPicturePanel } from './rich-picture.ts'

type Act = (editor: Editor) => void

const h3 = { level: 3 }

// The general commands of the core: those of each extension are typed by its own core only.
const acts: Record<Exclude<RichTextCommand, 'link' | 'picture'>, Act> = {
  bold: (editor) => editor.chain().focus().toggleMark('bold').run(),
  italic: (editor) => editor.chain().focus().toggleMark('italic').run(),
  underline: (editor) => editor.chain().focus().toggleMark('underline').run(),
  masked: (editor) => {
    if (!maskPicture(editor)) editor.chain().focus().toggleMark('masked').run()
  },
  heading: (editor) => editor.chain().focus().toggleNode('heading', 'paragraph', h3).run(),
  bulletList: (editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run(),
  orderedList: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run(),
  indent: (editor) => editor.chain().focus().sinkListItem('listItem').run(),
  outdent: (editor) => editor.chain().focus().liftListItem('listItem').run(),
  quote: (editor) => editor.chain().focus().toggleWrap('blockquote').run(),
  table: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3 }).run(),
  undo: (editor) => undo(editor.state, editor.view.dispatch),
  redo: (editor) => redo(editor.state, editor.view.dispatch),
  addRow: (editor) => editor.chain().focus().addRowAfter().run(),
  addColumn: (editor) => editor.chain().focus().addColumnAfter().run(),
  deleteRow: (editor) => editor.chain().focus().deleteRow().run(),
  deleteColumn: (editor) => editor.chain().focus().deleteColumn().run(),
  deleteTable: (editor) => editor.chain().focus().deleteTable().run(),
}

/** Whether a button has something to do here; absent: always. */
const possible: Partial<Record<string, (editor: Editor) => boolean>> = {
  undo: (editor) => undoDepth(editor.state) > 0,
  redo: (editor) => redoDepth(editor.state) > 0,
  indent: (editor) => editor.can().sinkListItem('listItem'),
  outdent: (editor) => editor.can().liftListItem('listItem'),
  link: (editor) => !editor.state.selection.empty || editor.isActive('link'),
}

const names: Partial<Record<string, string>> = { quote: 'blockquote' }

function isAct(command: string): command is keyof typeof acts {
  return command in acts
}

/** Wakes the toolbar that the server drew: one tab stop, arrows move in it, Escape leaves it. */
export function startToolbar(
  host: HTMLElement,
  editor: Editor,
  signal: AbortSignal,
): { stop(): void } {
  const bar = host.querySelector<HTMLElement>('[role=toolbar]')
  if (!bar) return { stop() {} }
  const linkPanel = startLinkPanel(host, editor, signal)
  const picturePanel = startPicturePanel(host, editor, signal)
  bar.hidden = false
  const update = () => show(bar, editor)
  editor.on('transaction', update)
  update()
  bar.addEventListener('mousedown', (event) => event.preventDefault(), { signal })
  bar.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('[data-do]') : null
      const command = button?.getAttribute('data-do') ?? ''
      if (command === 'link') linkPanel.open()
      else if (command === 'picture') picturePanel.open()
      else if (isAct(command)) acts[command](editor)
    },
    { signal },
  )
  bar.addEventListener('keydown', (event) => move(event, bar, editor), { signal })
  return {
    stop() {
      bar.hidden = true
      linkPanel.close()
      picturePanel.close()
    },
  }
}

function show(bar: HTMLElement, editor: Editor): void {
  const inTable = bar.querySelector<HTMLElement>('[data-in-table]')
  if (inTable) inTable.hidden = !editor.isActive('table')
  for (const button of bar.querySelectorAll<HTMLButtonElement>('[data-do]')) {
    const command = button.dataset['do'] ?? ''
    if (button.hasAttribute('aria-pressed')) {
      const pressed = editor.isActive(names[command] ?? command)
      button.setAttribute('aria-pressed', String(pressed))
    }
    const usable = possible[command]?.(editor) ?? true
    button.setAttribute('aria-disabled', String(!usable))
  }
  keepOneTabStop(bar)
}

function buttonsOf(bar: HTMLElement): HTMLButtonElement[] {
  return [...bar.querySelectorAll<HTMLButtonElement>('[data-do]')].filter(
    (button) => !button.closest('[hidden]'),
  )
}

function keepOneTabStop(bar: HTMLElement, wanted?: HTMLButtonElement): void {
  const buttons = buttonsOf(bar)
  const stop = wanted ?? buttons.find((button) => button.tabIndex === 0) ?? buttons[0]
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1
}

function move(event: KeyboardEvent, bar: HTMLElement, editor: Editor): void {
  if (event.key === 'Escape') {
    editor.commands.focus()
    return
  }
  const buttons = buttonsOf(bar)
  const at = buttons.findIndex((button) => button === document.activeElement)
  const goals: Record<string, number> = {
    ArrowRight: (at + 1) % buttons.length,
    ArrowLeft: (at - 1 + buttons.length) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  }
  const button = buttons[goals[event.key] ?? -1]
  if (!button) return
  event.preventDefault()
  keepOneTabStop(bar, button)
  button.focus()
}

/** The line that asks for the address of a link; it stands in the form, so it has none itself. */
function startLinkPanel(
  host: HTMLElement,
  editor: Editor,
  signal: AbortSignal,
): { open(): void; close(): void } {
  const panel = host.querySelector<HTMLElement>('[data-link]')
  const input = panel?.querySelector('input')
  if (!panel || !input) return { open() {}, close() {} }
  const close = () => {
    panel.hidden = true
  }
  const set = () => {
    const href = input.value.trim()
    const chain = editor.chain().focus().extendMarkRange('link')
    if (href) chain.setMark('link', { href }).run()
    else chain.unsetMark('link').run()
    close()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
    close()
  }
  panel.querySelector('[data-link-set]')?.addEventListener('click', set, { signal })
  panel.querySelector('[data-link-remove]')?.addEventListener('click', remove, { signal })
  panel.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter' && event.target === input) {
        event.preventDefault()
        set()
      }
      if (event.key === 'Escape') {
        close()
        editor.commands.focus()
      }
    },
    { signal },
  )
  const open = () => {
    const { href } = editor.getAttributes('link')
    input.value = typeof href === 'string' ? href : ''
    panel.hidden = false
    input.focus()
  }
  return { open, close }
}
