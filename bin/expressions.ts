// Proves that no regular expression of the house takes more than twice as long for twice as much: npm run expressions.
// Writes those that hold to test/architecture/expressions.txt, so that a test proves again only what is new.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expressions, fault, written } from '../test/architecture/expressions.ts'
import { readSources } from '../test/architecture/source.ts'

const root = join(import.meta.dirname, '..')
const record = join(root, 'test/architecture/expressions.txt')
const before = new Set(readFileSync(record, 'utf8').split('\n'))
const all = new Map(expressions(readSources(root)).map((one) => [written(one), one]))
const holding: string[] = []
for (const [text, one] of all) {
  const found = before.has(text) ? undefined : await fault(one)
  if (found) console.log(`${one.place} ${text}: ${found}`)
  else holding.push(text)
}
writeFileSync(record, `${holding.toSorted().join('\n')}\n`)
process.exit()
