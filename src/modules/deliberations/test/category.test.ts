import { expect, test } from 'vitest'
import { addTerm, allTerms } from '#commons/vocabularies'
import { beside } from '#test/harness'
import { categories } from '../category.ts'
import { WrittenItem, writeItem } from '../item.ts'
import { givenTown, mainWords, written } from './council.ts'

test('who removes a category waits for who is filing a point under it, and then keeps it', async () => {
  const town = await givenTown()
  const { authority, agent, secretariat } = town
  const roads = await authority.asSystem(() => addTerm(categories.name, 'Voirie communale'))
  const path = `/vocabularies/${categories.name}/terms/${roads.id}/removal`
  const removal = await authority.as(agent, async () => {
    const sketch = { title: 'Éclairage du parc', category_id: roads.id }
    await writeItem(WrittenItem.parse(written(town, sketch)))
    return beside(() => secretariat.visitor.post(path))
  })
  const refusal = await removal.ended
  expect(refusal.status).toBe(409)
  // A draft is not for the secretariat: that it is there is said, and no more.
  expect(mainWords(refusal)).toContain('Voirie communale')
  expect(refusal.text).not.toContain('Éclairage du parc')
  const left = await authority.asSystem(() => allTerms(categories.name))
  expect(left.map(({ name }) => name)).toContain('Voirie communale')
})
