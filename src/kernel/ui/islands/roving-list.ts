/**
 * Arrows go from one item (`li[data-roving]`) of the list inside it to the next; a key of one letter presses the button of the item
 * that has the focus and that names it (`data-key`). Elsewhere on the page these keys do nothing (WCAG 2.1.4).
 */
export class RovingList extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('keydown', this)
  }

  handleEvent(event: Event): void {
    if (!(event instanceof KeyboardEvent) || !(event.target instanceof Element)) return
    const item = event.target.closest<HTMLElement>('li[data-roving]')
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const done = step ? this.#go(item, step) : this.#press(item, event)
    if (done) event.preventDefault()
  }

  #go(item: HTMLElement, step: number): boolean {
    const items = [...this.querySelectorAll<HTMLElement>('li[data-roving]')]
    const next = items[items.indexOf(item) + step]
    next?.querySelector<HTMLElement>('button')?.focus()
    next?.scrollIntoView({ block: 'nearest' })
    return next !== undefined
  }

  #press(item: HTMLElement, { key, repeat, target }: KeyboardEvent): boolean {
    const off = document.documentElement.dataset['keys'] === 'off'
    const types = target instanceof HTMLInputElement && target.type !== 'checkbox'
    if (off || types || repeat || !/^\p{L}$/u.test(key)) return false
    const button = item.querySelector<HTMLElement>(`[data-key="${CSS.escape(key.toLowerCase())}"]`)
    button?.click()
    return button !== null
  }
}
