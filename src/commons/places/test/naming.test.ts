import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { routes, workFields, worksInTheHouse } from './work.ts'

worksInTheHouse()

let authority: TestAuthority
let serviceId: string
let agent: TestPerson
let at: ReturnType<TestAuthority['visitorOf']>
let head: typeof at

beforeAll(async () => {
  authority = await givenAuthority()
  serviceId = await authority.service('Travaux')
  agent = await authority.person({ in: serviceId, roles: ['agent'] })
  at = authority.visitorOf(routes, agent)
  head = authority.visitorOf(
    routes,
    await authority.person({ in: serviceId, as: 'head', roles: ['agent'] }),
  )
})

/** Enters a street; its page. */
async function street(title: string, more: object = {}): Promise<string> {
  const answer = await agent.visitor.post('/places/streets', {
    ...{ title, postal_code: '5000', locality: 'Namur', ...more },
  })
  return answer.headers.get('location') ?? answer.text
}
const idOf = (page: string) => page.split('/').at(-1) ?? ''

/** Writes a work as its form sends it; its page, or what is wrong. */
async function work(sent: object, by = at): Promise<string> {
  const answer = await by.post('/test/works', { title: 'Égout', service_id: serviceId, ...sent })
  return answer.headers.get('location') ?? answer.text
}

interface Told {
  version: number
  places: { street: { id: string | null; name: string }; postal_code: string; number: string }[]
}
const told = async (page: string) => (await at.api('GET', page)).json<Told>()

test('however it is written, one street of the register is one; another is kept as typed, and said to be unknown', async () => {
  const gare = await street('Rue de la Gare')
  for (const typed of ['rue de la Gare', 'RUE DE LA GARE', 'r. de la Gare', 'Rue de la-gare']) {
    const { places } = await told(await work({ 'places.0.street': typed, 'places.0.number': '12' }))
    expect(places[0]).toMatchObject({
      street: { id: idOf(gare), name: 'Rue de la Gare' },
      ...{ number: '12', postal_code: '5000', locality: 'Namur' },
    })
  }
  const unknown = await work({ 'places.0.street': 'Chemin  des Loups' })
  expect((await told(unknown)).places[0]?.street).toEqual({ id: null, name: 'Chemin des Loups' })
  const { text } = await at.get(unknown)
  expect(text).toContain('hors du registre des rues')
  expect((await at.get(await work({ 'places.0.street': 'Rue de la Gare' }))).text).toContain(
    `href="${gare}"`,
  )
})

test('streets of one name are told apart by postal code, or as they are proposed', async () => {
  const here = await street('Rue des Prés')
  const there = await street('Rue des Prés', { postal_code: '5100', locality: 'Jambes' })
  const both = await work({ 'places.0.street': 'Rue des Prés' })
  expect(both).toMatch(/Plusieurs rues s’appellent[^<]*Rue des Prés · 5100 Jambes/)
  expect(both).toContain('value="Rue des Prés"')
  const by = async (sent: object) => (await told(await work(sent))).places[0]?.street.id
  expect(await by({ 'places.0.street': 'Rue des Prés', 'places.0.postal_code': '5100' })).toBe(
    idOf(there),
  )
  expect(await by({ 'places.0.street': 'Rue des Prés · 5000 Namur' })).toBe(idOf(here))
  expect(await by({ 'places.0.street': 'Rue des Prés', 'places.0.postal_code': '4000' })).toBeNull()
})

test('what is wrong is said at its input, and nothing that was typed is lost', async () => {
  const wrong = await work({
    ...{ 'places.0.street': 'Rue Haute', 'places.0.postal_code': '50' },
    ...{ 'places.0.parcel': '123', 'places.0.point': '4.8675, 50.4669' },
    ...{ 'places.1.street': '', 'places.1.number': '7' },
  })
  for (const sentence of [
    'Un code postal belge a quatre chiffres.',
    'Ce n’est pas une clé de parcelle',
    'la latitude vient d’abord',
    'Cette réponse est nécessaire.',
  ])
    expect(wrong).toContain(sentence)
  expect(wrong).toContain('value="4.8675, 50.4669"')
  const right = await work({
    ...{ 'places.0.street': 'Rue Haute', 'places.0.parcel': '92094a0123/00b000' },
    'places.0.point': '50,4669 4,8675',
  })
  const { text } = await at.get(right)
  expect(text).toContain('parcelle 92094A0123/00B000 · 50.46690, 4.86750')
})

test('a program writes places as objects, by name or by the id of a street', async () => {
  const place = await street('Place Verte')
  const written = await at.api('POST', '/test/works', {
    ...{ title: 'Bancs', service_id: serviceId },
    places: [
      { street: { id: idOf(place) }, point: { latitude: 50.4669, longitude: 4.8675 } },
      { street: 'Pl. Verte', number: '3' },
    ],
  })
  expect(written.status).toBe(201)
  const { places } = written.json<Told>()
  expect(places.map(({ street: { name } }) => name)).toEqual(['Place Verte', 'Place Verte'])
  const refused = await at.api('POST', '/test/works', {
    ...{ title: 'Bancs', service_id: serviceId },
    places: [
      { street: { id: crypto.randomUUID() } },
      { street: 'x', point: { latitude: 4, longitude: 50 } },
    ],
  })
  expect(refused.status).toBe(422)
})

test('a list is narrowed by street and ordered by street and number; a file and search have them', async () => {
  const town = await givenAuthority()
  const service_id = await town.service('Voirie')
  const who = await town.person({ in: service_id, roles: ['agent'] })
  const visitor = town.visitorOf(routes, who)
  await who.visitor.post('/places/streets', {
    title: 'Rue de l’Église',
    former_names: 'Rue du Temple',
  })
  for (const [title, name, number] of [
    ['Trois', 'Rue de l’Eglise', '12'],
    ['Un', 'Avenue Astrid', '1'],
    ['Deux', 'r. de l Église', '2'],
  ] as const)
    await visitor.post('/test/works', {
      ...{ title, service_id, 'places.0.street': name, 'places.0.number': number },
    })
  const titles = async (query: string) =>
    [
      ...(await visitor.get(`/test/works?${query}`)).text.matchAll(
        /<a href="\/test\/works\/[0-9a-f-]+">(\w+)</g,
      ),
    ].map(([, title]) => title)
  expect(await titles('sort=places')).toEqual(['Un', 'Deux', 'Trois'])
  expect(await titles('places=eglise&sort=places')).toEqual(['Deux', 'Trois'])
  expect(await titles('places=Temple&sort=places')).toEqual(['Deux', 'Trois'])
  expect(await titles('places=rue+de+l’église+12')).toEqual(['Trois'])
  expect(await titles('places=ASTRID')).toEqual(['Un'])
  expect((await visitor.get('/test/works?with=places')).text).toContain('<option>Rue de l’Église')
  const file = (await visitor.get('/test/works?as=csv&sort=places')).text
  expect(file).toContain('Rue de l’Église 12')
  const found = (await who.visitor.get('/search?q=eglise+12')).text
  expect(found).toContain('Trois')
  expect(found).not.toContain('>Deux<')
})

test('an export is read back, and a row that is wrong is told by its column', async () => {
  const sends = async (content: string) => {
    const sent = await at.post('/test/works/import', { files: [new File([content], 'liste.csv')] })
    const page = sent.headers.get('location') ?? sent.text
    await authority.drain()
    return { page, text: (await at.get(page)).text }
  }
  const wrong = await sends(
    `Objet;Service;Lieux\nX;Travaux;"Rue Haute 3, 92094A0123"\nY;Travaux;Rue Haute 3, 0999 Nulle part\n`,
  )
  for (const said of ['Lieux', 'Ce n’est pas une clé de parcelle', 'a quatre chiffres'])
    expect(wrong.text).toContain(said)
  const right = await sends(
    'Objet;Service;Lieux\nPavés;Travaux;"Rue Basse 3 bte 2, 5000 Namur, 92094A0123/00B000, 50.46690 4.86750; Rue Haute"\n',
  )
  await at.post(right.page, {})
  await authority.drain()
  const { items } = (await at.api('GET', '/test/works')).json<{
    items: (Told & { title: string })[]
  }>()
  expect(items.find(({ title }) => title === 'Pavés')?.places).toMatchObject([
    {
      ...{ street: { name: 'Rue Basse' }, number: '3', box: '2', parcel: '92094A0123/00B000' },
      point: { latitude: 50.4669, longitude: 4.8675 },
    },
    { street: { name: 'Rue Haute' }, number: '' },
  ])
})

test('a street that is renamed is shown by its new name, found by the old one, and history tells what stood there', async () => {
  const page = await street('Rue Neuve')
  const dossier = await work({ title: 'Trottoirs', 'places.0.street': 'Rue Neuve' })
  const { version } = (await agent.visitor.api('GET', page)).json<{ version: number }>()
  await agent.visitor.api('PUT', page, { version, title: 'Rue Simone Veil' })
  await authority.drain()
  const { text } = await at.get(dossier)
  expect(text).toContain('Rue Simone Veil')
  expect((await told(dossier)).places[0]?.street.name).toBe('Rue Simone Veil')
  for (const words of ['simone+veil', 'rue+neuve'])
    expect((await agent.visitor.get(`/search?q=${words}`)).text).toContain('Trottoirs')
  // An old form, and whoever still says the old name, mean the same street.
  const again = await work({ 'places.0.street': 'Rue Neuve' })
  expect((await told(again)).places[0]?.street).toEqual({ id: idOf(page), name: 'Rue Simone Veil' })
  const { version: now } = await told(dossier)
  await at.api('PUT', dossier, { version: now, places: [{ street: 'Rue Haute', number: '4' }] })
  expect((await at.get(dossier)).text).toMatch(
    /Lieux\s+: <a[^>]*>Rue Simone Veil<[^→]*→ Rue Haute 4/,
  )
})

test('the page of a street shows what names it, to those who see the dossier and may read that field', async () => {
  const page = await street('Quai des Brumes')
  const open = await work({ title: 'Garde-corps', 'places.0.street': 'Quai des Brumes' })
  const hidden = await work({ title: 'Cachette', 'depot.0.street': 'Quai des Brumes' }, head)
  const chief = await authority.person({ in: serviceId, as: 'head', roles: ['agent'] })
  const stranger = await authority.person({ roles: ['agent'] })
  const seenBy = async ({ visitor }: TestPerson) => (await visitor.get(page)).text
  expect(await seenBy(agent)).toContain(`href="${open}"`)
  expect(await seenBy(agent)).not.toContain(hidden)
  expect(await seenBy(chief)).toContain(`href="${hidden}"`)
  expect(await seenBy(stranger)).not.toContain(open)
  const api = async ({ visitor }: TestPerson) =>
    (await visitor.api('GET', `${page}/dossiers`)).json<{
      items: { title: string }[]
      next: null
    }>()
  expect((await api(agent)).items.map(({ title }) => title)).toEqual(['Garde-corps'])
  expect((await api(chief)).items).toHaveLength(2)
  // Nor does a condition of the list tell it.
  expect((await at.get('/test/works?depot=brumes')).text).not.toContain('Cachette')
  expect((await head.get('/test/works?depot=brumes')).text).toContain('Cachette')
})

test('words of the street leave in a copy for everybody; no id of the house does', async () => {
  const place = {
    ...{ street: { id: crypto.randomUUID(), name: 'Rue Haute' }, number: '12', box: '' },
    ...{ postal_code: '5000', locality: 'Namur', parcel: null, point: null },
  }
  const { leaves } = workFields.places
  const tell = await leaves?.told([[place]])
  expect(tell?.([place])).toEqual(['Rue Haute 12, 5000 Namur'])
})

test('an authority that keeps no register types freely, and nothing is said to be unknown', async () => {
  const town = await givenAuthority()
  const service_id = await town.service('Voirie')
  const visitor = town.visitorOf(routes, await town.person({ in: service_id }))
  const sent = { title: 'Pont', service_id, 'places.0.street': 'Rue Haute' }
  const page = (await visitor.post('/test/works', sent)).headers.get('location') ?? ''
  const { text } = await visitor.get(page)
  expect(text).toContain('Rue Haute')
  expect(text).not.toContain('hors du registre')
})

test('a dossier that goes takes its places along; a street that is named stays', async () => {
  const page = await street('Impasse du Puits')
  await work({ title: 'Puits', 'places.0.street': 'Imp. du Puits' })
  await expect(
    authority.asSystem(() =>
      sql`delete from commons.street where id = ${idOf(page)}`.execute(db()),
    ),
  ).rejects.toThrow(/foreign key/)
  const named = await authority.asSystem(async () => {
    const { rows } = await sql<{ id: string }>`
      select dossier_id as id from commons.named_place where street_id = ${idOf(page)}`.execute(
      db(),
    )
    const [one] = rows
    await sql`delete from test.work where id = ${one?.id}`.execute(db())
    await sql`delete from commons.dossier where id = ${one?.id}`.execute(db())
    return sql`select from commons.named_place where street_id = ${idOf(page)}`.execute(db())
  })
  expect(named.rows).toHaveLength(0)
})
