import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { beside, givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { services } from '#commons/directory'
import { history } from '#commons/dossiers'
import { db } from '#kernel/db'
import { on } from '#kernel/events'
import type { UploadedFile } from '#commons/imports'
import { answer, json, sample, text, with1stPoint } from './beauval.ts'
import type { Fields } from './beauval.ts'
import { asFiles, chosen, importAll, upload } from './secretary.ts'

let authority: TestAuthority
let secretariat: TestPerson

beforeEach(async () => {
  authority = await givenAuthority()
  secretariat = await authority.person({ roles: ['agent', 'secretariat'] })
})

/** How many rows of everything that an import writes. */
const written = () =>
  authority.asSystem(async () => {
    const tables = ['commons.dossier', 'commons.external_id', 'commons.annex', 'commons.service']
    const own = ['commons.term', 'plonemeeting.mapping']
    const all = [...tables, ...own, 'kernel.event', 'kernel.audit']
    const counts = all.map((name) => sql`(select count(*) from ${sql.table(name)})`)
    const { rows } =
      await sql<object>`select ${sql.join(counts.map((one, at) => sql`${one}::int as ${sql.ref(`t${at}`)}`))}`.execute(
        db(),
      )
    return rows[0]
  })

const meetingOf = async (redirect: { headers: Headers }) => {
  const id = redirect.headers.get('location')?.split('/').at(-1) ?? ''
  const agenda = await secretariat.visitor.api('GET', `/deliberations/meetings/${id}/agenda`)
  return { id, agenda: agenda.items<Record<string, unknown>>() }
}

/** The sample with other points, and a meeting that does not list them, as newer ones do. */
function agendaWith(change: (items: Fields[]) => void): UploadedFile[] {
  const meeting = answer('meeting.json')
  Object.assign(meeting.items[0] ?? {}, { items: undefined })
  const points = answer('items.json')
  change(points.items)
  points.items_total = points.items.length
  const others = sample().filter(({ name }) => name !== 'meeting.json' && name !== 'items.json')
  return [json('meeting.json', meeting), json('items.json', points), ...others]
}

test('the same meeting imported by two at once is imported once (B4)', async () => {
  const path = await upload(secretariat, sample())
  await secretariat.visitor.post(path, { act: 'create_missing' })
  const fields = { act: 'commit', ...(await chosen(secretariat, path)) }
  const again = await upload(secretariat, sample())
  const commit = (to: string) => secretariat.visitor.post(to, fields)
  let second: ReturnType<typeof commit> | undefined
  on('deliberations.meeting.import', async () => {
    second ??= (await beside(() => commit(again))).ended
  })
  const first = await commit(path)
  expect(first.status).toBe(303)
  expect((await second)?.headers.get('location')).toBe(first.headers.get('location'))
  const { rows } = await authority.asSystem(() =>
    sql`select 1 from deliberations.item`.execute(db()),
  )
  expect(rows).toHaveLength(12)
})

describe('the fictional meeting, in the page', () => {
  test('is shown before anything is written: points, services and categories to place', async () => {
    const before = await written()
    const path = await upload(secretariat, sample())
    // It was closed there: that it is held here is said.
    await secretariat.visitor.post(path, { act: 'look' })
    const { text: page } = await secretariat.visitor.get(path)
    expect(page).toContain('Conseil communal')
    expect(page).toContain('12 points à créer')
    expect(page).toContain('Motion pour le maintien du guichet de la gare de Beauval')
    expect(page).toContain('Service inconnu ici\u00A0: Secrétariat général (3 points)')
    expect(page).toContain('Catégorie inconnue ici\u00A0: Culture et patrimoine (2 points)')
    expect(await written()).toEqual(before)
  })

  test('is at hand in the repository: to try and to download', async () => {
    const tried = await secretariat.visitor.post('/deliberations/import', { sample: 'on' })
    const preview = await secretariat.visitor.get(tried.headers.get('location') ?? '')
    expect(preview.text).toContain('12 points à créer')
    const file = await secretariat.visitor.get('/deliberations/import/sample/items.json')
    expect(file.headers.get('content-disposition')).toContain('items.json')
  })

  test('becomes a meeting with an open agenda, its points in their order, texts and annexes', async () => {
    const { id, agenda } = await meetingOf(await importAll(secretariat, sample()))
    const meeting = await secretariat.visitor.api('GET', `/deliberations/meetings/${id}`)
    expect(meeting.json()).toMatchObject({ state: 'created', starts_at: '2026-06-15T18:00:00Z' })
    expect(agenda.map(({ position }) => position)).toEqual(
      Array.from({ length: 12 }, (_, at) => at + 1),
    )
    expect(agenda.map(({ number }) => number)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '6.1',
      '7',
      '8',
      '9',
      '10',
      '11',
    ])
    expect(agenda[9]).toMatchObject({ list_type: 'late', service_name: 'Secrétariat général' })
    expect(agenda[10]).toMatchObject({ privacy: 'secret', category_name: 'Personnel' })
    expect(agenda.map(({ annexes }) => annexes)).toEqual([0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0])
    const item = (at: number) =>
      secretariat.visitor.api('GET', `/deliberations/items/${String(agenda[at]?.id)}`)
    expect((await item(10)).json()).toMatchObject({
      poll_type: 'secret',
      decision: expect.stringContaining('<mark class="masked">Mme Odile Frambert</mark>'),
    })
    const question = await item(7)
    expect(question.json<{ motivation: string }>().motivation).not.toBe('')
    const deeds = await authority.asSystem(() => history(id))
    expect(deeds.map(({ type }) => type)).toContain('deliberations.meeting.import')
  })

  test('strikes out whoever it strikes out over there, without the brackets (I8)', async () => {
    const { id } = await meetingOf(await importAll(secretariat, sample()))
    const { text } = await secretariat.visitor.get(`/deliberations/meetings/${id}/attendance`)
    expect(text).toContain('<s>Perrine Kessart,</s>')
    expect(text).not.toContain('[[')
  })

  test('leaves a confidential annex out, by its name, for all who read the point would read it', async () => {
    const path = await upload(secretariat, sample())
    expect((await secretariat.visitor.get(path)).text).toContain(
      'L’annexe «\u00A0Estimation par lot\u00A0» n’est pas dite ouverte là-bas',
    )
    await importAll(secretariat, sample())
    const kept = await authority.asSystem(() =>
      db().selectFrom('commons.annex').select('file_name').execute(),
    )
    expect(kept.map(({ file_name }) => file_name).toSorted()).toEqual([
      'plan-place-du-kiosque.svg',
      'reglement-maison-du-verger.pdf',
    ])
  })

  test('imported a second time changes nothing, not even a line of history', async () => {
    await importAll(secretariat, sample())
    const before = await written()
    const path = await upload(secretariat, sample())
    expect((await secretariat.visitor.get(path)).text).toContain('Tout est déjà ici')
    expect((await secretariat.visitor.post(path, { act: 'commit' })).status).toBe(303)
    expect(await written()).toEqual(before)
  })

  test('a point added over there joins the agenda, until the meeting is closed here', async () => {
    const { id } = await meetingOf(
      await importAll(
        secretariat,
        agendaWith((items) => items.pop()),
      ),
    )
    const { agenda } = await meetingOf(await importAll(secretariat, sample()))
    expect(agenda.map(({ position }) => position).at(-1)).toBe(12)
    await authority.asSystem(() =>
      sql`update commons.dossier set state = 'closed' where id = ${id}`.execute(db()),
    )
    const grown = agendaWith((items) => items.push({ ...items[0], UID: 'n', itemNumber: 1300 }))
    const { text: page } = await secretariat.visitor.get(await upload(secretariat, grown))
    expect(page).toContain('La séance est clôturée ici\u00A0: 1 nouveau point')
    const refused = await importAll(secretariat, grown)
    expect(refused.status).toBe(422)
  })

  test('a point that arrives once the agenda is frozen is late, and frozen with a reference', async () => {
    const { id } = await meetingOf(
      await importAll(
        secretariat,
        agendaWith((items) => items.pop()),
      ),
    )
    const steps = `/deliberations/meetings/${id}/steps`
    expect((await secretariat.visitor.api('POST', steps, { verb: 'freeze' })).status).toBe(200)
    const { agenda } = await meetingOf(await importAll(secretariat, sample()))
    expect(agenda[11]).toMatchObject({
      list_type: 'late',
      state: 'frozen',
      reference: 'CC/20260615-11',
    })
  })
})

describe('an import waits', () => {
  test('for each category and service that is not known, the field saying so', async () => {
    const path = await upload(secretariat, sample())
    const before = await written()
    const refused = await secretariat.visitor.post(path, { act: 'commit' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Choisissez ce que c’est ici.')
    expect(await written()).toEqual(before)
  })

  test('and maps a service to one of ours, which the next import remembers', async () => {
    const ours = await authority.service('Culture')
    const token = '226342f1516e33898ab4a35504a857bf'
    const { agenda } = await meetingOf(
      await importAll(secretariat, sample(), { [`services.${token}`]: ours }),
    )
    expect(agenda[2]).toMatchObject({ service_name: 'Culture' })
    expect((await authority.asSystem(services)).map(({ name }) => name)).not.toContain('CULT')
  })

  test('where the organ chosen is none of ours', async () => {
    const fields = { files: asFiles(sample()), organ_id: crypto.randomUUID() }
    const sent = await secretariat.visitor.post('/deliberations/import', fields)
    const { text: page } = await secretariat.visitor.get(sent.headers.get('location') ?? '')
    expect(page).toContain('Les fichiers ne disent pas quel organe se réunit')
  })

  test('where the organ meets at that very time already', async () => {
    const organs = await secretariat.visitor.api('GET', '/deliberations/organs')
    await secretariat.visitor.api('POST', '/deliberations/meetings', {
      organ_id: organs.items<{ id: string }>()[0]?.id,
      starts_at: '2026-06-15T20:00',
      held: true,
    })
    const path = await upload(secretariat, sample())
    expect((await secretariat.visitor.get(path)).text).toContain('L’organe a déjà ici une séance')
    const forced = await secretariat.visitor.post(path, { act: 'commit', leave_out_refused: 'on' })
    expect(forced.status).toBe(422)
  })
})

describe('what is refused is named, and nothing is half written', () => {
  test.each([
    [
      'broken HTML, by its line',
      with1stPoint({
        decision: { 'content-type': 'text/html', data: '<p>Un</p>\n<p><u>Deux</ul></p>' },
      }),
      ['Procès-verbal de la séance', 'champ decision', 'ligne 2'],
    ],
    [
      'a missing field',
      with1stPoint({ proposingGroup: '' }),
      ['champ proposingGroup', 'ce champ manque'],
    ],
    [
      'a wrong file',
      [...sample(), text('document.pdf', '%PDF-1.4')],
      ['document.pdf', 'Aucune annexe'],
    ],
  ])('%s', async (_, files, words) => {
    const path = await upload(secretariat, files)
    const before = await written()
    await secretariat.visitor.post(path, { act: 'create_missing' })
    const { text: page } = await secretariat.visitor.get(path)
    for (const word of words) expect(page).toContain(word)
    const refused = await secretariat.visitor.post(path, {
      act: 'commit',
      ...(await chosen(secretariat, path)),
    })
    expect(refused.status).toBe(422)
    expect(await written()).toEqual(before)
  })

  test('the rest is imported without it, if one says so', async () => {
    const files = with1stPoint({ proposingGroup: '' })
    const { agenda } = await meetingOf(
      await importAll(secretariat, files, { leave_out_refused: 'on' }),
    )
    expect(agenda).toHaveLength(11)
  })
})
