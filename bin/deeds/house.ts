// What administrators, agents and the operator of the house keep beside dossiers.
import { codeOf, stepAt } from '../../src/kernel/second-factor/code.ts'
import { bearing, type Deed, type Place, proven, type Somebody, signIn } from './somebody.ts'

const today = () => Temporal.Now.plainDateISO().toString()

export async function keepHouse({ base }: Place): Promise<void> {
  const administrator = await proven(base, 'administrator')
  await keepLists(administrator)
  await keepPeople(base, administrator)
  await takeAdvice(base, administrator)
  await letProgramsIn(base, administrator)
  await prepareProviders(base, administrator)
}

async function keepLists(administrator: Somebody): Promise<void> {
  const day = { first_day: '2037-05-04', last_day: '2037-05-05', label: 'Pont' }
  await administrator.post('/api/calendar', day)
  const [{ name: series, pattern, restarts }] = await administrator.list('/api/numbering')
  await administrator.put(`/api/numbering/${series}`, { pattern: `${pattern}-B`, restarts })
  const services = await administrator.list('/api/services')
  const [renamed, kept] = services
  await administrator.put(`/api/services/${renamed.id}`, { name: `${renamed.name} communal` })
  const [organ] = await administrator.list('/api/organs')
  const { name, acronym } = { ...organ, name: `${organ.name} de Beauval` }
  await administrator.put(`/api/organs/${organ.id}`, { name, acronym, speaks_as: name })
  const people = await administrator.list('/api/people')
  await administrator.post('/api/deliberations/signatories', {
    ...{ organ_id: organ.id, service_id: kept.id, office: 'keeps' },
    ...{ person_id: people[0].id, title: 'La Cheffe de bureau', mention: 'Par délégation' },
  })
}

async function keepPeople(base: string, administrator: Somebody): Promise<void> {
  const people = await administrator.list('/api/people')
  await administrator.post(
    `/api/people/${people.find(({ login }) => login === 'head').id}/password-link`,
  )
  await bearing(base).form('/sign-in', { login: 'agent', password: 'beffroi' })
  await bearing(base)
    .post('/api/session', { login: 'nobody', password: 'wrong' })
    .catch(() => undefined)
}

async function letProgramsIn(base: string, administrator: Somebody): Promise<void> {
  const [{ id: service_id }] = await administrator.list('/api/services')
  const { id } = await administrator.post('/api/programs', {
    ...{ name: 'Annuaire', purpose: 'Fait entrer et sortir les agents', contact: 'DSI' },
    ...{ service_id, scopes: ['scim:act'] },
  })
  const { secret } = await administrator.post(`/api/programs/${id}/keys`, { days: 30 })
  const directory = bearing(base, secret)
  await directory.post('/scim/v2/Users', {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    ...{ userName: 'lou', name: { givenName: 'Lou', familyName: 'Terval' }, active: true },
  })
  const asked = { grant_type: 'client_credentials', client_id: id, client_secret: secret }
  await fetch(`${base}/api/token`, { method: 'post', body: new URLSearchParams(asked) })
}

async function prepareProviders(base: string, administrator: Somebody): Promise<void> {
  const [{ id }] = await administrator.list('/api/providers')
  const rule = { claim: 'groups', value: 'agents', kind: 'role', role: 'agent' }
  await administrator.post(`/api/providers/${id}/rules`, rule)
  await fetch(`${base}/sign-in/with/${id}`, { redirect: 'manual' })
}

/** What the operator does by commands; the longest, for it opens an authority. */
export async function operate({ command }: Deed): Promise<void> {
  await command('incident', 'open', 'Le courrier part en retard')
  await command('incident', 'close')
  await command('authority', 'change', 'beauval', '--name', 'Commune de Beauval-sur-Orne')
  const fresh = ['--slug', 'passing', '--name', 'Zone de passage', '--kind', 'police_zone']
  await command('authority', 'create', ...fresh, '--host', 'passing.localhost')
  await command('authority', 'erase', 'passing', '--for-ever', 'passing')
}

/** What somebody of the house keeps for themselves, and of a point that they write. */
export async function keepOwn({ base }: Place): Promise<void> {
  const secretary = await signIn(base, 'secretariat')
  await secretary.put('/api/notices/wishes', { email: 'secretariat@beauval.example', how: {} })
  const [type = ''] = await secretary.found('/notices/wishes', /name="how\.([^"]+)"/g)
  await secretary.put('/api/notices/wishes', { how: { [type]: 'daily' } })
  const view = { list: 'deliberations.items', name: 'Mes points', query: 'q=rue' }
  await secretary.form('/views', view)
  await secretary.form('/views/columns', { list: view.list, columns: 'title' })
  const head = await signIn(base, 'head')
  const { id: point, version } = await itsPoint(head)
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const picture = await head.post('/api/texts/pictures', { data: dot })
  const motivation = `<p>Vu le plan <img src="${picture.src ?? picture.path ?? picture.url}" alt="Plan"></p>`
  const told = await head.put(`/api/deliberations/items/${point}`, { motivation, version })
  const again = { motivation: '<p>Vu le plan.</p>', version: told.version }
  await head.put(`/api/deliberations/items/${point}`, again)
  const words = { words: 'Relancer', day: today(), to: 'role:agent' }
  await head.post(`/api/reminders/of/${point}`, words)
  await head.put('/api/drafts', {
    ...{ form: 'deliberations.item', page: '/deliberations/items/new', title: 'Un point' },
    ...{ said: { title: 'Achat' }, after: null },
  })
  await bearing(base, head.token, { 'idempotency-key': crypto.randomUUID() }).put(
    '/api/notices/wishes',
    { how: {} },
  )
}

async function itsPoint(head: Somebody) {
  const [organ] = await head.list('/api/organs')
  const administrator = await head.list('/api/deliberations/items')
  const known = administrator.find(({ state }) => state === 'created')
  return head.get(`/api/deliberations/items/${known?.id ?? organ.id}`)
}

async function takeAdvice(base: string, administrator: Somebody): Promise<void> {
  const head = await signIn(base, 'head')
  const services = await administrator.list('/api/services')
  const works = services.find(({ name }) => name === 'Travaux')
  const type = await administrator.post('/api/advices/types', {
    ...{ title: 'Avis technique', about: 'deliberations.item', giver: `service:${works.id}` },
    ...{ nature: 'optional', days: 7, unit: 'working', offers: ['positive', 'negative', 'nil'] },
  })
  const point = await itsPoint(head)
  await head.post(`/api/deliberations/items/${point.id}/steps`, { verb: 'propose' })
  await head.post(`/api/advices/of/${point.id}`, { type_id: type.id })
  const [advice] = await head.list(`/api/advices/of/${point.id}`)
  const path = `/api/advices/advices/${advice.id}`
  await head.post(`${path}/draft`, { draft_value: 'negative', draft_words: 'Trop cher' })
  await head.post(`${path}/steps`, { verb: 'give' })
  await head.post(`${path}/steps`, { verb: 'correct', comment: 'Une virgule' })
}

/** A telephone makes the codes of a councillor from now on. */
export async function keepTelephone({ base }: Place): Promise<void> {
  const councillor = await proven(base, 'councillor')
  const { secret } = await councillor.post('/api/security/telephone/beginning')
  const bits = [...secret.replaceAll(' ', '')].map((sign: string) =>
    signs.indexOf(sign).toString(2).padStart(5, '0'),
  )
  const bytes = bits.join('').match(/.{8}/g) ?? []
  const key = Uint8Array.from(bytes, (byte) => parseInt(byte, 2))
  const one_time_password = codeOf(key, stepAt(Temporal.Now.instant()))
  await councillor.post('/api/security/telephone', { one_time_password })
}
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
