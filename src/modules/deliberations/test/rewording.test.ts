import { beforeAll, expect, test } from 'vitest'
import { actAs } from '#kernel/access'
import { latestHistory } from '#commons/dossiers'
import { change } from '#commons/workflow'
import { type Item, itemPath, items, rewrite } from '../item.ts'
import { itemWorkflow } from '../workflow.ts'
import { givenItem, givenTown, mainWords, onItem, seen, type Town } from './council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

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
