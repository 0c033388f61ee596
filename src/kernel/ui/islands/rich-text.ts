import type { RichEditor } from './rich-editor.ts'

/**
 * Puts an editor in the place of the `<textarea>` inside it and keeps the textarea in step, so
 * that the form sends it. The editor itself is loaded only by pages that have one.
 */
export class RichText extends HTMLElement {
  #editor: RichEditor | undefined
  #leave = new AbortController()

  async connectedCallback(): Promise<void> {
    this.#leave = new AbortController()
    const { signal } = this.#leave
    const source = this.querySelector('textarea')
    const { startEditor } = await import('./rich-editor.ts')
    if (signal.aborted || !source) return
    this.#editor = startEditor(this, source, signal)
    // A page kept in memory must hold the textarea, not a dead editor.
    document.addEventListener('turbo:before-cache', () => this.#stop(), { signal })
  }

  disconnectedCallback(): void {
    this.#stop()
  }

  #stop(): void {
    this.#leave.abort()
    this.#editor?.stop()
    this.#editor = undefined
  }
}
