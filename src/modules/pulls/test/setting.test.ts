import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { atItsTime } from '#kernel/jobs'
import { closeOutgoing, ground } from '#test/harness'
import { ticking } from '../pull.ts'
import { givenPulling, type Pulling } from './there.ts'

let pulling: Pulling
beforeEach(async () => {
  pulling = await givenPulling()
  return () => pulling.there.stop()
})
afterAll(closeOutgoing)

const inTown = <T>(work: () => Promise<T>) => pulling.town.authority.asSystem(work)
const page = async () => (await pulling.secretariat.visitor.get(`/pulls/${pulling.source}`)).text

describe('the settings of a source', () => {
  test('keep the password enciphered, and show it to nobody', async () => {
    const { rows } = await inTown(() =>
      sql<{ password: Buffer }>`select password from pulls.setting`.execute(db()),
    )
    expect(rows[0]?.password.includes('secret de là-bas')).toBe(false)
    expect(await page()).not.toContain('secret de là-bas')
  })

  test.each([
    ['an address inside', { url: 'http://169.254.169.254' }, 'seuls les serveurs d’internet'],
    [
      'another server with the password of before',
      { url: 'https://autre.be', password: '' },
      'donnez le mot de passe qui vaut pour lui',
    ],
    ['no state', { states: '' }, 'Cochez au moins un état'],
  ])('are refused with a sentence at their field: %s', async (_, over, sentence) => {
    const { secretariat, source, settings } = pulling
    const edition = /name="edition" value="([^"]+)"/.exec(await page())?.[1] ?? ''
    const sent = { ...settings, ...over, edition }
    const refused = await secretariat.visitor.post(`/pulls/${source}`, sent)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(sentence)
  })

  test('are not for whoever only writes items', async () => {
    const agent = await pulling.town.authority.person({ roles: ['agent'] })
    const answer = await agent.visitor.get(`/pulls/${pulling.source}`)
    expect([403, 404]).toContain(answer.status)
  })

  test('bring the lists of there, with what they are called', async () => {
    const { secretariat, source } = pulling
    await secretariat.visitor.post(`/pulls/${source}/lists`, {})
    const { rows } = await inTown(() =>
      sql<{ what: string; token: string; label: string }>`
        select what, token, label from incoming.mapping order by what, token`.execute(db()),
    )
    expect(rows).toEqual([
      { what: 'in_charge', token: 'g1', label: 'Bourgmestre' },
      { what: 'in_charge', token: 'g2', label: 'Premier échevin' },
      { what: 'organ', token: 'meeting-config-council', label: 'Conseil communal' },
      { what: 'subject', token: 'finances', label: 'Finances' },
      { what: 'subject', token: 'travaux', label: 'Travaux' },
    ])
  })

  test('H09: each of theirs is told once, under its latest name; one that items bear stays though it is gone there', async () => {
    const { secretariat, source, there, fetch } = pulling
    await fetch({ points: ['i1'] })
    there.lists.extra_include_groups_in_charge = [
      { id: 'g1', UID: 'g1', title: 'Le bourgmestre' },
      { id: 'g1', UID: 'g1', title: 'La bourgmestre' },
    ]
    for (const _ of [1, 2]) await secretariat.visitor.post(`/pulls/${source}/lists`, {})
    const { rows } = await inTown(() =>
      sql<{ token: string; label: string }>`
        select token, label from incoming.mapping where what = 'in_charge' order by token`.execute(
        db(),
      ),
    )
    expect(rows).toEqual([
      { token: 'g1', label: 'La bourgmestre' },
      { token: 'g2', label: 'Premier échevin' },
      { token: 'g9', label: 'Personne ici' },
    ])
  })

  test('ask for nothing but what stands for something here, where they say so', async () => {
    const { town, secretariat, source, there, preview, keep } = pulling
    await secretariat.visitor.post(`/pulls/${source}/lists`, {})
    await keep({ mapped_subjects_only: 'on' })
    expect(await preview()).toContain('28 points sont laissés là-bas')
    await inTown(() =>
      sql`update incoming.mapping set term_id = ${town.roads} where token = 'travaux'`.execute(
        db(),
      ),
    )
    expect(await preview()).toContain('14 ajoutés')
    expect(there.asked.at(-1)?.searchParams.getAll('getCategory')).toEqual(['travaux'])
  })

  test('erased, they leave what came', async () => {
    const { secretariat, source, fetch } = pulling
    await fetch({ points: ['i1'] })
    await secretariat.visitor.post(`/pulls/${source}/removal`, {})
    const { rows } = await inTown(() => sql`select from incoming.point`.execute(db()))
    expect(rows).toHaveLength(1)
    expect(await page()).not.toContain('Dernière reprise réussie')
  })
})

describe('a source that is fetched by itself', () => {
  const tick = async () => {
    const { database } = await ground()
    await inTown(() => sql`update pulls.setting set next_at = now()`.execute(db()))
    await atItsTime(database, ticking)
    await pulling.town.authority.drain()
  }
  const notices = async () => (await pulling.secretariat.visitor.get('/notices')).text

  test('brings recent meetings, and leaves no line where nothing changed', async () => {
    await pulling.keep({ every: 'hour' })
    await tick()
    expect(await page()).toContain('28 ajoutés')
    await tick()
    expect((await page()).match(/28 ajoutés/g)).toHaveLength(1)
    expect(await page()).toContain('Dernière reprise réussie')
  })

  test('tells those who keep sources once that it fails, and goes on at its next time', async () => {
    await pulling.keep({ every: 'day' })
    pulling.there.instead = () => ({ status: 503 })
    await tick()
    await tick()
    const told = 'La reprise de «\u00A0iA.Délib\u00A0» échoue'
    expect((await notices()).split(told)).toHaveLength(2)
    expect(await page()).toContain('est en panne ou surchargé (code 503)')
    pulling.there.instead = null
    await tick()
    expect(await page()).not.toContain('est en panne ou surchargé (code 503)')
  })
})
