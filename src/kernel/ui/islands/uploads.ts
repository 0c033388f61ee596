import { visit } from '@hotwired/turbo'
import { askToSignIn } from './sign-in-again.ts'

/** A form with files is sent from here: it says how far it is, and what of it cannot be sent before it is. */
document.addEventListener(
  'submit',
  (event) => {
    const { target: form, submitter } = event
    if (!(form instanceof HTMLFormElement) || form.enctype !== 'multipart/form-data') return
    const input = form.querySelector<HTMLInputElement>('input[type=file]')
    // A button may lead elsewhere: where the form is kept, where it is shown again.
    if (!input?.files?.length || submitter?.hasAttribute('formaction')) return
    event.preventDefault()
    event.stopImmediatePropagation()
    void send(form, input, submitter)
  },
  { capture: true },
)

/** What an input said of the files that it left: said again on the page that comes. */
let left: { action: string; sentences: readonly string[] } | undefined

async function send(
  form: HTMLFormElement,
  input: HTMLInputElement,
  submitter: HTMLElement | null,
): Promise<void> {
  if (form.hasAttribute('aria-busy')) return
  const { sentences, files } = chosen(input)
  say(input, sentences)
  if (files.length === 0) return input.focus()
  const said = new FormData(form, submitter)
  if (files.length < (input.files?.length ?? 0)) {
    said.delete(input.name)
    for (const file of files) said.append(input.name, file)
  }
  form.setAttribute('aria-busy', 'true')
  const answer = await post(form.action, said, (share) => progress(input, share))
  form.removeAttribute('aria-busy')
  progress(input, null)
  const words = wordsOf(input)
  if (answer.status === 0 || answer.status >= 500)
    return say(input, [...sentences, words['cut'] ?? ''])
  const at = new URL(answer.responseURL)
  if (at.pathname === '/sign-in')
    return askToSignIn(() => form.querySelector<HTMLElement>('.form-actions button')?.focus())
  // What was taken is not chosen any more: a second press sends nothing twice.
  if (answer.status < 400) input.value = ''
  left = sentences.length > 0 ? { action: form.action, sentences } : undefined
  const here = at.pathname === location.pathname || answer.status >= 400
  visit(here ? location.href : at.href, {
    action: here ? 'replace' : 'advance',
    response: { statusCode: 200, redirected: !here, responseHTML: answer.responseText },
  })
}

/** What can be sent of what was chosen, and a sentence for each that cannot. */
function chosen(input: HTMLInputElement): { sentences: string[]; files: File[] } {
  const all = [...(input.files ?? [])]
  const most = Number(input.dataset['most'] ?? Infinity)
  const words = wordsOf(input)
  const filled = (sentence: string, name: string, size: number) =>
    sentence
      .replace('{name}', () => name)
      .replace('{size}', sizeOf(size))
      .replace('{most}', sizeOf(most))
  const wrong = (file: File): string[] => {
    if (file.size > most) return [filled(words['tooLarge'] ?? '', file.name, file.size)]
    return file.size > 0 ? [] : [filled(words['empty'] ?? '', file.name, 0)]
  }
  const apart = 'apart' in input.dataset
  const files = apart ? all.filter((file) => wrong(file).length === 0) : all
  const together = files.reduce((sum, { size }) => sum + size, 0)
  const sentences = apart ? all.flatMap(wrong) : []
  if (together <= most) return { sentences, files }
  return { sentences: [...sentences, filled(words['tooMuch'] ?? '', '', together)], files: [] }
}

function sizeOf(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte']
  const digits = { maximumFractionDigits: value < 10 ? 1 : 0 }
  const { lang } = document.documentElement
  return new Intl.NumberFormat(lang, { style: 'unit', unit, ...digits }).format(value)
}

/** By `XMLHttpRequest`, which alone says how much has left. Status 0: it did not arrive. */
function post(
  action: string,
  said: FormData,
  heard: (share: number) => void,
): Promise<XMLHttpRequest> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', ({ loaded, total }) => heard(loaded / total))
    request.addEventListener('loadend', () => resolve(request))
    request.open('POST', action)
    request.setRequestHeader('accept', 'text/html')
    request.send(said)
  })
}

const besides = (input: HTMLInputElement, what: string) =>
  input.closest('.field')?.querySelector<HTMLElement>(`[data-upload-${what}]`)

const wordsOf = (input: HTMLInputElement): DOMStringMap => besides(input, 'says')?.dataset ?? {}

function say(input: HTMLInputElement, sentences: readonly string[]): void {
  besides(input, 'says')?.replaceChildren(
    ...sentences.map((sentence) => {
      const line = document.createElement('p')
      line.textContent = sentence
      return line
    }),
  )
}

/** How much has left; null once it is over. */
function progress(input: HTMLInputElement, share: number | null): void {
  const line = besides(input, 'line')
  if (!line) return
  line.hidden = share === null
  if (share === null) return
  const bar = line.querySelector('progress') ?? document.createElement('progress')
  const { lang } = document.documentElement
  const percent = new Intl.NumberFormat(lang, { style: 'percent' }).format(share)
  bar.max = 1
  bar.value = share
  bar.setAttribute('aria-labelledby', `${input.id}-label`)
  line.replaceChildren(bar, ` ${(wordsOf(input)['sent'] ?? '').replace('{percent}', percent)}`)
}

document.addEventListener('turbo:render', () => {
  if (!left) return
  const { action, sentences } = left
  left = undefined
  const form = [...document.forms].find((one) => one.action === action)
  const input = form?.querySelector<HTMLInputElement>('input[type=file]')
  if (input) say(input, sentences)
})
