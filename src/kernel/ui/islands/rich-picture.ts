import type { Editor } from '@tiptap/core'

/** What `/api/texts/pictures` answers: where the picture is, or what was wrong with it. */
type Answered = { src: string } | { wrong: string }

/** Sends a picture to the house, which keeps it for a text of the one who writes. */
async function send(file: File, failed: string): Promise<Answered> {
  const data = await inBase64(file)
  const answer = await fetch('/api/texts/pictures', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data }),
  }).catch(() => null)
  // The answers are of our own route.
  if (answer?.ok) return (await answer.json()) as { src: string }
  const problem = (await answer?.json().catch(() => null)) as {
    errors?: Record<string, string[]>
    detail?: string
  } | null
  return { wrong: problem?.errors?.['data']?.[0] ?? problem?.detail ?? failed }
}

const inBase64 = (file: File) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader()
    // « data:image/png;base64,… »
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')))
    reader.addEventListener('error', () => resolve(''))
    reader.readAsDataURL(file)
  })

interface Shown {
  src: string
  alt: string | null
  class: string | null
}

/** Puts a picture where the cursor is, or where it was dropped, and chooses it: its words are asked of that one. */
function insert(editor: Editor, shown: Shown, at = editor.state.selection.to): void {
  const before = new Set<unknown>()
  editor.state.doc.descendants((node) => void before.add(node))
  editor
    .chain()
    .focus()
    .insertContentAt(at, { type: 'picture', attrs: { ...shown } })
    .run()
  editor.state.doc.descendants((node, place) => {
    if (node.type.name === 'picture' && !before.has(node)) editor.commands.setNodeSelection(place)
  })
}

/** The picture that is chosen in the editor. */
function chosen(editor: Editor): Shown | undefined {
  if (!editor.isActive('picture')) return undefined
  const { src, alt, class: look } = editor.getAttributes('picture')
  return {
    src: String(src),
    alt: typeof alt === 'string' ? alt : null,
    class: typeof look === 'string' ? look : null,
  }
}

const isMasked = ({ class: look }: Shown) => (look ?? '').split(' ').includes('masked')

const look = (before: string | null, masked: boolean) =>
  [
    ...(masked ? ['masked'] : []),
    ...(before ?? '').split(' ').filter((one) => one && one !== 'masked'),
  ].join(' ') || null

/** Hides the chosen picture when it is published, or shows it again; false where none is chosen. */
export function maskPicture(editor: Editor): boolean {
  const shown = chosen(editor)
  if (!shown) return false
  const masked = look(shown.class, !isMasked(shown))
  return editor.chain().focus().updateAttributes('picture', { class: masked }).run()
}

/** Pictures that were pasted or dropped: kept, and put in the text, where their words are asked for. */
export async function takePictures(
  host: HTMLElement,
  editor: Editor,
  files: readonly File[],
  at?: number,
): Promise<void> {
  const panel = host.querySelector<HTMLElement>('[data-picture]')
  const says = panel?.querySelector<HTMLElement>('[data-picture-says]')
  for (const file of files) {
    const answered = await send(file, panel?.dataset['failed'] ?? '')
    if (editor.isDestroyed) return
    if ('src' in answered) insert(editor, { src: answered.src, alt: null, class: null }, at)
    const said = 'wrong' in answered ? answered.wrong : (panel?.dataset['describe'] ?? '')
    if (panel && says) {
      panel.hidden = false
      says.textContent = said
    }
    if ('src' in answered) panel?.querySelector<HTMLElement>('[data-picture-alt]')?.focus()
  }
}

/** The pictures among what is pasted or dropped. */
export const picturesAmong = (given: DataTransfer | null): File[] =>
  [...(given?.files ?? [])].filter(({ type }) => type.startsWith('image/'))

/** The lines that ask for a picture and its words; they stand in the form, so they have none themselves. */
export function startPicturePanel(
  host: HTMLElement,
  editor: Editor,
  signal: AbortSignal,
): { open(): void; close(): void } {
  const panel = host.querySelector<HTMLElement>('[data-picture]')
  const file = panel?.querySelector<HTMLInputElement>('input[type=file]')
  const alt = panel?.querySelector<HTMLInputElement>('[data-picture-alt]')
  const decorative = panel?.querySelector<HTMLInputElement>('[data-picture-decorative]')
  const masked = panel?.querySelector<HTMLInputElement>('[data-picture-masked]')
  const says = panel?.querySelector<HTMLElement>('[data-picture-says]')
  if (!panel || !file || !alt || !decorative || !masked || !says) return { open() {}, close() {} }
  const part = (name: string) => panel.querySelector<HTMLElement>(`[data-picture-${name}]`)

  /** The words that were given; undefined, and said, where there are none. */
  const words = (): string | undefined => {
    const typed = decorative.checked ? '' : alt.value.trim()
    if (typed || decorative.checked) return typed
    says.textContent = panel.dataset['describe'] ?? ''
    alt.focus()
    return undefined
  }
  const close = () => {
    panel.hidden = true
    says.textContent = ''
    file.value = ''
  }
  /** As what is chosen in the editor wants it: a new picture, or the words of that one. */
  const fill = () => {
    const shown = chosen(editor)
    part('new')?.toggleAttribute('hidden', shown !== undefined)
    part('insert')?.toggleAttribute('hidden', shown !== undefined)
    for (const name of ['apply', 'remove']) part(name)?.toggleAttribute('hidden', !shown)
    alt.value = shown?.alt ?? ''
    decorative.checked = shown?.alt === ''
    masked.checked = shown !== undefined && isMasked(shown)
    says.textContent = shown?.alt === null ? (panel.dataset['describe'] ?? '') : ''
    return shown
  }
  const add = async () => {
    const picked = file.files?.[0]
    if (!picked) {
      says.textContent = panel.dataset['which'] ?? ''
      return file.focus()
    }
    const told = words()
    if (told === undefined) return
    panel.setAttribute('aria-busy', 'true')
    const answered = await send(picked, panel.dataset['failed'] ?? '')
    panel.removeAttribute('aria-busy')
    if (editor.isDestroyed) return
    if ('wrong' in answered) {
      says.textContent = answered.wrong
      return file.focus()
    }
    insert(editor, { src: answered.src, alt: told, class: look(null, masked.checked) })
    close()
  }
  const apply = () => {
    const shown = chosen(editor)
    const told = words()
    if (!shown || told === undefined) return
    const attributes = { alt: told, class: look(shown.class, masked.checked) }
    editor.chain().focus().updateAttributes('picture', attributes).run()
    close()
  }
  const remove = () => {
    editor.chain().focus().deleteSelection().run()
    close()
  }
  part('insert')?.addEventListener('click', () => void add(), { signal })
  part('apply')?.addEventListener('click', apply, { signal })
  part('remove')?.addEventListener('click', remove, { signal })
  decorative.addEventListener('change', () => (alt.disabled = decorative.checked), { signal })
  panel.addEventListener(
    'keydown',
    (event) => {
      if (
        event.key === 'Enter' &&
        event.target !== file &&
        !(event.target instanceof HTMLButtonElement)
      ) {
        event.preventDefault()
        if (chosen(editor)) apply()
        else void add()
      }
      if (event.key === 'Escape') {
        close()
        editor.commands.focus()
      }
    },
    { signal },
  )
  let before: number | undefined
  editor.on('selectionUpdate', () => {
    const shown = chosen(editor)
    const at = shown && editor.state.selection.from
    if (at === before) return
    before = at
    if (!shown) return close()
    fill()
    panel.hidden = false
  })
  // One that was chosen already, as the first block of a text is from the start, is chosen anew by a click.
  editor.view.dom.addEventListener(
    'click',
    ({ target }) => {
      if (!(target instanceof HTMLImageElement) || !chosen(editor)) return
      fill()
      panel.hidden = false
    },
    { signal },
  )
  return {
    open() {
      const shown = fill()
      panel.hidden = false
      ;(shown ? alt : file).focus()
    },
    close,
  }
}
