import { config } from '@hotwired/turbo'

// The kit's style sheet draws progress from `aria-busy`; Turbo's own bar would need inline styles.
config.drive.progressBarDelay = 2 ** 31 - 1

/** The page that comes answers what the person has just sent. */
let answering = false
document.addEventListener('turbo:submit-start', () => {
  answering = true
})
document.addEventListener('turbo:render', () => {
  answering = false
})

// An editor holds what a person is typing: a page that comes back never overwrites it; nor a dialog, nor
// a form of which something is not kept, unless it answers what was sent from it. One that has no such part removes it.
document.addEventListener('turbo:before-morph-element', (event) => {
  const { target } = event
  const stays = event instanceof CustomEvent && event.detail.newElement
  const held = answering ? 'rich-text' : 'rich-text, dialog[open], form[data-unkept]'
  if (stays && target instanceof Element && target.matches(held)) event.preventDefault()
})

/** A form was refused: what is to correct comes first. Turbo moves no focus where it morphs. */
const readErrors = () => document.querySelector<HTMLElement>('.error-summary')?.focus()

document.addEventListener('turbo:submit-end', (event) => {
  const refused = event instanceof CustomEvent && !event.detail.success
  if (refused) document.addEventListener('turbo:render', readErrors, { once: true })
})
