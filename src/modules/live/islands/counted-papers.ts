import { numbersOf } from './kept.ts'

/** Says whether the papers of this device are in the list. */
export class CountedPapers extends HTMLElement {
  connectedCallback(): void {
    // The page around it is drawn anew at each change: what it said stays.
    this.addEventListener('turbo:before-morph-element', (event) => {
      if (event.target === this) event.preventDefault()
    })
    const mine = numbersOf(this.dataset['vote'] ?? '')
    const listed = mine.filter((number) => this.textContent.includes(number))
    const said = this.querySelector('output')
    const { words = '' } = this.dataset
    if (said) said.textContent = listed.map((number) => words.replace('{number}', number)).join(' ')
  }
}
