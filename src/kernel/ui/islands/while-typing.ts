/** How long nothing is typed before it is asked, in milliseconds. */
const quiet = 400

/**
 * What a page says of a form that is still typed: its fields go to `address`, whose page holds this place as it would then
 * be. Without it a button of the form shows that page.
 */
export class WhileTyping extends HTMLElement {
  private timer: number | undefined
  private asking: AbortController | undefined

  connectedCallback(): void {
    this.closest('form')?.addEventListener('input', this.later)
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer)
    this.asking?.abort()
  }

  private readonly later = ({ target }: Event): void => {
    const fields = this.dataset['fields']?.split(' ') ?? []
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
    if (!fields.some((name) => target.name.startsWith(name))) return
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.ask(), quiet)
  }

  private async ask(): Promise<void> {
    const form = this.closest('form')
    const address = this.dataset['address']
    if (!form || !address) return
    this.asking?.abort()
    this.asking = new AbortController()
    const sent = new FormData(form)
    // It is no act: the key is kept for what is sent in the end.
    sent.delete('form_key')
    const body = new URLSearchParams()
    for (const [name, value] of sent) if (typeof value === 'string') body.append(name, value)
    try {
      const answer = await fetch(address, { method: 'POST', body, signal: this.asking.signal })
      if (!answer.headers.get('content-type')?.startsWith('text/html')) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const fresh = page.getElementById(this.id)
      if (fresh) this.replaceChildren(...fresh.childNodes)
    } catch {
      // Broken off by what is typed next, or out of reach: the button asks the same.
    }
  }
}
