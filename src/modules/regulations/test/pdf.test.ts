import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { annexes } from '#commons/annexes'
import { useAntivirus } from '#kernel/antivirus'
import { db } from '#kernel/db'
import { atItsTime } from '#kernel/jobs'
import { useStamps } from '#kernel/timestamps'
import { ground } from '#test/harness'
import { clamdServer, eicar } from '../../../kernel/antivirus/test/clamd.ts'
import { mainWords } from '../../deliberations/test/council.ts'
import { linesOf, pdfOf } from '../../publications/annexes/test/pdfs.ts'
import { addressOf, asks, givenTown, stampWell, step, type Town, written } from './town.ts'

let clamd: Awaited<ReturnType<typeof clamdServer>>
let town: Town
beforeAll(async () => {
  clamd = await clamdServer()
})
beforeEach(async () => {
  town = await givenTown()
  stampWell()
})
afterEach(() => {
  useAntivirus(null)
  useStamps(null)
})
afterAll(() => clamd.close())

const examining = () => useAntivirus({ at: { host: '127.0.0.1', port: clamd.port }, away: 'take' })
const gone = () => useAntivirus({ at: { path: '/nowhere/clamd.ctl' }, away: 'take' })

/** As each night. */
async function examineAnew() {
  for (const timer of annexes.timers ?? []) await atItsTime((await ground()).database, timer)
}

const pages = [linesOf('Article 1er. Le marche se tient le vendredi.')]

/** A text that is published as this file. */
async function withPdf(bytes: Uint8Array): Promise<string> {
  const page = await written(town)
  const files = [new File([Uint8Array.from(bytes)], 'Règlement.pdf')]
  await town.agent.visitor.post(`${page}/annexes`, { files }, page)
  await town.authority.asSystem(() =>
    sql`update regulations.posting p set pdf_id = a.id from commons.annex a where a.dossier_id = p.id`.execute(
      db(),
    ),
  )
  return page
}

test('a PDF is published as it was given, once somebody looked what it holds', async () => {
  const page = await withPdf(pdfOf({ pages }))
  expect((await step(town, page, 'post')).text).toContain('encore à l’examen')
  await town.authority.drain()
  await step(town, page, 'post')
  expect((await asks(town, `${await addressOf(town, page)}/1/text.pdf`)).status).toBe(200)
})

test.for([
  ['script', { catalogue: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' }, 'un script'],
  [
    'attachment',
    {
      catalogue: '/Names<</EmbeddedFiles<</Names[(a.txt) 100 0 R]>>>>',
      objects: [
        '<</Type/Filespec/F(a.txt)/EF<</F 101 0 R>>>>',
        '<</Length 2>> stream\nab\nendstream',
      ],
    },
    'd’autres fichiers',
  ],
  ['author', { objects: ['<</Author(Jean Dupont)>>'], trailer: '/Info 100 0 R' }, 'qui l’a écrit'],
] as const)('a PDF that holds more than its pages is refused: %s', async ([, more, why]) => {
  const page = await withPdf(
    pdfOf({ pages, ...more, objects: [...('objects' in more ? more.objects : [])] }),
  )
  await town.authority.drain()
  const refused = await step(town, page, 'post')
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining(why)])
})

const infected = Buffer.concat([pdfOf({ pages }), Buffer.from(`%${eicar}\n`, 'latin1')])

test('a PDF that nobody examined is not published, nor one in which a virus was found', async () => {
  gone()
  const page = await withPdf(infected)
  await town.authority.drain()
  expect((await step(town, page, 'post')).text).toContain('encore à l’examen')
  examining()
  await examineAnew()
  await town.authority.drain()
  expect((await step(town, page, 'post')).text).toContain('Un virus a été trouvé')
})

test('a PDF in which a virus is found later is given to nobody, and those who publish are told', async () => {
  const page = await withPdf(infected)
  await town.authority.drain()
  await step(town, page, 'post')
  const address = await addressOf(town, page)
  await town.authority.drain()
  expect((await asks(town, `${address}/1/text.pdf`)).status).toBe(200)
  examining()
  await examineAnew()
  await town.authority.drain()
  for (const path of ['1/text.pdf', 'proof.asice']) {
    const answer = await asks(town, `${address}/${path}`)
    expect([answer.status, mainWords(answer)]).toEqual([404, expect.stringContaining('un virus')])
  }
  expect(mainWords(await asks(town, address))).toContain('un virus y a été trouvé')
  expect((await town.publisher.visitor.get('/notices')).text).toContain('qui était public')
})
