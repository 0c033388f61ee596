type Says = 'grabbed' | 'moved' | 'dropped' | 'cancelled'

/**
 * Lets the items (`li[data-id]`) of the list inside it be moved by pointer or keyboard: Space on the handle grabs,
 * arrows move, Space drops, Escape cancels. A drop fills `id` and `position` of its form and sends it. The handle is
 * a link, to a form that moves its item: pressed without a move, it is followed.
 */
export class ReorderList extends HTMLElement {
  #item: HTMLElement | undefined
  #before: Element | null = null
  #pointer = false
  #dragged = false

  connectedCallback(): void {
    this.addEventListener('pointerdown', this)
    this.addEventListener('pointermove', this)
    this.addEventListener('pointerup', this)
    this.addEventListener('pointercancel', this)
    this.addEventListener('click', this)
    this.addEventListener('keydown', this)
    this.addEventListener('focusout', this)
  }

  disconnectedCallback(): void {
    this.#item = undefined
  }

  handleEvent(event: Event): void {
    if (event instanceof KeyboardEvent) this.#key(event)
    else if (event.type === 'click') this.#click(event)
    else if (event instanceof PointerEvent) this.#point(event)
    else if (event.type === 'focusout' && !this.#pointer) queueMicrotask(() => this.#left())
  }

  #key(event: KeyboardEvent): void {
    const grip = this.#gripOf(event)
    if (!grip) return
    const actions: Record<string, () => void> = {
      ' ': () => (this.#item ? this.#drop() : this.#grab(grip)),
      Enter: () => this.#drop(),
      ArrowUp: () => this.#step(-1, grip),
      ArrowDown: () => this.#step(1, grip),
      Escape: () => this.#cancel(grip),
    }
    const action = actions[event.key]
    if (!action || !(event.key === ' ' || this.#item)) return
    event.preventDefault()
    action()
  }

  /** What ends a drag is no click on the link. */
  #click(event: Event): void {
    if (this.#dragged && this.#gripOf(event)) event.preventDefault()
    this.#dragged = false
  }

  #point(event: PointerEvent): void {
    if (event.type === 'pointerdown') {
      const grip = this.#gripOf(event)
      if (!grip || event.button !== 0) return
      grip.setPointerCapture(event.pointerId)
      this.#pointer = true
      this.#dragged = false
      this.#grab(grip)
    } else if (!this.#pointer) return
    else if (event.type === 'pointermove') this.#follow(event.clientY)
    else {
      if (event.type === 'pointerup') this.#drop()
      else this.#cancel()
      this.#pointer = false
    }
  }

  #grab(grip: HTMLElement): void {
    const item = grip.closest<HTMLElement>('li[data-id]')
    if (!item) return
    this.#item = item
    this.#before = item.nextElementSibling
    item.classList.add('grabbed')
    this.#say('grabbed', item)
  }

  /**
   * Past the neighbour in one direction; a heading between two parts is passed with it. What stands below another (`.sub`) moves
   * among its like; anything else passes those below its neighbour too.
   */
  #step(direction: -1 | 1, grip: HTMLElement): void {
    const item = this.#item
    const items = this.#items()
    let at = item ? items.indexOf(item) + direction : -1
    const isBelow = (one: HTMLElement | undefined) => one?.classList.contains('sub') ?? false
    if (!item || (isBelow(item) && !isBelow(items[at]))) return
    const further = () => isBelow(direction < 0 ? items[at] : items[at + 1])
    while (!isBelow(item) && further()) at += direction
    const neighbour = items[at]
    if (!neighbour) return
    if (direction < 0) neighbour.before(item)
    else neighbour.after(item)
    grip.focus()
    item.scrollIntoView({ block: 'nearest' })
    this.#say('moved', item)
  }

  #follow(y: number): void {
    const item = this.#item
    if (!item) return
    const over = this.#items().find((other) => {
      const box = other.getBoundingClientRect()
      return other !== item && y >= box.top && y <= box.bottom
    })
    if (!over) return
    const box = over.getBoundingClientRect()
    const below = y > box.top + box.height / 2
    this.#dragged = true
    if (below && over.nextElementSibling !== item) over.after(item)
    if (!below && over.previousElementSibling !== item) over.before(item)
    item.scrollIntoView({ block: 'nearest' })
  }

  #drop(): void {
    const item = this.#item
    if (!item) return
    this.#release(item)
    if (item.nextElementSibling === this.#before) return
    this.#say('dropped', item)
    const form = this.querySelector<HTMLFormElement>('form[data-moves]')
    for (const [name, value] of Object.entries({
      id: item.dataset['id'] ?? '',
      position: String(this.#position(item)),
    })) {
      const input = form?.elements.namedItem(name)
      if (input instanceof HTMLInputElement) input.value = value
    }
    form?.requestSubmit()
  }

  #cancel(grip?: HTMLElement): void {
    const item = this.#item
    if (!item) return
    item.parentElement?.insertBefore(item, this.#before)
    this.#release(item)
    grip?.focus()
    this.#say('cancelled', item)
  }

  /** A grabbed item that loses the keyboard goes back: nobody would see where it went. */
  #left(): void {
    if (this.#item && !this.#item.contains(document.activeElement)) this.#cancel()
  }

  #release(item: HTMLElement): void {
    item.classList.remove('grabbed')
    this.#item = undefined
  }

  #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('li[data-id]')]
  }

  #position(item: HTMLElement): number {
    return this.#items().indexOf(item) + 1
  }

  #gripOf(event: Event): HTMLElement | null {
    return event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grip]') : null
  }

  #say(what: Says, item: HTMLElement): void {
    const region = this.querySelector('[data-says]')
    if (!region) return
    region.textContent = (this.getAttribute(`text-${what}`) ?? '')
      .replace('{title}', item.dataset['title'] ?? '')
      .replace('{position}', String(this.#position(item)))
      .replace('{total}', String(this.#items().length))
  }
}
