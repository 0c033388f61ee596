/** The session is over while something is typed: one signs in here, and the page stays as it is. */

/** An answer that is the page of signing in, in the place of what was asked for. */
export const isSignIn = (response: Response): boolean =>
  response.redirected && new URL(response.url).pathname === '/sign-in'

const dialogOf = () => document.querySelector<HTMLDialogElement>('#sign-in-again')

/** Opens the dialog in which one signs in again; then what is given is done. */
export function askToSignIn(then: () => void): void {
  const dialog = dialogOf()
  if (!dialog || dialog.open) return
  dialog.showModal()
  void show(dialog, fetch(`/sign-in?next=${encodeURIComponent(location.pathname)}`), then)
}

/** Shows the form of the page that comes; it is sent from here, and the page around it stays. */
async function show(
  dialog: HTMLDialogElement,
  coming: Promise<Response>,
  then: () => void,
): Promise<void> {
  const page = pageOf(await (await coming).text())
  const form = page.querySelector<HTMLFormElement>('form[action^="/sign-in"]')
  if (!form) return
  form.dataset['turbo'] = 'false'
  dialog.querySelector('[data-place]')?.replaceChildren(document.adoptNode(form))
  form.querySelector<HTMLElement>('.error-summary, input:not([type=hidden])')?.focus()
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void signIn(dialog, form, then)
  })
}

const pageOf = (html: string) => new DOMParser().parseFromString(html, 'text/html')

async function signIn(
  dialog: HTMLDialogElement,
  form: HTMLFormElement,
  then: () => void,
): Promise<void> {
  const said = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(said) })
  const html = await answer.text()
  if (new URL(answer.url).pathname.startsWith('/sign-in'))
    return show(dialog, Promise.resolve(new Response(html)), then)
  const says = dialog.querySelector('[data-says]')
  if (accountIn(pageOf(html)) !== accountIn(document)) {
    const words = document.querySelector<HTMLElement>('#draft-words')?.dataset
    if (says) says.textContent = words?.['somebodyElse'] ?? ''
    return undefined
  }
  if (says) says.textContent = ''
  dialog.close()
  return then()
}

/** Whose page it is. */
const accountIn = (page: Document) =>
  page.querySelector<HTMLMetaElement>('meta[name="account"]')?.content
