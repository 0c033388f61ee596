import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { latestHistory, type Dossier, read, write } from '#commons/dossiers'
import { FormParts, RecordHistory } from '../index.ts'
import { type Notice, noticeFields, notices, removeNotices } from './notice.ts'
import { nbsp } from './cases.ts'
import { asShown, errorOf, plain, townHall, type TownHall } from './town-hall.ts'

let town: TownHall

beforeAll(async () => {
  town = await townHall()
})

afterAll(removeNotices)

const get = async (path: string) => (await town.visitor.get(path)).text
const idIn = (location: string | null) => /[0-9a-f-]{36}/.exec(location ?? '')?.[0] ?? ''

/** The history of a notice as its page shows it to somebody. */
const historyOf = (who: TownHall['clerk'], notice: Dossier) =>
  town.authority.as(who, async () => {
    const lines = await latestHistory(notice.id)
    return String(await RecordHistory({ of: notice, fields: noticeFields, lines }))
  })

describe('one who saves and writes another', () => {
  test('finds again what they said of the last, where that holds for several', async () => {
    const sent = {
      ...plain,
      title: 'Premier',
      day: '2026-07-21',
      desk_id: town.known['desk'] ?? '',
    }
    const answer = await town.visitor.post('/test/notices', { ...sent, write_next: 'on' })
    expect(answer.status).toBe(303)
    const next = answer.headers.get('location') ?? ''
    const page = await get(next)
    expect(page).toContain(`«${nbsp}Premier${nbsp}» est enregistré`)
    expect(asShown(page, 'day')).toBe('2026-07-21')
    expect(asShown(page, 'desk_id')).toBe(town.known['desk'])
    expect(asShown(page, 'title')).toBe('')
    expect(asShown(page, 'fee')).toBe('')
    expect(page).toContain('data-begins')
    expect((await town.authority.as(town.clerk, () => read(notices, idIn(next)))).title).toBe(
      'Premier',
    )
  })

  test('loses nothing of an answer that does not hold', async () => {
    const answer = await town.visitor.post('/test/notices', {
      ...plain,
      fee: 'x',
      write_next: 'on',
    })
    expect(answer.status).toBe(422)
    expect(asShown(answer.text, 'title')).toBe('Avis')
  })

  test('begins with nothing of what they may not see', async () => {
    const secret = await hidden()
    expect(asShown(await get(`/test/notices/new?after=${secret.id}`), 'day')).toBe('')
  })
})

describe('a copy', () => {
  test('begins with all that the original says, except what holds for that one only', async () => {
    const original = await town.written({
      title: 'Braderie',
      note: 'Vu',
      colour: 'amber',
      fee: '12,50',
    })
    const page = await get(`/test/notices/new?copy_of=${original.id}`)
    expect(asShown(page, 'title')).toBe('Braderie')
    expect(asShown(page, 'fee')).toBe('12,50')
    expect(asShown(page, 'colour')).toBe('amber')
    expect(asShown(page, 'note')).toBe('')
    expect(page).toContain(`href="/test/notices/${original.id}"`)
  })

  test('is a dossier of its own, whose history says of which it is a copy', async () => {
    const original = await town.written({ title: 'Braderie' })
    const answer = await town.visitor.post('/test/notices', { ...plain, copy_of: original.id })
    const copy = await town.authority.as(town.clerk, () =>
      read(notices, idIn(answer.headers.get('location'))),
    )
    expect(copy.id).not.toBe(original.id)
    const told = await historyOf(town.clerk, copy)
    expect(told).toContain(`Copie de <a href="/test/notices/${original.id}">`)
    await hide(original)
    const later = await historyOf(town.clerk, copy)
    expect(later).toContain('Un dossier que vous ne voyez pas')
    expect(later).not.toContain('Braderie')
  })

  test('is made only of what one sees', async () => {
    const secret = await hidden()
    expect((await town.visitor.get(`/test/notices/new?copy_of=${secret.id}`)).status).toBe(404)
    const sent = { ...plain, copy_of: secret.id }
    expect((await town.visitor.post('/test/notices', sent)).status).toBe(404)
  })
})

describe('a form', () => {
  test('marks what says something of a person, and says on what an answer depends', async () => {
    const page = await get('/test/notices/new')
    expect(page).toMatch(/for="f-heard_on"[^>]*>\[heard_on\].*?donnée personnelle/s)
    expect(page).toMatch(/id="f-why-when">Seulement si «\u00A0\[urgent\]\u00A0»\u00A0: Oui\./)
    expect(page).toMatch(/name="why"[^>]*aria-describedby="f-why-when"/)
  })

  test('names at its head what is wrong, with the way to it', async () => {
    const answer = await town.visitor.post('/test/notices', {
      ...{ ...plain, fee: 'x' },
      ...{ 'lines.0.what': 'Pavés', 'lines.0.cost': 'y' },
    })
    expect(answer.text).toMatch(/href="#f-fee"[^>]*>\[fee\]\u00A0: /)
    expect(answer.text).toMatch(/href="#f-lines-0-cost"[^>]*>\[lines\]\u00A0: /)
    expect(errorOf(answer.text, 'fee')).not.toBe('')
  })

  const partOf = (values: object) =>
    town.authority.as(town.clerk, async () =>
      String(
        await FormParts({
          fields: noticeFields,
          values,
          asking: { of: { id: town.known['other'] ?? '' } },
          parts: [
            { title: 'records.title', folded: true, names: ['title', 'copies', 'urgent', 'why'] },
          ],
        }),
      ),
    )

  test('folds a part that lacks nothing, and says in a line what it holds', async () => {
    const part = await partOf({ title: 'Braderie', copies: 12, urgent: false, why: '' })
    expect(part).toContain('<details class="form-part"><summary>')
    expect(part).toContain('<span class="part-line">Braderie · [copies] 12</span>')
    expect(part).not.toContain('>manque')
  })

  test('opens a part that lacks an answer, and names it', async () => {
    const part = await partOf({ title: '', copies: 12, urgent: true, why: '' })
    expect(part).toContain('<details class="form-part" open="">')
    expect(part).toContain('manque\u00A0: [title], [why]')
  })
})

describe('history', () => {
  test('tells of a change what stood there and what does, as the fields show it', async () => {
    const notice = await town.written({ day: '2026-06-25', heard_on: '2026-02-27' })
    const sent = { ...plain, day: '2026-06-26', fee: '12', urgent: ['', 'on'], why: 'La pluie' }
    const secret = { heard_on: '2026-02-28', body: 'Le pont' }
    await town.visitor.post(`/test/notices/${notice.id}`, { ...sent, ...secret, version: '1' })
    const told = await historyOf(town.clerk, await again(notice))
    expect(told).toContain('<p>[day] : 25/06/2026 → 26/06/2026</p>')
    expect(told).toContain(`<p>[fee] : 10${nbsp}€ → 12${nbsp}€</p>`)
    expect(told).toContain('<p>[urgent] : Non → Oui</p>')
    expect(told).toContain('<p>[why] : — → La pluie</p>')
    expect(told).toContain(`<p>«${nbsp}[body]${nbsp}» a changé</p>`)
    expect(told).not.toContain('Le pont')
    // What says something of a person is not kept beside the dossier.
    expect(told).toContain(`<p>«${nbsp}[heard_on]${nbsp}» a changé</p>`)
    expect(told).not.toContain('28/02/2026')
  })

  test('tells nothing of a field that the one who reads may not read', async () => {
    const notice = await town.written()
    await town.visitor.post(`/test/notices/${notice.id}`, { ...plain, fee: '12', version: '1' })
    const { fee: _, ...withheld } = await again(notice)
    const lines = await town.authority.as(town.clerk, () => latestHistory(notice.id))
    const told = await town.authority.as(town.clerk, async () =>
      String(await RecordHistory({ of: withheld, fields: noticeFields, lines })),
    )
    expect(told).not.toContain('fee')
    expect(told).not.toContain(`12${nbsp}€`)
  })
})

const again = (notice: Notice) => town.authority.as(town.clerk, () => read(notices, notice.id))

/** A notice that nobody sees any more. */
const hide = (notice: Notice) =>
  town.authority.as(town.clerk, () => write(notices, notice, { seen_by: '' }, 'edit'))

async function hidden(): Promise<Notice> {
  const notice = await town.written({ title: 'Secret', day: '2026-01-02' })
  await hide(notice)
  return notice
}

test('a field that proposes fifty dossiers of more says how to give another', async () => {
  const sentence = 'Les 50 derniers modifiés sont proposés'
  expect(await get('/test/notices/new')).not.toContain(sentence)
  for (let at = 0; at < 51; at += 1)
    await town.visitor.post('/test/notices', { ...plain, title: `Avis ${at}` })
  const page = await get('/test/notices/new')
  expect(page).toContain(sentence)
  expect(new Set(page.match(/Avis \d+/g)).size).toBe(50)
})
