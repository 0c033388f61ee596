import { session } from '@hotwired/turbo'

const everyMs = 1000

/**
 * While its attribute `pending` stands, the page is fetched again each second and morphed in
 * place. It waits while nobody looks and while somebody types.
 */
export class RefreshWhile extends HTMLElement {
  static observedAttributes = ['pending']
  #timer: ReturnType<typeof setInterval> | undefined

  connectedCallback(): void {
    this.#watch()
  }

  attributeChangedCallback(): void {
    this.#watch()
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer)
  }

  #watch(): void {
    clearInterval(this.#timer)
    if (!this.isConnected || !this.hasAttribute('pending')) return
    this.#timer = setInterval(() => this.#refresh(), everyMs)
  }

  #refresh(): void {
    const busy = document.activeElement?.matches('input, select, textarea, [contenteditable]')
    const asking = document.querySelector('dialog[open], form[data-unkept]')
    if (!document.hidden && !busy && !asking) session.refresh(document.baseURI)
  }
}
