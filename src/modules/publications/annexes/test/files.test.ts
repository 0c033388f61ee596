import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { addAnnexes } from '#commons/annexes'
import { givenMeeting, givenTown, type Town } from '../../../deliberations/test/council.ts'
import { prepareFile } from '../preparing.ts'
import {
  allOf,
  choose,
  chosen,
  fetched,
  file,
  judge,
  openBytes,
  openFiles,
  ownHash,
  page,
  publicPoint,
  publish,
  readIn,
  told,
  toldOfAll,
} from './given.ts'
import { drawing, encrypted, linesOf, pdfOf, revised } from './pdfs.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

const plain = pdfOf({ pages: [linesOf('Le budget est de 500 euros.')] })
const named = pdfOf({
  pages: [
    linesOf('Vu la demande de Monsieur Jean Dupont ;', 'Le budget est de 500 euros.'),
    linesOf('Monsieur Dupont sera averti.'),
  ],
})

describe('a file of a point', () => {
  test('leaves with it once it was read, as bytes of its own, once, where two publish at once', async () => {
    const given = await chosen(town, [file(plain)])
    expect((await told(town, given)).state).toBe('ready')
    await Promise.all([publish(town, given), publish(town, given)])
    expect((await fetched(town, `${await publicPoint(town, given)}/2`)).status).toBe(404)
    const [preview = '', path = ''] = await openFiles(town, given)
    const answer = await fetched(town, path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="Note.pdf"/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect((await readIn(bytes)).words).toContain('Le budget est de 500 euros.')
    expect(allOf(bytes)).toContain('<pdfuaid:part>1<')
    expect((await fetched(town, preview)).headers.get('content-type')).toBe('image/jpeg')

    const part = await fetched(town, path, { range: 'bytes=0-4' })
    expect([part.status, await part.text()]).toEqual([206, '%PDF-'])
    expect(part.headers.get('content-range')).toBe(`bytes 0-4/${bytes.length}`)
    expect((await fetched(town, path, { range: 'bytes=9999999-' })).status).toBe(416)
    const tag = answer.headers.get('etag') ?? ''
    expect((await fetched(town, path, { 'if-none-match': tag })).status).toBe(304)
  })

  test('that was not chosen, or is of a point that is not public, is nobody’s', async () => {
    const given = await chosen(town, [file(plain)])
    const { hash } = await told(town, given)
    expect((await fetched(town, `/decisions/files/${hash}/Note.pdf`)).status).toBe(404)
    await choose(town, given, [])
    await publish(town, given)
    expect((await fetched(town, `/decisions/files/${hash}/Note.pdf`)).status).toBe(404)
    const own = await ownHash(town, given)
    expect((await fetched(town, `/decisions/files/${own}/Note.pdf`)).status).toBe(404)
  })

  test('is gone at once with its point, and another one’s copy of it stays', async () => {
    const [one, other] = [await chosen(town, [file(plain)]), await chosen(town, [file(plain)])]
    await publish(town, one)
    const [, path = ''] = await openFiles(town, one)
    await publish(town, other)
    await choose(town, one, one.annexes, 'Négociation en cours')
    expect((await fetched(town, path)).status).toBe(200)
    await choose(town, other, other.annexes, 'Négociation en cours')
    expect((await fetched(town, path)).status).toBe(404)
  })

  test('of a closed session is nobody’s', async () => {
    const given = await chosen(town, [file(plain)], { privacy: 'secret' })
    const { hash } = await told(town, given)
    expect((await publish(town, given)).status).toBe(409)
    expect((await fetched(town, `/decisions/files/${hash}/Note.pdf`)).status).toBe(404)
  })

  test('that was being prepared when the process was killed is prepared by the next one', async () => {
    const { meeting, points } = await givenMeeting(town, { until: 'frozen' })
    const [point] = points
    const [annex] = await town.authority.asSystem(() =>
      addAnnexes(point ? [{ dossier: point, ...file(plain) }] : []),
    )
    const given = { meeting, item: point?.id ?? '', annexes: annex ? [annex.id] : [] }
    await choose(town, given, given.annexes)
    const killed = town.authority.asSystem(async () => {
      await prepareFile.run({ annex: annex?.id })
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    expect((await told(town, given)).state).toBe('reading')
    expect((await publish(town, given)).status).toBe(409)
    await town.authority.drain()
    expect((await told(town, given)).state).toBe('ready')
  })
})

describe('whoever is named in a file', () => {
  test('is asked about before it leaves: until then its point stays', async () => {
    const given = await chosen(town, [file(named)])
    const { state, found } = await told(town, given)
    expect(state).toBe('asks')
    expect(found.map(({ words, page: at }) => [words, at])).toEqual([
      ['Jean Dupont', 1],
      ['Dupont', 2],
    ])
    const { text } = await town.secretariat.visitor.get(page(given.meeting))
    expect(text).toContain('Un fichier choisi n’est pas prêt')
    expect((await publish(town, given)).status).toBe(409)
  })

  test('is absent from the file once masked: from its bytes, its streams and its words', async () => {
    const given = await chosen(town, [file(named)])
    await judge(town, given, { masked: [0, 1], words: '500 euros' })
    await publish(town, given)
    const bytes = await openBytes(town, given)
    expect(allOf(bytes)).not.toMatch(/dupont/i)
    const { words } = await readIn(bytes)
    expect(words).toContain('Vu la demande de Monsieur')
    expect(words).not.toMatch(/dupont|500/i)
  })

  test('stays in it where somebody said so, and is masked later: the file is another one', async () => {
    const given = await chosen(town, [file(named)])
    await judge(town, given, { masked: [] })
    await publish(town, given)
    expect((await readIn(await openBytes(town, given))).words).toContain('Jean Dupont')
    const before = await openFiles(town, given)
    await judge(town, given, { masked: [0, 1] })
    await publish(town, given)
    expect((await readIn(await openBytes(town, given))).words).not.toContain('Dupont')
    for (const path of before) expect((await fetched(town, path)).status, path).toBe(404)
  })

  test('by its title alone is asked about too', async () => {
    const given = await chosen(town, [file(plain, 'Plainte de Monsieur Jean Dupont.pdf')])
    expect((await told(town, given)).found).toMatchObject([{ page: 0 }])
    await judge(town, given, { title: 'Plainte' })
    await publish(town, given)
    const [, path = ''] = await openFiles(town, given)
    expect(path).toMatch(/\/Plainte\.pdf$/)
    expect(allOf(await openBytes(town, given))).not.toMatch(/dupont/i)
  })
})

describe('what a file hides', () => {
  const metadata = '<x:xmpmeta><dc:creator>Jean Dupont</dc:creator></x:xmpmeta>'

  test('in its metadata, notes, attachments and scripts is gone', async () => {
    const given = await chosen(town, [
      file(
        pdfOf({
          pages: [linesOf('Le budget est de 500 euros.')],
          page: '/Annots[102 0 R]',
          catalogue:
            '/Metadata 101 0 R/OpenAction<</S/JavaScript/JS(app.alert("Dupont"))>>/Names<</EmbeddedFiles<</Names[(dupont.txt) 103 0 R]>>>>',
          objects: [
            '<</Author(Jean Dupont)>>',
            `<</Type/Metadata/Subtype/XML/Length ${metadata.length}>> stream\n${metadata}\nendstream`,
            '<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/T(Jean Dupont)/Contents(Voir Dupont)>>',
            '<</Type/Filespec/F(dupont.txt)>>',
          ],
          trailer: '/Info 100 0 R',
        }),
      ),
    ])
    await publish(town, given)
    const all = allOf(await openBytes(town, given))
    expect(all).not.toMatch(/dupont|javascript/i)
  })

  test('in an earlier state of it is gone', async () => {
    const before = pdfOf({ pages: [linesOf('Note de Monsieur Jean Dupont')] })
    const given = await chosen(town, [file(revised(before, linesOf('Note du service')))])
    expect((await told(town, given)).state).toBe('ready')
    await publish(town, given)
    const bytes = await openBytes(town, given)
    expect(allOf(bytes)).not.toMatch(/dupont/i)
    expect((await readIn(bytes)).words).toContain('Note du service')
  })

  test('in a layer, below a box or in the colour of the paper is gone, and that is said', async () => {
    const given = await chosen(town, [
      file(
        pdfOf({
          pages: [
            `/OC /L1 BDC BT /F1 12 Tf 72 600 Td (Jean Dupont) Tj ET EMC
${linesOf('Le budget est de 500 euros.')}
BT /F1 12 Tf 72 500 Td (Marie Lambert) Tj ET 0 g 60 490 200 30 re f
1 g BT /F1 12 Tf 72 400 Td (Luc Martin) Tj ET`,
          ],
          catalogue: '/OCProperties<</OCGs[100 0 R]/D<</OFF[100 0 R]/Order[100 0 R]>>>>',
          objects: ['<</Type/OCG/Name(Noms)>>'],
        }),
      ),
    ])
    expect(await told(town, given)).toMatchObject({ state: 'ready', unseen: 6, found: [] })
    const { text } = await town.secretariat.visitor.get(page(given.meeting))
    expect(text).toContain('6 mots cachés ont été écartés')
    await publish(town, given)
    const bytes = await openBytes(town, given)
    expect(allOf(bytes)).not.toMatch(/dupont|lambert|martin|noms/i)
    expect((await readIn(bytes)).words).toContain('Le budget est de 500 euros.')
  })

  test('in what a camera wrote besides a picture is gone', async () => {
    const picture = await sharp({
      create: { width: 60, height: 40, channels: 3, background: '#36c' },
    })
      .withExif({ IFD0: { Artist: 'Jean Dupont' } })
      .jpeg()
      .toBuffer()
    const given = await chosen(town, [file(picture, 'Photo.jpg')])
    expect((await told(town, given)).state).toBe('asks')
    expect((await judge(town, given, {})).status).toBe(422)
    await judge(town, given, { looked: true })
    await publish(town, given)
    const bytes = await openBytes(town, given)
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Dupont')
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  })
})

describe('a file that cannot be read', () => {
  test('because it is encrypted does not leave, and what to do is said', async () => {
    const given = await chosen(town, [file(encrypted)])
    expect(await told(town, given)).toMatchObject({ state: 'refused', refusal: 'encrypted' })
    const { text } = await town.secretariat.visitor.get(page(given.meeting))
    expect(text).toContain('Ce PDF est chiffré ou protégé')
    expect((await publish(town, given)).status).toBe(409)
    await choose(town, given, [])
    await publish(town, given)
    expect(await publicPoint(town, given)).not.toBe('')
  })

  test('because it is damaged, too long or of another kind does not leave', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    const given = await chosen(town, [
      file(bytes('%PDF-1.7 rien')),
      file(bytes('a;b'), 'Liste.csv'),
      file(pdfOf({ pages: Array.from({ length: 201 }, () => drawing) })),
    ])
    const refusals = (await toldOfAll(town, given)).map(({ refusal }) => refusal)
    expect(refusals).toEqual(['damaged', 'kind', 'pages'])
  })

  test('on a page leaves once somebody looked at that page', async () => {
    const given = await chosen(town, [file(pdfOf({ pages: [linesOf('Le budget'), drawing] }))])
    expect(await told(town, given)).toMatchObject({ state: 'asks', unread: [2] })
    const { text } = await town.secretariat.visitor.get(page(given.meeting))
    expect(text).toContain('Tout n’a pas pu être lu à la page 2')
    expect((await judge(town, given, {})).status).toBe(422)
    await judge(town, given, { looked: true })
    await publish(town, given)
    expect(await openFiles(town, given)).toHaveLength(2)
  })
})

test('an agent reads nothing of what was found in a file, and decides nothing of it', async () => {
  const given = await chosen(town, [file(named)])
  const path = `${page(given.meeting)}/files`
  expect((await town.agent.visitor.api('GET', path)).status).toBe(403)
  expect((await town.agent.visitor.get(page(given.meeting))).text).not.toContain('Dupont')
  const said = await town.agent.visitor.api('POST', `${path}/${given.annexes[0]}`, { masked: [] })
  expect(said.status).toBe(403)
})
