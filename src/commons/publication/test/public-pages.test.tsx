import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority } from '#test/harness'
import type { Visitor } from '#kernel/testing'
import { OutcomeContext } from '#kernel/ui'
import { prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'
import { PublicationCard, Withdrawal, publicationsOf, publish, withdraw } from '../index.ts'
import { canonicalJson } from '../record.ts'
import { citizen, errandCopies, opened, prepareCopies } from './errand-copies.tsx'

let authority: TestAuthority
let visitor: Visitor
const slug = `course-${randomUUID()}`
const data = `/publications/test.errand/${slug}/1.json`

beforeAll(async () => {
  await prepareErrands()
  prepareCopies()
  authority = await givenAuthority()
  visitor = await citizen(authority)
  const errand = await opened(authority, slug)
  await authority.asSystem(() => publish(errand, errandCopies))
})

afterAll(removeErrands)

/** The machine-readable copy as a program gets it. */
const record = async () => (await visitor.get(data)).json<{ hash: string; content: object }>()

describe('the page of a copy', () => {
  test('shows the words and their proof to whoever asks, and sets no cookie', async () => {
    const page = await visitor.get(`/test/public/${slug}`)
    const { hash } = await record()
    expect(page.status).toBe(200)
    expect(page.text).toContain(hash)
    expect(page.text).toContain(`href="${data}"`)
    expect(page.headers.has('set-cookie')).toBe(false)
  })

  test('of another authority is not there', async () => {
    const elsewhere = await citizen(await givenAuthority())
    expect((await elsewhere.get(`/test/public/${slug}`)).status).toBe(404)
    expect((await elsewhere.get(data)).status).toBe(404)
  })

  test('is not there once the copy is withdrawn, nor are its data', async () => {
    const gone = `retire-${randomUUID()}`
    const errand = await opened(authority, gone)
    await authority.asSystem(async () => {
      const { id } = await publish(errand, errandCopies)
      await withdraw(errand, id, 'Erreur')
    })
    for (const path of [`/test/public/${gone}`, data.replace(slug, gone)]) {
      const answer = await visitor.get(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
  })
})

describe('the data of a copy', () => {
  test('are what was hashed: anybody can reckon the hash', async () => {
    const { hash, ...hashed } = await record()
    expect(hashed).toMatchObject({ authority: authority.tenant.slug, slug, number: 1 })
    expect(createHash('sha256').update(canonicalJson(hashed)).digest('hex')).toBe(hash)
  })

  test('may be fetched by any site, and are known by their hash', async () => {
    const { headers } = await visitor.get(data)
    const { hash } = await record()
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('content-type')).toContain('application/json')
    expect(headers.get('etag')).toBe(`"${hash}"`)
  })

  test('are not there for a publisher, slug or number that is not', async () => {
    for (const path of [
      data.replace('test.errand', 'test.letter'),
      data.replace(slug, 'autre'),
      data.replace('/1.json', '/2.json'),
      data.replace('/1.json', '/99999999999999999999.json'),
    ])
      expect([path, (await visitor.get(path)).status]).toEqual([path, 404])
  })
})

test('canonical JSON has one spelling (RFC 8785)', () => {
  const value = { b: [1, 1.5e-7, 'é"\n'], '€': null, a: { d: true, c: {} }, '\u00f6': 1e21 }
  expect(canonicalJson(value)).toBe(
    '{"a":{"c":{},"d":true},"b":[1,1.5e-7,"é\\"\\n"],"ö":1e+21,"€":null}',
  )
})

describe('the card at the side of a dossier', () => {
  async function card(may: boolean, errors?: { reason: string[] }) {
    const errand = await opened(authority, `carte-${randomUUID()}`)
    const before = await authority.asSystem(() => publicationsOf(errand.id))
    const made = await authority.asSystem(() => publish(errand, errandCopies))
    const render = async (publications: typeof before) =>
      String(
        await (
          <OutcomeContext.Provider
            value={{
              act: '/test/withdrawal',
              messages: [],
              refused: errors && { values: { publication: made.id }, errors },
              told: { said: false },
            }}
          >
            <PublicationCard
              publications={publications}
              path={errandCopies.path}
              publishAction="/test/publication"
              withdrawAction="/test/withdrawal"
              may={may}
            />
          </OutcomeContext.Provider>
        ),
      )
    return { made, before: await render(before), after: await render([made]) }
  }

  test('says that nothing is public, then what is, since when and where', async () => {
    const { made, before, after } = await card(true)
    expect(before).toContain('Rien de ce dossier n’est public.')
    expect(before).toContain('action="/test/publication"')
    expect(after).toContain(made.hash.slice(0, 16))
    expect(after).toContain(`href="${errandCopies.path(made.slug)}"`)
    expect(after).toContain('action="/test/withdrawal"')
    expect(after).toContain(`value="${made.id}"`)
  })

  test('offers nothing to who may only look', async () => {
    const { before, after } = await card(false)
    expect(before + after).not.toContain('<form')
  })

  test('asks again, with what is wrong, when a withdrawal gave no reason', async () => {
    const { after, made } = await card(true, { reason: ['Cette réponse est nécessaire.'] })
    expect(Withdrawal.safeParse({ publication: made.id, reason: ' ' }).success).toBe(false)
    expect(after).toMatch(/<dialog[^>]* open/)
    expect(after).toContain('Cette réponse est nécessaire.')
  })
})
