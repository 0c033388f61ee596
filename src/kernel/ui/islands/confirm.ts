import { config } from '@hotwired/turbo'

/** Asks the question of `PostButton confirm` in the page's own dialog; yes sends the form. */
config.forms.confirm = (question, form, submitter) => {
  const button = submitter ?? form.querySelector<HTMLElement>('button')
  return ask(question, button?.textContent ?? undefined, button?.classList.contains('danger'))
}

/** Asks a question that is answered by yes, in these words, or no. */
export function ask(question: string, words?: string, danger = false): Promise<boolean> {
  const dialog = document.querySelector<HTMLDialogElement>('#confirm')
  const sentence = dialog?.querySelector('p')
  if (!dialog || !sentence) return Promise.resolve(window.confirm(question))
  sentence.textContent = question
  const yes = dialog.querySelector('button[value=yes]')
  if (yes && words !== undefined) {
    yes.textContent = words
    yes.classList.toggle('danger', danger)
    yes.classList.toggle('primary', !danger)
  }
  dialog.returnValue = 'no'
  dialog.showModal()
  return new Promise((answer) => {
    dialog.addEventListener('close', () => answer(dialog.returnValue === 'yes'), { once: true })
  })
}
