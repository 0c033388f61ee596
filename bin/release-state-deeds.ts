// What people do in the demonstration before its state is kept, so that every table has rows: over
// HTTP, by the API and the forms of the product.

type Body = Record<string, unknown>

/** Somebody of the demonstration who signed in at `base`. */
async function signIn(base: string, login: string) {
  const { token } = await json(`${base}/api/session`, 'post', { login, password: 'beffroi' })
  const headers = { authorization: `Bearer ${token}`, cookie: `session=${token}`, origin: base }
  return {
    get: (path: string) => json(`${base}${path}`, 'get', undefined, headers),
    put: (path: string, body: Body) => json(`${base}${path}`, 'put', body, headers),
    post: (path: string, body: Body) => json(`${base}${path}`, 'post', body, headers),
    /** What `pattern` finds in a page. */
    async found(path: string, pattern: RegExp): Promise<string[]> {
      const text = await (await fetch(`${base}${path}`, { headers })).text()
      return [...text.matchAll(pattern)].map(([, part = '']) => part)
    },
    /** Sends a form; gives the path that it leads to. */
    async form(path: string, fields: Record<string, string>): Promise<string> {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      const sent = { method: 'post', headers, body, redirect: 'manual' } as const
      const answer = await fetch(`${base}${path}`, sent)
      if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer.headers.get('location') ?? ''
    },
  }
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers of the API, read field by field
async function json(url: string, method: string, body?: Body, headers = {}): Promise<any> {
  const type = body && { 'content-type': 'application/json' }
  const answer = await fetch(url, {
    method: method.toUpperCase(),
    headers: { ...headers, ...type },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
  return answer.status === 204 ? undefined : answer.json()
}

/** Holds the imported meeting, and sends the plan to the council. */
export async function doDeeds(base: string): Promise<void> {
  await holdMeeting(base)
  await submitPlan(base)
}

async function holdMeeting(base: string): Promise<void> {
  const secretary = await signIn(base, 'secretariat')
  const all: { id: string; starts_at: string }[] = await secretary.get(
    '/api/deliberations/meetings',
  )
  const past = all.find(({ starts_at }) => Date.parse(starts_at) < Date.now())
  if (!past) throw new Error('The imported meeting is not there')
  const path = `/api/deliberations/meetings/${past.id}`
  await secretary.post(`${path}/steps`, { verb: 'freeze' })
  await secretary.post(`${path}/steps`, { verb: 'decide' })
  const seats: { id: string; part: string }[] = await secretary.get(`${path}/attendance`)
  const each = (value: string, of = seats) => Object.fromEntries(of.map(({ id }) => [id, value]))
  await secretary.put(`${path}/attendance`, each('present'))
  const voters = seats.filter(({ part }) => part !== 'secretary')
  for (const { id } of await secretary.get(`${path}/agenda`)) {
    const item = `/api/deliberations/items/${id}`
    const { poll_type: poll } = await secretary.get(item)
    if (poll === 'no_vote') continue
    if (poll === 'secret') await secretary.put(`${item}/secret-vote`, { yes: voters.length, no: 0 })
    else await secretary.put(`${item}/vote`, { ballots: each('yes', voters) })
    await secretary.post(`${item}/decision`, { verb: 'accept' })
  }
  await secretary.post(`${path}/adoption`, {})
  await secretary.post(`${path}/steps`, { verb: 'close' })
  await secretary.post(`${path}/documents`, { template: 'minutes' })
  await secretary.form('/views', {
    list: 'deliberations.items',
    name: 'Mes points',
    query: 'q=rue',
  })
  await secretary.form('/deliberations/import', { sample: 'true' })
}

async function submitPlan(base: string): Promise<void> {
  const coordinator = await signIn(base, 'coordinator')
  const [plan] = await coordinator.get('/api/strategy/plans')
  const path = `/strategy/plans/${plan.id}`
  await coordinator.form(`${path}/versions`, {
    purpose: 'presentation',
    report: 'Première version.',
  })
  const [council = ''] = await coordinator.found(`${path}/versions`, /"([^"]+\/council)"/g)
  await coordinator.form(council, {})
  const exchange = await coordinator.form('/strategy/ecomptes', { sample: 'true' })
  const services = await coordinator.found(exchange, /name="(departments\.[^"]+)"/g)
  const answers = services.map((name, at) => [name, at === 0 ? 'create' : 'name'])
  await coordinator.form(exchange, { act: 'commit', ...Object.fromEntries(answers) })
}
