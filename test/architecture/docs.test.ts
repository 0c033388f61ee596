import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { asked, type Fields, money, optional, taken, yesNo } from '#commons/records'
import { sources } from './house.ts'
import { type Source, isTest, placeOf } from './source.ts'

const page = readFileSync(join(projectRoot, 'docs/architecture.md'), 'utf8')

/** Folders of the two lower floors and places of the house that a text does not name. */
function unnamed(text: string, of: readonly Source[]): string[] {
  const product = of.filter(({ path }) => !isTest(path))
  const folders = product.flatMap(({ path }) => {
    const place = placeOf(path)
    return place && place.floor !== 'modules' ? [place.folder] : []
  })
  const places = product.flatMap((source) =>
    [...source.text.matchAll(/^export const (\w+) = slot</gm)].map(([, name = '']) => name),
  )
  return [...new Set([...folders, ...places])].filter((name) => !text.includes(`\`${name}\``))
}

test('docs/architecture.md names each folder of the lower floors, and each slot', () => {
  expect(unnamed(page, sources)).toEqual([])
})

test('one that it leaves out is found', () => {
  const planted = [
    { path: 'src/commons/parties/party.ts', text: "export const parties = slot<Party>('parties')" },
    { path: 'src/commons/places/place.ts', text: '' },
  ]
  expect(unnamed('`places`', planted)).toEqual(['parties'])
})

test('the fields of the example « Add a field » can be declared, and ask what they say', async () => {
  const [, example = ''] = /## Add a field\n[\s\S]*?```ts\n([\s\S]*?)```/.exec(page) ?? []
  // Its words would be those of the reader’s trade.
  const code = example.replaceAll(/'permits\.[a-z_.]+'/g, "'records.title'")
  const fields = runInNewContext(`({${code}})`, { money, optional, yesNo }) as Fields // Or the test fails.
  const given = (sent: object) => taken<Fields>(fields, asked(fields).parse(sent))
  expect(await given({ paying: false })).toMatchObject({ fee: null })
  expect(await given({ paying: true, fee: 1250 })).toMatchObject({ fee: 1250 })
  await expect(given({ paying: true })).rejects.toMatchObject({
    fields: { fee: [expect.anything()] },
  })
})
