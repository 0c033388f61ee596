import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { identityKeeper } from '../role.ts'

const list = '/parties/contacts'
const number = '85.07.30-033.28'
const digits = '85073003328'
let authority: TestAuthority
let agent: TestPerson
let keeper: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  const service = await authority.service('Affaires générales')
  agent = await authority.person({ in: service, roles: ['agent'] })
  keeper = await authority.person({ in: service, roles: ['agent', identityKeeper.name] })
})

const jeanne = {
  ...{ nature: 'person', title: 'Dupont', first_name: 'Jeanne', postal_code: '5000' },
  ...{
    street: 'Rue de Fer',
    house_number: '12',
    municipality: 'Namur',
    email: 'jeanne@exemple.be',
  },
}

const write = async (given: object, who = agent) => {
  const answer = await who.visitor.post(list, { ...jeanne, ...given })
  return answer.headers.get('location') ?? answer.text
}

test('a person is entered, listed and found; the number stands nowhere but enciphered', async () => {
  const page = await write({ title: 'Lambert', national_number: number })
  expect(page).toMatch(/^\/parties\/contacts\//)
  const shown = await agent.visitor.get(page)
  expect(shown.text).toContain('Rue de Fer')
  expect(shown.text).toContain('chiffré')
  expect((await agent.visitor.get(list)).text).toContain('Lambert')
  expect((await agent.visitor.get('/search?q=Lambert')).text).toContain(page)
  const sent = await agent.visitor.get(`${list}?as=csv`)
  const api = await agent.visitor.api('GET', page)
  const edit = await keeper.visitor.get(`${page}/edit`)
  for (const { text } of [shown, sent, edit, api]) expect(text).not.toMatch(/85\.?07\.?30/)
  const { rows } = await authority.asSystem(() =>
    sql<{ all: string }>`
      select (select string_agg(p::text, ' ') from commons.party p)
        || (select string_agg(e::text, ' ') from kernel.event e)
        || (select string_agg(d::text, ' ') from commons.dossier d)
        || coalesce((select string_agg(f::text, ' ') from kernel.draft f), '')
        || (select string_agg(a::text, ' ') from kernel.audit a) as all`.execute(db()),
  )
  expect(rows[0]?.all).not.toContain('0033')
  expect(rows[0]?.all).not.toContain(digits)
  expect(rows[0]?.all).not.toContain(Buffer.from(digits).toString('hex'))
})

test('only who keeps identifiers reads the number, and each reading stands in the audit', async () => {
  const page = await write({ title: 'Renard', national_number: '17.07.30-033.84' })
  expect((await agent.visitor.get(page)).text).not.toContain('Voir le numéro national')
  expect((await agent.visitor.post(`${page}/number`, {})).status).toBe(403)
  const before = await readings(page)
  const read = await keeper.visitor.post(`${page}/number`, {})
  expect(read.text).toContain('17.07.30-033.84')
  expect(await readings(page)).toBe(before + 1)
  expect((await agent.visitor.api('POST', `${page}/number`)).status).toBe(403)
  const told = await keeper.visitor.api('POST', `${page}/number`)
  expect(told.json()).toEqual({ national_number: '17073003384' })
  const found = await keeper.visitor.api('POST', '/parties/number', {
    national_number: '17.07.30-033.84',
  })
  expect(page).toContain(found.json<{ id: string }>().id)
  expect(await readings(page)).toBe(before + 3)
})

const readings = (page: string) =>
  authority.asSystem(async () => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from kernel.audit
      where action = 'identifier_read' and subject = ${page}`.execute(db())
    return rows[0]?.count ?? 0
  })

test('the same number is refused, with a link to who has it; so is one that looks alike, until it is another', async () => {
  const BCE = { nature: 'organisation', first_name: '', enterprise_number: '0207.374.617' }
  const page = await write({ ...BCE, title: 'Les Amis du Beffroi' })
  const again = await agent.visitor.post(list, { ...jeanne, ...BCE, title: 'Autre nom' })
  expect(again.status).toBe(422)
  expect(again.text).toContain(`href="${page}"`)
  const first = await write({ title: 'Mercier' })
  const alike = await agent.visitor.post(list, { ...jeanne, title: 'MERCIÉR' })
  expect(alike.status).toBe(422)
  expect(alike.text).toContain(`href="${first}"`)
  expect(await write({ title: 'MERCIÉR', is_another: 'on' })).toMatch(/^\/parties/)
  expect(await write({ title: 'Mercier', postal_code: '4000' })).toMatch(/^\/parties/)
  expect((await agent.visitor.post(list, { ...jeanne, postal_code: '50' })).status).toBe(422)
  expect(await write({ title: 'Étrangère', postal_code: '59000', country: 'France' })).toMatch(
    /^\/parties/,
  )
})

test('of two who write the same number at once, one is told', async () => {
  const given = (title: string, postal_code: string) =>
    agent.visitor.post(list, { ...jeanne, title, postal_code, national_number: '93.05.18-223.61' })
  const answers = await Promise.all([given('Un', '1000'), given('Deux', '1020')])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
})

test('a number stays where the form leaves it empty, and a dash takes it away', async () => {
  const page = await write({ title: 'Gérard', national_number: '00.00.01-003.64' })
  const rewrite = async (given: object) => {
    const { version } = (await agent.visitor.api('GET', page)).json<{ version: number }>()
    return agent.visitor.post(page, {
      ...jeanne,
      title: 'Gérard',
      version: String(version),
      ...given,
    })
  }
  expect((await rewrite({ phone: '081 24 60 00', national_number: '' })).status).toBe(303)
  expect((await agent.visitor.get(page)).text).toContain('chiffré')
  expect((await rewrite({ national_number: '-' })).status).toBe(303)
  expect((await agent.visitor.get(page)).text).not.toContain('chiffré')
  expect((await keeper.visitor.post(`${page}/number`, {})).status).toBe(404)
})

test('two that are one are merged: the one that stays takes what it lacks, the other leads there', async () => {
  const from = await write({
    title: 'Simon',
    email: 'simon@exemple.be',
    national_number: '72.02.02-902.79',
  })
  const into = await write({ title: 'Simon', postal_code: '6000', email: '' })
  const both = `Simon Jeanne · 6000 Namur`
  expect((await agent.visitor.get(`${from}/merge`)).text).toContain(both)
  expect((await agent.visitor.post(`${from}/merge`, { into: 'Personne' })).status).toBe(422)
  const merged = await agent.visitor.post(`${from}/merge`, { into: both })
  expect(merged.headers.get('location')).toBe(into)
  const kept = await agent.visitor.get(into)
  expect(kept.text).toContain('simon@exemple.be')
  expect(kept.text).toContain(`href="${from}"`)
  expect((await agent.visitor.get(from)).text).toContain(`href="${into}"`)
  const listed = async (query = '') => (await agent.visitor.api('GET', `${list}${query}`)).text
  const idOf = (page: string) => page.split('/').at(-1) ?? ''
  expect(await listed()).toContain(idOf(into))
  expect(await listed()).not.toContain(idOf(from))
  expect(await listed('?state=merged')).toContain(idOf(from))
  expect((await keeper.visitor.post(`${into}/number`, {})).text).toContain('72.02.02-902.79')
  expect((await keeper.visitor.post(`${from}/number`, {})).status).toBe(404)
})

test('a list of them is read in, shown before it is written; national numbers are none of a list', async () => {
  const sends = (content: string) =>
    agent.visitor.post(`${list}/import`, { files: [new File([content], 'liste.csv')] })
  const refused = await sends('Nom ou dénomination;Numéro national\nMoreau;85.07.30-033.28\n')
  expect(refused.status).toBe(422)
  expect(refused.text).toMatch(/Aucun champ ne s’appelle «\s*Numéro national/)
  const sent = await sends(
    'Nom ou dénomination;Nature;Code postal;Numéro d’entreprise (BCE)\nFanfare;Organisation;5000;0800.000.174\n',
  )
  const at = sent.headers.get('location') ?? ''
  await authority.drain()
  expect((await agent.visitor.get(at)).text).toContain('Fanfare')
  expect((await agent.visitor.post(at, {})).status).toBe(303)
  await authority.drain()
  expect((await agent.visitor.get(list)).text).toContain('0800.000.174')
})

test('a list says by row who looks like whom, which number is taken and which postal code is none', async () => {
  await write({ title: 'Lejeune', first_name: 'Anaïs', postal_code: '4500' })
  await write({ nature: 'organisation', title: 'Chorale', enterprise_number: '0207.374.617' })
  const content = [
    'Nom ou dénomination;Prénom;Nature;Code postal;Pays;Numéro d’entreprise (BCE)',
    'LEJEUNE;Anais;Personne;4500;;',
    'Legrand;Zoé;Personne;59a8;;',
    'Legrand;Zoé;Personne;0999;Belgique;',
    'De Vries;Anna;Personne;1234 AB;Pays-Bas;',
    'Chœur;;Organisation;4500;;0207.374.617',
    'Marchal;Luc;Personne;4500;;',
    'Marchal;Luc;Personne;4500;;',
  ].join('\n')
  const sent = await agent.visitor.post(`${list}/import`, {
    files: [new File([content], 'liste.csv')],
  })
  const at = sent.headers.get('location') ?? ''
  await authority.drain()
  const { text } = await agent.visitor.get(at)
  expect(text).toContain('2 lignes seront ajoutées')
  expect(text).toContain('2 ressemblent à ce qui existe')
  expect(text).toContain('3 sont à corriger')
  expect(text).toMatch(/Ligne 2[^<]*n’est pas[^<]*Lejeune Anaïs/)
  expect(text).toMatch(/Ligne 8[^<]*ligne 7 de la liste/)
  await agent.visitor.post(at, { leave_out: 'on', others: '8' })
  await authority.drain()
  expect((await agent.visitor.get(at)).text).toContain('3 lignes sont écrites')
  const listed = (await agent.visitor.get(list)).text
  expect(listed).not.toContain('LEJEUNE')
  expect(listed.match(/>Marchal</g)).toHaveLength(2)
})

test('another authority has none of it', async () => {
  const page = await write({ title: 'Voisin', postal_code: '4800' })
  const neighbour = await (await givenAuthority()).person({ roles: ['agent'] })
  expect((await neighbour.visitor.get(page)).status).toBe(404)
  expect((await neighbour.visitor.get(list)).text).not.toContain('Voisin')
})
