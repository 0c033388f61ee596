import { sql } from 'kysely'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { db } from '#kernel/db'
import { configureLog } from '#kernel/log'
import { itemPath, meetingPath, rewrite } from '#modules/deliberations'
import { ground } from '#test/harness'
import {
  givenMeeting,
  givenTown,
  mainWords,
  onItem,
  refusal,
  type Town,
} from '../../deliberations/test/council.ts'
import { ballotOf, drawPaper } from '../device.ts'
import { boxKeys, toBytes } from '../sealing.ts'
import { devicesOf, livePath, secret } from './members.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

afterEach(() => {
  vi.restoreAllMocks()
  configureLog({ level: 'warn', format: 'text' })
})

const { as, opened, openOn, ask, paperOf, send, cast, count, resultOf } = devicesOf(() => town)

test('members vote in secret on their devices, others on paper, and the counts alone are kept (L1122-27)', async () => {
  const open = await opened()
  const mayor = await paperOf(town.mayor, open, open.seats.mayor)
  const councillor = await paperOf(town.councillor, open, open.seats.councillor)
  expect((await cast(open, mayor, 'yes')).answer.status).toBe(204)
  // What is voted now stays what it is.
  const changed = await refusal(
    onItem(town, town.secretariat, open.item, (item) => rewrite(item, { poll_type: 'freehand' })),
  )
  expect(changed.sentence).toContain('Un vote est ouvert')
  const early = await count(open)
  expect([early.status, early.text]).toEqual([409, expect.stringContaining('pas dans l’urne')])
  const second = await cast(open, councillor, 'no')
  expect(second.answer.status).toBe(204)
  const hand = { named: { yes: 1 }, blank: 1 }
  expect((await count(open, { named: { yes: 1 } })).status).toBe(422)
  expect((await count(open, hand, (await boxKeys()).opens)).text).toContain(
    'n’ouvre pas cette urne',
  )
  const counted = await count(open, hand)
  expect(counted.status, counted.text).toBe(204)
  expect(await resultOf(open.item)).toMatchObject({
    ...{ secret: true, adopted: true, yes: 2, no: 1, blank: 1 },
  })
  const list = await as(town.councillor, 'GET', `${itemPath(open.item)}/counted-papers`)
  const [{ numbers = [] } = {}] = list.items<{ numbers: string[] }>()
  expect(numbers).toContain(second.number)
  expect(numbers).toEqual(numbers.toSorted())
  expect(list.text).not.toContain('"no"')
})

test('how many papers and ballots there are is told of one meeting, never whose; a ballot by no paper of ours is found', async () => {
  const open = await opened()
  const other = await opened()
  const told = async (of: typeof open) =>
    (await as(town.councillor, 'GET', `${meetingPath(of.meeting)}/secret-votes`)).items<{
      item_id: string
      open: object
      findings: string[]
    }>()
  await cast(open, await paperOf(town.mayor, open, open.seats.mayor), 'yes')
  expect(await told(open)).toMatchObject([
    { item_id: open.item.id, open: { given: 1, lost: 0, cast: 1 }, findings: [] },
  ])
  await town.authority.asSystem(() =>
    sql`insert into live.box (poll_id, paper, proof, sealed, signed)
      select poll_id, sha256(paper), proof, sealed, signed from live.box where poll_id = ${open.vote}`.execute(
      db(),
    ),
  )
  expect(await told(open)).toMatchObject([{ findings: ['more_than_papers', 'forged'] }])
  expect(await told(other)).toMatchObject([{ item_id: other.item.id, findings: [] }])
})

test('one paper a member who takes part, of their own seat, and one ballot a paper; nothing after the count', async () => {
  const open = await opened()
  const paper = await paperOf(town.mayor, open, open.seats.mayor)
  // Asked again by the same device, whose answer was lost on the way, it is the same paper; another is refused.
  expect((await ask(town.mayor, open, open.seats.mayor, paper.blinded)).status).toBe(200)
  const other = await drawPaper(open.paperKey)
  expect((await ask(town.mayor, open, open.seats.mayor, other.blinded)).status).toBe(409)
  expect((await ask(town.mayor, open, open.seats.councillor, other.blinded)).status).toBe(403)
  expect((await ask(town.secretariat, open, open.seats.third, other.blinded)).status).toBe(403)
  expect((await ask(town.accountant, open, open.seats.third, other.blinded)).status).toBe(403)
  // No ballot without a paper of ours, nor one that another sealed, nor another on the same.
  const made = await cast(open, { ...other, proof: paper.proof }, 'yes')
  expect(made.answer.status).toBe(403)
  const { sent } = await ballotOf(open.vote, open.boxKey, paper, ['yes'])
  const stolen = await ballotOf(open.vote, open.boxKey, { ...paper, own: other.own }, ['no'])
  expect((await send({ ...sent, signed: stolen.sent.signed })).status).toBe(403)
  expect((await send(sent)).status).toBe(204)
  expect((await send(sent)).status).toBe(204)
  const again = await cast(open, paper, 'no')
  expect(again.answer.status).toBe(409)
  expect(await again.answer.text()).toContain('déjà dans l’urne')
  const many = await count(open, { named: { yes: 4 } })
  expect([many.status, many.text]).toEqual([422, expect.stringContaining('que 3 votants')])
  expect((await count(open, { named: { yes: 2 } })).text).toContain('de qui il est')
  expect((await count(open)).status).toBe(204)
  expect(await resultOf(open.item)).toMatchObject({ yes: 1, no: 0 })
  const late = await send((await ballotOf(open.vote, open.boxKey, paper, ['no'])).sent)
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('clos')])
  expect((await count(open)).status).toBe(409)
})

test('who withdrew has no paper (L1122-19); a secret vote is not cast by name, nor one by name sealed', async () => {
  const open = await opened()
  const blank = await drawPaper(open.paperKey)
  const aside = await as(town.secretariat, 'POST', `${meetingPath(open.meeting)}/movements`, {
    ...{ seat_id: open.seats.councillor, item_id: open.item.id, kind: 'withdraws' },
  })
  expect(aside.status, aside.text).toBeLessThan(300)
  const refused = await ask(town.councillor, open, open.seats.councillor, blank.blinded)
  expect([refused.status, refused.text]).toEqual([
    409,
    expect.stringContaining('ne prend pas part'),
  ])
  const named = { seat_id: open.seats.mayor, choice: 'yes' }
  expect((await as(town.mayor, 'POST', `${open.path}/ballots`, named)).status).toBe(409)
  expect((await as(town.secretariat, 'POST', `${open.path}/aloud`, named)).status).toBe(409)
  expect((await as(town.secretariat, 'POST', `${open.path}/closing`)).status).toBe(409)
  const { meeting, points } = await givenMeeting(town, { items: [secret] })
  const without = await as(town.secretariat, 'POST', `${livePath(meeting)}/votes`, {
    item_id: points[0]?.id,
  })
  expect([without.status, without.text]).toEqual([409, expect.stringContaining('papier')])
})

test('a paper that a broken device keeps is noted lost by name, and another is taken; who lies spoils the count', async () => {
  const open = await opened()
  const first = await paperOf(town.mayor, open, open.seats.mayor)
  const councillor = await paperOf(town.councillor, open, open.seats.councillor)
  await cast(open, councillor, 'yes')
  const lose = (seat_id: string, who = town.secretariat) =>
    as(who, 'POST', `${open.path}/losses`, { seat_id })
  expect((await lose(open.seats.mayor, town.councillor)).status).toBe(403)
  expect((await lose(open.seats.third)).status).toBe(409)
  expect((await lose(open.seats.mayor)).status).toBe(204)
  const other = await paperOf(town.mayor, open, open.seats.mayor)
  await cast(open, other, 'no')
  const history = mainWords(await town.secretariat.visitor.get(itemPath(open.item)))
  expect(history).toContain('n’est pas rentré')
  // The first was not lost after all: one ballot too many, and nobody can tell which.
  await cast(open, first, 'no')
  const spoiled = await count(open)
  expect([spoiled.status, spoiled.text]).toEqual([409, expect.stringContaining('de trop')])
  expect((await as(town.secretariat, 'DELETE', open.path)).status).toBe(204)
  expect(await resultOf(open.item)).toBeNull()
})

test('no row, event, history, job, line of audit or of the log ties a voter to a ballot, nor tells what was voted', async () => {
  const { database } = await ground()
  const lines: string[] = []
  const open = await opened()
  const mayor = await paperOf(town.mayor, open, open.seats.mayor)
  const councillor = await paperOf(town.councillor, open, open.seats.councillor)
  const before = await everyRow(database, town)
  configureLog({ level: 'debug', format: 'json' })
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  const sent = [await cast(open, councillor, 'no'), await cast(open, mayor, 'yes')]
  vi.restoreAllMocks()
  expect(lines.filter((line) => line.includes('/ballot-box'))).toHaveLength(2)
  expect(sent.map(({ answer }) => answer.status)).toEqual([204, 204])
  // A ballot adds one row, of the box, and changes nothing else: no event, job, session, line of audit.
  const after = await everyRow(database, town)
  const added = [...after].flatMap(([table, rows]) =>
    rows.flatMap((row) => (before.get(table)?.includes(row) ? [] : [table])),
  )
  expect(added).toEqual(['live.box', 'live.box'])
  const people = [town.mayor.id, town.councillor.id, ...Object.values(open.seats)]
  const told = [...(after.get('live.box') ?? []), ...lines]
  for (const one of people) expect(told.filter((row) => row.includes(one))).toEqual([])
  for (const { sent: ballot } of sent)
    expect(lines.filter((line) => line.includes(ballot.paper))).toEqual([])
  // What a paper was signed from is told neither: only who was given one.
  const papers = after.get('live.paper') ?? []
  for (const { paper, proof } of [mayor, councillor])
    for (const bytes of [paper, proof])
      expect(papers.filter((row) => row.includes(Buffer.from(bytes).toString('hex')))).toEqual([])
  expect((await count(open)).status).toBe(204)
  const left = await everyRow(database, town)
  for (const table of ['live.box', 'live.paper', 'live.poll'])
    expect(left.get(table)?.filter((row) => row.includes(open.vote)) ?? []).toEqual([])
  // What opens the box was never written.
  const all = [...left.values()].flat().join('\n')
  expect(all).not.toContain(open.opens)
  expect(all).not.toContain(Buffer.from(toBytes(open.opens)).toString('hex'))
})

/** Every row of every table that the authority has, as a text. */
async function everyRow(
  { owner }: Awaited<ReturnType<typeof ground>>['database'],
  { authority }: Town,
) {
  const client = await owner.connect()
  const found = new Map<string, string[]>()
  try {
    await client.query(`select set_config('app.tenant', $1, false)`, [authority.tenant.id])
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
      const texts = rows.map(({ row }) => row)
      found.set(name, texts)
    }
  } finally {
    await client.query(`reset app.tenant`)
    client.release()
  }
  return found
}

test('an appointment elects in secret on the screens: as many names as posts, a second round between two (L1122-28)', async () => {
  const { meeting, points } = await givenMeeting(town, { items: [secret] })
  const [item] = points
  if (!item) throw new Error('It has a point')
  const people = ['Jeanne Roselle', 'Luc Ardent', 'Alix Brun'].map((name, at) => ({
    ...{ name, born_on: `19${60 + at}-01-02` },
  }))
  const said = await as(town.secretariat, 'PUT', `${itemPath(item)}/election`, {
    ...{ posts: 1, candidates: people },
  })
  const [jeanne = '', luc = '', alix = ''] = said
    .json<{ candidates: { id: string }[] }>()
    .candidates.map(({ id }) => id)
  const open = await openOn(meeting, item)
  const others = { posts: 1, candidates: people.slice(1) }
  const changed = await as(town.secretariat, 'PUT', `${itemPath(item)}/election`, others)
  expect(changed.status).toBe(409)
  const state = (await as(town.mayor, 'GET', livePath(meeting))).json<{ answers: object[] }>()
  expect(state.answers).toHaveLength(3)
  await cast(open, await paperOf(town.mayor, open, open.seats.mayor), jeanne)
  // Two names where one post is to be filled: the paper is void.
  await cast(open, await paperOf(town.councillor, open, open.seats.councillor), luc, alix)
  const counted = await count(open, { named: { [luc]: 1, [alix]: 1 }, papers: 2 })
  expect(counted.status, counted.text).toBe(204)
  expect(await resultOf(item)).toBeNull()
  const second = await openOn(meeting, item)
  const undone = await as(town.secretariat, 'DELETE', `${itemPath(item)}/election/rounds`)
  expect(undone.status).toBe(409)
  await cast(second, await paperOf(town.mayor, second, second.seats.mayor), jeanne)
  await cast(second, await paperOf(town.councillor, second, second.seats.councillor), jeanne)
  expect((await count(second)).status).toBe(204)
  expect(await resultOf(item)).toMatchObject({ secret: true, adopted: true, yes: 2 })
})
