import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { givenVendor } from './vendor.ts'

/** The messages of docs/push.md, in their order. */
const examples = [
  ...readFileSync(join(projectRoot, 'docs/push.md'), 'utf8').matchAll(/^```json\n(.*?)^```$/gms),
].map(([, told = '']) => JSON.parse(told) as object)

test('the examples of docs/push.md are taken over as it says', async () => {
  const { push } = await givenVendor()
  const [project = {}, decision = {}] = examples
  expect((await push(project)).json()).toMatchObject({
    created: ['p-1041'],
    unmapped: { organs: ['conseil'], subjects: ['travaux'], in_charge: ['echevin-travaux'] },
  })
  expect((await push(decision)).json()).toMatchObject({ modified: ['p-1041'] })
  expect((await push(project)).json()).toMatchObject({ ignored: [{ id: 'p-1041', why: 'older' }] })
})
