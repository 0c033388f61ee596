import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { closeOutgoing } from '#test/harness'
import { annexThere, givenPulling, itemThere, type Pulling } from './there.ts'

let pulling: Pulling
beforeEach(async () => {
  pulling = await givenPulling()
  return () => pulling.there.stop()
})
afterAll(closeOutgoing)

const counts = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/<dt>(Ajoutés|Modifiés|Disparus|Inchangés)<\/dt><dd>(\d+)<\/dd>/g)].map(
      ([, name, count]) => [name, Number(count)],
    ),
  )

const received = () =>
  pulling.town.authority.asSystem(async () => {
    const { rows } = await sql<{
      external_id: string
      title: string
      subject: string
      in_charge: string[]
      decision: string
      files: number
      gone: boolean
    }>`
      select p.external_id, d.title, p.subject, p.in_charge, p.decision, p.gone_at is not null as gone,
        (select count(*)::int from incoming.annex a where a.point_id = p.id) as files
      from incoming.point p join commons.dossier d using (tenant_id, id)
      order by p.position`.execute(db())
    return rows
  })

describe('a meeting that is fetched by hand', () => {
  test('H01: four chosen points are created, then all others; from scratch all 28', async () => {
    const { fetch } = pulling
    const four = ['i1', 'i2', 'i7', 'i28']
    expect(counts(await fetch({ points: four }))).toMatchObject({ Ajoutés: 4, Modifiés: 0 })
    expect((await received()).map(({ external_id }) => external_id)).toEqual(four)
    const rest = await fetch({ all: 'on' })
    expect(counts(rest)).toEqual({ Ajoutés: 24, Modifiés: 0, Disparus: 0, Inchangés: 4 })
    const points = await received()
    expect(points).toHaveLength(28)
    expect(points[6]).toMatchObject({ title: 'Point 7', files: 1 })
    expect(points[0]?.decision).toContain('D’approuver le point 1')
    const again = await fetch({ all: 'on' })
    expect(counts(again)).toEqual({ Ajoutés: 0, Modifiés: 0, Disparus: 0, Inchangés: 28 })
  })

  test('H01: all 28 are created from scratch, none is modified or gone', async () => {
    const page = await pulling.fetch({ all: 'on' })
    expect(counts(page)).toEqual({ Ajoutés: 28, Modifiés: 0, Disparus: 0, Inchangés: 0 })
  })

  test('H04: who bears a point keeps the order of there; another field and force file it anew', async () => {
    const { fetch, keep } = pulling
    await fetch({ points: ['i1'] })
    expect(await received()).toMatchObject([{ subject: 'finances', in_charge: ['g2', 'g9', 'g1'] }])
    await keep({ category_field: 'classifier', password: '' })
    expect(counts(await fetch({ points: ['i1'], force: 'on' }))).toMatchObject({ Modifiés: 1 })
    expect(await received()).toMatchObject([{ subject: 'voirie' }])
  })

  test('H05: one annex that nobody made publishable ends it, and is named', async () => {
    const { there, fetch } = pulling
    there.items[8].extra_include_annexes.push(
      annexThere(`${there.origin}/items/i9`, 'x', { title: 'Curriculum', publishable: false }),
    )
    const page = await fetch({ all: 'on' })
    expect(page).toContain('l’annexe «\u00A0Curriculum\u00A0» du point «\u00A0Point 9\u00A0»')
    expect(await received()).toEqual([])
  })

  test('a point of a closed session in the answer ends it, and is named', async () => {
    const { there, fetch, preview } = pulling
    there.leaks = true
    expect(await preview()).toContain('«\u00A0Point 29\u00A0», qui n’est pas public')
    expect(await fetch({ all: 'on' })).toContain('Rien de cette séance n’a été repris')
    expect(await received()).toEqual([])
  })

  test.each([
    ['an error there', { status: 500 }, 'est en panne ou surchargé (code 500)'],
    ['another password', { status: 401 }, 'refuse ce compte (code 401)'],
    ['nothing there', { status: 404 }, 'n’a rien à cette adresse'],
    ['another answer than 200', { status: 204 }, 'a répondu par le code 204'],
    [
      'a redirect, which is not followed',
      { status: 302, location: 'http://169.254.169.254/' },
      'a répondu par le code 302',
    ],
    ['a page instead of JSON', { status: 200, text: '<html>' }, 'n’est pas celle d’iA.Délib'],
    ['another shape', { status: 200, text: '{"items":{}}' }, 'n’a pas la forme attendue'],
  ])('H06: %s is said in a clear sentence', async (_, answer, sentence) => {
    const { there, fetch, preview } = pulling
    there.instead = () => answer
    expect(await preview()).toContain(sentence)
    expect(await fetch({ all: 'on' })).toContain(sentence)
    expect(await received()).toEqual([])
  })

  test.each([
    ['are cut short', 29, 'annonce 29 points et n’en donne pas autant'],
    ['are more than may be', 501, 'et 500 au plus sont repris à la fois'],
  ])('nothing is taken where points %s', async (_, announced, sentence) => {
    const { there, fetch } = pulling
    there.announces = announced
    expect(await fetch({ all: 'on' })).toContain(sentence)
    expect(await received()).toEqual([])
  })

  test('a file at another server is not asked for, and the password stays', async () => {
    const { there, fetch } = pulling
    there.items[6].extra_include_annexes[0].file.download = 'https://elsewhere.be/file'
    expect(await fetch({ all: 'on' })).toContain('est à une autre adresse que le site')
    expect(await received()).toEqual([])
  })

  test('H07: before it, what is added, modified, unchanged or gone is listed, with the annexes', async () => {
    const { there, fetch, preview } = pulling
    const before = await preview()
    expect(before).toContain('28 ajoutés, aucun modifié, aucun inchangé, aucun disparu')
    expect(before).toContain('1 ajoutée')
    await fetch({ all: 'on' })
    const [first, , third] = there.items
    Object.assign(first, { title: 'Point 1 bis', modified: '2026-06-17T08:00:00+00:00' })
    there.items.splice(there.items.indexOf(third), 1)
    there.items.splice(27, 0, itemThere(there, 30))
    const [annex] = there.items[5].extra_include_annexes
    annex.modified = '2026-06-17T08:00:00+00:00'
    there.files.set(new URL(annex.file.download).pathname, Buffer.from('a;b\n3;4\n'))
    const after = await preview()
    expect(after).toContain('1 ajouté, 2 modifiés, 25 inchangés, 1 disparu')
    expect(after).toContain('1 modifiée')
    expect(await received()).toHaveLength(28)
    const page = await fetch({ all: 'on' })
    expect(counts(page)).toEqual({ Ajoutés: 1, Modifiés: 2, Disparus: 1, Inchangés: 25 })
    const points = await received()
    expect(points.find(({ external_id }) => external_id === 'i3')).toMatchObject({ gone: true })
  })

  test('no file is fetched before, nor again where nothing changed', async () => {
    const { there, fetch, preview } = pulling
    const files = () => there.asked.filter(({ pathname }) => pathname.includes('@@download')).length
    await preview()
    expect(files()).toBe(0)
    await fetch({ all: 'on' })
    expect(files()).toBe(4)
    await fetch({ all: 'on', force: 'on' })
    expect(files()).toBe(4)
  })
})
