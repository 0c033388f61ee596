import type { Rule } from '../asked.tsx'
import { applies, type Conditions, holds, isUnanswered } from '../conditions.ts'

/** Shows what a form asks for, and says what is missing, as one answers. Without it, all is in sight. */
function follow(form: HTMLFormElement): void {
  const asked = [...form.querySelectorAll<HTMLElement>('[data-asked]')].map((place) => ({
    place,
    rule: ruleOf(place),
  }))
  const answers: Record<string, unknown> = {}
  for (const name of new Set([...form.elements].flatMap((one) => one.getAttribute('name') ?? [])))
    answers[name] = answerTo(form, name)
  // What does not stand in the form is as the server knows it.
  const known = (rule: Rule): Conditions => ({
    shownWhen: rule.shownWhen && rule.shownWhen.field in answers ? rule.shownWhen : undefined,
    neededWhen: rule.neededWhen && rule.neededWhen.field in answers ? rule.neededWhen : undefined,
  })
  const conditions = Object.fromEntries(asked.map(({ rule }) => [rule.name, known(rule)]))
  const missing = asked.flatMap(({ place, rule }) => {
    const shown = applies(conditions, rule.name, answers)
    const { neededWhen } = conditions[rule.name] ?? {}
    const needed = neededWhen ? holds(neededWhen, answers) : rule.needed
    place.hidden = !shown
    if (neededWhen) markNeeded(place, needed)
    return shown && needed && isUnanswered(answers[rule.name]) ? [{ place, rule }] : []
  })
  for (const part of form.querySelectorAll('.form-part')) {
    const names = missing.filter(({ place }) => part.contains(place)).map(({ rule }) => rule.label)
    const said = part.querySelector<HTMLElement>('.part-missing')
    const words = said?.dataset['missing']?.replace('…', () => names.join(', ')) ?? ''
    if (said) said.textContent = names.length > 0 ? words : ''
  }
}

/** As `Asked` wrote it. */
const ruleOf = (place: HTMLElement) => JSON.parse(place.dataset['asked'] ?? '') as Rule

/** What is answered so far: yes or no of a single box, those that are ticked of several. */
function answerTo(form: HTMLFormElement, name: string): unknown {
  const all = [...form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)]
  const boxes = all.filter(({ type }) => type === 'checkbox')
  const [box] = boxes
  if (box && boxes.length === 1 && box.value === 'on') return box.checked
  const ticked = boxes.filter(({ checked }) => checked).map(({ value }) => value)
  if (box) return ticked
  if (all[0]?.type === 'radio') return all.find(({ checked }) => checked)?.value
  return all[0]?.value.trim()
}

const takesWords =
  'input:not([type=radio], [type=checkbox], [type=hidden]), select, textarea, .editor'

function markNeeded(place: HTMLElement, needed: boolean): void {
  for (const mark of place.querySelectorAll<HTMLElement>('[data-needed]')) mark.hidden = !needed
  for (const control of place.querySelectorAll(takesWords)) {
    if (needed) control.setAttribute('aria-required', 'true')
    else control.removeAttribute('aria-required')
  }
}

const followed = 'form:has([data-asked])'

function followAll(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>(followed)) follow(form)
}

function onAnswer({ target }: Event): void {
  const form = target instanceof Element ? target.closest<HTMLFormElement>(followed) : null
  if (form) follow(form)
}

document.addEventListener('input', onAnswer)
document.addEventListener('change', onAnswer)
document.addEventListener('turbo:load', followAll)
document.addEventListener('turbo:render', followAll)
