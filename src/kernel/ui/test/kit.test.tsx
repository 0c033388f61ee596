import { parse, type DefaultTreeAdapterMap } from 'parse5'
import { describe, expect, test } from 'vitest'
import { inLanguage, languages } from '#kernel/i18n'
import { Checkbox, Form, PlainShell, RadioGroup, Shell, StyleGuide, TextField } from '../index.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const isElement = (node: Node): node is Element => 'tagName' in node

function elements(html: string | Promise<string> | { toString(): string }): Element[] {
  const found: Element[] = []
  const walk = (node: Node) => {
    if (isElement(node)) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(walk)
  }
  walk(parse(html.toString()))
  return found
}

const attribute = (element: Element | undefined, name: string) =>
  element?.attrs.find((one) => one.name === name)?.value

function text(node: Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value
  return 'childNodes' in node ? node.childNodes.map(text).join('') : ''
}

const byId = (all: Element[], id: string | undefined) =>
  all.find((element) => attribute(element, 'id') === id)

const authority = { name: 'Beauval', arms: '/arms.svg', hue: 235 }

const page = () => (
  <Shell
    title="Style"
    authority={authority}
    person={{ name: 'Anne Exemple' }}
    rail={{
      first: [],
      pinned: [],
      groups: [{ title: 'A', entries: [{ label: 'B', href: '/b', icon: 'inbox', count: 3 }] }],
      together: [{ title: 'C', entries: [] }],
    }}
    path="/b"
    flash={[{ tone: 'good', text: 'Fait' }]}
    pending
  >
    <StyleGuide />
  </Shell>
)

describe('every page obeys script-src and style-src self', () => {
  test.each([...languages])(
    'the whole kit has no inline style, script or handler (%s)',
    (spoken) => {
      const all = inLanguage(spoken, () => elements(page()))
      expect(all.length).toBeGreaterThan(500)
      for (const element of all) {
        expect(element.tagName).not.toBe('style')
        for (const { name, value } of element.attrs) {
          expect(name).not.toBe('style')
          expect(name).not.toMatch(/^on/)
          expect(value).not.toMatch(/^\s*javascript:/i)
        }
        if (element.tagName === 'script') {
          expect(attribute(element, 'src')).toMatch(/^\/assets\//)
          expect(text(element)).toBe('')
        }
      }
    },
  )
})

test('no id stands twice on the page, and every reference between elements finds its target', () => {
  const all = elements(page())
  const ids = all.map((element) => attribute(element, 'id')).filter((id) => id !== undefined)
  expect(ids).toEqual([...new Set(ids)])
  const references = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'commandfor']
  for (const element of all) {
    for (const name of references) {
      for (const id of attribute(element, name)?.split(' ') ?? []) expect(ids).toContain(id)
    }
  }
})

test('the document says its language, its title and its authority', () => {
  const all = inLanguage('en', () => elements(page()))
  expect(attribute(all[0], 'lang')).toBe('en')
  const title = all.find(({ tagName }) => tagName === 'title')
  expect(title && text(title)).toBe('Style · Beauval')
  expect(page().toString()).toMatch(/^<!doctype html>/)
})

test('while work is under way the page comes back, without JavaScript too', () => {
  expect(page().toString()).toMatch(/<noscript><meta http-equiv="refresh" content="\d+"/)
  expect(page().toString()).toContain('<refresh-while pending="">')
})

test('a signed-in page is never kept in the memory of the browser, a public one may be', () => {
  const keeps = (html: { toString(): string }) => !html.toString().includes('turbo-cache-control')
  const open = (kind: 'public' | 'narrow') => (
    <PlainShell title="x" authority={authority} kind={kind} />
  )
  expect(keeps(page())).toBe(false)
  expect(keeps(open('narrow'))).toBe(false)
  expect(keeps(open('public'))).toBe(true)
})

test('the head of a refused form names each field as the field calls itself, async pieces too (I2)', async () => {
  const Later = async () => <TextField name="cost" label="Coût" />
  const form = (
    <Form
      action="/x"
      errors={{ subject: ['Manque.'], cost: ['Manque.'], due: ['Passé.', 'Trop tard.'] }}
    >
      <TextField name="subject" label="Objet" />
      <Later />
      <TextField name="due" label="Échéance" />
    </Form>
  )
  const drawn = String(await form.toString())
  const lines = [...drawn.matchAll(/<li><a href="#(f-\w+)"[^>]*>(.*?)<\/a><\/li>/g)]
  expect(lines.map(([, id, words]) => [id, words?.replaceAll('\u00A0', ' ')])).toEqual([
    ['f-subject', 'Objet : Manque.'],
    ['f-cost', 'Coût : Manque.'],
    ['f-due', 'Échéance : Passé.'],
    ['f-due', 'Échéance : Trop tard.'],
  ])
  expect(drawn).toContain('3 réponses à corriger')
  expect(drawn.indexOf('error-summary')).toBeLessThan(drawn.indexOf('name="subject"'))
})

describe('a refused form', () => {
  const form = (
    <Form
      action="/x"
      errors={{ subject: ['Objet : manque.'], '': ['Le dossier a changé.'], vote: ['Choisissez.'] }}
      values={{ subject: 'tapé <b>', other: 'gardé' }}
    >
      <TextField name="subject" label="Objet" help="Une phrase." value="ancien" required />
      <TextField name="other" label="Autre" />
      <TextField name="secret" label="Mot de passe" type="password" value="x" />
      <RadioGroup name="vote" label="Vote" choices={[{ value: 'a', label: 'A' }]} />
      <Checkbox name="agree" label="Vérifié" checked />
    </Form>
  )
  const all = elements(form)
  const field = (name: string) => all.find((one) => attribute(one, 'name') === name)

  test('ties each sentence to its field and names the field invalid', () => {
    const subject = field('subject')
    const described = attribute(subject, 'aria-describedby')?.split(' ') ?? []
    const words = described.map((id) => {
      const target = byId(all, id)
      return target && text(target)
    })
    expect(words).toEqual(['Une phrase.', 'Objet : manque.'])
    expect(attribute(subject, 'aria-invalid')).toBe('true')
    expect(attribute(field('other'), 'aria-invalid')).toBeUndefined()
  })

  test('sums the errors up with a link to each field, and takes the focus', () => {
    const summary = all.find((one) => attribute(one, 'class') === 'error-summary')
    expect(attribute(summary, 'autofocus')).toBeDefined()
    expect(attribute(summary, 'tabindex')).toBe('-1')
    const targets = all
      .filter(({ tagName }) => tagName === 'a')
      .map((link) => byId(all, attribute(link, 'href')?.slice(1))?.tagName)
    expect(targets).toEqual(['input', 'fieldset'])
    expect(summary && text(summary)).toContain('Le dossier a changé.')
  })

  test('loses nothing of what was typed, but never sends a password back', () => {
    expect(attribute(field('subject'), 'value')).toBe('tapé <b>')
    expect(attribute(field('other'), 'value')).toBe('gardé')
    expect(attribute(field('secret'), 'value')).toBeUndefined()
  })

  test('leaves a box unticked that the person had unticked', () => {
    expect(attribute(field('agree'), 'checked')).toBeUndefined()
  })

  test('says in words which field is required', () => {
    const label = all.find((one) => attribute(one, 'for') === 'f-subject')
    expect(label && text(label)).toBe('Objet (obligatoire)')
    expect(attribute(field('subject'), 'aria-required')).toBe('true')
  })
})

test('errors of one form never show in another that is rendered at the same time', async () => {
  const Slow = async () => {
    await Promise.resolve()
    return <TextField name="a" label="A" />
  }
  const refused = (
    <Form action="/x" errors={{ a: ['Refusé'] }}>
      <Slow />
    </Form>
  )
  const other = (
    <Form action="/y">
      <Slow />
    </Form>
  )
  const [first, second] = await Promise.all([refused.toString(), other.toString()])
  expect(String(first)).toContain('Refusé')
  expect(String(second)).not.toContain('Refusé')
})
