import { actAs, system } from '#kernel/access'
import { accountIdOf, sendPasswordLink } from '#kernel/auth'
import { drain } from '#kernel/jobs'
import { send } from '#kernel/mail'
import { inTenant } from '#kernel/tenancy'
import type { Answered, Visitor } from '#kernel/testing'
import { demonstrationPassword } from '#commons/directory'
import { setUp } from '../../src/commons/identity/test/telephone.ts'
import { chosen } from '../../src/modules/plonemeeting/test/secretary.ts'
import type { Towns } from './towns.ts'

/**
 * Begins in the fictional municipality what it has not, so that each page has something to show: imports, a sitting,
 * versions of the plan, a document, a message. Gives the addresses to which no list leads at once.
 */
export async function everythingBegun(
  { database, gate, hostOf }: Towns,
  as: (login: string) => Visitor,
): Promise<string[]> {
  const [aline, elise] = [as('secretariat'), as('coordinator')]
  const importing = await leadsTo(aline.post('/deliberations/import', { sample: 'on' }))
  const meeting = await heldMeeting(aline)
  const voting = await partVoted(aline, meeting)
  const settled = await minutesSettled(aline)
  const [council = ''] = await named(aline, '/deliberations/organs')
  const fee = { title: 'Conseil du 8 janvier 2026', organ_id: council, from_on: '2026-01-01' }
  await leadsTo(aline.post('/attendance/fees', { ...fee, amount: '100' }))
  const { id: record } = (await aline.api('GET', `${meeting}/minutes`)).json<{ id: string }>()
  await leadsTo(aline.post(`${meeting}/documents`, { template: 'agenda' }))
  const [item] = await named(aline, `${meeting}/agenda`)
  const files = [new File(['rue;arbres'], 'plantations.csv')]
  await leadsTo(aline.post(`/deliberations/items/${item}/annexes`, { files }))
  const points = [new File(['Intitulé\nUn banc au parc'], 'points.csv')]
  const list = await leadsTo(aline.post('/deliberations/items/import', { files: points }))
  const firms = [new File(['Nom ou dénomination,Nature\nFanfare,Organisation'], 'tiers.csv')]
  const parties = await leadsTo(as('agent').post('/parties/contacts/import', { files: firms }))
  await drain(database, gate)
  const days = [new File(['Premier jour,Motif\n2027-05-07,Pont'], 'jours.csv')]
  const staff = [new File(['Nom;Prénom;Service\nArens;Lou;Travaux\nColson;Ève;Lune'], 'agents.csv')]
  const entering = await leadsTo(as('administrator').post('/people/import', { files: staff }))
  await drain(database, gate)
  const aulnes = [new File(['Nom;Code postal\nRue des Aulnes;5998'], 'rues.csv')]
  const streets = await leadsTo(as('agent').post('/places/streets/import', { files: aulnes }))
  await drain(database, gate)
  const seats = new File(
    ['Organe;Nom;Prénom;Premier jour\nCC;Delisse;Tom;2030-01-02\n'],
    'sieges.csv',
  )
  const sitting = await leadsTo(as('administrator').post('/organs/import', { files: [seats] }))
  const listed = await as('administrator').api('GET', '/people?state=active')
  const { items: known } = listed.json<{ items: { id: string; login: string }[] }>()
  const twin = known.find(({ login }) => login !== 'agent' && login !== 'administrator')?.id
  const merging = await leadsTo(
    as('administrator').post(`/people/${twin}/merging`, { same: 'agent' }),
  )
  const closings = await leadsTo(as('administrator').post('/calendar/import', { files: days }))
  const program = await leadsTo(
    as('administrator').post('/programs', await aProgram(as('administrator'))),
  )
  await as('administrator').post(`${program}/keys`, { days: '365' })
  const provider = await leadsTo(
    as('administrator').post('/providers', {
      ...{ name: 'Compte communal', issuer: 'https://idp.region.be', client_id: 'beauval' },
      ...{ scopes: 'openid profile', subject_claim: 'sub' },
    }),
  )
  const going = await onItsWay(aline, as('agent'))
  const [plan] = await named(elise, '/strategy/plans')
  const picture = await pictureShown(elise, plan)
  for (const purpose of ['presentation', 'update'])
    await leadsTo(elise.post(`/strategy/plans/${plan}/versions`, { purpose }))
  const reworded = await rewordedTexts(as('agent'), elise, plan)
  const exchange = await leadsTo(elise.post('/strategy/ecomptes', { sample: 'on' }))
  const town = await gate.byHost(hostOf('beauval'))
  if (!town) throw new Error('The municipality has no gate')
  const letter = { to: { address: 'tom@example.org' }, subject: 'Un avis', text: 'Il y a un avis.' }
  await inTenant(database, town, () => actAs(system, () => send(letter)))
  const link = await inTenant(database, town, () =>
    actAs(system, async () => sendPasswordLink((await accountIdOf('agent')) ?? '', 'invitation')),
  )
  await drain(database, gate)
  return [
    ...going,
    picture,
    settled,
    voting,
    new URL(link.href).pathname,
    ...[
      importing,
      list,
      sitting,
      parties,
      streets,
      entering,
      merging,
      provider,
      closings,
      meeting,
      exchange,
      `/deliberations/items/${item}`,
    ],
    ...reworded,
    `/deliberations/minutes/${record}/points/${item}`,
    `/deliberations/items/${item}/session`,
    `/deliberations/items/acts?verb=validate&ids=${item}`,
    `/strategy/plans/${plan}/versions/compare`,
  ]
}

/** Somebody whose password was right, and of whom the code of their telephone is asked yet. */
export async function waitingForSecond(visitor: () => Visitor): Promise<Visitor> {
  const credentials = { login: 'councillor', password: demonstrationPassword }
  const before = visitor()
  await before.post('/sign-in', credentials)
  await setUp(before)
  const half = visitor()
  await half.post('/sign-in', credentials)
  return half
}

/** A program that reads the points. */
async function aProgram(administrator: Visitor) {
  const form = await administrator.get('/programs/new')
  return {
    ...{ name: 'Intranet', purpose: 'Montre les points', contact: 'informatique@example.org' },
    service_id: form.text.match(serviceOption)?.[1] ?? '',
    ...{ scopes: ['deliberations:read'], roles: ['agent'], per_minute: '600' },
  }
}

/** The published plan shows a picture; gives the address at which its writers see it. */
async function pictureShown(elise: Visitor, plan = ''): Promise<string> {
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
  const kept = await elise.api('POST', '/texts/pictures', { data: dot })
  const { src } = kept.json<{ src: string }>()
  const whole = await elise.api('GET', `/strategy/plans/${plan}`)
  const { elements } = whole.json<{ elements: { id: string; level: string }[] }>()
  const volet = elements.find(({ level }) => level === 'volet')?.id ?? ''
  const { version, title } = (await elise.api('GET', `/strategy/elements/${volet}`)).json<{
    version: number
    title: string
  }>()
  const description = `<img src="${src}" alt="Le beffroi">`
  const put = await elise.api('PUT', `/strategy/elements/${volet}`, { version, title, description })
  if (put.status !== 200) throw new Error(`A picture was answered with ${put.status}: ${put.text}`)
  await leadsTo(elise.post(`/strategy/plans/${plan}/publication`))
  return src
}

/** Imports the meeting of the repository, and opens it. */
async function heldMeeting(aline: Visitor): Promise<string> {
  const path = await leadsTo(aline.post('/deliberations/import', { sample: 'on' }))
  await leadsTo(aline.post(path, { act: 'create_missing' }))
  const answers = await chosen({ visitor: aline }, path)
  const meeting = await leadsTo(aline.post(path, { act: 'commit', ...answers }))
  for (const verb of ['freeze', 'decide']) await leadsTo(aline.post(`${meeting}/steps`, { verb }))
  const there = (await aline.api('GET', `${meeting}/attendance`)).items<{ id: string }>()
  const presences = Object.fromEntries(there.map(({ id }) => [id, 'present']))
  await aline.api('PUT', `${meeting}/attendance`, presences)
  return meeting
}

/** Puts a part of a point to the vote before the whole; gives the address of the point in session. */
async function partVoted(aline: Visitor, meeting: string): Promise<string> {
  const [, point] = await named(aline, `${meeting}/agenda`)
  const path = `/deliberations/items/${point}`
  const put = { kind: 'part', title: 'L’article 2', secret: false }
  const answer = await aline.api('POST', `${path}/motions`, put)
  if (answer.status !== 201) throw new Error(`A motion was answered with ${answer.text}`)
  return `${path}/session`
}

/** A meeting of the past whose minutes are settled, with what stands in the register and an extract. */
async function minutesSettled(aline: Visitor): Promise<string> {
  const all = (await aline.api('GET', '/deliberations/items')).items<{
    id: string
    state: string
  }>()
  const waiting = all.find(({ state }) => state === 'validated')?.id
  const point = (await aline.api('GET', `/deliberations/items/${waiting}`)).json<{
    id: string
    organ_id: string
  }>()
  const held = { organ_id: point.organ_id, starts_at: '2026-03-02T20:00', held: 'on' }
  const meeting = await leadsTo(aline.post('/deliberations/meetings', held))
  await leadsTo(aline.post(`${meeting}/presentation`, { item_id: point.id }))
  for (const verb of ['freeze', 'decide']) await leadsTo(aline.post(`${meeting}/steps`, { verb }))
  const seats = (await aline.api('GET', `${meeting}/attendance`)).items<{ id: string }>()
  const present = Object.fromEntries(seats.map(({ id }) => [id, 'present']))
  await aline.api('PUT', `${meeting}/attendance`, present)
  await leadsTo(aline.post(`${meeting}/adoption`))
  await leadsTo(aline.post(`${meeting}/steps`, { verb: 'close' }))
  const { id } = (await aline.api('GET', `${meeting}/minutes`)).json<{ id: string }>()
  for (const verb of ['provide', 'end'])
    await leadsTo(aline.post(`/deliberations/minutes/${id}/steps`, { verb }))
  await leadsTo(aline.post(`${meeting}/extracts`, { items: point.id }))
  return `/deliberations/minutes/${id}/versions/2?with=1`
}

/** A point and an element of the plan of which a long text was rewritten: history leads to what changed. */
async function rewordedTexts(tom: Visitor, elise: Visitor, plan = ''): Promise<string[]> {
  const [organ] = await named(tom, '/deliberations/organs')
  const service_id = (await tom.get('/deliberations/items/new')).text.match(serviceOption)?.[1]
  const point = { title: 'Un banc au parc', organ_id: organ, service_id, motivation: 'Vu le plan' }
  const made = await tom.api('POST', '/deliberations/items', point)
  const { id } = made.json<{ id: string }>()
  const { elements } = (await elise.api('GET', `/strategy/plans/${plan}`)).json<{
    elements: { id: string; level: string }[]
  }>()
  const element = elements.find(({ level }) => level === 'action')?.id
  for (const [who, path, text] of [
    [tom, `/deliberations/items/${id}`, { motivation: 'Vu le budget' }],
    [elise, `/strategy/elements/${element}`, { description: 'Autrement' }],
  ] as const) {
    const read = (await who.api('GET', path)).json<{ title: string; version: number }>()
    const { title, version } = read
    const done = await who.api('PUT', path, { title, ...text, version })
    if (done.status !== 200) throw new Error(`${path} was answered with ${done.text}`)
  }
  return [`/deliberations/items/${id}`, `/strategy/elements/${element}`]
}

const serviceOption = /name="service_id"[^]*?<option value="([0-9a-f-]{36})"/

/** The ids of what the API lists. */
async function named(visitor: Visitor, path: string): Promise<string[]> {
  const listed = await visitor.api('GET', path)
  return listed.items<{ id: string }>().map(({ id }) => id)
}

/** Where an act leads. Throws where it was refused. */
async function leadsTo(act: Promise<Answered>): Promise<string> {
  const { status, headers, text } = await act
  const where = headers.get('location')
  if (status !== 303 || !where) throw new Error(`An act was answered with ${status}: ${text}`)
  return where
}

/** An advice on a point of the demonstration, and a way from an organ to another. */
async function onItsWay(secretariat: Visitor, agent: Visitor): Promise<string[]> {
  const [way] = (await secretariat.api('GET', '/sendings/destinations')).items<{ id: string }>()
  const points = (await agent.api('GET', '/deliberations/items')).items<{
    id: string
    title: string
  }>()
  const plan = points.find(({ title }) => title.startsWith('Plan de déneigement'))
  const advice = (await agent.api('GET', `/advices/of/${plan?.id}`)).items<{ id: string }>()[0]
  return [`/sendings/destinations/${way?.id}`, `/advices/advices/${advice?.id}`]
}
