/** Whether keys typed here are words (WCAG 2.1.4: one-key shortcuts must not catch them). */
function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, select, textarea'))
  )
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return
  if (event.key.length !== 1) return
  const wanted = `[data-shortcut="${CSS.escape(event.key)}"]`
  const field = document.querySelector<HTMLElement>(wanted)
  if (!field) return
  event.preventDefault()
  field.focus()
  if (field instanceof HTMLInputElement) field.select()
})
