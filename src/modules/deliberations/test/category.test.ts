import { expect, test, vi } from 'vitest'
import { addTerm, allTerms } from '#commons/vocabularies'
import { beside } from '#test/harness'
import { categories } from '../category.ts'
import { WrittenItem, writeItem } from '../item.ts'
import { givenTown, written } from './council.ts'

test('nobody files a point under a category between the question what uses it and its removal', async () => {
  const town = await givenTown()
  const { authority, agent, secretariat } = town
  const roads = await authority.asSystem(() => addTerm(categories.name, 'Voirie communale'))
  const filing = () =>
    authority.as(agent, () =>
      writeItem(WrittenItem.parse(written(town, { category_id: roads.id }))),
    )
  const { uses } = categories
  let filed: Promise<unknown> = Promise.resolve()
  const asked = vi.spyOn(categories, 'uses').mockImplementation(async (id) => {
    const use = await uses(id)
    filed = (await beside(filing)).ended
    return use
  })
  const path = `/vocabularies/${categories.name}/terms/${roads.id}/removal`
  expect((await secretariat.visitor.post(path)).status).toBe(303)
  asked.mockRestore()
  await expect(filed).rejects.toThrow('errors.invalid')
  const left = await authority.asSystem(() => allTerms(categories.name))
  expect(left.map(({ name }) => name)).not.toContain('Voirie communale')
})
