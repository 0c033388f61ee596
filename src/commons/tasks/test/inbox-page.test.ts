import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  figure,
  givenAuthority,
  queriesOf,
  type TestAuthority,
  type TestPerson,
} from '#test/harness'
import { today } from '#commons/clock'
import { create } from '#commons/dossiers'
import { errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'

let authority: TestAuthority
let alix: TestPerson

beforeAll(async () => {
  await prepareErrands()
})

afterAll(removeErrands)

beforeEach(async () => {
  authority = await givenAuthority()
  alix = await authority.person()
})

/** An errand that waits for Alix, due in so many days; never where it is not said. */
const waits = (title: string, days?: number) =>
  authority.asSystem(() =>
    create(
      errands,
      { title, state: 'open', due_on: days === undefined ? null : today().add({ days }) },
      { seen_by: `user:${alix.id}`, waits_for: `user:${alix.id}` },
    ),
  )

/** The words of the main part of a page, each space a plain one. */
async function words(path = '/inbox', who = alix): Promise<string> {
  const { text } = await who.visitor.get(path)
  const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(text) ?? []
  return main
    .replaceAll(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

test('what is late comes first, then today, tomorrow and the next days', async () => {
  await waits('Dans trois jours', 3)
  await waits('En retard', -2)
  await waits('Jamais')
  await waits('Aujourd’hui même', 0)
  await waits('Demain matin', 1)
  expect(await words()).toMatch(
    /En retard 1 .*En retard .*Aujourd’hui 1 .*Aujourd’hui même .*Demain, .*1 .*Demain matin .*D’ici au .*1 .*Dans trois jours .*Sans échéance 1 .*Jamais/,
  )
  expect(await words()).toContain(
    '5 dossiers vous attendent, 1 en retard, 1 pour aujourd’hui, 1 pour demain',
  )
})

test('what is due in years is counted, and a step away (I6)', async () => {
  await waits('Urgent', 1)
  await waits('Une action du plan', 900)
  await waits('Une autre', 8)
  const first = await words()
  expect(first).not.toContain('Une action du plan')
  expect(first).toContain('1 dossier vous attend, 1 pour demain')
  expect(first).toMatch(
    /Plus tard : 2 échéances, la première le .* ; chacune remonte sept jours avant/,
  )
  expect(first).toContain('1 affiché, 2 plus tard')
  const later = await words('/inbox?when=later')
  expect(later).toMatch(/Plus tard 2 .*Une autre .*Une action du plan/)
  expect(later).not.toContain('Urgent')
})

test('a page says how many it shows of how many, and the next one shows the others', async () => {
  await authority.asSystem(async () => {
    for (let n = 0; n < 52; n += 1)
      await create(
        errands,
        { title: `Course ${n}`, state: 'open', due_on: n < 51 ? today() : null },
        { seen_by: `user:${alix.id}`, waits_for: `user:${alix.id}` },
      )
  })
  expect(await words()).toMatch(/Aujourd’hui 51 .*50 sur 52 Suivants/)
  const { text } = await alix.visitor.get('/inbox')
  const [, next = ''] = /href="([^"]+)"[^>]*rel="next"/.exec(text) ?? []
  expect(await words(next.replaceAll('&amp;', '&'))).toMatch(
    /Sans échéance 1 .*2 sur 52 Précédents/,
  )
})

test('all that waits is said to be shown where it is', async () => {
  await waits('Un')
  await waits('Deux')
  expect(await words()).toContain('Les 2 dossiers sont tous affichés')
})

/** What every request asks: which authority, and who. */
const gate = /^(begin|commit)|kernel\.tenant|"kernel"\."session"/

test('the inbox takes at most three queries besides those of the gate', async () => {
  await waits('Un', 2)
  await waits('Deux')
  const sent = await queriesOf(() => alix.visitor.get('/inbox'))
  const asked = sent.filter((text) => !gate.test(text))
  expect(figure('queries of the inbox', asked.length, 'queries')).toBeLessThanOrEqual(3)
})

test('a kind that nobody knows is said, and all that waits is shown', async () => {
  await waits('Un', 2)
  const page = await words('/inbox?kind=lettre')
  expect(page).toContain('« lettre » n’est pas une sorte de dossiers')
  expect(page).toContain('Un')
  expect(await words()).not.toContain('n’est pas une sorte de dossiers')
})

test('it speaks English', async () => {
  await waits('Errand', 0)
  alix.visitor.keep('language', 'en')
  expect(await words()).toContain('1 file waits for you, 1 for today')
})
