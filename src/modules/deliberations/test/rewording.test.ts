import { beforeAll, expect, test } from 'vitest'
import { actAs } from '#kernel/access'
import { latestHistory } from '#commons/dossiers'
import { change } from '#commons/workflow'
import { type Item, itemPath, items } from '../item.ts'
import { rewrite } from '../rewrite.ts'
import { itemWorkflow } from '../workflow.ts'
import { givenItem, givenTown, mainWords, onItem, seen, type Town } from './council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

/** A GIF of one pixel of a colour. */
const pixel = (colour: string) =>
  Buffer.concat([
    Buffer.from('GIF89a\x01\0\x01\0\x80\0\0', 'latin1'),
    Buffer.from(colour, 'base64'),
    Buffer.from('\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;', 'latin1'),
  ]).toString('base64')

const edit = (item: Item, motivation: string) =>
  town.authority.asSystem(() => actAs(town.head.actor, () => rewrite(item, { motivation })))

/** Where history leads from its last line. */
async function lastLine({ id }: Item): Promise<string> {
  const lines = await town.authority.asSystem(() => latestHistory(id))
  return `${itemPath({ id })}/history/${lines.rows[0]?.id}`
}

test('history leads to the words of a text that were put in and taken away', async () => {
  const item = await givenItem(town, { motivation: 'Vu le <b>rapport</b> des travaux' }, 'created')
  await edit(item, 'Vu le budget des travaux')
  const path = await lastLine(item)
  const dossier = await town.head.visitor.get(itemPath(item))
  expect(dossier.text).toContain(`<a href="${path}#motivation">`)
  const { text, status } = await town.head.visitor.get(path)
  expect(status).toBe(200)
  expect(text).toMatch(/Vu le <del><span[^>]*>\[supprimé\] <\/span>rapport<\/del>/)
  expect(text).toMatch(/<ins><span[^>]*>\[ajouté\] <\/span>budget<\/ins> des travaux/)
  // Of the before and the after, each is there as it was.
  expect(text).toContain('<strong>rapport</strong>')
})

test('another picture of the same words is a change, and both are shown (T2)', async () => {
  const { visitor } = town.head
  const brought = async (dot: string) =>
    (await visitor.api('POST', '/texts/pictures', { data: dot })).json<{ src: string }>().src
  const [park, square] = [await brought(pixel('AAAA')), await brought(pixel('//8A'))]
  expect(park).not.toBe(square)
  const shown = (src: string) => `<p>Vu le plan</p><img src="${src}" alt="Le plan">`
  const item = await givenItem(town, {}, 'created')
  await edit(item, shown(park))
  await edit(await seen(town, item), shown(square))
  const path = await lastLine(item)
  const { text } = await visitor.get(path)
  expect(text).not.toContain('seule la présentation a changé')
  expect(text).toMatch(new RegExp(`<del><span[^>]*>[^<]*</span><img src="${park}" alt=""/?></del>`))
  expect(text).toMatch(
    new RegExp(`<ins><span[^>]*>[^<]*</span><img src="${square}" alt=""/?></ins>`),
  )
  expect(text).toContain('Le plan')
  // What looks like the mark of a picture, and is a word of the text, is none.
  await edit(await seen(town, item), `<p>picture${'a'.repeat(64)}</p>`)
  expect((await visitor.get(await lastLine(item))).text).toContain(`>picture${'a'.repeat(64)}<`)
})

test('words that only look otherwise are said to be the same', async () => {
  const item = await givenItem(town, { motivation: 'Vu le rapport' }, 'created')
  await edit(item, 'Vu le <b>rapport</b>')
  const page = mainWords(await town.head.visitor.get(await lastLine(item)))
  expect(page).toContain('seule la présentation a changé')
})

test('what a text said is for those who may read the point and that line of its history', async () => {
  const item = await givenItem(town, { motivation: 'Vu un secret' }, 'created')
  await edit(item, 'Vu le budget')
  const path = await lastLine(item)
  expect((await town.accountant.visitor.get(path)).status).toBe(404)
  expect((await town.authority.visitor().get(path)).status).toBe(303)
  // Of another point, or of no line, there is nothing.
  const other = await givenItem(town, {}, 'created')
  const [, line = ''] = path.split('/history/')
  expect((await town.head.visitor.get(`${itemPath(other)}/history/${line}`)).status).toBe(404)
  expect((await town.head.visitor.get(`${itemPath(item)}/history/1`)).status).toBe(404)
  // Validated, the point is read by the secretariat; what it said before is not.
  for (const [who, verb] of [
    [town.agent, 'propose'],
    [town.head, 'endorse'],
    [town.dg, 'validate'],
  ] as const)
    await onItem(town, who, item, (now) => change(items, itemWorkflow, now, verb))
  expect((await town.secretariat.visitor.get(itemPath(item))).status).toBe(200)
  expect((await town.secretariat.visitor.get(path)).status).toBe(404)
  expect((await town.head.visitor.get(path)).status).toBe(200)
})

test('of what a text said the last fifty are kept, and none that is too long', async () => {
  const item = await givenItem(town, { motivation: 'Version 0' }, 'created')
  await town.authority.asSystem(async () => {
    let now = item
    for (let at = 1; at <= 51; at += 1) now = await rewrite(now, { motivation: `Version ${at}` })
  })
  const lines = await town.authority.asSystem(() => latestHistory(item.id))
  const pageOf = async (at: number) =>
    mainWords(await town.head.visitor.get(`${itemPath(item)}/history/${lines.rows.at(at)?.id}`))
  // The last line is that of its creation.
  expect(await pageOf(-2)).toContain('Ce texte n’est plus gardé')
  expect(await pageOf(-3)).toContain('Version [supprimé] 1 [ajouté] 2')
  await edit(await seen(town, item), 'mot '.repeat(50_001))
  expect((await town.head.visitor.get(await lastLine(item))).status).toBe(404)
  expect(mainWords(await town.head.visitor.get(itemPath(item)))).toContain('a changé')
})
