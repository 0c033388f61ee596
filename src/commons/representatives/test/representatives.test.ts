import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useOpenLetterbox } from '#kernel/mail'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { type GivenCitizen, givenCitizen } from '../../citizens/test/given-citizen.ts'
import { claimed } from '../claimed.ts'

let authority: TestAuthority
let keeper: TestPerson
let zoe: GivenCitizen
beforeAll(async () => {
  authority = await givenAuthority()
  useOpenLetterbox([authority.tenant.slug])
  keeper = await authority.person({ roles: ['agent', 'mandate_keeper'] })
})
afterAll(() => {
  useOpenLetterbox([])
})
beforeEach(async () => {
  zoe = await givenCitizen(authority)
})

const number = '0207374617'
const proof = () => new File(['%PDF-1.4 proof'], 'procuration.pdf', { type: 'application/pdf' })
const ask = (more: Record<string, unknown> = {}) =>
  zoe.visitor.post('/representatives/mine', {
    ...{ company: 'Toitures Marlier', number: '0207.374.617', proofs: [proof()] },
    ...more,
  })
interface Mine {
  id: string
  state: string
  company: string
}
const mine = async () => (await zoe.visitor.api('GET', '/representatives/mine')).items<Mine>()
const step = (id: string, verb: string, comment = '') =>
  keeper.visitor.post(`/representatives/mandates/${id}/steps`, { verb, comment })
const hats = async () => (await zoe.visitor.get('/me')).text

describe('somebody acts for a company', () => {
  test('once who keeps mandates granted what they asked with a proof, and no longer once it ends', async () => {
    expect((await ask()).status).toBe(303)
    const [asked] = await mine()
    expect(asked).toMatchObject({ state: 'asked', company: 'Toitures Marlier' })
    const page = await keeper.visitor.get(`/representatives/mandates/${asked?.id}`)
    expect(page.text).toContain('procuration')
    expect(page.text).toContain('Zoé Marlier (espace citoyen)')
    expect(await hats()).not.toContain('Pour Toitures Marlier')
    await step(asked?.id ?? '', 'grant')
    expect(await hats()).toContain('Pour Toitures Marlier')
    expect(await hats()).toContain('Vous pouvez agir pour Toitures Marlier')
    const worn = await zoe.visitor.post('/hat', {
      hat: `company:${number}`,
      key: `company:${number}`,
    })
    expect(worn.status).toBe(303)
    expect((await zoe.visitor.get('/me')).text).toContain('Qui agit pour 0207.374.617')
    await step(asked?.id ?? '', 'end', 'Démission du gérant')
    // Who wore it acts as the citizen that they are.
    expect((await mine())[0]?.state).toBe('ended')
    expect(await hats()).not.toContain('Pour Toitures Marlier')
  })

  test('no number that is none, no proof that is none, no second request for one company', async () => {
    expect((await ask({ number: '0207.374.618' })).status).toBe(422)
    expect((await ask({ proofs: [] })).text).toContain('Joignez une preuve')
    await ask()
    expect((await ask()).text).toContain('déjà un mandat ou une demande')
    expect(await mine()).toHaveLength(1)
  })

  test('gives it up by themself, and sees nobody else’s', async () => {
    await ask()
    const [asked] = await mine()
    const other = await givenCitizen(authority)
    const end = `/representatives/mine/${asked?.id}/end`
    await step(asked?.id ?? '', 'grant')
    expect((await other.visitor.post(end, {})).status).toBe(404)
    expect((await zoe.visitor.post(end, {})).status).toBe(303)
    expect((await mine())[0]?.state).toBe('ended')
    const agent = await authority.person({ roles: ['agent'] })
    expect((await agent.visitor.get(`/representatives/mandates/${asked?.id}`)).status).not.toBe(200)
  })

  test('where the authority wants to know more surely who asks, less is refused', async () => {
    const manager = await authority.person({ roles: ['agent', 'administrator'] })
    const set = async (value: string) => {
      const folders = (await manager.visitor.api('GET', '/settings')).items<{
        folder: string
        version: string
      }>()
      const version = folders.find(({ folder }) => folder === 'representatives')?.version
      return manager.visitor.api('PUT', '/settings/representatives', {
        ...{ version, values: { 'representatives.least_assured': value } },
      })
    }
    expect((await set('substantial')).status).toBeLessThan(300)
    expect((await ask()).status).toBe(403)
    expect(await mine()).toEqual([])
    await set('none')
    expect((await ask()).status).toBe(303)
  })

  test('what a public service says is granted at once, and ended when it says it no more', async () => {
    const says = (companies: { number: string; name: string }[]) =>
      authority.asSystem(() => claimed(zoe.id, companies))
    await says([{ number, name: 'Toitures Marlier' }])
    expect(await hats()).toContain('Pour Toitures Marlier')
    await says([{ number, name: 'Toitures Marlier' }])
    expect(await mine()).toHaveLength(1)
    await says([])
    expect((await mine())[0]?.state).toBe('ended')
    expect(await hats()).not.toContain('Pour Toitures Marlier')
  })
})
