import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { Conflict, Invalid } from '#kernel/errors'
import { hasten } from '#kernel/jobs'
import { fill } from '#kernel/module'
import { create, history, read, write } from '#commons/dossiers'
import { type Errand, errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'
import { askDocument, documentsOf, templates } from '../document.ts'
import type { Format } from '../formats.ts'
import type { Composed } from '../render.ts'
import { plan } from './plan.ts'

const labels = { arms: 'Armoiries', page: '{page}', made: '{when}', heading: 'Lettre' }
const letter: Composed = {
  template: 'commons/documents/test/letter.typ',
  title: 'Lettre',
  language: 'fr',
  data: { labels, organ: 'O', meeting: 'S', part: 'P', number: '1', point: 'Objet', body: [] },
}

/** What the template of the test does when it is asked. */
let compose: (dossierId: string) => Promise<Composed>

let takers: string[]
let authority: TestAuthority
let clerk: TestPerson
let errand: Errand

beforeAll(async () => {
  await prepareErrands()
  fill(templates, {
    name: 'test.letter',
    compose: (id) => compose(id),
    readers: () => Promise.resolve(takers),
  }).place()
  fill(templates, {
    name: 'test.report',
    formats: ['pdf', 'docx', 'ods'],
    compose: () => Promise.resolve({ report: plan, language: 'fr' }),
    readers: () => Promise.resolve(['role:agent']),
  }).place()
  fill(templates, {
    name: 'test.promise',
    formats: ['ods'],
    compose: (id) => compose(id),
    readers: () => Promise.resolve(['role:agent']),
  }).place()
  authority = await givenAuthority()
  clerk = await authority.person({ roles: ['agent'], firstName: 'Alix', lastName: 'Terval' })
})

afterAll(removeErrands)

beforeEach(async () => {
  compose = () => Promise.resolve(letter)
  takers = ['role:agent']
  errand = await authority.asSystem(() =>
    create(errands, { title: 'Course', state: 'open' }, { seen_by: 'role:agent' }),
  )
})

const ask = (template = 'test.letter', format: Format = 'pdf') =>
  authority.as(clerk, () =>
    askDocument(errand, template, { title: 'Lettre', fileName: `lettre.${format}`, format }),
  )
const made = async () => (await authority.asSystem(() => documentsOf(errand.id)))[0]
const taken = async (who = clerk) => who.visitor.get(`/documents/${(await made())?.id}`)

/** What the operator read of the last document that failed. */
let logged: string

/** Asks for a document that will fail; says the reason that people are given. */
async function failing(template?: string, format?: Format): Promise<string> {
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await ask(template, format)
  for (let tries = 3; tries > 0; tries--) {
    await authority.asSystem(hasten)
    await authority.drain()
  }
  logged = log.mock.calls.flat().map(String).join('\n')
  log.mockRestore()
  expect(await made()).toMatchObject({ state: 'failed', hash: null })
  return (await made())?.reason ?? ''
}

async function jobsWaiting(): Promise<number> {
  const { database } = await ground()
  const { rows } = await database.owner.query(
    `select 1 from graphile_worker.jobs where task_identifier = 'documents.make'`,
  )
  return rows.length
}

describe('a document', () => {
  test('is there as soon as it is asked for, and cannot be taken before it is made', async () => {
    await ask()
    expect(await made()).toMatchObject({ state: 'pending', asked_by: 'Alix Terval', hash: null })
    const early = await taken()
    expect(early.status).toBe(503)
    expect(early.text).toContain('pas encore prêt')
    await authority.drain()
    expect((await taken()).text.slice(0, 5)).toBe('%PDF-')
  })

  test('bears its hash and size, and leaves a line in the name of who asked', async () => {
    await ask()
    await authority.drain()
    const document = await made()
    expect(document).toMatchObject({ state: 'ready', reason: null })
    expect(document?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await taken()).headers.get('content-disposition')).toMatch(/^inline;.*lettre\.pdf$/)
    const [last] = await authority.asSystem(() => history(errand.id))
    expect(last).toMatchObject({
      type: 'test.errand.document',
      actor_name: 'Alix Terval',
      data: { title: 'Lettre', hash: document?.hash },
    })
  })

  test('asked for again is another one: what was made is never altered', async () => {
    for (let time = 0; time < 2; time++) {
      await ask()
      await authority.drain()
    }
    const all = await authority.asSystem(() => documentsOf(errand.id))
    expect(all.map(({ state }) => state)).toEqual(['ready', 'ready'])
  })

  test('is not there for who may not read its dossier, nor for another authority', async () => {
    await ask()
    await authority.drain()
    expect((await taken(await authority.person({ roles: ['councillor'] }))).status).toBe(404)
    const other = await givenAuthority()
    expect((await taken(await other.person({ roles: ['agent'] }))).status).toBe(404)
  })

  test('is not there, nor listed, for who reads its dossier but not all that it tells', async () => {
    const on = await authority.person({ roles: ['councillor'] })
    errand = await authority.asSystem(() =>
      create(errands, { title: 'b', state: 'open' }, { seen_by: 'role:agent,role:councillor' }),
    )
    await ask()
    await authority.drain()
    expect((await taken(on)).status).toBe(404)
    expect(await authority.as(on, () => documentsOf(errand.id))).toEqual([])
    expect((await taken()).status).toBe(200)
  })
})

describe('who may take a document', () => {
  const papers = (who: TestPerson) => authority.as(who, () => documentsOf(errand.id))

  test('is fixed when it is made: who may take later ones gets no earlier one by that (S4)', async () => {
    const director = await authority.person({ roles: ['agent', 'director_general'] })
    takers = ['role:director_general']
    await ask()
    await authority.drain()
    takers = ['role:agent']
    expect((await taken(clerk)).status).toBe(404)
    expect(await papers(clerk)).toEqual([])
    expect((await taken(director)).status).toBe(200)
    await ask()
    await authority.drain()
    expect(await papers(clerk)).toHaveLength(1)
    expect((await taken(clerk)).status).toBe(200)
  })

  test('is nobody who does not see the dossier any more (B1)', async () => {
    await ask()
    await authority.drain()
    expect((await taken(clerk)).status).toBe(200)
    await authority.asSystem(async () => {
      const now = await read(errands, errand.id)
      await write(errands, now, { seen_by: 'role:mayor' }, 'hand_over')
    })
    expect((await taken(clerk)).status).toBe(404)
  })

  test('is who may take what it tells when it is made, not when it was asked for', async () => {
    await ask()
    takers = ['role:mayor']
    await authority.drain()
    expect(await papers(clerk)).toEqual([])
  })
})

describe('a report', () => {
  test('is made in the format that was asked for, and downloaded under its name and type', async () => {
    for (const [format, type] of [
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
    ] as const) {
      await ask('test.report', format)
      expect(await made()).toMatchObject({ format, state: 'pending' })
      await authority.drain()
      const file = await taken()
      expect(file.headers.get('content-type')).toBe(type)
      expect(file.headers.get('content-disposition')).toMatch(
        `attachment; filename="lettre.${format}"`,
      )
      expect(file.text.slice(0, 2)).toBe('PK')
    }
  })

  test('is shown in place as PDF', async () => {
    await ask('test.report', 'pdf')
    await authority.drain()
    const file = await taken()
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('content-disposition')).toMatch(/^inline/)
  })

  test('is not asked for in a format that its template cannot make', async () => {
    const refused = ask('test.letter', 'docx').catch((problem: unknown) => problem)
    expect(await refused).toBeInstanceOf(Invalid)
    expect(await refused).toMatchObject({
      fields: { format: ['Ce document ne peut pas être fait en DOCX.'] },
    })
    expect(await made()).toBeUndefined()
  })
})

describe('a document that cannot be made', () => {
  test('says that it is our fault, and the rest to the operator; to history nothing (R11)', async () => {
    compose = () => Promise.reject(new Error('The printer is on fire'))
    expect(await failing()).toMatch(/^Une erreur de notre part, notée sous la référence \w{8}\.$/)
    expect(logged).toContain('The printer is on fire')
    expect(await authority.asSystem(() => history(errand.id))).toHaveLength(1)
  })

  test('says it in a sentence, where there is one', async () => {
    compose = () => Promise.reject(new Conflict('errors.invalid'))
    expect(await failing()).toBe('Certaines réponses sont à corriger.')
  })

  test('is not lost where it is a query that failed, and nothing of it is kept', async () => {
    compose = async () => {
      await db().updateTable('commons.dossier').set({ title: 'Lost' }).execute()
      await sql`select 1 / 0`.execute(db())
      return letter
    }
    await failing()
    expect(logged).toContain('division by zero')
    const { title } = await authority.asSystem(() =>
      db()
        .selectFrom('commons.dossier')
        .select('title')
        .where('id', '=', errand.id)
        .executeTakeFirstOrThrow(),
    )
    expect(title).toBe('Course')
  })

  test('tells the operator when no module makes it', async () => {
    await failing('test.unknown')
    expect(logged).toContain('test.unknown')
  })

  test('tells the operator which template is set as PDF only, whatever its trade promised', async () => {
    await failing('test.promise', 'ods')
    expect(logged).toContain(letter.template)
  })

  test('that takes more than the press may take names its heaviest part, in words (S2)', async () => {
    const data = {
      points: [{ number: '4', title: 'Sel de déneigement', motivation: 'mot '.repeat(9) }],
    }
    compose = () =>
      Promise.resolve({ ...letter, template: 'commons/documents/test/endless.typ', data })
    expect(await failing()).toBe(
      'Ce document est trop lourd à composer. Sa partie la plus lourde\u00A0: «\u00A04 Sel de déneigement\u00A0». Allégez-la, puis demandez le document à nouveau.',
    )
    compose = () => Promise.resolve(letter)
    await ask()
    await authority.drain()
    expect(await made()).toMatchObject({ state: 'ready' })
  })

  test('is not tried for ever, and cannot be taken', async () => {
    compose = () => Promise.reject(new Error('no'))
    await failing()
    expect(await jobsWaiting()).toBe(0)
    const late = await taken()
    expect(late.status).toBe(409)
    expect(late.text).toContain('Demandez-le à nouveau')
  })
})

test('a document of a request that is undone is never made', async () => {
  await expect(
    authority.as(clerk, async () => {
      await askDocument(errand, 'test.letter', { title: 'Lettre', fileName: 'a.pdf' })
      throw new Error('stop')
    }),
  ).rejects.toThrow('stop')
  expect(await jobsWaiting()).toBe(0)
  expect(await made()).toBeUndefined()
})
