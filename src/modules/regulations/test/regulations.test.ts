import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useStamps } from '#kernel/timestamps'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { today } from '#commons/clock'
import { mainWords } from '../../deliberations/test/council.ts'
import { ticking } from '../tick.ts'
import {
  addressOf,
  asks,
  givenTown,
  publicOf,
  stampWell,
  step,
  type Town,
  written,
} from './town.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
  stampWell()
})
afterEach(() => useStamps(null))

const tick = () => town.authority.asSystem(() => ticking.task.run({}))
const day = (days: number) => today().add({ days }).toString()
const stateOf = async (page: string) =>
  (await town.publisher.visitor.api('GET', page)).json<{ state: string }>().state

test('a text goes from its author to who publishes, and everybody reads it whole', async () => {
  const page = await written(town)
  await town.agent.visitor.post(`${page}/steps`, { verb: 'propose' })
  expect((await town.agent.visitor.post(`${page}/steps`, { verb: 'post' })).status).toBe(403)
  const address = await publicOf(town, page)
  const shown = mainWords(await asks(town, address))
  expect(shown).toContain('Règlement du marché')
  expect(shown).toContain('Le marché se tient le vendredi.')
  expect(mainWords(await asks(town, '/regulations?q=marches'))).toContain('1 texte.')
  expect(mainWords(await asks(town, '/regulations/board'))).toContain('Règlement du marché')
})

test('nothing without its text, nor a rule without the day of its decision', async () => {
  for (const [more, why] of [
    [{ text: '' }, 'Il manque le texte'],
    [{ decided_on: '' }, 'Il manque le jour de la décision.'],
    [{ supervised: 'on', supervision_outcome: 'annulled' }, 'La tutelle ne l’a pas approuvé'],
  ] as const) {
    const page = await written(town, more)
    const refused = await step(town, page, 'post')
    expect(refused.status, why).toBe(409)
    expect(refused.text).toContain(why)
  }
})

describe('H13: the day of a publication', () => {
  const publishedOn = async (page: string) =>
    (await town.publisher.visitor.api('GET', page)).json<{ publish_on: string }>().publish_on

  test('with a timestamp it is now, whatever was typed', async () => {
    for (const publish_on of ['1999-05-01', '', day(30)]) {
      const page = await written(town, { publish_on })
      await publicOf(town, page)
      expect(await publishedOn(page)).toBe(today().toString())
    }
  })

  test('without one an empty day is now, and one of the past is kept', async () => {
    useStamps(null)
    const old = await written(town, { publish_on: '1999-05-01', decided_on: '1999-04-01' })
    await publicOf(town, old)
    expect(await publishedOn(old)).toBe('1999-05-01')
    const fresh = await written(town)
    await publicOf(town, fresh)
    expect(await publishedOn(fresh)).toBe(today().toString())
  })

  test('planning for a day of the past is refused', async () => {
    const page = await written(town, { publish_on: '1999-05-01', decided_on: '1999-04-01' })
    const refused = await step(town, page, 'plan')
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Le moment de la publication prévue est passé')
  })
})

test('H16: what is planned has its day, and is frozen until then', async () => {
  const bare = await written(town)
  const refused = await step(town, bare, 'plan')
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('Il manque le jour de la publication prévue.')
  const page = await written(town, { publish_on: day(3) })
  await step(town, page, 'plan')
  expect(await stateOf(page)).toBe('planned')
  const { version } = (await town.publisher.visitor.api('GET', page)).json<{ version: number }>()
  const edit = await town.publisher.visitor.api('PUT', page, { version, publish_on: null })
  expect(edit.status).toBe(403)
})

describe('what starts by itself', () => {
  test('publishes what was planned, on its day, and says so where it is late', async () => {
    const page = await written(town, { publish_on: day(1), publish_at: '08:00' })
    await step(town, page, 'plan')
    await tick()
    expect(await stateOf(page)).toBe('planned')
    await town.authority.asSystem(() =>
      sql`update regulations.posting set publish_on = ${day(-2)}::date`.execute(db()),
    )
    await tick()
    expect(await stateOf(page)).toBe('published')
    expect((await town.publisher.visitor.get(page)).text).toContain('faite en retard')
    expect((await town.publisher.visitor.get('/notices')).text).toContain('a été publié en retard')
  })

  test('sets aside what expired, which stays at its address', async () => {
    const page = await written(town, { nature: 'notice', decided_on: '', expires_on: day(0) })
    const address = await publicOf(town, page)
    await tick()
    expect(await stateOf(page)).toBe('published')
    await town.authority.asSystem(() =>
      sql`update regulations.posting set expires_on = ${day(-1)}::date`.execute(db()),
    )
    await tick()
    expect(await stateOf(page)).toBe('archived')
    expect(mainWords(await asks(town, address))).toContain('Plus en vigueur')
    expect(mainWords(await asks(town, '/regulations/board'))).toContain('Rien n’est affiché')
  })
})

describe('the day from which a text binds', () => {
  test('is the fifth after its publication: published on Monday 1 June 2026, Saturday 6 June', async () => {
    useStamps(null)
    const page = await written(town, { publish_on: '2026-06-01' })
    const shown = mainWords(await asks(town, await publicOf(town, page)))
    expect(shown).toContain(
      'samedi 6 juin 2026, 5e jour qui suit la publication (CDLD L1133-2, référence à confirmer)',
    )
    expect(shown).toContain('En vigueur')
    expect((await town.agent.visitor.get(page)).text).toContain(
      'Obligatoire à partir du samedi 6 juin 2026',
    )
  })

  test('stands under the reserve of a supervision that is awaited', async () => {
    useStamps(null)
    const page = await written(town, { publish_on: '2026-06-01', supervised: 'on' })
    const shown = mainWords(await asks(town, await publicOf(town, page)))
    expect(shown).toContain('sous réserve de la décision de tutelle')
  })

  test('is that of its own words, but none before it is published', async () => {
    useStamps(null)
    const later = await written(town, { publish_on: '2026-06-01', in_force_on: '2027-01-01' })
    const shown = mainWords(await asks(town, await publicOf(town, later)))
    expect(shown).toContain('vendredi 1er janvier 2027, selon le texte')
    expect(shown).toContain('Pas encore en vigueur')
    const early = await written(town, { publish_on: '2026-06-01', in_force_on: '2026-01-01' })
    expect(mainWords(await asks(town, await publicOf(town, early)))).toContain(
      'lundi 1er juin 2026, selon',
    )
  })

  test('is not said of a notice, nor of whom this house knows no law', async () => {
    const notice = await written(town, { nature: 'notice', decided_on: '' })
    expect(mainWords(await asks(town, await publicOf(town, notice)))).not.toContain('vigueur')
    const other = await written(town, { body: 'government' })
    expect(mainWords(await asks(town, await publicOf(town, other)))).toContain(
      'La loi n’en fixe pas',
    )
  })
})

describe('a text that replaces another', () => {
  const replaces = (title: string, how = 'replaces') => ({
    ...{
      'replaces.0.posting_id': title,
      'replaces.0.how': how,
      'replaces.0.note': 'Articles 3 et 4',
    },
  })

  test('abrogates it once: the page of each says so', async () => {
    useStamps(null)
    const old = await publicOf(town, await written(town, { title: 'Règlement ancien' }))
    const next = await written(town, {
      ...replaces('Règlement ancien'),
      ...{ title: 'Règlement neuf', publish_on: '2026-06-01' },
    })
    const fresh = await publicOf(town, next)
    const before = mainWords(await asks(town, old))
    expect(before).toContain(
      'Abrogé et remplacé par Règlement neuf , à partir du samedi 6 juin 2026',
    )
    expect(mainWords(await asks(town, fresh))).toContain(
      'abroge et remplace\u00A0: Règlement ancien',
    )
    expect(mainWords(await asks(town, fresh))).toContain('Textes successifs')
    const again = await written(town, { ...replaces('Règlement ancien'), title: 'Autre règlement' })
    const refused = await step(town, again, 'post')
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('l’est déjà par un autre')
  })

  test('never comes into force where it is replaced from the day on which it would', async () => {
    useStamps(null)
    const comes = { in_force_on: day(20) }
    const old = await publicOf(town, await written(town, { title: 'Arrêté dépassé', ...comes }))
    const coming = async () =>
      mainWords(await asks(town, '/regulations?q=dépassé&standing=to_come'))
    expect(await coming()).toContain('Arrêté dépassé')
    const next = { ...replaces('Arrêté dépassé'), title: 'Arrêté qui suit', ...comes }
    await publicOf(town, await written(town, next))
    expect(mainWords(await asks(town, old))).toContain('Abrogé')
    expect(await coming()).not.toContain('Arrêté dépassé')
    expect(mainWords(await asks(town, '/regulations/board'))).not.toContain('Arrêté dépassé')
  })

  test('says its title no longer once it is withdrawn', async () => {
    const old = await written(town, { title: 'Règlement ancien' })
    await publicOf(town, old)
    const fresh = await publicOf(town, await written(town, replaces('Règlement ancien')))
    await step(town, old, 'unpublish', 'Erreur')
    const { text } = await asks(town, fresh)
    expect(text).toContain('Texte retiré')
    expect(text).not.toContain('Règlement ancien')
  })

  test('changes a part of it, and it stays in force', async () => {
    const old = await publicOf(town, await written(town, { title: 'Règlement ancien' }))
    await publicOf(
      town,
      await written(town, { ...replaces('Règlement ancien', 'amends'), title: 'Autre' }),
    )
    const shown = mainWords(await asks(town, old))
    expect(shown).toContain('Modifié en partie par Autre')
    expect(shown).not.toContain('Abrogé')
  })

  test('of two that replace the same at once one is published', async () => {
    await publicOf(town, await written(town, { title: 'Règlement ancien' }))
    const some = await Promise.all(
      ['Un', 'Deux'].map((title) => written(town, { ...replaces('Règlement ancien'), title })),
    )
    const answers = await Promise.all(some.map((page) => step(town, page, 'post')))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
  })
})

test('who publishes the same twice at once publishes it once', async () => {
  const page = await written(town)
  const answers = await Promise.all([step(town, page, 'post'), step(town, page, 'post')])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
  expect((await asks(town, `${await addressOf(town, page)}/2`)).status).toBe(404)
})

test('what is withdrawn is gone at once, with why; published again it is another copy', async () => {
  const page = await written(town)
  const address = await publicOf(town, page)
  await town.authority.drain()
  await step(town, page, 'unpublish', 'Une erreur matérielle')
  for (const path of ['', '/1', '/1/proof.asice', '/1/text.pdf']) {
    const gone = await asks(town, `${address}${path}`)
    expect(gone.status, path).toBe(410)
    expect(gone.text).toContain('Une erreur matérielle')
  }
  expect(mainWords(await asks(town, '/regulations'))).toContain('Aucun texte.')
  await step(town, page, 'post')
  expect((await asks(town, `${address}/2`)).status).toBe(200)
  expect((await asks(town, `${address}/1`)).status).not.toBe(200)
})

test('whoever looks may ask anything', async () => {
  for (const query of ['q=%00', "q='%22(&|!", 'year=x', 'after=zz', 'standing=y', 'type=z'])
    expect((await asks(town, `/regulations?${query}`)).status, query).toBeLessThan(500)
})
