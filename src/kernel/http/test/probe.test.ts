import { test } from 'vitest'
import { givenAuthority, ground } from '#test/harness'
import { indexForSearch, search } from '#kernel/search'
import { randomUUID } from 'node:crypto'
test('probe', async () => {
  const a = await givenAuthority()
  const s = await a.service('Travaux')
  const p = await a.person({ roles: ['agent', 'secretariat'], in: s })
  const orgs = (await p.visitor.api('GET', '/deliberations/organs')).json<any>()
  const item = await p.visitor.api('POST', '/deliberations/items', {
    title: 'Réfection de la rue',
    organ_id: orgs[0].id,
    service_id: s,
    motivation: 'x',
    decision: 'y',
  })
  const { id } = item.json<any>()
  const log = async (n: string, r: Promise<any>) => {
    const x = await r
    console.log(n, x.status, x.headers?.get('location'), x.text.replace(/\s+/g, ' ').slice(0, 200))
  }
  await log('annex bad', p.visitor.get('/annexes/abc'))
  await log('annex nul', p.visitor.get('/annexes/%00'))
  await log('doc nul', p.visitor.get('/documents/%00'))
  await log('search nul', p.visitor.get('/search?q=%00a'))
  await log('item bad', p.visitor.get('/deliberations/items/%00'))
  await log('removal', p.visitor.post(`/deliberations/items/${id}/annexes/abc/removal`))
  await log('after', p.visitor.get('/deliberations/items?after=abc'))
  await log('after', p.visitor.get('/deliberations/items?after=2020-01-01,abc'))
  await log('service', p.visitor.get('/deliberations/items?service=abc'))
  await log(
    'foreign organ',
    p.visitor.api('POST', '/deliberations/items', {
      title: 'a',
      organ_id: randomUUID(),
      service_id: s,
    }),
  )
  await log(
    'nul title',
    p.visitor.api('POST', '/deliberations/items', {
      title: 'a\0b',
      organ_id: orgs[0].id,
      service_id: s,
    }),
  )
  await log('pref', p.visitor.post('/preferences', { back: '/\t/evil.example' }))
  await log('pref', p.visitor.post('/preferences', { back: '/.//evil.example' }))
  await log('pref nl', p.visitor.post('/preferences', { back: '/a\r\nSet-Cookie: x=1' }))
  await log('sign', p.visitor.post('/sign-in', {}))
  const g = await ground()
  const send = (path: string, init: any) =>
    g.app
      .request(`http://${a.host}${path}`, {
        method: 'POST',
        ...init,
        headers: { host: a.host, origin: `http://${a.host}`, ...init.headers },
      })
      .then(async (r: Response) => ({ status: r.status, headers: r.headers, text: await r.text() }))
  await log(
    'multipart broken',
    send('/sign-in', { body: 'xx', headers: { 'content-type': 'multipart/form-data' } }),
  )
  await log(
    'multipart broken2',
    send('/sign-in', {
      body: 'xx',
      headers: { 'content-type': 'multipart/form-data; boundary=abc' },
    }),
  )
  await log(
    'big',
    send('/sign-in', {
      body: 'xx',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(65 * 1024 * 1024),
      },
    }),
  )
  await log(
    'bigapi',
    send('/api/session', {
      body: 'xx',
      headers: { 'content-type': 'application/json', 'content-length': String(65 * 1024 * 1024) },
    }),
  )
  await log('xml', send('/api/session', { body: '<a/>', headers: { 'content-type': 'text/xml' } }))
  await log(
    'bad json',
    send('/api/session', { body: '{', headers: { 'content-type': 'application/json' } }),
  )
  for (const t of ['Réfection de la chaussée', 'Acquisition d’un véhicule'])
    await a.asSystem(() =>
      indexForSearch({
        subjectId: randomUUID(),
        kind: 'k',
        title: t,
        reference: 'CC/2026/1',
        body: '',
        readers: ['x'],
      }),
    )
  for (const q of [
    'réf',
    'réfec',
    'réfect',
    'réfecti',
    'réfectio',
    'réfection',
    'réfections',
    'acquisit',
    'acquisiti',
    'acquisitio',
    'vehi',
    'véhicu',
    'véhicul',
    'chaussée -réfection',
    'CC/2026/1',
    'CC/2026',
    'CC',
    '2026/1',
    '"',
    "'",
    '((',
    '& | !',
    '-',
    ':*',
    'a\\',
    'or',
    '<->',
  ])
    await a.asSystem(async () =>
      console.log(
        q,
        (await search(q).catch((e) => [{ title: String(e) }])).map((f: any) => f.title),
      ),
    )
  console.log(
    await a
      .asSystem(async () =>
        (await import('kysely'))
          .sql`select to_tsvector('kernel.french','Réfection chaussée Acquisition véhicule'), to_tsvector('simple','CC/2026/1 CC/20260625-1')`.execute(
          (await import('#kernel/db')).db(),
        ),
      )
      .then((r: any) => JSON.stringify(r.rows)),
  )
})
