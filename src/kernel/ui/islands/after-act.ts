/** Where on the page the last act was made. */
interface Place {
  submitter: HTMLElement
  form: HTMLFormElement
  sent: string
  /** The row of a list or table in which it stands. */
  row: HTMLElement | null
  /** What holds that row, and the how-manieth it is: kept, since a row that was acted upon may leave. */
  rows: Element | null
  at: number
}

let act: Place | undefined

document.addEventListener('turbo:submit-start', (event) => {
  if (!(event instanceof CustomEvent)) return
  const { submitter, formElement: form } = event.detail.formSubmission
  const place: HTMLElement = submitter ?? form
  const row = place.closest<HTMLElement>('main :is(li, tbody > tr)')
  const rows = row?.parentElement ?? null
  const at = rows && row ? [...rows.children].indexOf(row) : -1
  act = { submitter: place, form, sent: sentBy(form), row, rows, at }
})

document.addEventListener('turbo:submit-end', (event) => {
  const made = event instanceof CustomEvent && event.detail.success
  if (made) document.addEventListener('turbo:render', sayWhere, { once: true })
  else act = undefined
})

/** The address of a form and what it sends unasked: what tells it from others, whenever it was made. */
function sentBy(form: HTMLFormElement): string {
  const unasked = ':scope > input[type=hidden]:not([name^=form_])'
  const hidden = [...form.querySelectorAll<HTMLInputElement>(unasked)]
  return [
    form.getAttribute('action'),
    ...hidden.map(({ name, value }) => `${name}=${value}`),
  ].join()
}

/**
 * What became of an act is said where the act was, in sight and with the focus on it: in the list whose
 * row it was, after that row or in its place where it has left; else where the page says it, or beside
 * the button. An act of which nothing is said keeps the focus where it was.
 */
function sayWhere(): void {
  const made = act
  act = undefined
  const said = document.querySelector<HTMLElement>('main .flashes[autofocus]')
  const place = made && placeOf(made)
  if (!said) {
    if (document.activeElement === document.body) place?.focus({ preventScroll: true })
    return
  }
  if (document.querySelector('.error-summary')) return
  // Turbo would put the focus there after us.
  said.removeAttribute('autofocus')
  if (begin(said)) return
  if (!(made && sayInRow(made, place, said)) && said.matches('main > *'))
    beside(place)?.before(said)
  said.focus({ preventScroll: true })
  said.scrollIntoView({ block: 'nearest' })
}

/** Says it in a row of its own. False where the act was in none, or its list is no more. */
function sayInRow({ row, rows, at }: Place, place: HTMLElement | undefined, said: HTMLElement) {
  const same = place?.closest<HTMLElement>('li, tr')
  const list = same?.parentElement ?? rows
  if (!row || !list?.isConnected || list.closest('.menu, dialog, nav')) return false
  const line = document.createElement(row.tagName)
  line.className = 'said'
  if (row.tagName === 'TR') {
    const cell = document.createElement('td')
    cell.colSpan = row.querySelectorAll('td, th').length
    cell.append(said)
    line.append(cell)
  } else line.append(said)
  if (same) same.after(line)
  else list.insertBefore(line, list.children[at] ?? null)
  return true
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

/** The same button on the page that came, or the form that it sent; none where that has left. */
function placeOf({ submitter, sent }: Place): HTMLElement | undefined {
  const own = submitter.closest('form')
  if (submitter.isConnected && (!own || sentBy(own) === sent)) return submitter
  const named = submitter.id && document.getElementById(submitter.id)
  if (named) return named
  const form = [...document.forms].find((one) => sentBy(one) === sent)
  return form?.querySelector<HTMLElement>('button:not([type=button])') ?? form
}

/** Before what words of one line can stand: the buttons of a form, a card. In a head they stand above it. */
function beside(place: HTMLElement | undefined): Element | undefined {
  if (!place || place.closest('dialog, nav, header.top')) return undefined
  return place.closest('.form-actions, .head, .card, .side-section') ?? undefined
}
