import { existsSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { readXml } from '#kernel/xml'
import { terms } from '#commons/vocabularies'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import {
  asNames,
  bytesOf,
  contentIn,
  elementIn,
  exchangeIn,
  exported,
  importFile,
  planIn,
  report,
} from '../../src/modules/ecomptes/test/exchanging.ts'
import { everyOne } from '../../src/modules/ecomptes/entry.ts'
import { edit } from '../../src/modules/strategy/test/sent.ts'

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

/** Our id of an element of eComptes. */
const idOf = (exchangeId: string) =>
  authority.asSystem(async () => {
    const found = db().selectFrom('strategy.element').select('id')
    return (await found.where('exchange_id', '=', exchangeId).executeTakeFirstOrThrow()).id
  })

/** Sends a form about an element, which leads somewhere. */
async function send(path: string, fields: Record<string, string>): Promise<void> {
  expect((await coordinator.visitor.post(path, fields)).status).toBe(303)
}

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

    test('comes in, is changed here, goes out valid, and comes whole into another authority', async () => {
      const plan = planIn(await importFile(coordinator, demo, names))
      const objectives = everyOne((await exchangeIn(demo)).volets).filter(
        ({ level }) => level === 'operational',
      )
      const home = objectives.find(({ children }) => children.length > 0)
      const second = objectives.find((one) => one !== home)
      const action = home?.children.find(({ status }) => status === 'EN_ATTENTE')
      if (!home || !second || !action) throw new Error('The file has no two objectives')
      const [homeId, secondId] = [await idOf(home.elementId), await idOf(second.elementId)]
      const path = `/strategy/elements/${await idOf(action.elementId)}`

      const changed = await edit(coordinator, path, {
        title: 'Un titre « changé » ici & là',
        fte: '1,25',
        progress: '35',
        progress_reason: 'Le marché est attribué',
      })
      expect(changed.status).toBe(303)
      await send(`${path}/steps`, { verb: 'begin', comment: '' })
      await send(`${path}/places/mirrors`, { parent: secondId })
      const shares = (await coordinator.visitor.get(`${path}/places`)).text
      const edition = /name="edition" value="([^"]+)"/.exec(shares)?.[1] ?? ''
      const weights = { [`weights.${homeId}`]: '60', [`weights.${secondId}`]: '40' }
      await send(`${path}/places`, { edition, ...weights })
      const [source] = await authority.asSystem(() => terms('strategy.source'))
      const line = { source_id: source?.id ?? '', year: '2021', cents: '1250,50', comment: '' }
      await send(`${path}/budget`, line)

      const back = await exported(coordinator, plan, 'shape=from_ecomptes')
      const sent = await exported(coordinator, plan)
      expect(await passes(back, 'PST_eComptes_Export_201805V1.xsd')).toBe(true)
      expect(await passes(sent, 'schema_import_ecomptes_201805V1.xsd')).toBe(true)
      const told = { status: 'EN_COURS', progress: 35, fte: 1.25 }
      const label = expect.stringMatching(/^A\.\d+ - Un titre « changé » ici & là$/)
      for (const id of [action.elementId, `${action.elementId}:${second.elementId}`])
        expect(await elementIn(back, id)).toMatchObject({ ...told, label })
      expect((await elementIn(back, action.elementId))?.articles).toHaveLength(
        action.articles.length,
      )

      for (const [xml, query] of [
        [back, 'shape=from_ecomptes'],
        [sent, ''],
      ] as const) {
        const elsewhere = await givenAuthority()
        const other = await elsewhere.person({ roles: ['coordinator'] })
        const again = planIn(await importFile(other, xml, names))
        expect(await contentIn(await exported(other, again, query))).toEqual(await contentIn(xml))
        expect(await report(other, xml)).toContain('rien à changer')
      }
      expect(await report(coordinator, back)).toContain('rien à changer')
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
