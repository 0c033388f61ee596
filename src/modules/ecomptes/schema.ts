import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#kernel/config'
import type { ExchangeShape } from './exchange.ts'

const file = join(projectRoot, 'src/modules/ecomptes/schemas/201805V1.xsd')
const budget = '<xs:group ref="budget"/>'
let whole: string | undefined

/** The schema (XSD) of a direction; the two differ by the budget of each element. */
export function schemaOf(shape: ExchangeShape): string {
  whole ??= readFileSync(file, 'utf8')
  return shape === 'from_ecomptes' ? whole : whole.replace(budget, '')
}
