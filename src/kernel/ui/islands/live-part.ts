import { morphElements, session, visit } from '@hotwired/turbo'
import { forget, keep, type Kept, keptHere } from './kept-acts.ts'

/** In milliseconds: how often it is looked whether the line holds; how long it may be silent; how long one may be away unsaid. */
const times = { look: 1000, silent: 25_000, unsaid: 2000, ask: 8000, again: 15_000, poll: 5000 }

/** A part of a page that follows what others do (`LivePart` of the kit). */
export class LivePart extends HTMLElement {
  #source: EventSource | undefined
  #heard = 0
  #opened = 0
  #asked = 0
  #away = 0
  #asking = false
  #again = false
  #timer: number | undefined

  connectedCallback(): void {
    this.#open()
    this.#timer = window.setInterval(() => this.#look(), times.look)
    this.addEventListener('turbo:fetch-request-error', this.#lost)
    this.addEventListener('input', begin)
    this.addEventListener('turbo:before-morph-attribute', stayOpen)
    window.addEventListener('online', this.#back)
    this.#sayKept()
  }

  disconnectedCallback(): void {
    window.clearInterval(this.#timer)
    this.#source?.close()
    this.removeEventListener('turbo:fetch-request-error', this.#lost)
    window.removeEventListener('online', this.#back)
  }

  readonly #back = (): void => {
    this.#source?.close()
    this.#open()
  }

  #open(): void {
    const source = new EventSource(this.dataset['signals'] ?? '')
    this.#source = source
    this.#opened = this.#heard = performance.now()
    source.addEventListener('change', () => {
      this.#heard = performance.now()
      void this.#ask()
    })
    source.addEventListener('beat', () => {
      this.#heard = performance.now()
    })
    source.addEventListener('error', () => {
      this.#away ||= performance.now()
    })
  }

  /** The line may be gone without a word, or refused: what is shown is asked for all the same. */
  #look(): void {
    const now = performance.now()
    const refused = this.#source?.readyState === EventSource.CLOSED
    const silent = now - this.#heard > times.silent
    if ((refused && now - this.#opened > times.again) || silent) this.#back()
    if (refused && now - this.#asked > times.poll) void this.#ask()
    if (this.#away && now - this.#away > times.unsaid) this.#say('away', true)
  }

  /** Asks for this part as it is now; once more where something changed meanwhile. */
  async #ask(): Promise<void> {
    if (this.#asking) {
      this.#again = true
      return
    }
    this.#asking = true
    this.#asked = performance.now()
    try {
      const answer = await fetch(location.href, {
        headers: { 'x-part': 'live', accept: 'text/html' },
        signal: AbortSignal.timeout(times.ask),
      })
      await this.#show(answer)
      this.#away = 0
      this.#say('away', false)
      await this.#sendKept()
    } catch {
      // The line is down: what is shown is old, and says so. It is asked for again when it is back.
      this.#away ||= performance.now()
    } finally {
      this.#asking = false
      if (this.#again) {
        this.#again = false
        void this.#ask()
      }
    }
  }

  async #show(answer: Response): Promise<void> {
    const html = await answer.text()
    if (!this.isConnected) return
    const page = new DOMParser().parseFromString(html, 'text/html')
    const fresh = page.getElementById('live')
    const shown = this.querySelector('#live')
    // Who has signed out, or may see it no more, gets the page that says so; a house that is busy is asked again.
    if (answer.status < 500 && answer.status !== 429 && !fresh) session.refresh(location.href)
    if (fresh && shown) follow(shown, fresh)
  }

  #say(what: 'away' | 'kept', so: boolean): void {
    const words = this.querySelector<HTMLElement>(`[data-live="${what}"]`)
    if (words && words.hidden === so) words.hidden = !so
  }

  readonly #sayKept = (): void => this.#say('kept', keptHere().length > 0)

  /** What was sent did not arrive, or nobody knows: it is kept with its key, by which the house does it once. */
  readonly #lost = ({ target }: Event): void => {
    if (!(target instanceof HTMLFormElement)) return
    keep(target)
    this.#away ||= performance.now()
    this.#say('away', true)
    this.#sayKept()
  }

  async #sendKept(): Promise<void> {
    for (const act of keptHere()) await this.#send(act)
    this.#sayKept()
  }

  async #send(act: Kept): Promise<void> {
    const answer = await fetch(act.action, {
      method: 'POST',
      body: new URLSearchParams(act.body),
      headers: { accept: 'text/html' },
      redirect: 'manual',
    })
    forget(act)
    if (answer.type === 'opaqueredirect') return session.refresh(location.href)
    // It was refused: the page says why.
    visit(location.href, {
      action: 'replace',
      response: {
        statusCode: answer.status,
        redirected: false,
        responseHTML: await answer.text(),
      },
    })
  }
}

/** Somebody types in a form: what others do does not empty it, as long as it asks the same. */
function begin({ target }: Event): void {
  const form = target instanceof Element ? target.closest('form') : null
  if (form) form.dataset['begun'] = ''
}
/** What somebody opened stays open. */
function stayOpen(event: Event): void {
  const opens = event instanceof CustomEvent && event.detail.attributeName === 'open'
  if (opens && event.target instanceof HTMLDetailsElement) event.preventDefault()
}
const isBegun = (node: Element): boolean => node.matches('form[data-begun]')
const sendsTo = (node: Element): string | null => node.getAttribute('action')

/** What became of an act is said beside its button, and has the focus: it stays where the part goes on. */
function follow(shown: Element, fresh: Element): void {
  // By an id that nothing fresh has, it is taken for none of that.
  for (const said of shown.querySelectorAll('.flashes')) said.id = 'live-outcome'
  const beforeNodeMorphed = (node: Element, next: Element) =>
    !node.matches('.flashes') && !(isBegun(node) && sendsTo(node) === sendsTo(next))
  morphElements(shown, fresh, { callbacks: { beforeNodeMorphed } })
}
