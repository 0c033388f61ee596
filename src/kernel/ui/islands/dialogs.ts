/** Browsers without invoker commands (`command`, `commandfor`) get the two that the kit uses. */
function invoke(event: MouseEvent): void {
  const button = event.target instanceof Element ? event.target.closest('[commandfor]') : null
  const dialog = document.getElementById(button?.getAttribute('commandfor') ?? '')
  if (!button || !(dialog instanceof HTMLDialogElement)) return
  const command = button.getAttribute('command')
  if (command === 'show-modal' && !dialog.open) dialog.showModal()
  if (command === 'close') dialog.close()
}

if (!('commandForElement' in HTMLButtonElement.prototype)) {
  document.addEventListener('click', invoke)
}

/** A dialog that comes open from the server (a refused form) becomes modal. */
function upgradeOpenDialogs(): void {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog.dialog[open]')) {
    if (dialog.matches(':modal')) continue
    dialog.close()
    dialog.showModal()
    dialog.querySelector<HTMLElement>('.error-summary')?.focus()
  }
}

document.addEventListener('turbo:load', upgradeOpenDialogs)
document.addEventListener('turbo:render', upgradeOpenDialogs)
