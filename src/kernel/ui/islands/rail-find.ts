/** What a name is compared by: neither case nor accents count. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()

/**
 * Shows in the rail only what bears the words of its field, folded or not, as one writes. Enter goes
 * to the first of them, Escape shows all again. Without JavaScript the form leads to the page of all
 * trades.
 */
export class RailFind extends HTMLElement {
  readonly #foldedBefore = new Map<HTMLDetailsElement, boolean>()

  connectedCallback(): void {
    this.addEventListener('input', () => this.#show())
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#forget(event)
    })
    this.addEventListener('submit', (event) => {
      const [first] = this.#found()
      if (!this.#words() || !first) return
      event.preventDefault()
      first.querySelector('a')?.click()
    })
  }

  get #rail(): Element | null {
    return this.closest('.rail')
  }

  #words(): string {
    return plain(this.querySelector('input')?.value ?? '')
  }

  #forget(event: Event): void {
    const field = this.querySelector('input')
    if (!field?.value) return
    event.preventDefault()
    field.value = ''
    this.#show()
  }

  #lines(): HTMLElement[] {
    return [...(this.#rail?.querySelectorAll<HTMLElement>(':is(div, details) > ul > li') ?? [])]
  }

  #found(): HTMLElement[] {
    return this.#lines().filter((line) => !line.hidden)
  }

  #show(): void {
    const words = this.#words()
    for (const line of this.#lines())
      line.hidden = !plain(line.querySelector('a > span')?.textContent ?? '').includes(words)
    for (const part of this.#rail?.querySelectorAll<HTMLElement>(':scope > :is(div, details)') ??
      []) {
      part.hidden = !part.querySelector('li:not([hidden])')
      if (part instanceof HTMLDetailsElement) this.#unfold(part, words !== '')
    }
    const none = this.querySelector('output')
    if (none) none.textContent = this.#found().length > 0 ? '' : (none.dataset['none'] ?? '')
  }

  /** While one looks for something, nothing that was found is folded. */
  #unfold(part: HTMLDetailsElement, looking: boolean): void {
    const before = this.#foldedBefore.get(part)
    if (looking && before === undefined) this.#foldedBefore.set(part, part.open)
    part.open = looking || (before ?? part.open)
    if (!looking) this.#foldedBefore.delete(part)
  }
}
