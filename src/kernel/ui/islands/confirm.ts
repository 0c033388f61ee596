import { config } from '@hotwired/turbo'

/** Asks the question of `PostButton confirm` in the page's own dialog; yes sends the form. */
config.forms.confirm = (question, form, submitter) => {
  const dialog = document.querySelector<HTMLDialogElement>('#confirm')
  const sentence = dialog?.querySelector('p')
  if (!dialog || !sentence) return Promise.resolve(window.confirm(question))
  sentence.textContent = question
  const button = submitter ?? form.querySelector<HTMLElement>('button')
  const yes = dialog.querySelector('button[value=yes]')
  if (yes && button) {
    yes.textContent = button.textContent
    yes.classList.toggle('danger', button.classList.contains('danger'))
    yes.classList.toggle('primary', !button.classList.contains('danger'))
  }
  dialog.returnValue = 'no'
  dialog.showModal()
  return new Promise((answer) => {
    dialog.addEventListener('close', () => answer(dialog.returnValue === 'yes'), { once: true })
  })
}
