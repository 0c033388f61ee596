import { askToSignIn } from './sign-in-again.ts'

/** Forms of which what is typed is kept on the server, for the one who types. */
export const kept = 'form:has(> input[name="form_of"])'

/** After the last key; while somebody types on and on; after a failure: in milliseconds. */
const pause = 2000
const atLeastEach = 10_000
const afterFailure = 15_000

interface Typing {
  /** Counts what was typed, to know whether there was more while it was being kept. */
  count: number
  since: number
  timer: ReturnType<typeof setTimeout> | undefined
  keeping: Promise<boolean> | undefined
  /** It is on its way to be saved: nothing of it is kept meanwhile. */
  sending: boolean
  /** Another tab has a newer text: until the person says which stays, nothing is kept. */
  behind: boolean
}

const typing = new WeakMap<HTMLFormElement, Typing>()

function of(form: HTMLFormElement): Typing {
  const known = typing.get(form)
  if (known) return known
  const fresh: Typing = {
    ...{ count: 0, since: 0, timer: undefined, keeping: undefined, sending: false, behind: false },
  }
  typing.set(form, fresh)
  return fresh
}

/** What a page says of drafts, in the language of who reads. */
export const words = (): DOMStringMap =>
  document.querySelector<HTMLElement>('#draft-words')?.dataset ?? {}

const field = (form: HTMLFormElement, name: string) =>
  form.querySelector<HTMLInputElement>(`:scope > input[name="${name}"]`)

/** Something in it is not kept yet. */
export const unkeptForms = () => [
  ...document.querySelectorAll<HTMLFormElement>('form[data-unkept]'),
]

/** Somebody typed in it: it is kept a little later. */
function typed(form: HTMLFormElement): void {
  const now = of(form)
  now.count += 1
  if (!('unkept' in form.dataset)) now.since = Date.now()
  form.dataset['unkept'] = ''
  schedule(form, Math.min(pause, Math.max(0, now.since + atLeastEach - Date.now())))
}

function schedule(form: HTMLFormElement, wait: number): void {
  const now = of(form)
  clearTimeout(now.timer)
  now.timer = setTimeout(() => void keep(form), wait)
}

/** Keeps what is typed in a form; true where nothing is left to keep. */
export async function keep(form: HTMLFormElement, last = false): Promise<boolean> {
  const now = of(form)
  clearTimeout(now.timer)
  if (now.keeping) await now.keeping
  if (!('unkept' in form.dataset)) return true
  if (now.sending || now.behind || !form.isConnected) return false
  now.keeping = send(form, now, last).finally(() => {
    now.keeping = undefined
  })
  return now.keeping
}

async function send(form: HTMLFormElement, now: Typing, last: boolean): Promise<boolean> {
  const { count } = now
  const body = JSON.stringify({
    form: field(form, 'form_of')?.value,
    page: location.pathname + location.search,
    title: document.querySelector('h1')?.textContent?.trim() ?? document.title,
    said: answersIn(form),
    after: field(form, 'form_edition')?.value || null,
  })
  const answer = await fetch('/api/drafts', {
    ...{ method: 'PUT', body, keepalive: last },
    headers: { 'content-type': 'application/json' },
  }).catch(() => null)
  if (answer?.status === 401) {
    say(form, words()['signedOut'] ?? '', [
      { label: words()['signIn'] ?? '', does: () => askToSignIn(() => signedIn(form)) },
    ])
    return false
  }
  if (!answer?.ok) {
    const why = answer && answer.status < 500 ? await toldBy(answer) : undefined
    say(form, why ?? words()['offline'] ?? '')
    // What is refused is refused again: it waits for the next key.
    if (why === undefined) schedule(form, afterFailure)
    return false
  }
  const kept = (await answer.json()) as { outcome: string; edition: string | null; words: string }
  if (kept.outcome === 'newer') {
    now.behind = true
    const both = { label: words()['keepBoth'] ?? '', does: () => void keepApart(form) }
    say(form, kept.words, [
      ...('adds' in form.dataset ? [both] : []),
      { label: words()['keepMine'] ?? '', does: () => void keepThis(form, kept.edition) },
      { label: words()['openOther'] ?? '', opens: location.href },
    ])
    return false
  }
  if (kept.outcome !== 'kept') {
    say(form, kept.words)
    return false
  }
  seen(form, kept.edition)
  if (now.count === count) delete form.dataset['unkept']
  now.since = Date.now()
  const withFiles = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].some(
    ({ files }) => files?.length,
  )
  say(form, withFiles ? `${kept.words} ${words()['files'] ?? ''}` : kept.words, [], 'kept')
  return now.count === count
}

/** Why the server does not keep it (RFC 9457). */
async function toldBy(answer: Response): Promise<string | undefined> {
  const problem = (await answer.json().catch(() => null)) as { detail?: string } | null
  return problem?.detail
}

/** The edition that this tab has seen. */
function seen(form: HTMLFormElement, edition: string | null): void {
  const place = field(form, 'form_edition')
  if (place) place.value = edition ?? ''
}

/** The person has said that this text stays, not the one of the other tab. */
function keepThis(form: HTMLFormElement, theirs: string | null): Promise<boolean> {
  of(form).behind = false
  seen(form, theirs)
  return keep(form)
}

/** What is added here is another thing than what is added there: from now on each has a draft of its own. */
function keepApart(form: HTMLFormElement): Promise<boolean> {
  const name = field(form, 'form_of')
  const apart = [...crypto.getRandomValues(new Uint8Array(4))]
    .map((one) => one.toString(16).padStart(2, '0'))
    .join('')
  if (name) name.value = `${name.value.split('#')[0]}#${apart}`
  const here = new URL(location.href)
  here.searchParams.set('form_apart', apart)
  history.replaceState(history.state, '', here)
  return keepThis(form, null)
}

/** They have signed in again: what is typed is still there. */
export function signedIn(form: HTMLFormElement): void {
  say(form, words()['signedIn'] ?? '')
  form.querySelector<HTMLElement>('.form-actions button')?.focus()
  void keep(form)
}

/** What is answered so far, by name: neither files nor secrets. */
function answersIn(form: HTMLFormElement): Record<string, string | string[]> {
  const secret = new Set(
    [...form.querySelectorAll<HTMLInputElement>('input[type=password]')].map(({ name }) => name),
  )
  const said: Record<string, string | string[]> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || secret.has(name)) continue
    const before = said[name]
    said[name] = before === undefined ? value : [before, value].flat()
  }
  return said
}

type Choice = { label: string } & ({ does: () => void } | { opens: string })

/** Says it at the end of the form; to those who listen only where it is something else than before. */
export function say(
  form: HTMLFormElement,
  sentence: string,
  choices: readonly Choice[] = [],
  state = sentence,
): void {
  const line = form.querySelector<HTMLElement>('[data-draft-line]')
  const listened = form.querySelector<HTMLElement>('[data-draft-says]')
  if (!line || !listened) return
  line.hidden = false
  line.dataset['state'] = state === 'kept' ? 'kept' : 'not'
  line.replaceChildren(sentence, ...choices.flatMap((choice) => [' ', drawn(choice)]))
  if (listened.dataset['state'] === state) return
  listened.dataset['state'] = state
  listened.textContent = sentence
}

function drawn(choice: Choice): HTMLElement {
  if ('opens' in choice) {
    const link = document.createElement('a')
    link.textContent = choice.label
    link.href = choice.opens
    link.target = '_blank'
    return link
  }
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button small'
  button.textContent = choice.label
  button.addEventListener('click', choice.does)
  return button
}

/** Of files alone nothing can be kept. */
const hasWords = (form: HTMLFormElement) =>
  form.querySelector(
    'input:not([type=hidden], [type=file]), select, textarea, [contenteditable]',
  ) !== null

function onTyping({ target }: Event): void {
  const form = target instanceof Element ? target.closest<HTMLFormElement>(kept) : null
  if (form && hasWords(form)) typed(form)
}

document.addEventListener('input', onTyping)

/** While it is being saved, nothing of it is kept: that would be a draft of what is saved. */
export function sending(form: HTMLFormElement, is: boolean): void {
  of(form).sending = is
  clearTimeout(of(form).timer)
}
