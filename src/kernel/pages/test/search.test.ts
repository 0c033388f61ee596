import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { indexForSearch, indexParts } from '#kernel/search'

let authority: TestAuthority
let person: TestPerson

beforeEach(async () => {
  authority = await givenAuthority()
  person = await authority.person({ roles: ['agent'] })
})

async function enter(title: string, entry: { kind?: string; body?: string } = {}): Promise<string> {
  const { kind = 'deliberations.meeting', body = '' } = entry
  const subjectId = randomUUID()
  const readers = ['role:agent']
  await authority.asSystem(() =>
    indexForSearch([{ subjectId, kind, title, reference: 'CC/2026/1', body, readers }]),
  )
  return subjectId
}

const page = async (query: string) => (await person.visitor.get(`/search?${query}`)).text
const titlesOn = (text: string) =>
  [...text.matchAll(/class="list-title"[^>]*>(.*?)<\/a>/g)].map(([, title = '']) =>
    title.replaceAll(/<[^>]+>/g, ''),
  )

describe('the page of search says all there is (F2)', () => {
  test('it counts 24 results for 24, and the next page has the others', async () => {
    for (let number = 1; number <= 24; number++) await enter(`Moulin ${number}`)
    const first = await page('q=moulin')
    expect(first).toContain('24 résultats')
    const next = /href="(\/search\?[^"]*after=[^"]*)" rel="next"/.exec(first)?.[1] ?? ''
    const second = await page(next.replaceAll('&amp;', '&').split('?')[1] ?? '')
    expect(second).toContain('24 résultats')
    expect([...titlesOn(first), ...titlesOn(second)].toSorted()).toEqual(
      Array.from({ length: 24 }, (_, at) => `Moulin ${at + 1}`).toSorted(),
    )
  })

  test('a place and an order that it does not know are told, and refused to programs (15)', async () => {
    await enter('Moulin')
    expect(await page('q=moulin&in=zzz')).toContain('«\u00A0zzz\u00A0» n’est ni un métier')
    const unsorted = await page('q=moulin&sort=zzz')
    expect(unsorted).toContain('«\u00A0zzz\u00A0» n’est pas compris')
    expect(titlesOn(unsorted)).toEqual(['Moulin'])
    for (const name of ['in', 'sort']) {
      const answer = await person.visitor.api('GET', `/search?q=moulin&${name}=zzz`)
      expect(answer.status).toBe(422)
      expect(answer.json<{ errors: object }>().errors).toHaveProperty(name)
    }
  })

  test('trade, kind, period and order are kept in its address and narrow it', async () => {
    await enter('Moulin des séances')
    await enter('Moulin du plan', { kind: 'strategy.plan' })
    expect(titlesOn(await page('q=moulin&in=strategy'))).toEqual(['Moulin du plan'])
    expect(titlesOn(await page('q=moulin&in=deliberations.meeting'))).toEqual([
      'Moulin des séances',
    ])
    expect(titlesOn(await page('q=moulin&in=strat'))).toEqual([])
    const today = Temporal.Now.plainDateISO('Europe/Brussels')
    const tomorrow = today.add({ days: 1 })
    expect(titlesOn(await page(`q=moulin&since=${today}&until=${today}&sort=date`))).toHaveLength(2)
    expect(titlesOn(await page(`q=moulin&since=${tomorrow}`))).toEqual([])
    const kept = await page(`q=moulin&in=strategy&since=${today}&sort=date`)
    expect(kept).toContain('<option value="strategy" selected="">')
    expect(kept).toContain(`value="${today}"`)
    expect(kept).toContain('<option value="date" selected="">')
  })

  test('it marks the words and shows where in the text they stand', async () => {
    const before = 'Considérant que rien n’est dit ici. '.repeat(20)
    await enter('Voirie', { body: `${before}Le revêtement de la chaussée est dégradé.` })
    const text = await page('q=revetements')
    expect(text).toContain('Le <mark class="hit">revêtement</mark> de la chaussée')
    expect(text).not.toContain('<mark class="hit">Considérant')
  })

  test('what is found in an annex says so and leads to it', async () => {
    const subjectId = await enter('Toiture')
    const partId = randomUUID()
    await authority.asSystem(() =>
      indexParts([{ subjectId, partId, title: 'Devis', body: 'Ardoises naturelles' }]),
    )
    const text = await page('q=ardoises')
    expect(titlesOn(text)).toEqual(['Toiture'])
    expect(text).toContain('Dans l’annexe')
    expect(text).toContain('<mark class="hit">Ardoises</mark> naturelles')
  })

  test('words of markup are text', async () => {
    await enter('<script>alert(1)</script> moulin')
    const text = await page(`q=${encodeURIComponent('moulin <script>alert(1)')}`)
    expect(text).not.toContain('<script>alert')
  })

  test('programs are told as much, by the API', async () => {
    for (let number = 1; number <= 24; number++) await enter(`Moulin ${number}`)
    const ask = async (query: string) =>
      (await person.visitor.api('GET', `/search?${query}`)).json<{ next: string }>()
    const first = await ask('q=moulin')
    expect(first).toMatchObject({ total: 24, more_than: null, meant: null, items: { length: 20 } })
    const second = await ask(`q=moulin&after=${first.next}`)
    expect(second).toMatchObject({ total: 24, next: null, items: { length: 4 } })
    expect(await ask('q=mouln')).toMatchObject({ total: 0, items: [], meant: 'moulin' })
  })
})
