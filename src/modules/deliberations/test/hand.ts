import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { TestPerson } from '#test/harness'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/**
 * The hand of somebody at a page without scripts. It clicks only on what the page shows, and counts: a link
 * followed, a button pressed, a box ticked, an option chosen is one click each. Typing is none.
 */
export class Hand {
  clicks = 0
  private page: Element[] = []
  private answers = new Map<string, string>()
  private readonly who: TestPerson

  constructor(who: TestPerson) {
    this.who = who
  }

  /** Begins somewhere, without a click: the start page after signing in. */
  async begin(path = '/inbox'): Promise<this> {
    await this.show(await this.who.visitor.get(path))
    return this
  }

  /** Follows the first link of these words. */
  async follow(words: string): Promise<void> {
    const link = this.one('a', words)
    this.clicks += 1
    await this.show(await this.who.visitor.get(attribute(link, 'href') ?? ''))
  }

  type(name: string, text: string): void {
    this.control(name)
    this.answers.set(name, text)
  }

  /** Chooses an option by its words; what is chosen already takes no click. */
  choose(name: string, words: string): void {
    const option = within([this.control(name)], 'option').find((one) => textOf(one).includes(words))
    if (!option) throw new Error(`${name} has no option « ${words} »`)
    if (attribute(option, 'selected') !== undefined) return
    this.clicks += 1
    this.answers.set(name, attribute(option, 'value') ?? '')
  }

  tick(name: string): void {
    const box = this.control(name)
    this.clicks += 1
    this.answers.set(name, attribute(box, 'value') ?? 'on')
  }

  /** Presses the button of these words, which sends its form with what was answered. */
  async press(words: string): Promise<void> {
    const button = this.one('button', words)
    const form = this.formOf(button)
    this.clicks += 1
    const sent = [...valuesIn(this.controlsOf(form)), ...this.answers]
    const [name, value = ''] = [attribute(button, 'name'), attribute(button, 'value')]
    const fields = new Map<string, string[]>()
    for (const [at, one] of sent)
      fields.set(at, this.answers.has(at) ? [one] : [...(fields.get(at) ?? []), one])
    if (name) fields.set(name, [value])
    const action = attribute(form, 'action') ?? ''
    const { visitor } = this.who
    if (attribute(form, 'method') === 'get') {
      const query = [...fields].flatMap(([at, all]) => all.map((one) => [at, one]))
      return this.show(await visitor.get(`${action}?${new URLSearchParams(query)}`))
    }
    const answer = await visitor.post(action, Object.fromEntries(fields))
    if (answer.status !== 303) throw new Error(`« ${words} » was answered ${answer.status}`)
    await this.show(await visitor.get(answer.headers.get('location') ?? ''))
  }

  /** What the page says. */
  get words(): string {
    return this.page.map(textOf).join(' ')
  }

  private async show({ status, text }: { status: number; text: string }): Promise<void> {
    if (status !== 200) throw new Error(`The page was answered ${status}`)
    this.page = within(parse(text).childNodes, 'html')
    this.answers = new Map()
  }

  private one(tag: string, words: string): Element {
    const found = within(this.page, tag).find((one) => textOf(one).trim().startsWith(words))
    if (!found) throw new Error(`The page has no ${tag} « ${words} »`)
    return found
  }

  private control(name: string): Element {
    const found = this.controls().find((one) => attribute(one, 'name') === name)
    if (!found) throw new Error(`The page asks no ${name}`)
    return found
  }

  private controls(): Element[] {
    return ['input', 'select', 'textarea'].flatMap((tag) => within(this.page, tag))
  }

  private formOf(button: Element): Element {
    const form = within(this.page, 'form').find((one) => within([one], 'button').includes(button))
    if (!form) throw new Error('The button stands in no form')
    return form
  }

  /** Those in the form, and those elsewhere that name it. */
  private controlsOf(form: Element): Element[] {
    const own = ['input', 'select', 'textarea'].flatMap((tag) => within([form], tag))
    const id = attribute(form, 'id')
    return [...own, ...this.controls().filter((one) => id && attribute(one, 'form') === id)]
  }
}

const within = (nodes: readonly Node[], tag: string): Element[] =>
  nodes.flatMap((node) => {
    if (!('tagName' in node)) return []
    const below = within(node.childNodes, tag)
    return node.tagName === tag ? [node, ...below] : below
  })

const attribute = ({ attrs }: Element, name: string) =>
  attrs.find((one) => one.name === name)?.value

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''

/** What these controls send as the page shows them. */
function valuesIn(controls: readonly Element[]): [name: string, value: string][] {
  return controls.flatMap((control): [string, string][] => {
    const name = attribute(control, 'name')
    if (!name) return []
    if (control.tagName === 'textarea') return [[name, textOf(control)]]
    if (control.tagName === 'select') {
      const options = within([control], 'option')
      const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0]
      return chosen ? [[name, attribute(chosen, 'value') ?? '']] : []
    }
    const type = attribute(control, 'type') ?? 'text'
    const chosen = attribute(control, 'checked') !== undefined
    if (type === 'file' || ((type === 'radio' || type === 'checkbox') && !chosen)) return []
    return [[name, attribute(control, 'value') ?? '']]
  })
}
