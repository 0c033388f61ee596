import { afterAll, beforeAll, expect, test } from 'vitest'
import { actAs, system } from '#kernel/access'
import { inTenant, knownAuthorities, restrict } from '#kernel/tenancy'
import type { Answered, Visitor } from '#kernel/testing'
import { type EmptyHouse, givenEmptyHouse } from '#test/harness'

let house: EmptyHouse
let operator: Visitor
const host = 'service.exemple.be'
const password = 'une phrase assez longue 7'

beforeAll(async () => {
  house = await givenEmptyHouse()
})
afterAll(() => house.close())

const start = (more: Record<string, string> = {}) => ({
  ...{ code: house.code, name: 'Service mutualisé', host },
  ...{ first_name: 'Odile', last_name: 'Ravel', login: 'odile', email: '' },
  ...more,
})

/** Whoever has the link gives themselves a password there, and signs in. */
async function comesIn(visitor: Visitor, href: string, login: string): Promise<void> {
  await visitor.post(new URL(href).pathname, { password, password_again: password })
  const answer = await visitor.post('/sign-in', { login, password })
  expect(answer.status).toBe(303)
}

const beauval = (more: Record<string, string> = {}) => ({
  ...{ kind: 'municipality', name: 'Commune de Beauval', short_name: 'Beauval' },
  ...{ number: '0207.374.617', hosts: 'beauval.exemple.be', language: 'fr', hue: '235' },
  ...{ first_name: 'Alix', last_name: 'Terval', login: 'alix', email: '' },
  ...more,
})

const codeIn = ({ text }: Answered) => /<code>(http[^<]*)<\/code>/.exec(text)?.[1] ?? ''

/** The fields of the form that opens, as the page proposes them. */
function proposed({ text }: Answered): Record<string, string | string[]> {
  const form = /<form[^>]*\/opening".*?<\/form>/s.exec(text)?.[0] ?? ''
  const fields: Record<string, string | string[]> = {}
  for (const [, name = '', value = ''] of form.matchAll(
    /<input[^>]* name="([^"]+)"[^>]*?type="text"[^>]*?value="([^"]*)"/g,
  ))
    fields[name] = value
  for (const [, name = '', body = ''] of form.matchAll(
    /<select[^>]* name="([^"]+)".*?>(.*?)<\/select>/gs,
  ))
    fields[name] = /value="([^"]*)" selected/.exec(body)?.[1] ?? ''
  fields['trades'] = [...form.matchAll(/name="trades" value="([^"]+)" checked/g)].flatMap(
    ([, name = '']) => name,
  )
  return fields
}

test('a host name of no authority leads to the page that begins, and nobody without the code does', async () => {
  const visitor = house.at(host)
  const led = await visitor.get('/anything')
  expect([led.status, led.headers.get('location')]).toEqual([303, '/start'])
  expect((await visitor.get(`/start?code=${house.code}`)).text).toContain(house.code)
  const wrong = await visitor.post('/start', start({ code: 'AAAAAA-AAAAAA-AAAAAA-AAAAAA' }))
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Ce n’est pas le code de démarrage')
  const empty = await visitor.post('/start', start({ login: 'deux mots', host: 'pas un nom' }))
  expect(empty.text).toContain('Un identifiant s’écrit sans espace.')
  expect(empty.text).toContain('value="Service mutualisé"')
})

test('of two who have the code at once one runs the house, and the code is none any more', async () => {
  const both = await Promise.all([
    house.at(host).post('/start', start()),
    house.at(host).post('/start', start({ login: 'other' })),
  ])
  const [first, second] = both.map(({ status }) => status).toSorted()
  expect(first).toBe(303)
  // Who comes while the other is let in has a code that is none; who comes after finds no page.
  expect([404, 422]).toContain(second)
  const link = both.find(({ status }) => status === 303)?.headers.get('location') ?? ''
  expect(link).toMatch(/^http:\/\/service\.exemple\.be\/sign-in\/link\//)
  operator = house.at(host)
  const login = both[0].status === 303 ? 'odile' : 'other'
  await comesIn(operator, link, login)
  expect((await operator.get('/authorities')).text).toContain('Service mutualisé')
  expect((await house.at('unknown.exemple.be').get('/start')).status).toBe(404)
})

test('an authority is opened in two steps, its profile adapted, and its administrator comes in by the link', async () => {
  const first = await operator.post('/authority-openings', beauval())
  expect(first.status).toBe(303)
  const path = first.headers.get('location') ?? ''
  const page = await operator.get(path)
  expect(page.text).toContain('Conseil communal')
  // What it answers is shown this once: a browser that runs scripts shows it, too.
  expect(page.text).toMatch(/<form[^>]*\/opening"[^>]*data-turbo="false"/)
  const fields = proposed(page)
  const opened = await operator.post(`${path}/opening`, {
    ...fields,
    'organs.0.seats': '19',
    'organs.1.name': 'Collège des bourgmestre et échevins',
    'services.0.name': '',
    'services.8.name': 'Bibliothèque',
  })
  expect(opened.text).toContain('Commune de Beauval est ouverte')
  expect(opened.text).toContain('Collège des bourgmestre et échevins')
  expect(opened.text).not.toContain('Direction générale')
  const there = house.at('beauval.exemple.be')
  await comesIn(there, codeIn(opened), 'alix')
  const services = (await there.get('/services')).text
  expect(services).toContain('Bibliothèque')
  expect(services).not.toContain('Direction générale')
  expect((await operator.post(`${path}/opening`, fields)).status).toBe(409)
})

test.for([
  ['number', { number: '0207.374.618' }, 'Ce n’est pas un numéro de la Banque-Carrefour'],
  ['number', { hosts: 'autre.exemple.be' }, 'Commune de Beauval a déjà ce numéro'],
  ['hosts', { number: '0316.380.841' }, 'Le nom d’hôte beauval.exemple.be est celui'],
  ['hosts', { hosts: 'http://a b' }, 'n’est pas un nom d’hôte'],
  [
    'other_hosts',
    { number: '0316.380.841', hosts: 'beauval.example' },
    'n’est pas sous le domaine',
  ],
  ['kind', { kind: 'shared_service' }, 'Choisissez'],
  ['login', { login: 'a b' }, 'sans espace'],
] as const)('what is wrong with %s is said beside it', async ([, more, sentence]) => {
  const answer = await operator.post('/authority-openings', beauval(more))
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(sentence)
})

test('a profile that does not hold is said line by line, and nothing is opened', async () => {
  const first = await operator.post(
    '/authority-openings',
    beauval({ number: '0316.380.841', hosts: 'cpas.exemple.be', kind: 'cpas', name: 'CPAS' }),
  )
  const path = first.headers.get('location') ?? ''
  const fields = proposed(await operator.get(path))
  const answer = await operator.post(`${path}/opening`, {
    ...fields,
    ...{ 'organs.1.acronym': 'cas', 'organs.0.seats': 'beaucoup', 'organs.0.kind': 'college' },
    'services.1.part_of': 'Nulle part',
  })
  expect(answer.status).toBe(422)
  for (const sentence of [
    'a déjà ce sigle',
    'Un nombre entre 1',
    'Choisissez',
    'Aucun service de ce nom',
  ])
    expect(answer.text).toContain(sentence)
  expect((await house.at('cpas.exemple.be').get('/')).status).toBe(404)
  expect((await operator.post(`${path}/removal`)).status).toBe(303)
})

test('who runs the house sees no row of an authority, and nobody else opens one', async () => {
  const there = house.at('beauval.exemple.be')
  await there.post('/sign-in', { login: 'alix', password })
  expect((await there.get('/authorities')).status).toBe(404)
  expect((await there.api('get', '/authorities')).status).toBe(404)
  const [one] = (await operator.api('get', '/authorities')).items<{ slug: string }>()
  expect(one).toMatchObject({ slug: 'beauval', accounts: 1, number: '0207374617' })
  expect((await operator.get('/people')).text).not.toContain('Terval')
  // PostgreSQL itself refuses it to the application at any other authority.
  const beauval = await house.gate.bySlug('beauval')
  if (!beauval) throw new Error('Beauval is not there')
  await expect(
    actAs(system, () => inTenant(house.database, beauval, () => knownAuthorities())),
  ).rejects.toThrow('Only the authority that runs the house')
})

test('a program opens one at once; host names change, and not that at which one is', async () => {
  const body = {
    ...beauval({ number: '0316.380.841', short_name: 'Beauval', name: 'CPAS de Beauval' }),
    ...{ kind: 'cpas', hosts: ['cpas-beauval.exemple.be'], hue: 150 },
  }
  const made = await operator.api('post', '/authorities', body)
  expect(made.status).toBe(201)
  const { slug, link } = made.json<{ slug: string; link: string }>()
  expect(slug).toBe('beauval-2')
  expect(link).toContain('http://cpas-beauval.exemple.be/sign-in/link/')
  const named = await operator.api('put', `/authorities/${slug}/hosts`, {
    hosts: ['cpas-beauval.exemple.be', 'cpas.exemple.be'],
  })
  expect(named.status).toBe(200)
  expect((await house.at('cpas.exemple.be').get('/sign-in')).status).toBe(200)
  const own = (await operator.api('get', '/authorities'))
    .items<{ slug: string; operates: boolean }>()
    .find((one) => one.operates)
  const away = await operator.api('put', `/authorities/${own?.slug}/hosts`, {
    hosts: ['x.exemple.be'],
  })
  expect(away.status).toBe(409)
})

test('the list says how each stands, and shows those that are asked for', async () => {
  const of = async (query: string) =>
    (await operator.api('get', `/authorities${query}`)).items<{ slug: string; standing: string }>()
  // Nobody has come in to the second one yet.
  expect((await of('')).map(({ slug, standing }) => [slug, standing])).toEqual(
    expect.arrayContaining([
      ['beauval', 'open'],
      ['beauval-2', 'incomplete'],
    ]),
  )
  const beauval = await house.gate.bySlug('beauval')
  const until = { until: null, eraseAfter: null, exportHash: null }
  const closed = (kind: 'suspended' | 'maintenance', more = {}) =>
    restrict(house.database, beauval, {
      ...{ ...until, kind, words: 'Contrat échu', contact: '', since: new Date().toISOString() },
      ...more,
    })
  await closed('suspended')
  expect((await of('?standing=suspended')).map(({ slug }) => slug)).toEqual(['beauval'])
  const page = await operator.get('/authorities?standing=suspended&kind=municipality&q=BEAUVAL')
  expect(page.text).toContain('suspendue')
  expect(page.text).not.toContain('CPAS de Beauval')
  expect((await operator.get('/authorities/beauval')).text).toContain('Contrat échu')
  await closed('suspended', { eraseAfter: '2099-01-01T00:00:00Z' })
  expect((await of('?standing=deleting')).map(({ slug }) => slug)).toEqual(['beauval'])
  await closed('maintenance')
  expect((await operator.get('/authorities')).text).toContain('en maintenance')
  await restrict(house.database, beauval, null)
  expect((await operator.get('/authorities?standing=deleting')).text).toContain(
    'Aucune autorité ne répond à cela',
  )
})
