import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Unavailable } from '#kernel/errors'
import {
  answerLocally,
  certificatesIn,
  makeLocalAuthority,
  useStamps,
  verifyContainer,
} from '#kernel/timestamps'
import { ground } from '#test/harness'
import { mainWords } from '../../deliberations/test/council.ts'
import { ticking } from '../tick.ts'
import { asks, givenTown, local, publicOf, stampBy, stampWell, type Town, written } from './town.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
  stampWell()
})
afterEach(() => useStamps(null))

const bytesOf = async (path: string) => {
  const { host } = town.authority.visitor()
  const { app } = await ground()
  const answer = await app.request(`http://${host}${path}`, { headers: { host } })
  return new Uint8Array(await answer.arrayBuffer())
}

describe('H14: the proof of a publication', () => {
  test('is a container that anybody takes and verifies: text, PDF, record, timestamp', async () => {
    const page = await written(town)
    const address = await publicOf(town, page)
    await town.authority.drain()
    expect(mainWords(await asks(town, address))).toContain('Horodaté le')
    const bytes = await bytesOf(`${address}/proof.asice`)
    const files = unzipSync(bytes)
    expect(Object.keys(files)[0]).toBe('mimetype')
    expect(Buffer.from(files['META-INF/ASiCManifest001.xml'] ?? []).toString()).toContain(
      'URI="META-INF/timestamp.tst"',
    )
    // DER: a SEQUENCE of which the length stands in two bytes.
    expect([...(files['META-INF/timestamp.tst'] ?? [])].slice(0, 2)).toEqual([0x30, 0x82])
    const said = await verifyContainer(bytes, certificatesIn(local.root))
    expect(said.names.map((name) => name.split('.').at(-1))).toEqual(['json', 'html', 'pdf'])
    expect(said.signedBy).toContain('horodatage')
    expect(
      Buffer.from(await bytesOf(`${address}/1/text.pdf`))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  test('is refused where the text is withdrawn or never was public', async () => {
    const page = await written(town)
    const address = await publicOf(town, page)
    await town.authority.drain()
    await town.publisher.visitor.post(`${page}/steps`, { verb: 'unpublish', comment: 'Erreur' })
    expect((await asks(town, `${address}/proof.asice`)).status).toBe(410)
    expect((await asks(town, '/regulations/reglement-2026-abcdefgh/proof.asice')).status).toBe(404)
  })

  test('is said to be awaited, or that there is none', async () => {
    const address = await publicOf(town, await written(town))
    const waiting = await asks(town, `${address}/proof.asice`)
    expect(waiting.status).toBe(404)
    expect(waiting.text).toContain('son horodatage est demandé')
    useStamps(null)
    const bare = await publicOf(town, await written(town))
    expect((await asks(town, `${bare}/proof.asice`)).text).toContain('Publié sans horodatage')
  })

  test('stays with what is archived and put back', async () => {
    const page = await written(town)
    const address = await publicOf(town, page)
    await town.authority.drain()
    const before = await bytesOf(`${address}/proof.asice`)
    for (const verb of ['archive', 'restore'])
      await town.publisher.visitor.post(`${page}/steps`, { verb })
    expect(Buffer.from(await bytesOf(`${address}/proof.asice`)).equals(Buffer.from(before))).toBe(
      true,
    )
  })
})

describe('a timestamp authority that', () => {
  const failing: [string, string, Parameters<typeof stampBy>[0]][] = [
    [
      'is down',
      'n’a pas répondu',
      () => Promise.reject(new Unavailable('outgoing.slow', { host: 'tsa.beauval.be' })),
    ],
    ['answers nonsense', 'ne se lit pas', () => Promise.resolve(Buffer.from('<html>'))],
    [
      'is another one than we trust',
      'certificat de confiance',
      async (body) => answerLocally(body, await makeLocalAuthority()),
    ],
    [
      'has a wrong clock',
      'L’heure du jeton',
      (body) => answerLocally(body, local, new Date('2027-12-24T12:00:00Z')),
    ],
    [
      'had a certificate that expired',
      'certificat de confiance',
      async (body) => answerLocally(body, local, new Date('2046-01-01T00:00:00Z')),
    ],
  ]

  test.for(failing)(
    '%s stops no publication: the stamp is awaited, said and asked for again',
    async ([, why, answer]) => {
      stampBy(answer)
      const page = await written(town)
      const address = await publicOf(town, page)
      await town.authority.drain()
      expect(mainWords(await asks(town, address))).toContain('n’est pas encore arrivé')
      const shown = mainWords(await town.publisher.visitor.get(page))
      expect(shown).toContain('1 essai.')
      expect(shown).toContain(why)
      stampWell()
      await town.publisher.visitor.post(`${page}/stamping`, {})
      await town.authority.drain()
      expect(mainWords(await asks(town, address))).toContain('Horodaté le')
    },
  )

  test('gives the answer to another question is not believed', async () => {
    const first: Uint8Array[] = []
    stampBy(async (body) => {
      first[0] ??= await answerLocally(body, local)
      return first[0]
    })
    const pages = [await written(town), await written(town)]
    for (const page of pages) {
      await publicOf(town, page)
      await town.authority.drain()
    }
    expect(mainWords(await town.publisher.visitor.get(pages[1] ?? ''))).toContain(
      'parle d’autre chose',
    )
  })
})

test('what was killed between publication and stamp is stamped once somebody is there again', async () => {
  const page = await written(town)
  const address = await publicOf(town, page)
  const [, since] =
    /Version.*?Publi[^<]*<\/dt><dd>(.*?)<\/dd>/s.exec((await asks(town, address)).text) ?? []
  useStamps(null)
  await town.authority.drain()
  expect(mainWords(await asks(town, address))).toContain('n’est pas encore arrivé')
  stampWell()
  await town.authority.asSystem(() => ticking.task.run({}))
  await town.publisher.visitor.post(`${page}/stamping`, {})
  await town.authority.drain()
  const { text } = await asks(town, address)
  expect(text).toContain('Horodaté le')
  if (since) expect(text).toContain(since)
})
