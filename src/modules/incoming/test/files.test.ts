import { beforeAll, expect, test } from 'vitest'
import { allOf, readIn } from '../../publications/annexes/test/given.ts'
import { linesOf, pdfOf } from '../../publications/annexes/test/pdfs.ts'
import { type Desk, givenDesk } from './desk.ts'
import { meeting, point } from './vendor.ts'

let desk: Desk
beforeAll(async () => {
  desk = await givenDesk()
})

const annex = (bytes: Uint8Array, modified = '2026-06-01T10:00:00+02:00') => ({
  ...{ id: 'a1', title: 'Note', name: 'note.pdf', modified },
  content: Buffer.from(bytes).toString('base64'),
})
const named = pdfOf({ pages: [linesOf('Vu la demande de Monsieur Jean Dupont ;')] })
const other = pdfOf({ pages: [linesOf('Vu la demande de Madame Anne Lambert ;')] })

test('a PDF of other software is read, masked and rewritten before it leaves, and so is the one that comes in its place', async () => {
  const told = meeting({ points: [point({ annexes: [annex(named)] })] })
  const id = await desk.tell(told)
  const [first = ''] = await desk.chooseFiles(id)
  expect(await desk.filesOf(id)).toMatchObject([
    { state: 'asks', found: [{ words: 'Jean Dupont' }] },
  ])
  expect((await desk.publish(id)).status).toBe(409)
  await desk.maskFile(id, first)
  expect((await desk.publish(id)).status).toBe(303)
  const bytes = await desk.openFile(id)
  expect((await readIn(bytes)).words).toContain('Vu la demande de Monsieur')
  expect(/dupont/i.test(allOf(bytes))).toBe(false)

  const later = '2026-06-02T10:00:00+02:00'
  const changed = point({ modified: later, annexes: [annex(other, later)] })
  await desk.tell({ ...told, modified: later, points: [changed] })
  await desk.town.authority.drain()
  expect((await desk.standing(id)).points).toMatchObject([{ stays: 'files' }])
  expect(await desk.filesOf(id)).toMatchObject([
    { state: 'asks', found: [{ words: 'Anne Lambert' }] },
  ])
  await desk.publish(id)
  const [point1] = (await desk.standing(id)).points
  const { visitor } = desk.town.secretariat
  for (const page of [`meetings/${id}`, `points/${point1?.id}`])
    expect((await visitor.get(`/incoming/${page}`)).status, page).toBe(200)
  const { points } = await desk.publicOf(id)
  expect((await desk.asks(`${points[0]}/2`)).status).toBe(404)
})

test('what was masked of a PDF is masked of the one that comes in its place; where it stands nowhere there, somebody is asked', async () => {
  const secret = pdfOf({ pages: [linesOf('Le prix est de 500 euros.')] })
  const told = meeting({ id: 'm2', points: [point({ annexes: [annex(secret)] })] })
  const id = await desk.tell(told)
  const [first = ''] = await desk.chooseFiles(id)
  await desk.maskFile(id, first, '500 euros')
  const comes = async (line: string, modified: string) => {
    const bytes = pdfOf({ pages: [linesOf(line)] })
    const points = [point({ modified, annexes: [annex(bytes, modified)] })]
    await desk.tell({ ...told, modified, points })
    await desk.town.authority.drain()
    return desk.filesOf(id)
  }
  const again = await comes('Le prix total est de 500 euros.', '2026-06-02T10:00:00+02:00')
  expect(again).toMatchObject([{ state: 'ready' }])
  await desk.publish(id)
  const { words } = await readIn(await desk.openFile(id))
  expect(words).toContain('Le prix total est de')
  expect(words).not.toContain('500')
  const dearer = await comes('Le prix total est de 600 euros.', '2026-06-03T10:00:00+02:00')
  expect(dearer).toMatchObject([{ state: 'asks', nowhere: ['500 euros'] }])
})
