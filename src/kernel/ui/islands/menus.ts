/** An open menu closes when the person goes elsewhere or presses Escape. */
function openMenus(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')]
}

function closeOthers(event: Event): void {
  const target = event.target instanceof Node ? event.target : null
  for (const menu of openMenus()) if (!menu.contains(target)) menu.open = false
}

document.addEventListener('click', closeOthers)
document.addEventListener('focusin', closeOthers)
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  for (const menu of openMenus()) {
    menu.open = false
    if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus()
  }
})
