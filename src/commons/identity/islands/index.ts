/**
 * A button that uses a passkey, or makes one: it asks the house what the device is to sign, hands that over, and sends
 * the form in which it stands with the answer. Without it the form does what it does without a passkey.
 */
const buttons = '[data-passkey]'

const show = () => {
  if (!('PublicKeyCredential' in globalThis)) return
  for (const button of document.querySelectorAll<HTMLElement>(buttons)) button.hidden = false
}

show()
document.addEventListener('turbo:load', show)
document.addEventListener('turbo:render', show)
// In the dialog in which one signs in again.
document.addEventListener('ways-in', show)
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest(buttons) : null
  if (button instanceof HTMLButtonElement && button.form) void use(button, button.form)
})

async function use(button: HTMLButtonElement, form: HTMLFormElement): Promise<void> {
  const { passkey, options = '', field = '' } = button.dataset
  const says = form.querySelector('[data-passkey-says]')
  button.disabled = true
  try {
    const answer = await fetch(options, { method: 'POST' })
    if (!answer.ok) throw new Error(String(answer.status))
    const optionsJSON = await answer.json()
    // Most come in by their password: the first page does not bring it.
    const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
    const signed =
      passkey === 'make'
        ? await startRegistration({ optionsJSON })
        : await startAuthentication({ optionsJSON })
    const input = form.elements.namedItem(field)
    if (input instanceof HTMLInputElement) input.value = JSON.stringify(signed)
    form.requestSubmit()
  } catch {
    // Nobody touched the device, or it knows no key for this place: the person chooses what they do instead.
    if (says instanceof HTMLElement) says.hidden = false
  } finally {
    button.disabled = false
  }
}
