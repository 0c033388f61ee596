import { beforeEach, describe, expect, test } from 'vitest'
import { decideOne } from '#commons/settings'
import { givenTown, mainWords, type Town } from '../../../deliberations/test/council.ts'
import { deskOf, hiring, road } from './given.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})
const desk = deskOf(() => town)
const { asks, closed, everything, found, judge, maskAll, page, project, publish, reword, rule } =
  desk

describe('before a point is published', () => {
  test('names, dates of birth and national numbers in its title and texts are found', async () => {
    const { meeting, point } = await closed()
    const { found: words, stays } = await found(meeting, point)
    expect(stays).toBe('unreviewed')
    const kinds = new Map(words.map((one) => [one.kind, one]))
    expect(kinds.get('person')?.words).toContain('Josiane Thirifays')
    expect(kinds.get('national_number')?.words).toBe('81.03.12-004.02')
    expect(kinds.get('birth_date')?.words).toContain('12/03/1981')
  })

  test('whoever sits in its organ is not proposed', async () => {
    const { meeting, point } = await closed([
      { title: 'Désignation', decision: 'De désigner M. Luc Hautval, conseiller communal' },
    ])
    expect((await found(meeting, point)).found).toEqual([])
    expect((await publish(meeting)).status).toBe(303)
  })

  test('whoever is of its directory is found by their whole name, however it stands', async () => {
    await town.authority.person({ roles: ['agent'], firstName: 'Or', lastName: 'Le Bleu' })
    const { meeting, point } = await closed([{ ...road, decision: 'Le Bleu Or, pour mémoire' }])
    expect((await found(meeting, point)).found.map(({ words }) => words)).toContain('Le Bleu Or')
  })

  test('what was found is judged, by whatever door it is published', async () => {
    const { meeting, point } = await closed()
    expect((await publish(meeting)).status).toBe(409)
    expect((await town.secretariat.visitor.api('POST', page(meeting))).status).toBe(409)
    expect(mainWords(await town.secretariat.visitor.get(page(meeting)))).toContain(
      'Des mots disent peut-être qui est quelqu’un',
    )
    await maskAll(meeting, point)
    expect((await publish(meeting)).status).toBe(303)
  })

  test('an organ may publish what nobody judged; what is masked is masked all the same', async () => {
    await rule({ judged: '' })
    const { meeting, point } = await closed()
    await judge(meeting, point, { words: '81.03.12-004.02', verdict: 'masked' })
    await publish(meeting)
    const read = await everything(meeting)
    expect(read).toContain('Josiane Thirifays')
    expect(read).not.toContain('004.02')
  })
})

describe('what is masked', () => {
  test('is in no copy, no title, no search and no answer of a program', async () => {
    const { meeting, point } = await closed([hiring, road])
    await maskAll(meeting, point)
    await publish(meeting)
    const read = await everything(meeting)
    expect(read).toContain('Engagement de')
    expect(read).toContain('[masqué]')
    expect(read).toContain('D’approuver le marché')
    for (const gone of ['Josiane', 'Thirifays', '1981', '004.02'])
      expect(read, gone).not.toContain(gone)
    expect(mainWords(await asks('/decisions?q=Thirifays'))).toContain('Aucun point.')
    const api = await town.secretariat.visitor.api('GET', page(meeting))
    expect(JSON.stringify(api.json())).not.toContain('Josiane')
  })

  test('is masked across words that are bold, and where a line breaks it', async () => {
    const { meeting, point } = await closed([
      { ...road, motivation: '<p>Vu le courrier de <em>M. Désiré</em><br>Wauthelet</p>' },
    ])
    await judge(meeting, point, { words: 'Désiré Wauthelet', verdict: 'masked' })
    await maskAll(meeting, point)
    await publish(meeting)
    const read = await everything(meeting)
    expect(read).not.toContain('Désiré')
    expect(read).not.toContain('Wauthelet')
    expect(read).toContain('Vu le courrier de')
  })

  test('takes the mailbox to which a link leads along', async () => {
    const { meeting, point } = await closed([
      { ...road, decision: '<p>Écrire <a href="mailto:desire.w@example.be">ici</a></p>' },
    ])
    await maskAll(meeting, point)
    await publish(meeting)
    expect(await everything(meeting)).not.toContain('desire.w')
  })

  test('takes an address along whose path says who somebody is, and shows where links lead', async () => {
    const link = 'https://www.example.be/dossiers/jean-servranckx.pdf'
    const { meeting, point } = await closed([
      { ...road, decision: `<p>Voir <a href="${link}">la pièce</a></p>` },
    ])
    const { text } = await town.secretariat.visitor.get(desk.reviewOf(meeting, point))
    expect(text).toContain(link.slice(0, 30))
    const { found: some } = await found(meeting, point)
    expect(some.map(({ words }) => words).join()).toContain('servranckx')
    await maskAll(meeting, point)
    await publish(meeting)
    expect(await everything(meeting)).not.toContain('servranckx')
  })

  test('leads to where the authority explains it, on the pages of points alone (H08)', async () => {
    const link = 'https://www.example.be/vie-privee'
    const admin = await town.authority.person({ roles: ['agent', 'administrator'] })
    await town.authority.as(admin, () => decideOne('publications.masked_link', link))
    const { meeting, point } = await closed()
    await maskAll(meeting, point)
    await publish(meeting)
    const { text } = await town.secretariat.visitor.get(page(meeting))
    const [, agenda = ''] = /href="(\/decisions\/meetings\/[^"]+)"/.exec(text) ?? []
    const list = await asks(agenda)
    const [, path = ''] = /href="(\/decisions\/[a-z]+-[^"/]+)"/.exec(list.text) ?? []
    expect((await asks(path)).text).toContain(`href="${link}">masqué`)
    expect(list.text).not.toContain(link)
  })

  test('after it was public is gone from older copies too, once it is published again', async () => {
    await rule({ judged: '' })
    const { meeting, point } = await closed()
    await publish(meeting)
    expect(await everything(meeting)).toContain('Josiane')
    await maskAll(meeting, point)
    await publish(meeting)
    expect(await everything(meeting)).not.toContain('Josiane')
  })

  test('by hand is masked wherever these very words stand, in all points of the meeting where one says so', async () => {
    const { meeting, point } = await closed([
      { title: 'Octroi au boulanger', decision: 'Au boulanger, et aux boulangers' },
      { title: 'Refus au boulanger', decision: 'De refuser' },
    ])
    const nowhere = await judge(meeting, point, { words: 'Au Boulanger', verdict: 'masked' })
    expect(nowhere.status).toBe(422)
    await judge(meeting, point, { words: 'boulanger', verdict: 'masked', everywhere: true })
    await publish(meeting)
    const read = await everything(meeting)
    expect(read).toContain('Octroi au [masqué]')
    expect(read).toContain('Refus au [masqué]')
    expect(read).toContain('aux boulangers')
  })
})

describe('a judgement', () => {
  test('keeps words as they are, and stands when the text is read again', async () => {
    const { meeting, point } = await project(hiring)
    await judge(meeting, point, { kind: 'person', verdict: 'kept' })
    await maskAll(meeting, point)
    const before = await found(meeting, point)
    expect(before.stays).toBe(null)
    const put = await reword(
      point,
      '<p>Vu la demande de Josiane Thirifays et de M. Désiré Wauthelet</p>',
    )
    expect(put.status, JSON.stringify(put.json())).toBe(200)
    const after = await found(meeting, point)
    expect(after.stays).toBe('unreviewed')
    const undecided = after.found.filter(({ verdict }) => verdict === null)
    expect(undecided.map(({ words }) => words)).toEqual(['Désiré Wauthelet'])
  })

  test('in two tabs that differ is refused in the second, and said', async () => {
    const { meeting, point } = await closed()
    const words = '81.03.12-004.02'
    await judge(meeting, point, { words, verdict: 'masked', was: '' })
    const second = await judge(meeting, point, { words, verdict: 'kept', was: '' }, town.dg)
    expect(second.status).toBe(409)
    const again = await judge(meeting, point, { words, verdict: 'masked', was: '' }, town.dg)
    expect(again.status).toBe(200)
  })

  test('is made by those who publish alone', async () => {
    const { meeting, point } = await closed()
    const asked = await judge(meeting, point, { words: 'Josiane', verdict: 'masked' }, town.agent)
    expect(asked.status).toBe(403)
  })
})
