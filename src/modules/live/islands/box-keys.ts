import { boxKeys } from '../sealing.ts'
import { boxOpener, keepOpener } from './kept.ts'

/** Around the form that opens a secret vote: makes the key of its box. Around the one that counts: fills that key in. */
export class BoxKeys extends HTMLElement {
  readonly #made = this.dataset['seals'] === undefined ? boxKeys() : undefined

  connectedCallback(): void {
    this.addEventListener('submit', this.#sends, { capture: true })
    // What is drawn anew holds no key.
    this.addEventListener('focusin', this.#fill)
    // Where the screen goes on, its form comes after it does, or anew.
    const comes = { childList: true, subtree: true, attributeFilter: ['data-seals', 'value'] }
    this.#drawn.observe(this, comes)
    this.#fill()
  }

  disconnectedCallback(): void {
    this.#drawn.disconnect()
  }

  readonly #drawn = new MutationObserver(() => this.#fill())

  readonly #fill = (): void => {
    const input = this.#input('key')
    const opens = boxOpener(this.dataset['seals'] ?? '')
    if (!input || opens === null || input.value !== '') return
    // What the screen draws anew takes the attribute away, and is seen by that.
    input.setAttribute('value', opens)
    input.value = opens
  }

  readonly #sends = (event: SubmitEvent): void => {
    this.#fill()
    const input = this.#input('box_key')
    if (!input || input.value !== '' || !(event.target instanceof HTMLFormElement)) return
    const form = event.target
    event.preventDefault()
    event.stopImmediatePropagation()
    void this.#open(form, input)
  }

  async #open(form: HTMLFormElement, input: HTMLInputElement): Promise<void> {
    const { seals = '', opens = '' } = (await this.#made) ?? {}
    keepOpener(seals, opens)
    input.value = seals
    // As long as the event of a submission is told, browsers take no other of that form.
    setTimeout(() => form.requestSubmit())
  }

  #input(name: string): HTMLInputElement | null {
    return this.querySelector(`input[name="${name}"]`)
  }
}
