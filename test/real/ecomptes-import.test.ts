import { existsSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { readXml } from '#kernel/xml'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import {
  asNames,
  bytesOf,
  contentIn,
  elementIn,
  exported,
  importFile,
  planIn,
  report,
} from '../../src/modules/ecomptes/test/exchanging.ts'

const folder = new URL('../../../shared/data/pst/', import.meta.url)
const present = existsSync(folder)
const demo = present ? readFileSync(new URL('demo_ecomptes_201805V1.xml', folder), 'utf8') : ''
const official = (name: string) =>
  readFileSync(new URL(name, folder), 'latin1').replace('iso-8859-1', 'utf-8')
const passes = async (xml: string, schema: string) =>
  (await readXml(bytesOf(xml), official(schema))).ok

let authority: TestAuthority
let coordinator: TestPerson
const names = asNames(
  ...['Service Population', 'Service Etat-civil', "Service de l'Urbanisme"],
  ...['Service Travaux', 'Service Propreté'],
)

beforeEach(async () => {
  authority = await givenAuthority()
  coordinator = await authority.person({ roles: ['coordinator'] })
})

describe.skipIf(!present)(
  'the real plan of eComptes (skipped where ../shared/data/pst is not there)',
  () => {
    test('comes in, goes out valid by the official schemas, and comes in again: rien à changer', async () => {
      const plan = planIn(await importFile(coordinator, demo, names))
      const back = await exported(coordinator, plan, 'shape=from_ecomptes')
      expect(await contentIn(back)).toEqual(await contentIn(demo))
      expect(await passes(back, 'PST_eComptes_Export_201805V1.xsd')).toBe(true)
      const sent = await exported(coordinator, plan)
      expect(await passes(sent, 'schema_import_ecomptes_201805V1.xsd')).toBe(true)
      for (const xml of [demo, back, sent])
        expect(await report(coordinator, xml)).toContain('rien à changer')
    })

    test('PST-03: SA.17 stands below A.16 with its four articles of 500', async () => {
      const plan = planIn(await importFile(coordinator, demo, names))
      const back = await exported(coordinator, plan, 'shape=from_ecomptes')
      const audit = await elementIn(back, 'b07ec94c0e804690a9ef971db84e12b1')
      expect(audit?.label).toMatch(/^A\.16 - SA\.17 - /)
      expect(audit?.articles.map(({ exercise, cents }) => [exercise, cents])).toEqual(
        [2019, 2020, 2021, 2022].map((year) => [year, 50_000]),
      )
    })
  },
)
