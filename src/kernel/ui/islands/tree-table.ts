/**
 * Folds the rows of the table inside it. A row (`tr[data-depth]`) contains those after it that are
 * deeper. What is folded is kept as long as the page is, through its refreshes too. Where a row does not bring what
 * it contains, its fold is a link to a page that does: the rows are taken from there.
 */
export class TreeTable extends HTMLElement {
  #folded = new Set<string>()
  /** The ids of the links whose rows were brought: a refresh takes these away. */
  #brought = new Set<string>()

  connectedCallback(): void {
    const marked = this.querySelectorAll('tr[data-folded] .fold')
    this.#folded = new Set([...marked].map(({ id }) => id))
    this.#apply()
    this.addEventListener('click', this)
    this.addEventListener('keydown', this)
    document.addEventListener('turbo:morph', this)
  }

  disconnectedCallback(): void {
    document.removeEventListener('turbo:morph', this)
  }

  handleEvent(event: Event): void {
    if (event.type === 'turbo:morph') {
      for (const link of this.querySelectorAll<HTMLAnchorElement>('a.fold'))
        if (this.#brought.has(link.id)) void this.#bring(link)
      return this.#apply()
    }
    const target = event.target instanceof Element ? event.target : null
    const fold = target?.closest<HTMLElement>('.fold')
    if (fold && event instanceof KeyboardEvent) this.#key(event, fold)
    else if (fold instanceof HTMLAnchorElement) {
      if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      void this.#bring(fold, true)
    } else if (fold) this.#set(fold, !this.#folded.has(fold.id))
    else if (event.type === 'click') this.#all(target?.closest<HTMLElement>('[data-fold]'))
  }

  #key(event: KeyboardEvent, fold: HTMLElement): void {
    const actions: Record<string, () => void> = {
      ArrowLeft: () => this.#set(fold, true),
      ArrowRight: () => {
        if (fold instanceof HTMLAnchorElement) void this.#bring(fold, true)
        else this.#set(fold, false)
      },
      ArrowUp: () => this.#step(fold, -1),
      ArrowDown: () => this.#step(fold, 1),
    }
    const action = actions[event.key]
    if (!action || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    action()
  }

  /** To the next row in sight that can be folded. */
  #step(fold: HTMLElement, direction: -1 | 1): void {
    const inSight = this.#folds().filter((one) => !one.closest('tr')?.hidden)
    inSight[inSight.indexOf(fold) + direction]?.focus()
  }

  /** Puts the rows of another page below the row of this link, which becomes a button; goes there where that fails. */
  async #bring(link: HTMLAnchorElement, focus = false): Promise<void> {
    if (link.ariaBusy === 'true') return
    link.ariaBusy = 'true'
    const answer = await fetch(link.href, { headers: { accept: 'text/html' } }).catch(() => null)
    const text = answer?.ok && !answer.redirected ? await answer.text() : ''
    const page = new DOMParser().parseFromString(text, 'text/html')
    const [own, ...rows] = page.querySelectorAll('tree-table tr[data-depth]')
    if (!own) return location.assign(link.href)
    const button = document.createElement('button')
    button.type = 'button'
    for (const name of ['class', 'id', 'aria-label', 'aria-labelledby'])
      button.setAttribute(name, link.getAttribute(name) ?? '')
    link.closest('tr')?.after(...rows)
    link.replaceWith(button)
    if (focus) button.focus()
    this.#brought.add(button.id)
    this.#apply()
  }

  #set(fold: HTMLElement, folded: boolean): void {
    if (folded) this.#folded.add(fold.id)
    else this.#folded.delete(fold.id)
    this.#apply()
  }

  #all(button: HTMLElement | null | undefined): void {
    if (!button) return
    // A link is folded as it is.
    const folds = button.dataset['fold'] === 'all' ? this.#folds().filter(isButton) : []
    this.#folded = new Set(folds.map(({ id }) => id))
    this.#apply()
  }

  #folds(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.fold')]
  }

  #apply(): void {
    let hiddenBelow = Infinity
    for (const row of this.querySelectorAll<HTMLElement>('tr[data-depth]')) {
      const depth = Number(row.dataset['depth'])
      const hidden = depth > hiddenBelow
      if (row.hidden !== hidden) row.hidden = hidden
      if (hidden) continue
      const fold = row.querySelector('.fold')
      const folded = fold !== null && (!isButton(fold) || this.#folded.has(fold.id))
      fold?.setAttribute('aria-expanded', String(!folded))
      hiddenBelow = folded ? depth : Infinity
    }
  }
}

const isButton = (fold: Element): boolean => fold instanceof HTMLButtonElement
