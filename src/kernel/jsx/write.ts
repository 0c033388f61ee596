import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Breath } from '#kernel/aside'
import { contextOf, here, type Scope, within } from './context.ts'

type Component = (props: Props) => unknown
export type Props = Readonly<Record<string, unknown>>

/** The children of a fragment, and nothing around them. */
export const Fragment = (): never => {
  throw new Error('A fragment is written, not called')
}

/** An element or a component that is not written yet: what stands around it may give it a context. */
export class Element {
  readonly isEscaped = true
  readonly tag: string | Component
  readonly props: Props

  constructor(tag: string | Component, props: Props) {
    this.tag = tag
    this.props = props
  }

  /** Its HTML; a promise where something in it waits. */
  toString(): string | Promise<HtmlEscapedString> {
    const page = new Page()
    writeElement(this, page, here())
    return page.late.length === 0 ? page.text : page.whole().then((text) => raw(text))
  }
}

/** What is written so far: pieces that wait stand between texts. */
class Page {
  text = ''
  readonly late: (string | Promise<string>)[] = []
  /** Where it is written part by part. */
  readonly breath: Breath | undefined

  constructor(breath?: Breath) {
    this.breath = breath
  }

  wait(piece: Promise<string>): void {
    this.late.push(this.text, piece)
    this.text = ''
  }

  async whole(): Promise<string> {
    let text = ''
    // Not `join`, which copies each piece, and all of them again where the whole is a piece of a page.
    for (const piece of await Promise.all(this.late)) text += piece
    return text + this.text
  }
}

function writeElement({ tag, props }: Element, page: Page, scope: Scope | undefined): void {
  if (typeof tag === 'string') writeTag(tag, props, page, scope)
  else if (tag === Fragment) write(props['children'], page, scope)
  else {
    const context = contextOf(tag)
    if (context) write(props['children'], page, { context, value: props['value'], around: scope })
    else
      write(
        within(scope, () => tag(props)),
        page,
        scope,
      )
  }
}

function writeTag(tag: string, props: Props, page: Page, scope: Scope | undefined): void {
  let start = `<${tag}`
  for (const name in props) if (name !== 'children') start += attribute(name, props[name])
  const { children } = props
  if (empty.has(tag)) {
    page.text += `${start}/>`
    return
  }
  page.text += `${start}>`
  write(children, page, scope)
  page.text += `</${tag}>`
}

function write(child: unknown, page: Page, scope: Scope | undefined): void {
  if (typeof child === 'string') page.text += escaped(child)
  else if (child === null || child === undefined || typeof child === 'boolean') return
  else if (child instanceof Element) writeElement(child, page, scope)
  else if (typeof child === 'number') page.text += child
  else if (Array.isArray(child)) writeAll(child, 0, page, scope)
  else if (child instanceof Promise)
    page.wait(child.then((one) => wholeOf(one, scope, page.breath)))
  else if (isHtml(child)) page.text += child.toString()
  else throw new TypeError(`${Object.prototype.toString.call(child)} is nothing to be written`)
}

/** In so many pieces of a row of them it is looked whether others wait. */
const glance = 8

/** Writes from one on; the rest later, where that has taken long and others are to be answered between. */
function writeAll(
  children: readonly unknown[],
  from: number,
  page: Page,
  scope: Scope | undefined,
): void {
  const { breath } = page
  for (let at = from; at < children.length; at += 1) {
    if (breath && at > from && at % glance === 0 && breath.isDue()) {
      page.wait(breath.breathe().then(() => restOf(children, at, scope, breath)))
      return
    }
    write(children[at], page, scope)
  }
}

function restOf(
  children: readonly unknown[],
  from: number,
  scope: Scope | undefined,
  breath: Breath,
): string | Promise<string> {
  const page = new Page(breath)
  writeAll(children, from, page, scope)
  return page.late.length === 0 ? page.text : page.whole()
}

function wholeOf(
  child: unknown,
  scope: Scope | undefined,
  breath: Breath | undefined,
): string | Promise<string> {
  const page = new Page(breath)
  write(child, page, scope)
  return page.late.length === 0 ? page.text : page.whole()
}

/** The same HTML as `toString` gives, written part by part: others are answered between where it takes long. */
export async function inParts(element: JSX.Element, breath: Breath): Promise<string> {
  return wholeOf(element, here(), breath)
}

/** An element as it is written where it stands, to be taken several times there. */
export function written(element: JSX.Element): Child {
  const text = element.toString()
  return typeof text === 'string' ? raw(text) : text
}

/** What `raw` and `html` made: objects of strings, which no data are. */
const isHtml = (value: unknown): value is HtmlEscapedString =>
  typeof value === 'object' && value?.constructor === String && 'isEscaped' in value

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return ` ${nameOf(name)}="${escaped(value)}"`
  if (typeof value === 'boolean' && switches.has(name)) return value ? ` ${name}=""` : ''
  if (typeof value === 'function') throw new TypeError(`${name} is nothing to be written`)
  return ` ${nameOf(name)}="${isHtml(value) ? value.toString() : escaped(String(value))}"`
}

const known = new Set<string>()

/** Names come from our sources; one that is made of data can still not end its tag. */
function nameOf(name: string): string {
  if (known.has(name)) return name
  if (!/^[a-zA-Z][\w:.-]*$/.test(name)) throw new TypeError(`${name} is no name of an attribute`)
  if (known.size < 1000) known.add(name)
  return name
}

const sign = /[&<>"']/
const signs = /[&<>"']/g
const inHtml: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;' },
  ...{ '"': '&quot;', "'": '&#39;' },
}

const escaped = (text: string): string =>
  sign.test(text) ? text.replace(signs, (one) => inHtml[one] ?? one) : text

const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** Attributes that are there or not. */
const switches = new Set(
  (
    'allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate ' +
    'hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required ' +
    'reversed selected'
  ).split(' '),
)
