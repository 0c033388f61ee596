/** The boxes of a list: the one in its head, and those of its rows. */
const boxesIn = (docked: Element, part: 'thead' | 'tbody') => [
  ...docked.querySelectorAll<HTMLInputElement>(`${part} .tick input`),
]

/** Tells in the dock how many rows are ticked; when its head is, all are, be they shown or not. */
function tell(docked: Element): void {
  const told = docked.querySelector<HTMLOutputElement>('.dock output')
  const count = boxesIn(docked, 'tbody').filter(({ checked }) => checked).length
  if (told) told.value = count > 0 ? String(count) : ''
}

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.closest('.tick')) return
  const docked = target.closest('.docked')
  if (!docked) return
  if (target.closest('thead'))
    for (const box of boxesIn(docked, 'tbody')) box.checked = target.checked
  else if (!target.checked) for (const box of boxesIn(docked, 'thead')) box.checked = false
  tell(docked)
})

document.addEventListener('reset', ({ target }) => {
  const docked = target instanceof HTMLFormElement ? target.closest('.docked') : null
  // The boxes are as they were once the event is over.
  if (docked) requestAnimationFrame(() => tell(docked))
})

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  if (document.querySelector('dialog[open], details.menu[open], :popover-open')) return
  const ticked = document.querySelector('.docked .tick :checked')
  ticked?.closest('.docked')?.querySelector<HTMLFormElement>('form.dock')?.reset()
})
