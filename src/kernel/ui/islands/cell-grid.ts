/** Where each key leads from a cell, as rows and columns; ends are far beyond the last. */
const far = 100_000
const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ...{ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] },
  ...{ Home: [0, -far], End: [0, far], PageUp: [-far, 0], PageDown: [far, 0] },
}

/**
 * Makes a grid of the table of buttons inside it (WAI-ARIA grid): one Tab leads into it, arrows from cell to cell. Without scripts each
 * button is reached by Tab.
 */
export class CellGrid extends HTMLElement {
  #at: [row: number, column: number] = [0, 0]
  #within = false

  connectedCallback(): void {
    this.#apply()
    this.addEventListener('keydown', this)
    this.addEventListener('focusin', this)
    this.addEventListener('focusout', this)
    document.addEventListener('turbo:morph', this)
  }

  disconnectedCallback(): void {
    document.removeEventListener('turbo:morph', this)
  }

  handleEvent(event: Event): void {
    if (event.type === 'turbo:morph') return this.#again()
    if (event.type === 'focusout') return void (this.#within = false)
    const button = event.target instanceof Element ? event.target.closest('td button') : null
    if (!(button instanceof HTMLButtonElement)) return
    if (event instanceof KeyboardEvent) this.#key(event)
    else this.#enter(button)
  }

  #key(event: KeyboardEvent): void {
    const step = steps[event.key]
    if (!step || event.altKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const [row, column] = this.#at
    const isCorner = event.ctrlKey && (event.key === 'Home' || event.key === 'End')
    this.#cell(row + (isCorner ? step[1] : step[0]), column + step[1])?.focus()
  }

  /** The cell that is come to is the one that Tab comes back to. */
  #enter(button: HTMLButtonElement): void {
    this.#cell(...this.#at)?.setAttribute('tabindex', '-1')
    for (const [row, cells] of this.#cells().entries())
      if (cells.includes(button)) this.#at = [row, cells.indexOf(button)]
    button.tabIndex = 0
    this.#within = true
  }

  #again(): void {
    const within = this.#within
    this.#apply()
    if (!within) return
    const cell = this.#cell(...this.#at)
    cell?.focus()
    // What a cell became is said aloud too: it has the focus already.
    const said = this.querySelector('output')
    if (said) said.textContent = cell?.ariaLabel ?? ''
  }

  #apply(): void {
    this.querySelector('table')?.setAttribute('role', 'grid')
    for (const cell of this.querySelectorAll('td')) cell.setAttribute('role', 'gridcell')
    for (const button of this.#cells().flat()) button.tabIndex = -1
    this.#cell(...this.#at)?.setAttribute('tabindex', '0')
  }

  #cells(): HTMLButtonElement[][] {
    return [...this.querySelectorAll('tbody tr')].map((row) => [
      ...row.querySelectorAll<HTMLButtonElement>('td button'),
    ])
  }

  #cell(row: number, column: number): HTMLButtonElement | undefined {
    const rows = this.#cells()
    const cells = rows[Math.min(Math.max(row, 0), rows.length - 1)] ?? []
    return cells[Math.min(Math.max(column, 0), cells.length - 1)]
  }
}
