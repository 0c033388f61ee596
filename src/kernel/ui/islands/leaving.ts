import { visit } from '@hotwired/turbo'
import { ask } from './confirm.ts'
import { keep, kept, say, sending, signedIn, unkeptForms, words } from './drafts.ts'
import { askToSignIn, isSignIn } from './sign-in-again.ts'

/** Forms that may be sent now: what was typed is kept, what was asked is answered. */
const ready = new WeakSet<HTMLFormElement>()

/** A form is kept before it is sent: whatever becomes of that, what was typed is there. */
document.addEventListener(
  'submit',
  (event) => {
    const { target: form, submitter } = event
    if (!(form instanceof HTMLFormElement) || ready.delete(form)) return
    const question = form.dataset['asks']
    if (unkeptForms().length === 0 && question === undefined) return
    event.preventDefault()
    event.stopImmediatePropagation()
    void sendKept(form, submitter, question)
  },
  { capture: true },
)

async function sendKept(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  question: string | undefined,
): Promise<void> {
  const words = submitter?.textContent?.trim() ?? ''
  if (question !== undefined && !(await ask(question, words))) return
  const all = Promise.all(unkeptForms().map((one) => keep(one)))
  await Promise.race([all, new Promise((given) => setTimeout(given, patience))])
  ready.add(form)
  form.requestSubmit(submitter)
}

/** How long a person waits for that before it is sent all the same, in milliseconds. */
const patience = 3000

interface Submission {
  formSubmission: { formElement: HTMLFormElement }
  success?: boolean
}

const formOf = (event: Event): HTMLFormElement | undefined => {
  if (!(event instanceof CustomEvent)) return undefined
  const { formElement } = (event.detail as Submission).formSubmission
  return formElement.matches(kept) ? formElement : undefined
}

document.addEventListener('turbo:submit-start', (event) => {
  const form = formOf(event)
  if (form) sending(form, true)
})

document.addEventListener('turbo:submit-end', (event) => {
  const form = formOf(event)
  if (!form || !(event instanceof CustomEvent)) return
  sending(form, false)
  if (event.detail.success && !signedOut.delete(form)) delete form.dataset['unkept']
})

/** Forms that were answered with the page of signing in: what was typed stays in sight. */
const signedOut = new WeakSet<HTMLFormElement>()

document.addEventListener('turbo:before-fetch-response', (event) => {
  const { target: form } = event
  if (!(event instanceof CustomEvent) || !(form instanceof HTMLFormElement)) return
  const { response } = event.detail.fetchResponse as { response: Response }
  if (!form.matches(kept) || !isSignIn(response)) return
  event.preventDefault()
  signedOut.add(form)
  form.dataset['unkept'] = ''
  askToSignIn(() => signedIn(form))
})

document.addEventListener('turbo:fetch-request-error', ({ target: form }) => {
  if (form instanceof HTMLFormElement && form.matches(kept)) {
    form.dataset['unkept'] = ''
    say(form, words()['offline'] ?? '')
  }
})

/** Whoever goes to another page has what they typed kept first; where that fails, they are asked. */
document.addEventListener('turbo:before-visit', (event) => {
  const unkept = unkeptForms()
  if (unkept.length === 0 || !(event instanceof CustomEvent)) return
  event.preventDefault()
  void leave(event.detail.url, unkept)
})

async function leave(url: string, unkept: readonly HTMLFormElement[]): Promise<void> {
  const all = await Promise.all(unkept.map((form) => keep(form)))
  if (!all.every(Boolean) && !(await ask(words()['leave'] ?? '', words()['leaveYes']))) return
  for (const form of unkept) delete form.dataset['unkept']
  visit(url)
}

/** The browser goes elsewhere, closes, or reloads: it asks where something is not kept. */
window.addEventListener('beforeunload', (event) => {
  if (unkeptForms().length > 0) event.preventDefault()
})

const keepLast = () => {
  for (const form of unkeptForms()) void keep(form, true)
}
document.addEventListener('visibilitychange', () => {
  if (document.hidden) keepLast()
})
window.addEventListener('pagehide', keepLast)
window.addEventListener('popstate', keepLast, { capture: true })
