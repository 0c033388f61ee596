/** The session is over while something is typed: one signs in here, and the page stays as it is. */

/** An answer that is the page of signing in, in the place of what was asked for. */
export const isSignIn = (response: Response): boolean =>
  response.redirected && new URL(response.url).pathname === '/sign-in'

/** Where somebody is who has signed in: it says so, and whose page it is. */
const signedIn = '/signed-in'

const dialogOf = () => document.querySelector<HTMLDialogElement>('#sign-in-again')

/** Opens the dialog in which one signs in again; then what is given is done. */
export function askToSignIn(then: () => void): void {
  const dialog = dialogOf()
  if (!dialog || dialog.open) return
  dialog.showModal()
  const asking: Asking = { dialog, onwards: then }
  void show(asking, fetch(`/sign-in?next=${encodeURIComponent(signedIn)}`))
  watch(asking)
}

interface Asking {
  dialog: HTMLDialogElement
  onwards: () => void
}

/** All ways in that the page of signing in has: what stands in its forms is sent from here, and the page around it stays. */
async function show(asking: Asking, coming: Promise<Response>): Promise<void> {
  const page = pageOf(await (await coming).text())
  const ways = page.querySelectorAll('form[action^="/sign-in"], a[href^="/sign-in/with/"]')
  if (ways.length === 0) return
  const place = asking.dialog.querySelector('[data-place]')
  place?.replaceChildren(...[...ways].map((way) => prepared(asking, document.adoptNode(way))))
  place?.querySelector<HTMLElement>('.error-summary, input:not([type=hidden])')?.focus()
  for (const { src } of page.querySelectorAll<HTMLScriptElement>('script[src]')) bring(src)
  document.dispatchEvent(new Event('ways-in'))
}

function prepared(asking: Asking, way: Element): Element {
  if (way instanceof HTMLFormElement) {
    way.dataset['turbo'] = 'false'
    way.addEventListener('submit', (event) => {
      event.preventDefault()
      void signIn(asking, way)
    })
  }
  // Another server asks there: the page that comes in the end says to come back here.
  if (way instanceof HTMLAnchorElement) way.target = '_blank'
  return way
}

/** What a way in does by a script, it does here. */
function bring(src: string): void {
  if ([...document.scripts].some((one) => one.src === src)) return
  const script = document.createElement('script')
  script.type = 'module'
  script.src = src
  document.head.append(script)
}

const pageOf = (html: string) => new DOMParser().parseFromString(html, 'text/html')

async function signIn(asking: Asking, form: HTMLFormElement): Promise<void> {
  const said = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(said) })
  if (new URL(answer.url).pathname.startsWith('/sign-in'))
    return show(asking, Promise.resolve(answer))
  return cameIn(asking, await answer.text())
}

/** Who came in elsewhere, in another tab, has come in here too. */
function watch(asking: Asking): void {
  const stopped = new AbortController()
  const look = async () => {
    if (document.hidden) return
    const answer = await fetch(signedIn).catch(() => null)
    if (answer?.ok && asking.dialog.open && !isSignIn(answer)) cameIn(asking, await answer.text())
  }
  document.addEventListener('visibilitychange', () => void look(), { signal: stopped.signal })
  asking.dialog.addEventListener('close', () => stopped.abort(), { once: true })
}

function cameIn({ dialog, onwards }: Asking, html: string): void {
  const says = dialog.querySelector('[data-says]')
  if (accountIn(pageOf(html)) !== accountIn(document)) {
    const words = document.querySelector<HTMLElement>('#draft-words')?.dataset
    if (says) says.textContent = words?.['somebodyElse'] ?? ''
    return
  }
  if (says) says.textContent = ''
  dialog.close()
  onwards()
}

/** Whose page it is. */
const accountIn = (page: Document) =>
  page.querySelector<HTMLMetaElement>('meta[name="account"]')?.content
