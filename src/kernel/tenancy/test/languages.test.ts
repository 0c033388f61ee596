import { expect, test } from 'vitest'
import { givenAuthority, ground } from '#test/harness'
import { inLanguage, language } from '#kernel/i18n'
import { Gate, inItsLanguage, inTenant, offerLanguages } from '../index.ts'

test('an authority of the German-speaking Community acts in German, whatever its agents speak', async () => {
  const { database } = await ground()
  const { tenant: known } = await givenAuthority()
  await offerLanguages(database, known, ['de', 'fr'])
  const german = await new Gate(database).byId(known.id)
  expect(german?.languages).toEqual(['de', 'fr'])
  if (!german) throw new Error('The authority is there')
  await inTenant(database, german, async () => {
    expect(inLanguage('fr', () => inItsLanguage(language))).toBe('de')
  })
})

test('its pages are offered in its languages and in no other', async () => {
  const { database, app } = await ground()
  const { tenant: known } = await givenAuthority()
  await offerLanguages(database, known, ['de', 'fr'])
  // Under a name that nobody asked for yet, the gate knows it as it is now.
  const host = `german-${known.slug}.example`
  await database.owner.query('insert into kernel.host (name, tenant_id) values ($1, $2)', [
    host,
    known.id,
  ])
  const spoken = async (asked: string, chosen?: string) => {
    const cookie = chosen ? `language=${chosen}` : ''
    const headers = { host, 'accept-language': asked, cookie }
    const answer = await app.request(`http://${host}/sign-in`, { headers })
    return /<html[^>]* lang="(\w+)"/.exec(await answer.text())?.[1]
  }
  expect(await spoken('fr-BE,de;q=0.5')).toBe('fr')
  expect(await spoken('nl,en;q=0.9')).toBe('de')
  expect(await spoken('nl', 'fr')).toBe('fr')
  expect(await spoken('nl', 'en')).toBe('de')
})
