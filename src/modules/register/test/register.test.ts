import { beforeEach, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { read } from '#commons/dossiers'
import { meetings } from '#modules/deliberations'
import { itsRecord } from '#modules/minutes'
import { adoptRemaining } from '#modules/votes'
import { ground } from '#test/harness'
import {
  givenMeeting,
  givenTown,
  mainWords,
  onMeeting,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'
import { close } from '../../deliberations/test/verbs.ts'
import { approve, provide } from '../../minutes/test/verbs.ts'
import { verifyRegister } from '../verify.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

/** A council whose minutes are approved: what it decided stands in the register. */
async function entered(items: readonly Sketch[] = [{}], organ = town.council) {
  const { meeting, points } = await givenMeeting(town, { items, organ })
  await onMeeting(town, town.secretariat, meeting, async (found) => {
    await adoptRemaining(found)
    const closed = await close(await read(meetings, found.id, { lock: true }))
    const record = await itsRecord(closed, { lock: true })
    if (!record) expect.fail('There are no minutes')
    return approve(await provide(record), { how: 'silently', by: closed })
  })
  return { meeting, points }
}

const list = async (who = town.secretariat) =>
  (await who.visitor.api('GET', '/deliberations/register')).items<{
    id: string
    reference: string
    title: string
    kind: string
    seq: number
  }>()
const verified = () => town.authority.asSystem(verifyRegister)

/** As somebody who has the password of the database, and not the key of the house. */
async function past(...statements: string[]): Promise<void> {
  const client = await (await ground()).database.owner.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.tenant', $1, true)`, [town.authority.tenant.id])
    for (const one of statements) await client.query(one)
    await client.query('commit')
  } finally {
    client.release()
  }
}

test('what approved minutes hold of acts stands in the register, numbered by organ and year; what was heard does not', async () => {
  await entered([
    { title: 'Un marché' },
    { title: 'Une information', purpose: 'information', poll_type: 'no_vote', decision: '' },
    { title: 'Un règlement' },
  ])
  const all = await list()
  expect(all.map(({ title, seq, kind }) => [title, seq, kind])).toEqual([
    ['Un règlement', 2, 'act'],
    ['Un marché', 1, 'act'],
  ])
  expect(all[1]?.reference).toMatch(/\/REG\/2024\/0001$/)
  expect(await verified()).toMatchObject([{ entries: 2, findings: [] }])
})

test('an entry is read by who may read its point alone', async () => {
  await entered([{ title: 'Ouvert' }, { title: 'À huis clos', privacy: 'secret' }])
  expect((await list()).map(({ title }) => title)).toEqual(['À huis clos', 'Ouvert'])
  expect((await list(town.accountant)).map(({ title }) => title)).toEqual(['Ouvert'])
  const [secret] = await list()
  const path = `/deliberations/register/entries/${secret?.id}`
  expect((await town.accountant.visitor.get(path)).status).toBe(404)
  expect(mainWords(await town.councillor.visitor.get(path))).toContain('À huis clos')
})

test('a rectification is a new entry that names what it corrects; nothing is rewritten', async () => {
  const { meeting, points } = await entered()
  const record = await town.authority.asSystem(() => itsRecord(meeting))
  const said = { item_id: points[0]?.id, words: 'Lire 12 000', reason: 'Erreur de plume' }
  const path = `/deliberations/minutes/${record?.id}/rectifications`
  expect((await town.secretariat.visitor.api('POST', path, said)).status).toBe(200)
  const [correction] = await list()
  expect(correction).toMatchObject({ kind: 'correction', seq: 2 })
  const page = await town.secretariat.visitor.get(
    `/deliberations/register/entries/${correction?.id}`,
  )
  expect(mainWords(page)).toContain('Erreur de plume')
  expect(await verified()).toMatchObject([{ entries: 2, findings: [] }])
})

test('the application cannot rewrite an entry', async () => {
  await entered()
  const rewriting = town.authority.asSystem(() =>
    db().updateTable('register.entry').set({ title: 'Autre' }).execute(),
  )
  await expect(rewriting).rejects.toThrow(/permission denied/)
})

test('what was changed, removed or inserted past the house is named', async () => {
  await entered([{ title: 'Un' }, { title: 'Deux' }, { title: 'Trois' }, { title: 'Quatre' }])
  await past(
    `update register.entry set title = 'Autre' where seq = 1`,
    'delete from register.entry where seq in (2, 4)',
    `insert into register.entry select tenant_id, uuidv7(), organ_id, 5, 'correction', 9, 'CC/REG/9', about_id, meeting_id,
      null, day, 'Faux', content, minutes_hash, written_at, written_by, hash, master, signature
     from register.entry where seq = 3`,
  )
  const [walked] = await verified()
  expect(walked?.findings.map(({ what, from, to }) => [what, from, to])).toEqual([
    ['changed', 1, 1],
    ['removed', 2, 2],
    ['removed', 4, 4],
    ['inserted', 5, 5],
  ])
  const page = await town.secretariat.visitor.get('/deliberations/register/verification')
  expect(mainWords(page)).toContain('dit autre chose')
})

test('what is gone from the end is known by the numbers that were given', async () => {
  await entered([{}, { title: 'La dernière' }])
  await past('delete from register.entry where seq = 2')
  const [walked] = await verified()
  expect(walked?.findings).toMatchObject([{ what: 'removed', from: 2, to: 2 }])
  expect(walked?.findings[0]?.reference).toMatch(/0002$/)
})

test('the register is taken as a file and made as PDF/A of a sitting, by who makes documents', async () => {
  const { meeting } = await entered()
  for (const as of ['csv', 'xlsx', 'ods']) {
    const file = await town.secretariat.visitor.get(`/deliberations/register?as=${as}`)
    expect(file.status).toBe(200)
  }
  const path = `/deliberations/meetings/${meeting.id}/register`
  for (const format of ['pdf', 'docx', 'ods']) {
    const asked = await town.secretariat.visitor.api('POST', path, { format })
    expect(asked.status).toBe(202)
  }
  await town.authority.drain()
  const page = await town.secretariat.visitor.get(path)
  expect(page.text.match(/href="\/documents\//g)).toHaveLength(3)
  expect((await town.agent.visitor.post(path, { format: 'pdf' })).status).toBe(403)
})
