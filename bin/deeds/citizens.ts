// Somebody from outside who has a space of their own, and what is asked about persons.
import { setTimeout as sleep } from 'node:timers/promises'
import { bearing, type Place, proven, signIn } from './somebody.ts'

const email = 'zoe@beauval.example'
const password = 'trois canards sous la pluie'

export async function serveCitizens({ base }: Place): Promise<void> {
  const zoe = { first_name: 'Zoé', last_name: 'Marlier', email }
  await bearing(base).post('/api/me/asking', zoe)
  const token = await written(base)
  await bearing(base).post('/api/me/confirmation', { token, password })
  await bearing(base).post('/api/me/asking', { ...zoe, email: 'ida@beauval.example' })
  const citizen = await signIn(base, email, password)
  await citizen.post('/api/privacy/mine', { nature: 'restriction', wish: 'Mon adresse' })
  const proofs = [{ name: 'procuration.pdf', base64: btoa('%PDF-1.4 proof') }]
  const company = { company: 'Toitures Marlier', number: '0207.374.617', proofs }
  await citizen.post('/api/representatives/mine', company)
  const keeper = await proven(base, 'administrator')
  const [mandate] = await keeper.list('/api/representatives/mandates')
  await keeper.post(`/api/representatives/mandates/${mandate.id}/steps`, { verb: 'grant' })
  await citizen.post('/api/session/hat', { hat: 'company:0207374617' })
  const [{ id: person_id }] = await keeper.list('/api/people')
  const asked = { title: 'Restriction', nature: 'restriction', received_on: '2026-11-02' }
  const request = await keeper.post('/api/privacy/requests', { ...asked, person_id })
  await keeper.post(`/api/privacy/requests/${request.id}/restriction`)
  await keeper.form(`/retention/holds/${request.id}`, { reason: 'Un recours est annoncé' })
}

/** The token of the letter that is read at /outbox, once it was written. */
async function written(base: string): Promise<string> {
  const administrator = await signIn(base, 'administrator')
  for (let look = 0; look < 50; look += 1) {
    const { messages } = await administrator.get('/api/outbox')
    const letter = messages.find((one: { to_address: string }) => one.to_address === email)
    const { text = '' } = letter ? await administrator.get(`/api/outbox/${letter.id}`) : {}
    const [, token] = /\/me\/new\/([\w-]+)/.exec(text) ?? []
    if (token) return token
    await sleep(100)
  }
  throw new Error('No letter was written to who asked for a space')
}
