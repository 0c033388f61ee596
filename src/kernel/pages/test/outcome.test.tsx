import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { permission } from '#kernel/access'
import { Conflict, ensure } from '#kernel/errors'
import { type Call, form, line, PageRoutes } from '#kernel/http'
import { z } from 'zod'
import {
  Button,
  Card,
  Dialog,
  FoldedForm,
  Form,
  FormActions,
  PostButton,
  TextField,
} from '#kernel/ui'
import { page, redirect } from '../index.ts'

const anyone = permission('kernel.signed_in')
const pages = new PageRoutes('/test')
const at = '/test/place'
const done = { key: 'auth.sign_out.done' } as const
const said = 'Vous êtes déconnecté·e.'

pages.get('/place', anyone, (c) =>
  page(
    c,
    // As pages do that are shown again by a route of theirs.
    { title: 'Place', status: 200 },
    <>
      <Card title="Lampes" acts={`${at}/lamps`}>
        <PostButton action={`${at}/lamps/1/removal`}>Retirer</PostButton>
      </Card>
      <Form action={`${at}/note`} id="note">
        <TextField name="word" label="Mot" />
        <FormActions>
          <Button>Noter</Button>
        </FormActions>
      </Form>
      <Form action={`${at}/stand`} id="stand" errors={{}} values={{}}>
        <TextField name="word" label="Mot" />
        <FormActions>
          <Button>Poser</Button>
        </FormActions>
      </Form>
      {['a', 'b'].map((which) => (
        <FoldedForm label="Compter" action={`${at}/count`} fields={{ which }} id={`count-${which}`}>
          <TextField name="many" label="Combien" />
        </FoldedForm>
      ))}
      <Dialog id="ask" title="Pourquoi" sends={{ action: `${at}/why` }}>
        <Form action={`${at}/why`} id="why">
          <TextField name="word" label="Raison" />
          <FormActions>
            <Button>Dire</Button>
          </FormActions>
        </Form>
      </Dialog>
    </>,
  ),
)
const back = (c: Call) => redirect(c, at, done)
pages.post('/place/lamps/:id/removal', anyone, (c) => {
  ensure(c.req.param('id') === '1', Conflict, 'errors.stale', { name: 'Lou' })
  return back(c)
})
const Word = z.object({ word: line(10) })
pages.post('/place/note', anyone, form(Word), back)
pages.post('/place/why', anyone, form(Word), back)
pages.post('/place/stand', anyone, form(Word), (c) => {
  ensure(c.req.method === 'GET', Conflict, 'errors.stale', { name: 'Lou' })
  return back(c)
})
pages.post('/place/count', anyone, form(z.object({ many: line(3) })), back)

let authority: TestAuthority
let agent: TestPerson
beforeAll(async () => {
  authority = await givenAuthority()
  agent = await authority.person({ roles: ['agent'] })
})

/** The page on which an act is said, after it was sent from there. */
async function after(path: string, fields: Record<string, string> = {}): Promise<string> {
  const visitor = authority.visitorOf(pages, agent)
  expect((await visitor.post(at + path, fields, at)).status).toBe(303)
  return (await visitor.get(at)).text
}
const refused = (path: string, fields: Record<string, string> = {}, from = at) =>
  authority.visitorOf(pages, agent).post(at + path, fields, from)

const times = (text: string, what: string) => text.split(what).length - 1
const inside = (text: string, begin: string, end: string) =>
  text.slice(text.indexOf(begin)).split(end)[0] ?? ''

describe('what became of an act is said once, without scripts, and has the focus', () => {
  const spoken = /<div class="flashes" tabindex="-1" autofocus="">/

  test('in the card whose row it was made in, even where the row has left', async () => {
    const text = await after('/lamps/1/removal')
    const card = inside(text, '<section class="card"', '</section>')
    expect(card).toContain(said)
    expect(card).toMatch(spoken)
    expect(times(text, said)).toBe(1)
  })

  test('above the buttons of the form that was sent', async () => {
    const text = await after('/note', { word: 'oui' })
    const own = inside(text, 'id="note"', '</form>')
    expect(own.indexOf(said)).toBeGreaterThan(own.indexOf('name="word"'))
    expect(own.indexOf(said)).toBeLessThan(own.indexOf('form-actions'))
    expect(times(text, said)).toBe(1)
  })

  test('at the top where its place may be out of sight', async () => {
    const text = await after('/why', { word: 'oui' })
    expect(inside(text, '<main', '<section')).toMatch(spoken)
    expect(inside(text, '<dialog id="ask"', '</dialog>')).not.toContain(said)
    expect(times(text, said)).toBe(1)
  })
})

describe('an act that is refused comes back to the page from which it was sent', () => {
  test('its form says why, and keeps what was typed; the others say nothing', async () => {
    const { status, text } = await refused('/count', { which: 'b', many: '12345' })
    expect(status).toBe(422)
    expect(times(text, 'error-summary')).toBe(1)
    const own = inside(text, 'id="count-b"', '</form>')
    expect(own).toContain('error-summary')
    expect(own).toContain('value="12345"')
    expect(inside(text, 'id="count-a"', '</form>')).not.toContain('12345')
    expect(text).toMatch(/<details open=""><summary>Compter<\/summary><form[^>]*id="count-b"/)
  })

  test('in a dialog, which comes open', async () => {
    const { status, text } = await refused('/why', { word: 'beaucoup trop long' })
    expect(status).toBe(422)
    expect(text).toMatch(/<dialog id="ask"[^>]* open/)
    expect(inside(text, '<dialog id="ask"', '</dialog>')).toContain('value="beaucoup trop long"')
  })

  test('where the state of things forbids it: the sentence stands in its card', async () => {
    const { status, text } = await refused('/lamps/2/removal')
    expect(status).toBe(409)
    expect(inside(text, '<section class="card"', '</section>')).toContain('role="alert"')
    expect(times(text, 'Lou')).toBe(1)
  })

  test('where no field is wrong: the sentence stands in its form, with what was typed', async () => {
    const { status, text } = await refused('/stand', { word: 'oui' })
    expect(status).toBe(409)
    const own = inside(text, 'id="stand"', '</form>')
    expect(own).toContain('Lou')
    expect(own).toContain('value="oui"')
    expect(times(text, 'Lou')).toBe(1)
  })

  test.for(['', '/test/nowhere', '/test/place/note', 'x'])(
    'a page of the house tells it where that page cannot be shown: %s',
    async (from) => {
      const { status, text } = await refused('/note', { word: '' }, from)
      expect(status).toBe(422)
      expect(text).not.toContain('id="note"')
    },
  )
})
