import { beforeEach, expect, test } from 'vitest'
import { mergeSources } from '#commons/documents'
import { kindNamed } from '#commons/dossiers'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'

let authority: TestAuthority
let keeper: TestPerson
let clerk: TestPerson
beforeEach(async () => {
  authority = await givenAuthority()
  keeper = await authority.person({ roles: ['template_keeper'] })
  clerk = await authority.person({ roles: ['agent'] })
})

interface Refused {
  errors: Record<string, string[]>
}

const path = '/stationery/templates'
const written = (said: object, who = keeper) => who.visitor.api('POST', path, said)
const street = async (said: object = {}) =>
  (
    await clerk.visitor.api('POST', '/places/streets', {
      ...{ title: 'Rue du Moulin', postal_code: '5998', locality: 'Beauval' },
      ...said,
    })
  ).json<{ id: string }>()

const letter = {
  title: 'Avis de travaux',
  about: 'places.street',
  document_title: 'Travaux {{ title }}',
  head: '{{ authority.name }}',
  foot: 'Service des travaux',
  body: '<p>Madame, Monsieur,</p><p>{% if locality %}</p><p>À {{ locality }}, {{ title }} est fermée.</p><p>{% endif %}</p>',
}

/** A template in use. */
async function inUse(said: object = {}) {
  const answer = await written({ ...letter, ...said })
  expect(answer.status, answer.text).toBe(201)
  const one = answer.json<{ id: string; version: number }>()
  const step = await keeper.visitor.api('POST', `${path}/${one.id}/steps`, { verb: 'offer' })
  expect(step.status, step.text).toBe(200)
  return one
}

test('a template is written by who keeps them alone, and each name in it is one of its dossiers', async () => {
  expect((await written(letter, clerk)).status).toBe(403)
  const wrong = await written({
    ...letter,
    body: '<p>{{ titel }} {{ locality }}</p>',
    foot: '{{ foo.bar }}',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.json<Refused>().errors).toEqual({
    body: [expect.stringMatching(/^«.titel.» n’est pas un champ/)],
    foot: [expect.stringContaining('foo.bar')],
  })
  const open = await written({ ...letter, body: '<p>{% if locality %}</p>' })
  expect(open.json<Refused>().errors['body']).toEqual([
    expect.stringContaining('{% if locality %}'),
  ])
  expect((await written({ ...letter, condition: 'locality %}{% else' })).status).toBe(422)
  const ofNothing = { ...letter, about: 'no.kind' }
  expect((await written(ofNothing)).json<Refused>().errors).toEqual({ about: [expect.any(String)] })
  const typed = await keeper.visitor.post(path, ofNothing, `${path}/new`)
  expect(typed.status, typed.text).toBe(422)
  expect(typed.text).toContain('Avis de travaux')
})

test('a document is made of a dossier after a template in use, and stays as it was when the template changes', async () => {
  const { id } = await street()
  const template = await inUse()
  const at = `/stationery/documents/${id}`
  const page = await clerk.visitor.get(`/places/streets/${id}`)
  expect(page.text).toContain(at)
  expect((await clerk.visitor.get(at)).text).toContain('Avis de travaux (PDF')
  const asked = await clerk.visitor.post(at, { template: template.id, format: 'docx' })
  expect(asked.status, asked.text).toBe(303)
  // What was asked for is after the text that stood then, though it is made later.
  const changed = await keeper.visitor.api('PUT', `${path}/${template.id}`, {
    ...letter,
    body: '<p>Tout autre chose</p>',
    version: template.version + 1,
  })
  expect(changed.status, changed.text).toBe(200)
  await authority.drain()
  const [made] = (await clerk.visitor.api('GET', at)).items<{
    id: string
    title: string
    state: string
  }>()
  expect(made).toMatchObject({ title: 'Travaux Rue du Moulin', state: 'ready' })
  expect((await clerk.visitor.get(at)).text).toContain('Travaux Rue du Moulin')
  const versions = (await keeper.visitor.api('GET', `${path}/${template.id}/versions`)).items<{
    body: string
  }>()
  expect(versions.map(({ body }) => body)).toEqual(['<p>Tout autre chose</p>', letter.body])
})

test('it is tried on a real dossier before it is used, as page, PDF and API', async () => {
  const { id } = await street()
  const { id: template } = (await written(letter)).json<{ id: string }>()
  const at = `${path}/${template}/preview`
  expect((await keeper.visitor.get(`${at}?q=moulin`)).text).toContain(`on=${id}`)
  const tried = await keeper.visitor.get(`${at}?on=${id}`)
  expect(tried.text).toContain('À Beauval, Rue du Moulin est fermée.')
  const pdf = await keeper.visitor.get(`${at}/pdf?on=${id}`)
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const said = (await keeper.visitor.api('POST', at, { dossier: id })).json<{
    html: string
    title: string
  }>()
  expect(said).toMatchObject({
    title: 'Travaux Rue du Moulin',
    html: '<p>Madame, Monsieur,</p><p>À Beauval, Rue du Moulin est fermée.</p>',
  })
})

test('a template is offered where its condition holds', async () => {
  const here = await street()
  const elsewhere = await street({ title: 'Rue Haute', locality: 'Autreville' })
  const { id } = await inUse({ condition: 'locality == "Beauval"' })
  const at = ({ id: of }: { id: string }) => `/stationery/documents/${of}`
  const offered = async (of: { id: string }) =>
    (await clerk.visitor.api('GET', at(of)))
      .json<{ offered: { id: string }[] }>()
      .offered.map((one) => one.id)
  expect([await offered(here), await offered(elsewhere)]).toEqual([[id], []])
  expect((await clerk.visitor.api('POST', at(elsewhere), { template: id })).status).toBe(409)
})

test('a dossier of which templates tell can tell that a document was made of it', async () => {
  await ground()
  for (const { kind } of mergeSources.every())
    expect([kind, kindNamed(kind).verbs.includes('document')]).toEqual([kind, true])
})

test('a condition that takes too much keeps no other template from being offered; who can mend it reads why', async () => {
  const { id } = await street()
  const good = await inUse({ title: 'Bon' })
  const condition = '(1..900000) contains 3'
  const bad = await inUse({ title: 'Gourmand', condition })
  const at = `/stationery/documents/${id}`
  const seen = await clerk.visitor.get(at)
  expect([seen.status, seen.text.includes('Bon (PDF'), seen.text.includes('Gourmand')]).toEqual([
    ...[200, true, false],
  ])
  const page = (await keeper.visitor.get(at)).text
  expect(page).toContain('sa condition demande trop')
  expect(page).toContain(`href="${path}/${bad.id}"`)
  const told = async (who: TestPerson) =>
    (await who.visitor.api('GET', at)).json<{ offered: object[]; unread: object[] }>()
  expect(await told(clerk)).toMatchObject({ offered: [{ id: good.id }], unread: [] })
  expect(await told(keeper)).toMatchObject({
    unread: [{ id: bad.id, title: 'Gourmand', condition }],
  })
  expect((await clerk.visitor.api('POST', at, { template: bad.id })).status).toBe(409)
  const tried = await keeper.visitor.get(`${path}/${bad.id}/preview?on=${id}`)
  expect(tried.text).toContain('sa condition demande trop')
})

test('a part is taken in by others, and cannot be changed so that they could be read no more', async () => {
  const part = await written({
    title: 'Signature',
    about: '',
    body: '<p>Pour {{ authority.name }}</p>',
  })
  expect(part.status, part.text).toBe(201)
  const { id, version } = part.json<{ id: string; version: number }>()
  expect((await written({ title: 'Signature', about: '', body: '<p>x</p>' })).status).toBe(422)
  await inUse({ body: '<p>{{ title }}</p><p>{% include "Signature" %}</p>' })
  expect(
    (await written({ ...letter, body: '<p>{% include "Signatures" %}</p>' })).json<Refused>()
      .errors,
  ).toEqual({
    body: ['Aucune partie ne s’appelle ainsi\u00A0: Signatures.'],
  })
  const rewritten = (body: string) =>
    keeper.visitor.api('PUT', `${path}/${id}`, { title: 'Signature', about: '', body, version })
  expect((await rewritten('<p>{{ sorry }}</p>')).json<Refused>().errors['body']?.[0]).toContain(
    'Avis de travaux',
  )
  expect((await rewritten('<p>{% include "Signature" %}</p>')).status).toBe(422)
  const moulin = await street()
  await rewritten('<p>Le collège de {{ authority.name }}</p>')
  const at = `/stationery/documents/${moulin.id}`
  expect((await clerk.visitor.get(at)).text).toContain('Avis de travaux')
})

test('an earlier text is taken again, which leaves a trace', async () => {
  const one = (await written(letter)).json<{ id: string; version: number }>()
  const put = await keeper.visitor.api('PUT', `${path}/${one.id}`, {
    ...letter,
    body: '<p>Autre</p>',
    version: one.version,
  })
  expect(put.status, put.text).toBe(200)
  const first = `${path}/${one.id}/versions/${one.version}`
  expect((await keeper.visitor.get(first)).text).toContain('Reprendre ce texte')
  expect((await clerk.visitor.post(first, {})).status).toBe(403)
  expect((await keeper.visitor.post(first, {})).status).toBe(303)
  const now = (await keeper.visitor.api('GET', `${path}/${one.id}`)).json<{
    body: string
    version: number
  }>()
  expect(now.body).toBe(letter.body)
  expect((await keeper.visitor.api('GET', `${path}/${one.id}/versions`)).items()).toHaveLength(3)
})

test('a template that asks without measure says so and stops nobody', async () => {
  const moulin = await street()
  const nested = (depth: number): string =>
    depth === 0 ? 'x' : `{% for i${depth} in (1..1000) %}${nested(depth - 1)}{% endfor %}`
  const endless = await inUse({ title: 'Sans fin', body: `<p>${nested(5)}</p>` })
  const at = `/stationery/documents/${moulin.id}`
  expect((await clerk.visitor.api('POST', at, { template: endless.id })).status).toBe(409)
  expect((await clerk.visitor.get(at)).status).toBe(200)
})

test('a part that templates take in is neither renamed nor withdrawn under them: who takes it in is named', async () => {
  const part = await written({ title: 'Signature', about: '', body: '<p>x</p>' })
  const { id, version } = part.json<{ id: string; version: number }>()
  const whole = await inUse({ body: '<p>{% include "Signature" %}</p>' })
  const step = (of: string, verb: string) =>
    keeper.visitor.api('POST', `${path}/${of}/steps`, { verb })
  const renamed = { title: 'Autre nom', about: '', body: '<p>x</p>', version }
  for (const refused of [
    await keeper.visitor.api('PUT', `${path}/${id}`, renamed),
    await step(id, 'withdraw'),
  ])
    expect(refused.text).toContain('Avis de travaux')
  expect((await keeper.visitor.get(`${path}/${id}`)).text).toContain('Reprise dans')
  // Once nobody takes it in, it goes; what took it in comes back with it alone.
  for (const one of [whole.id, id]) expect((await step(one, 'withdraw')).status).toBe(200)
  const alone = await step(whole.id, 'restore')
  expect([alone.status, alone.text]).toEqual([409, expect.stringContaining('Signature')])
  for (const one of [id, whole.id]) expect((await step(one, 'restore')).status).toBe(200)
})

test('names are chosen above the text: those of its dossiers, or of each kind while it tells of none yet', async () => {
  const { id } = await inUse()
  const known = (await keeper.visitor.get(`${path}/${id}/edit`)).text
  expect(known).toContain('data-inserts="{{ locality }}"')
  expect(known).not.toContain('data-inserts="{{ meeting.day }}"')
  const fresh = (await keeper.visitor.get(`${path}/new`)).text
  expect(fresh).toContain('data-inserts="{{ locality }}"')
  expect(fresh).toContain('data-inserts="{% for signatory in signatories %} … {% endfor %}"')
})

test('what a template asks is reckoned beside the process that answers: nobody else waits for it', async () => {
  const moulin = await street()
  const growing = '{% for i in (1..17) %}{% assign b = b | append: b %}{% endfor %}'
  const written26MB = `{% assign b = "aaaaaaaaaa" %}${growing}{% for i in (1..20) %}{{ b }}{% endfor %}`
  const flood = await inUse({ title: 'Crue', body: `<p>${written26MB}</p>` })
  const before = process.cpuUsage()
  const at = `/stationery/documents/${moulin.id}`
  const refused = await clerk.visitor.api('POST', at, { template: flood.id })
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('demande trop')])
  const names = '{{ title }} '.repeat(4000)
  expect((await written({ ...letter, title: 'Longue', body: `<p>${names}</p>` })).status).toBe(201)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500)
})

test('parts that take in many others many times are read once each', async () => {
  const times = (name: string) => `<p>{% include "${name}" %}</p>`.repeat(4)
  for (let at = 0; at < 12; at += 1) {
    const body = at === 0 ? '<p>x</p>' : times(`Partie ${at - 1}`)
    const part = await written({ title: `Partie ${at}`, about: '', body })
    expect(part.status, part.text).toBe(201)
  }
  expect((await written({ ...letter, body: times('Partie 11') })).status).toBe(201)
})
