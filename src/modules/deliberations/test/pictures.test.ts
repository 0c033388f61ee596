import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { sweepFiles } from '#kernel/files'
import { forgetUploads } from '#kernel/pictures'
import { givenTown, type Town, written } from './council.ts'

let town: Town
let src: string
beforeAll(async () => {
  town = await givenTown()
  src = await brought(town.agent)
})

/** A dot, as PNG, of some colour. */
const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

async function brought(who: Town['agent']): Promise<string> {
  const answer = await who.visitor.api('POST', '/texts/pictures', { data: dot })
  expect(answer.status).toBe(201)
  return answer.json<{ src: string }>().src
}

const write = (who: Town['agent'], motivation: string) =>
  who.visitor.api('POST', '/deliberations/items', { ...written(town), motivation })
const wrongIn = (answer: Awaited<ReturnType<typeof write>>) =>
  answer.json<{ errors: { motivation: string[] } }>().errors.motivation[0]

describe('a picture in a text of a point (T2)', () => {
  test('is seen by whoever brought it, then by all who see the point, and by nobody else', async () => {
    const seenBy = async (who: Town['agent']) => (await who.visitor.get(src)).status
    expect([await seenBy(town.agent), await seenBy(town.head)]).toEqual([200, 404])
    const point = await write(town.agent, `<p>Vu</p><img src="${src}" alt="Le plan de la rue">`)
    expect(point.status).toBe(201)
    expect([await seenBy(town.head), await seenBy(town.councillor)]).toEqual([200, 404])
    const shown = await town.head.visitor.get(src)
    expect(shown.headers.get('content-type')).toBe('image/png')
    const { id } = point.json<{ id: string }>()
    const page = await town.head.visitor.get(`/deliberations/items/${id}`)
    expect(page.text).toContain(`<img src="${src}" alt="Le plan de la rue">`)
    const found = await town.head.visitor.get('/search?q=plan+rue')
    expect(found.text).toContain(`/deliberations/items/${id}`)
  })

  test('has words or is decorative, and is of those who write it: else it is said at the field', async () => {
    expect(wrongIn(await write(town.agent, `<p>Vu</p><img src="${src}">`))).toContain(
      'L’image 1 du texte n’a pas de texte alternatif',
    )
    expect((await write(town.agent, `<img src="${src}" alt="">`)).status).toBe(201)
    const other = src.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    expect(wrongIn(await write(town.agent, `<img src="${other}" alt="x">`))).toContain(
      'n’est pas à votre disposition',
    )
  })

  test('comes in the text itself, and one of elsewhere is never fetched, but told', async () => {
    const inside = `<p>Vu<img src="data:image/png;base64,${dot}"><img src="https://a.example/x.png"></p>`
    const pasted = await town.agent.visitor.api('POST', '/texts/pasted', { html: inside })
    const { html, left } = pasted.json<{ html: string; left: string }>()
    expect(html).toBe(`<p>Vu</p><img src="${src}">`)
    expect(left).toContain('1 image d’un autre site')
    expect(wrongIn(await write(town.agent, inside))).toContain('1 image d’un autre site')
    const own = `<p>Vu<img src="data:image/png;base64,${dot}" alt="Un point"></p>`
    const direct = await write(town.agent, own)
    expect(direct.json<{ motivation: string }>().motivation).toContain(`<img src="${src}" alt="Un`)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')
    const drawn = await write(
      town.agent,
      `<img src="data:image/svg+xml;base64,${svg}" alt="Un dessin">`,
    )
    expect(wrongIn(drawn)).toContain('Un dessin SVG peut contenir du code')
  })

  test('is added by the form where no script runs: what was typed comes back with it', async () => {
    const page = '/deliberations/items/new'
    const { text } = await town.agent.visitor.get(page)
    const form_of = /name="form_of" value="([^"]+)"/.exec(text)?.[1] ?? ''
    const sent = {
      ...{ form_of, form_edition: '', title: 'Achat de sel', motivation: 'Vu le gel' },
      form_picture: [new File([Buffer.from(dot, 'base64')], 'plan.png')],
      form_picture_of: 'motivation',
      'form_picture_alt.motivation': 'Le dépôt',
    }
    const added = await town.agent.visitor.post('/drafts/picture', sent, page)
    expect(added.status).toBe(303)
    const again = await town.agent.visitor.get(page)
    expect(again.text).toContain('Achat de sel')
    expect(again.text).toContain('alt=&quot;Le dépôt&quot;')
    const wordless = { ...sent, form_edition: '', 'form_picture_alt.motivation': '' }
    expect((await town.agent.visitor.post('/drafts/picture', wordless, page)).status).toBe(422)
  })

  test('is cleared away where no text came for it, and stays where one shows it', async () => {
    const later = Temporal.Now.instant().add({ hours: 24 * 90 })
    await town.authority.asSystem(async () => {
      await db()
        .updateTable('kernel.picture_upload')
        .set({ at: later.subtract('PT3000H') })
        .execute()
      await forgetUploads()
      await sweepFiles(later)
    })
    expect((await town.agent.visitor.get(src)).status).toBe(200)
  })
})
