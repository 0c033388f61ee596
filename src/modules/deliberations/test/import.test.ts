import writeXlsx, { type CellObject } from 'write-excel-file/node'
import { expect, test } from 'vitest'
import { figure, queriesOf } from '#test/harness'
import { givenTown, type Town } from './council.ts'

const points = '/deliberations/items'
const heads = [
  'Intitulé',
  'Organe qui décide',
  'Service proposant',
  'Catégorie',
  'Débat',
  'Motivation',
]

const csvOf = (rows: readonly (readonly string[])[]) =>
  new File([[heads, ...rows].map((row) => row.join(';')).join('\n')], 'points.csv')

async function workbookOf(rows: CellObject[][]): Promise<File> {
  const first = heads.map((value): CellObject => ({ value, type: String }))
  const bytes = await writeXlsx([{ sheet: 'Points', data: [first, ...rows] }]).toBuffer()
  return new File([new Uint8Array(bytes)], 'points.xlsx')
}

const row = ({ council }: Town, title: string, motivation = '') =>
  [title, council.name, 'Travaux', '', 'huis clos', motivation] as const

/** Sends a list on the page: where it is checked. */
async function sent(town: Town, file: File): Promise<string> {
  const answer = await town.agent.visitor.post(`${points}/import`, { files: [file] })
  expect(answer.status, answer.text).toBe(303)
  await town.authority.drain()
  return answer.headers.get('location') ?? ''
}

/** Confirms a list and has it written. */
async function confirmed({ agent, authority }: Town, at: string): Promise<void> {
  expect((await agent.visitor.post(at)).status).toBe(303)
  await authority.drain()
}

test('points are read in from a list by those who write them, as drafts of their service', async () => {
  const town = await givenTown()
  const { agent, accountant } = town
  expect((await agent.visitor.get(points)).text).toContain(`href="${points}/import"`)
  const at = await sent(
    town,
    csvOf([row(town, 'Égouttage', 'Vu <b>, & que'), row(town, 'Éclairage')]),
  )
  expect((await agent.visitor.get(at)).text).toContain('2 lignes seront ajoutées')
  expect((await accountant.visitor.get(at)).status).toBe(404)
  await confirmed(town, at)
  expect((await agent.visitor.get(points)).text).toContain('Égouttage')
  expect((await accountant.visitor.get(points)).text).not.toContain('Égouttage')
  const { items } = (await agent.visitor.api('GET', points)).json() as {
    items: { id: string; title: string }[]
  }
  const { id } = items.find(({ title }) => title === 'Égouttage') ?? { id: '' }
  const one = await agent.visitor.api('GET', `${points}/${id}`)
  expect(one.json()).toMatchObject({
    privacy: 'secret',
    motivation: '<p>Vu &lt;b&gt;, &amp; que</p>',
  })
})

test('a program sends a workbook, hears of each row, and has the good ones written', async () => {
  const town = await givenTown()
  const { agent, secretariat } = town
  const cells = (values: readonly string[]) => values.map((value) => ({ value, type: String }))
  const file = await workbookOf([
    cells(row(town, 'Voirie')),
    cells(['Sans organe', 'Conseil des sages', 'Travaux', '', '', '']),
    [{ value: 2026, type: Number }, ...cells(row(town, '').slice(1))],
  ])
  const answer = await agent.visitor.post(`/api${points}/imports`, { files: [file] })
  expect(answer.status).toBe(202)
  const { id } = answer.json() as { id: string }
  expect(answer.json()).toMatchObject({ stage: 'reading', rows: [] })
  await town.authority.drain()
  const at = `${points}/imports/${id}`
  const found = (await agent.visitor.api('GET', at)).json()
  expect(found).toMatchObject({
    ...{ stage: 'read', counts: { new: 2, wrong: 1 } },
    columns: ['title', 'organ_id', 'service_id', 'category_id', 'privacy', 'motivation'],
    rows: [
      { row: 2, wrong: [] },
      {
        row: 3,
        wrong: [{ column: 'Organe qui décide', sentence: expect.stringContaining('sages') }],
      },
      { row: 4, wrong: [] },
    ],
  })
  expect((await secretariat.visitor.api('GET', at)).status).not.toBe(200)
  expect((await agent.visitor.api('POST', at, {})).json()).toMatchObject({
    status: 422,
    errors: { leave_out: [expect.stringContaining('1 ligne')] },
  })
  expect((await agent.visitor.api('POST', at, { leave_out: true })).json()).toMatchObject({
    stage: 'writing',
  })
  await town.authority.drain()
  const written = { stage: 'written', written: 2 }
  expect((await agent.visitor.api('GET', at)).json()).toMatchObject(written)
  // A program that asks again hears what became of it.
  expect((await agent.visitor.api('POST', at, { leave_out: true })).json()).toMatchObject(written)
  expect((await agent.visitor.get(points)).text).toContain('>2026<')
})

test('a list that is confirmed twice at once is written once', async () => {
  const town = await givenTown()
  const at = await sent(town, csvOf([row(town, 'Passage à niveau')]))
  const both = await Promise.all([town.agent.visitor.post(at), town.agent.visitor.post(at)])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  await town.authority.drain()
  const listed = (await town.agent.visitor.api('GET', points)).json()
  expect(JSON.stringify(listed).split('Passage à niveau')).toHaveLength(2)
})

test('five thousand points ask no more of the database than twenty, but for their bytes', async () => {
  const town = await givenTown()
  const queries: number[] = []
  for (const count of [20, 5000]) {
    const rows = Array.from({ length: count }, (_, at) => row(town, `Point ${at}`, `Vu ${at}`))
    const begun = performance.now()
    let written = begun
    const asked = await queriesOf(async () => {
      const at = await sent(town, csvOf(rows))
      const { text } = await town.agent.visitor.get(at)
      expect(text.replaceAll('\u202F', '')).toContain(`${count} lignes seront ajoutées`)
      figure(`Checking a list of ${count} points`, Math.round(performance.now() - begun), 'ms')
      written = performance.now()
      await confirmed(town, at)
    })
    figure(`Writing a list of ${count} points`, Math.round(performance.now() - written), 'ms')
    // How far it has come is told twice a second, as long as it takes, each time in a transaction of its own.
    const told = asked.filter((one) => one.startsWith('update "commons"."import_draft" set "done"'))
    queries.push(figure(`Both, of ${count} points`, asked.length - 3 * told.length, 'queries'))
  }
  // A statement a table for each five hundred, and one for what a rule asks of them.
  expect((queries[1] ?? 0) - (queries[0] ?? 0)).toBeLessThanOrEqual(80)
})
