import type { Editor } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { picturesAmong, takePictures } from './rich-picture.ts'

/** What `/api/texts/pasted` answers. */
interface Pasted {
  html: string
  /** What was left aside, in a sentence; empty where nothing was. */
  left: string
}

/**
 * Reads what is pasted from elsewhere on the server, as everything is read that comes in: real lists for those of
 * Word, marks for its styles (which the policy of the page takes from parsed HTML), and a word on what is left
 * aside. What an editor of ours put on the clipboard is pasted as it is.
 */
export function pasteOf(host: HTMLElement, editorOf: () => Editor) {
  let reading = false
  const take = async (view: EditorView, html: string, words: string) => {
    const pasted = await read(html)
    if (view.isDestroyed) return
    reading = true
    if (pasted) view.pasteHTML(pasted.html)
    else view.pasteText(words)
    reading = false
    say(host, pasted ? pasted.left : (host.dataset['pasteFailed'] ?? ''))
  }
  return (view: EditorView, event: ClipboardEvent): boolean => {
    const html = event.clipboardData?.getData('text/html') ?? ''
    const pictures = picturesAmong(event.clipboardData)
    // Programs that copy words put a picture of them beside; one that copies a picture alone has no words.
    if (!reading && pictures.length > 0 && !hasWords(event.clipboardData)) {
      event.preventDefault()
      void takePictures(host, editorOf(), pictures)
      return true
    }
    if (reading || html === '' || html.includes('data-pm-slice')) return false
    event.preventDefault()
    void take(view, html, event.clipboardData?.getData('text/plain') ?? '')
    return true
  }
}

const hasWords = (clipboard: DataTransfer | null) =>
  (clipboard?.getData('text/plain') ?? '').trim() !== ''

/** Pictures that are dropped into the text are kept, and stand where they were dropped. */
export const dropOf =
  (host: HTMLElement, editorOf: () => Editor) =>
  (view: EditorView, event: DragEvent): boolean => {
    const pictures = picturesAmong(event.dataTransfer)
    // What is moved within the text is there already: browsers give it as a file, too.
    if (pictures.length === 0 || view.dragging) return false
    event.preventDefault()
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
    void takePictures(host, editorOf(), pictures, at)
    return true
  }

async function read(html: string): Promise<Pasted | null> {
  const answer = await fetch('/api/texts/pasted', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ html }),
  }).catch(() => null)
  // The answer is of our own route.
  return answer?.ok ? ((await answer.json()) as Pasted) : null
}

function say(host: HTMLElement, words: string): void {
  const place = host.querySelector<HTMLElement>('[data-pasted]')
  if (!place) return
  place.textContent = words
  place.hidden = words === ''
}
