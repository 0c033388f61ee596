/** Whether keys typed here are words (WCAG 2.1.4: one-key shortcuts must not catch them). */
function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, select, textarea'))
  )
}

document.addEventListener('keydown', (event) => {
  // A person may switch keys of one letter off (WCAG 2.1.4).
  if (document.documentElement.dataset['keys'] === 'off') return
  if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return
  if (event.key.length !== 1) return
  const wanted = `[data-shortcut="${CSS.escape(event.key.toLowerCase())}"]`
  const field = document.querySelector<HTMLElement>(wanted)
  if (!field) return
  event.preventDefault()
  // On a small screen the rail comes first.
  const drawer = field.closest<HTMLElement>('[popover]')
  if (drawer && !field.checkVisibility()) drawer.showPopover()
  field.focus()
  if (field instanceof HTMLInputElement) field.select()
})
