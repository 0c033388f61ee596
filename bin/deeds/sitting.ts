// A college that sits twice: what happens in it, its minutes, extracts and register, what goes on to the council.
import { type Place, type Somebody, signIn } from './somebody.ts'

const at = '/api/deliberations'

/** Holds the imported meeting of the council, and two of the college. */
export async function holdMeetings({ base }: Place): Promise<void> {
  const secretary = await signIn(base, 'secretariat')
  await holdImported(secretary)
  await convoke(base, secretary)
  await holdCollege(base, secretary)
}

const today = () => Temporal.Now.plainDateISO('Europe/Brussels')
const each = <T>(seats: readonly { id: string }[], value: T) =>
  Object.fromEntries(seats.map(({ id }) => [id, value]))

async function holdImported(secretary: Somebody): Promise<void> {
  const all = await secretary.list(`${at}/meetings`)
  const past = all.find(({ starts_at }) => Date.parse(starts_at) < Date.now())
  if (!past) throw new Error('The imported meeting is not there')
  const path = `${at}/meetings/${past.id}`
  const points = await secretary.list(`${path}/agenda`)
  await electsOne(secretary, points)
  const voters = await openSitting(secretary, path)
  for (const { id } of points) await decide(secretary, `${at}/items/${id}`, voters)
  await secretary.post(`${path}/adoption`)
  await secretary.post(`${path}/steps`, { verb: 'close' })
  await secretary.post(`${path}/documents`, { template: 'minutes' })
  await secretary.post(`${path}/extracts`, { items: [points[0].id], recipient: 'SPW' })
}

async function openSitting(secretary: Somebody, path: string) {
  await secretary.post(`${path}/steps`, { verb: 'freeze' })
  await secretary.post(`${path}/steps`, { verb: 'decide' })
  const seats = await secretary.list(`${path}/attendance`)
  await secretary.put(`${path}/attendance`, each(seats, 'present'))
  return seats.filter(({ part }) => part !== 'secretary')
}

async function decide(secretary: Somebody, item: string, voters: { id: string }[]) {
  const { poll_type: poll, list_type: list, matter } = await secretary.get(item)
  if (list === 'late')
    await secretary.put(`${item}/urgency`, { seats: voters.map((seat) => seat.id) })
  if (poll === 'no_vote') return
  if (matter === 'appointment') await elect(secretary, item, voters.length)
  else if (poll === 'secret')
    await secretary.put(`${item}/secret-vote`, { yes: voters.length, no: 0 })
  else await secretary.put(`${item}/vote`, { ballots: each(voters, 'yes') })
  await secretary.post(`${item}/decision`, { verb: 'accept' })
}

/** Of the points that are voted in secret, the first appoints somebody. */
async function electsOne(secretary: Somebody, points: readonly { id: string }[]): Promise<void> {
  for (const { id } of points) {
    const { poll_type: poll, version } = await secretary.get(`${at}/items/${id}`)
    if (poll !== 'secret') continue
    await secretary.put(`${at}/items/${id}`, { matter: 'appointment', version })
    return
  }
}

async function elect(secretary: Somebody, item: string, papers: number): Promise<void> {
  const candidates = [{ name: 'Jeanne Roselle', born_on: '1971-03-14' }]
  const { candidates: known } = await secretary.put(`${item}/election`, { posts: 1, candidates })
  await secretary.post(`${item}/election/rounds`, { papers, votes: each(known, papers) })
}

/** Sends the meeting to come out on paper. */
async function convoke(base: string, secretary: Somebody): Promise<void> {
  const all = await secretary.list(`${at}/meetings`)
  const next = all.find(({ title, state }) => state === 'created' && title.startsWith('Conseil'))
  const path = `${at}/meetings/${next.id}`
  const item = await write(base, next.organ_id, 'Règlement des marchés')
  await secretary.post(`${at}/items/${item}/presentation`, { meeting_id: next.id })
  await secretary.post(`${path}/steps`, { verb: 'freeze' })
  const seats = await secretary.list(`${path}/attendance`)
  await secretary.post(`${path}/convocation`, { paper: seats.map(({ id }) => id) })
}

async function holdCollege(base: string, secretary: Somebody): Promise<void> {
  const organs = await secretary.list('/api/organs')
  const { id: organ_id } = organs.find(({ kind }) => kind === 'college')
  const { id: council } = organs.find(({ kind }) => kind === 'council')
  const first = await plan(secretary, organ_id, '23:58')
  const points = []
  for (const title of ['Achat d’un car', 'Prime de rentrée'])
    points.push(await write(base, organ_id, title))
  const [car, prime] = points
  // A municipality that an older release opened has no way from its college to its council.
  const ways = await secretary.list('/api/sendings/destinations')
  const { id: destination_id } =
    ways.find(({ from_id, to_id }) => from_id === organ_id && to_id === council) ??
    (await secretary.post('/api/sendings/destinations', {
      ...{ title: 'Au Conseil', from_id: organ_id, to_id: council, up_to: 'validated' },
    }))
  await secretary.post(`/api/sendings/of/${car}`, { destination_id })
  for (const id of points)
    await secretary.post(`${at}/items/${id}/presentation`, { meeting_id: first })
  const path = `${at}/meetings/${first}`
  const seats = await openSitting(secretary, path)
  const [one, two] = seats
  const moved = { seat_id: two.id, kind: 'withdraws', item_id: prime }
  await secretary.post(`${path}/movements`, moved)
  const motions = `${at}/items/${car}/motions`
  const part = { kind: 'part', title: 'Article 2', proposed_by: one.id }
  const [{ id: motion }] = (await secretary.post(motions, part)).items
  await secretary.put(`${motions}/${motion}/vote`, { ballots: each(seats, 'yes') })
  await secretary.post(`${path}/adoption`)
  const record = (await secretary.list(`${at}/minutes`)).find((each) => each.meeting_id === first)
  const minutes = `${at}/minutes/${record.id}`
  await secretary.post(`${minutes}/at-once`, { items: [prime] })
  await secretary.post(`${minutes}/points/${car}`, { words: 'Un membre demande le coût.' })
  await secretary.post(`${path}/steps`, { verb: 'close' })
  await secretary.post(`${minutes}/steps`, { verb: 'provide' })
  const { objections } = await secretary.post(`${minutes}/objections`, {
    ...{ seat_id: one.id, wanted: 'La séance a commencé à 8 h 05.' },
  })
  const [{ id: objection_id }] = objections
  await secretary.post(`${minutes}/answers`, { objection_id, outcome: 'rejected', answer: 'Non' })
  const meeting_id = await plan(secretary, organ_id, '23:59')
  const tied = await write(base, organ_id, 'Prix du bois')
  await secretary.post(`${at}/items/${tied}/presentation`, { meeting_id })
  const second = `${at}/meetings/${meeting_id}`
  await openSitting(secretary, second)
  const ballots = { ...each(seats, 'abstain'), [one.id]: 'yes', [two.id]: 'no' }
  await secretary.put(`${at}/items/${tied}/vote`, { ballots })
  const councillors = await secretary.list(`/api/organs/${council}/seats`)
  const sits = new Set(seats.map(({ last_name }) => last_name))
  const called = councillors.find(
    ({ last_name, part }) => part !== 'secretary' && !sits.has(last_name),
  )
  await secretary.put(`${at}/items/${tied}/called`, { seat_id: called.id })
  for (const { id } of await secretary.list(`${second}/agenda`)) {
    const verb = id === tied ? 'delay' : 'accept'
    await secretary.post(`${at}/items/${id}/decision`, { verb })
  }
  await secretary.post(`${second}/steps`, { verb: 'close' })
  const { approved_on: on } = await secretary.get(minutes)
  await secretary.post(`${minutes}/rectifications`, { words: 'Lire 2 500.', reason: 'Chiffre' })
  const { seat_id } = { seat_id: one.id }
  await secretary.post(`${minutes}/signatures`, { office: 'presides', seat_id, on })
  await secretary.post(`${path}/register`)
}

/** A meeting of today, which its people may hold before its hour. */
async function plan(secretary: Somebody, organ_id: string, time: string): Promise<string> {
  const starts_at = `${today()}T${time}`
  const { id } = await secretary.post(`${at}/meetings`, { organ_id, starts_at })
  return id
}

/** A point of the works service that its head and the director general validated. */
async function write(base: string, organ_id: string, title: string): Promise<string> {
  const [administrator, head, director] = await Promise.all(
    ['administrator', 'head', 'dg'].map((login) => signIn(base, login)),
  )
  if (!administrator || !head || !director) throw new Error('Somebody is missing')
  const services = await administrator.list('/api/services')
  const { id: service_id } = services.find(({ name }) => name === 'Travaux')
  const known = await director.list(`${at}/items`)
  const { category_id } = await director.get(`${at}/items/${known.at(-1).id}`)
  const fields = { title, organ_id, service_id, category_id, decision: '<p>D’approuver.</p>' }
  const { id } = await head.post(`${at}/items`, fields)
  const steps = `${at}/items/${id}/steps`
  await head.post(steps, { verb: 'propose' })
  await head.post(steps, { verb: 'endorse' })
  await director.post(steps, { verb: 'validate' })
  return id
}
