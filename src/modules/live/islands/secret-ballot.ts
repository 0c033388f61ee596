import { ballotOf, drawPaper, unblind } from '../device.ts'
import { numberOf, toBytes, toText } from '../sealing.ts'
import { keepBallot, type KeptBallot, keptBallot } from './kept.ts'

type Step = 'unable' | 'preparing' | 'ready' | 'sure' | 'done' | 'failed'

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const

/**
 * One secret ballot. It takes its paper as soon as it is shown, so that when it was given tells nothing of when it is cast;
 * seals what is chosen, and sends it without the session, on a connection that browsers keep apart for that.
 */
export class SecretBallot extends HTMLElement {
  connectedCallback(): void {
    // The page around it is drawn anew at each change: it stays as it is.
    this.addEventListener('turbo:before-morph-element', this.#stays)
    this.#at('choose', () => this.#choose())
    this.#at('cast', () => void this.#cast().catch((failure: unknown) => this.#fail(failure)))
    this.#at('back', () => this.#show('ready'))
    this.#at('again', () => void this.#go())
    this.addEventListener('change', this.#chosen)
    void this.#go()
  }

  readonly #stays = (event: Event): void => {
    if (event.target === this) event.preventDefault()
  }

  #at(what: string, act: () => void): void {
    this.querySelector(`[data-${what}]`)?.addEventListener('click', act)
  }

  get #ticked(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input:checked')]
  }

  /** A blank paper bears no name, and no paper more names than there are posts. */
  readonly #chosen = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || !target.checked) return
    for (const one of this.#ticked)
      if (one !== target && (target.value === '' || one.value === '')) one.checked = false
    if (this.#ticked.length > Number(this.dataset['most'])) target.checked = false
  }

  get #vote(): string {
    return this.dataset['vote'] ?? ''
  }
  get #seat(): string {
    return this.dataset['seat'] ?? ''
  }

  /** From where it stands, as this device kept it. */
  async #go(): Promise<void> {
    this.#show('preparing')
    try {
      const kept = keptBallot(this.#vote, this.#seat)
      if (kept?.state === 'cast') return this.#show('done', { number: kept.number })
      if (kept?.state === 'sent') return await this.#send(kept)
      if (kept?.state !== 'given') await this.#take(kept)
      const mark = await numberOf(toBytes(this.dataset['paperKey'] ?? ''))
      const place = this.querySelector<HTMLElement>('[data-mark]')
      if (place) place.textContent = (place.dataset['words'] ?? '').replace('{mark}', mark)
      this.#show('ready')
    } catch (failure) {
      this.#fail(failure)
    }
  }

  async #take(kept: (KeptBallot & { state: 'drawn' }) | undefined): Promise<void> {
    const { paperKey = '', papers = '' } = this.dataset
    const drawn = kept ?? (await draw(paperKey))
    // Kept first: where the answer is lost, the same is asked again.
    keepBallot(this.#vote, this.#seat, drawn)
    const answer = await post(papers, { seat_id: this.#seat, blinded: drawn.blinded })
    const { signed } = (await answer.json()) as { signed: string }
    const [paper, inverse] = [toBytes(drawn.paper), toBytes(drawn.inverse)]
    const proof = toText(await unblind(paperKey, { paper, inverse }, toBytes(signed)))
    keepBallot(this.#vote, this.#seat, {
      state: 'given',
      paper: drawn.paper,
      proof,
      own: drawn.own,
    })
  }

  #choose(): void {
    const missing = this.querySelector<HTMLElement>('[data-missing]')
    const names = this.#ticked.map((one) => one.closest('label')?.textContent.trim() ?? '')
    if (missing) missing.hidden = names.length > 0
    if (names.length === 0) return
    this.#show('sure', { choice: names.join(', ') })
    this.querySelector<HTMLElement>('[data-step="sure"] p')?.focus()
  }

  async #cast(): Promise<void> {
    const kept = keptBallot(this.#vote, this.#seat)
    if (kept?.state !== 'given') return this.#go()
    const answers = this.#ticked.map(({ value }) => value).filter((value) => value !== '')
    this.#show('preparing')
    const own = await crypto.subtle.importKey('jwk', kept.own, ecdsa, false, ['sign'])
    const held = { paper: toBytes(kept.paper), proof: toBytes(kept.proof), own }
    const { boxKey = '' } = this.dataset
    const ballot = await ballotOf(this.#vote, boxKey, held, answers)
    const sent = { state: 'sent', ...ballot } as const
    // Sealed: what was chosen stands nowhere any more, nor what could seal another.
    keepBallot(this.#vote, this.#seat, sent)
    for (const one of this.#ticked) one.checked = false
    await this.#send(sent)
  }

  async #send({ number, sent }: { number: string; sent: Record<string, string> }): Promise<void> {
    await post('/ballot-box', sent, 'omit')
    keepBallot(this.#vote, this.#seat, { state: 'cast', number })
    this.#show('done', { number })
  }

  #fail(failure: unknown): void {
    this.#show('failed', { why: failure instanceof Refused ? failure.message : '' })
  }

  #show(step: Step, words: Record<string, string> = {}): void {
    for (const one of this.querySelectorAll<HTMLElement>('[data-step]')) {
      one.hidden = one.dataset['step'] !== step
      const said = one.matches('[data-words]')
        ? one
        : one.querySelector<HTMLElement>('p[data-words]')
      for (const [name, word] of Object.entries(one.hidden ? {} : words))
        if (said) said.textContent = (said.dataset['words'] ?? '').replace(`{${name}}`, word)
    }
  }
}

async function draw(paperKey: string): Promise<KeptBallot & { state: 'drawn' }> {
  const { paper, blinded, inverse, own } = await drawPaper(paperKey)
  return {
    state: 'drawn',
    ...{ paper: toText(paper), blinded: toText(blinded), inverse: toText(inverse) },
    own: await crypto.subtle.exportKey('jwk', own),
  }
}

/** The house said why not. */
class Refused extends Error {}

async function post(
  address: string,
  body: object,
  credentials: RequestCredentials = 'same-origin',
): Promise<Response> {
  const answer = await fetch(address, {
    ...{ method: 'POST', credentials, body: JSON.stringify(body) },
    ...{ referrerPolicy: 'no-referrer', cache: 'no-store' },
    headers: { 'content-type': 'application/json', accept: 'application/json' },
  })
  if (answer.ok) return answer
  const told: unknown = await answer.json().catch(() => null)
  const why = typeof told === 'object' && told !== null && 'detail' in told ? told.detail : ''
  throw new Refused(typeof why === 'string' ? why : '')
}
