/** What was sent from a page and did not arrive, as it was sent: with the key of its form. */
export interface Kept {
  /** The id of who sent it. */
  who: string
  page: string
  action: string
  body: string
  at: number
}

const place = 'kept-acts'
/** In milliseconds: what is older was meant for another moment, and is not sent any more. */
const oldest = 10 * 60_000

function all(): Kept[] {
  // What this tab wrote itself; another shape is of another version of these pages.
  const found: unknown = JSON.parse(sessionStorage.getItem(place) ?? '[]')
  return Array.isArray(found) ? found.filter(isKept) : []
}

const isKept = (one: unknown): one is Kept =>
  typeof one === 'object' &&
  one !== null &&
  'page' in one &&
  'action' in one &&
  'body' in one &&
  'at' in one &&
  Date.now() - Number(one.at) < oldest &&
  'who' in one &&
  one.who === me()

/** Who looks. */
const me = () => document.querySelector<HTMLElement>('live-part')?.dataset['me'] ?? ''

const write = (some: readonly Kept[]) => sessionStorage.setItem(place, JSON.stringify(some))

/** Keeps what a form sends, for as long as the tab is open; the last of what was sent to one address counts. */
export function keep(form: HTMLFormElement): void {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') body.append(name, value)
  const act = {
    who: me(),
    page: location.pathname,
    action: form.action,
    body: body.toString(),
    at: Date.now(),
  }
  write([
    ...all().filter(({ action, body: other }) => !replaces(act, { action, body: other })),
    act,
  ])
}

/** Whether one says anew what the other said: sent to the same address, for the same seat. */
function replaces(one: Pick<Kept, 'action' | 'body'>, other: Pick<Kept, 'action' | 'body'>) {
  const [mine, theirs] = [one, other].map(({ body }) => new URLSearchParams(body).get('seat_id'))
  return one.action === other.action && mine === theirs
}

/** What was kept of this page, in the order in which it was sent. */
export const keptHere = (): Kept[] => all().filter(({ page }) => page === location.pathname)

/** It was sent. */
export const forget = (act: Kept): void =>
  write(all().filter(({ action, body }) => action !== act.action || body !== act.body))
