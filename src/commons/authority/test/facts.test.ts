import { beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { nameOn, setNumber } from '#kernel/tenancy'
import { todayHere } from '#commons/directory'

let authority: TestAuthority
let manager: TestPerson
beforeEach(async () => {
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['agent', 'administrator'] })
})

const today = todayHere()
const stands = async () =>
  (await manager.visitor.api('GET', '/authority')).json<{
    name: string
    number: string
    lies_at: string
    past_names: { name: string; last_day: string }[]
  }>()
const change = (more: Record<string, unknown>) =>
  manager.visitor.api('PUT', '/authority', {
    ...{ name: 'Commune de Valmont', short_name: 'Valmont', address: [], number: '' },
    ...{ language: 'fr', offered: ['fr', 'en'], hue: 235 },
    ...more,
  })

describe('what an authority says of itself', () => {
  test('a name holds from a day: what is of a day before is called as it was then', async () => {
    const { name: before } = await stands()
    const from = today.subtract({ days: 10 })
    await change({ name: 'Ville de Valmont', name_from: from.toString() })
    const names = [from.subtract({ days: 1 }), from, today]
    const called = await authority.asSystem(() => Promise.all(names.map(nameOn)))
    expect(called[0]).toBe(before)
    expect((await stands()).name).toBe('Ville de Valmont')
    expect((await stands()).past_names).toMatchObject([
      { name: before, last_day: from.subtract({ days: 1 }).toString() },
    ])
    const { text } = await manager.visitor.get('/authority')
    expect(text).toContain('Noms d’avant')
    expect(text).toContain(`Nom\u00A0: ${before} → Ville de Valmont`)
  })

  test('a name is not changed before its day, nor before the day of the name that it follows', async () => {
    const late = await change({ name: 'Ville', name_from: today.add({ days: 1 }).toString() })
    expect(late.status).toBe(422)
    expect(late.text).toContain('ce jour est à venir')
    await change({ name: 'Ville', name_from: today.subtract({ days: 3 }).toString() })
    const wrong = await change({
      ...{ name: 'Bourg', name_from: today.subtract({ days: 5 }).toString() },
    })
    expect(wrong.text).toContain('Le nom d’avant vaut depuis')
  })

  test('its number is checked, given once, and then no longer its own to change', async () => {
    expect((await change({ number: '0207.374.618' })).status).toBe(422)
    const number = '0207374617'
    const { database } = await ground()
    await database.owner.query(`update kernel.tenant set number = '' where number = $1`, [number])
    expect((await change({ number })).status).toBe(200)
    const other = await change({ number: '0471.811.661' })
    expect(other.text).toContain('qui gère la plateforme')
    expect((await stands()).number).toBe(number)
  })

  test('where it lies is in Belgium, as maps or French write it; empty, it does not say', async () => {
    const said = async (lies_at: string) => (await change({ lies_at })).status
    expect(await said('48.8566, 2.3522')).toBe(422)
    expect(await said('4.8675, 50.4669')).toBe(422)
    expect(await said('50,466912345 4,8675')).toBe(200)
    expect((await stands()).lies_at).toBe('50.46691, 4.8675')
    const { text } = await manager.visitor.get('/authority')
    expect(text).toContain('value="50.46691, 4.8675"')
    expect(await said('')).toBe(200)
    expect((await stands()).lies_at).toBe('')
  })

  test('arms are a picture, whatever a file is called', async () => {
    const file = (text: string) => ({
      name: 'armes.png',
      base64: Buffer.from(text).toString('base64'),
    })
    const answer = await change({ arms: file('<svg onload="alert(1)"/>') })
    expect(answer.status).toBe(422)
    expect(answer.json<{ errors: object }>().errors).toHaveProperty('arms')
  })

  test('whoever saw another state overwrites nothing, and nobody else changes it at all', async () => {
    const { text } = await manager.visitor.get('/authority')
    const edition = /name="edition" value="([^"]+)"/.exec(text)?.[1] ?? ''
    await change({ address: ['Place 1'] })
    const stale = await manager.visitor.post('/authority', {
      ...{ name: 'Autre', short_name: 'Autre', name_from: '', address: '', number: '' },
      ...{ language: 'fr', offered: 'fr', hue: '25', arms_alt: '', edition },
    })
    expect(stale.status).toBe(422)
    expect((await stands()).name).toBe('Commune de Valmont')
    const { visitor } = await authority.person({ roles: ['agent'] })
    expect((await visitor.get('/authority')).status).toBe(403)
  })

  test('of another authority it changes nothing, and who runs the house gives numbers alone', async () => {
    const other = await givenAuthority()
    await change({ name: 'Ville de Valmont' })
    const { database } = await ground()
    const { rows } = await database.owner.query<{ name: string }>(
      'select name from kernel.tenant where id = $1',
      [other.tenant.id],
    )
    expect(rows[0]?.name).not.toBe('Ville de Valmont')
    await expect(authority.asSystem(() => setNumber('beauval', ''))).rejects.toThrow(
      'Only the authority that runs the house',
    )
  })
})
