import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** A form as a page shows it, filled in as a browser would send it. */
export interface ShownForm {
  action: string
  fields: Record<string, string>
}

/** The forms that a page offers in its main part, a form for each named button. */
export function formsOn(page: { text: string }): ShownForm[] {
  return within(mainOf(page), 'form')
    .filter((form) => attribute(form, 'method') === 'post')
    .flatMap((form) => {
      const action = attribute(form, 'action') ?? ''
      const fields = fieldsOf(form)
      const buttons = within(form.childNodes, 'button').filter((one) => attribute(one, 'name'))
      if (buttons.length === 0) return [{ action, fields }]
      return buttons.map((button) => {
        const [name = '', value = ''] = [attribute(button, 'name'), attribute(button, 'value')]
        return { action, fields: { ...fields, [name]: value } }
      })
    })
}

/** The forms that change something of the dossier: a reminder is for whoever reads it, for themselves. */
export const actsOn = (page: { text: string }): ShownForm[] =>
  formsOn(page).filter(({ action }) => !action.startsWith('/reminders/'))

/** The addresses within the house to which the main part of a page leads. */
export function linksOn(page: { text: string }): string[] {
  const all = within(mainOf(page), 'a').map((link) => attribute(link, 'href') ?? '')
  return [...new Set(all)].filter((href) => /^\/(deliberations|documents|annexes)/.test(href))
}

const mainOf = ({ text }: { text: string }): Node[] =>
  parseFragment(text.slice(text.indexOf('<main'), text.indexOf('</main>'))).childNodes

const within = (nodes: readonly Node[], tag: string): Element[] =>
  nodes.flatMap((node) => {
    if (!('tagName' in node)) return []
    const below = within(node.childNodes, tag)
    return node.tagName === tag ? [node, ...below] : below
  })

const attribute = ({ attrs }: Element, name: string) =>
  attrs.find((one) => one.name === name)?.value

/** What must not be empty is given a word, as a person would. */
function fieldsOf(form: Element): Record<string, string> {
  const fields: Record<string, string> = {}
  const set = (control: Element, value: string) => {
    const name = attribute(control, 'name')
    if (name) fields[name] = value || (attribute(control, 'aria-required') ? 'Mot' : '')
  }
  for (const input of within(form.childNodes, 'input')) {
    const type = attribute(input, 'type') ?? 'text'
    const chosen = attribute(input, 'checked') !== undefined
    if (type === 'file' || ((type === 'radio' || type === 'checkbox') && !chosen)) continue
    if (type === 'datetime-local') set(input, '2031-06-26T20:00')
    else set(input, attribute(input, 'value') ?? '')
  }
  for (const select of within(form.childNodes, 'select')) {
    const options = within(select.childNodes, 'option').filter((one) => attribute(one, 'value'))
    const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0]
    set(select, (chosen && attribute(chosen, 'value')) ?? '')
  }
  for (const area of within(form.childNodes, 'textarea'))
    set(area, area.childNodes.map((node) => ('value' in node ? node.value : '')).join(''))
  return fields
}
