/** Where on the page the last act was made. */
interface Place {
  submitter: HTMLElement
  /** The address its form was sent to. */
  action: string
}

let act: Place | undefined

document.addEventListener('turbo:submit-start', (event) => {
  if (!(event instanceof CustomEvent)) return
  const { submitter, formElement } = event.detail.formSubmission
  const action = formElement.getAttribute('action') ?? ''
  act = { submitter: submitter ?? formElement, action }
})

document.addEventListener('turbo:submit-end', (event) => {
  const made = event instanceof CustomEvent && event.detail.success
  if (made) document.addEventListener('turbo:render', sayWhere, { once: true })
  else act = undefined
})

/**
 * What became of an act is said where the act was, in sight and with the focus on it; where that place
 * is no more, at the top. An act of which nothing is said keeps the focus where it was.
 */
function sayWhere(): void {
  const place = act && placeOf(act)
  act = undefined
  const said = document.querySelector<HTMLElement>('main > .flashes')
  if (!said) {
    if (document.activeElement === document.body) place?.focus({ preventScroll: true })
    return
  }
  if (document.querySelector('.error-summary')) return
  if (begin(said)) return
  beside(place)?.before(said)
  said.tabIndex = -1
  said.focus({ preventScroll: true })
  said.scrollIntoView({ block: 'nearest' })
}

/** A form that follows the one sent: its first field has the focus, and tells what became of that. */
function begin(said: HTMLElement): boolean {
  const field = document.querySelector<HTMLElement>(
    'form[data-begins] :is(input:not([type=hidden]), select, textarea)',
  )
  if (!field) return false
  said.id ||= 'said'
  const described = [field.getAttribute('aria-describedby'), said.id].filter(Boolean)
  field.setAttribute('aria-describedby', described.join(' '))
  field.focus()
  return true
}

/** The same button on the page that came, or the form that it sent. */
function placeOf({ submitter, action }: Place): HTMLElement | undefined {
  if (submitter.isConnected) return submitter
  const same = submitter.id && document.getElementById(submitter.id)
  if (same) return same
  const form = document.querySelector<HTMLFormElement>(`form[action="${CSS.escape(action)}"]`)
  return form?.querySelector<HTMLElement>('button:not([type=button])') ?? form ?? undefined
}

/** Before what words of one line can stand: the buttons of a form, a card. In a head they stand above it. */
function beside(place: HTMLElement | undefined): Element | undefined {
  if (!place || place.closest('dialog, nav, header.top')) return undefined
  return place.closest('.form-actions, .head, .card, .side-section') ?? undefined
}
