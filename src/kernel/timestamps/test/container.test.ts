import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import type { Ask } from '#kernel/outgoing'
import {
  answerLocally,
  certificatesIn,
  container,
  makeLocalAuthority,
  manifestOf,
  stamp,
  verifyContainer,
} from '#kernel/timestamps'

const own = await makeLocalAuthority()
const trusted = certificatesIn(own.root)
const ask: Ask = async (_url, { body } = {}) =>
  new Response(Uint8Array.from(await answerLocally(body as Uint8Array, own)))

const files = [
  { name: 'règlement.pdf', type: 'application/pdf', bytes: strToU8('%PDF-1.7 …') },
  { name: 'acte.json', type: 'application/json', bytes: strToU8('{"titre":"Règlement"}') },
]

async function packed(): Promise<Uint8Array> {
  const manifest = manifestOf(files)
  const { token } = await stamp(manifest, { url: 'https://tsa.example', trusted }, ask)
  return container(files, manifest, token)
}

/** The same with one of its files changed, or taken away. */
function tampered(bytes: Uint8Array, name: string, fresh: Uint8Array | undefined): Uint8Array {
  const { [name]: _, ...rest } = unzipSync(bytes)
  return zipSync(fresh ? { ...rest, [name]: fresh } : rest)
}

test('a container says its kind first and proves when its files were so (H14)', async () => {
  const bytes = await packed()
  // A ZIP whose first file is stored as it is: name and content stand at their fixed places.
  expect(Buffer.from(bytes.slice(30, 69)).toString()).toBe(
    'mimetypeapplication/vnd.etsi.asic-e+zip',
  )
  expect(Object.keys(unzipSync(bytes))).toEqual([
    ...['mimetype', 'règlement.pdf', 'acte.json'],
    ...['META-INF/ASiCManifest001.xml', 'META-INF/timestamp.tst'],
  ])
  const said = await verifyContainer(bytes, trusted)
  expect(said.names).toEqual(['règlement.pdf', 'acte.json'])
})

test('a container that is made again on another day is the same', async () => {
  const manifest = manifestOf(files)
  const { token } = await stamp(manifest, { url: 'https://tsa.example', trusted }, ask)
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] })
  try {
    const first = container(files, manifest, token)
    vi.setSystemTime(Date.now() + 86_400_000)
    expect(Buffer.compare(container(files, manifest, token), first)).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

test.for<[string, Uint8Array | undefined]>([
  ['acte.json', strToU8('{"titre":"Autre"}')],
  ['acte.json', undefined],
  ['ajout.pdf', strToU8('de plus')],
  ['META-INF/ASiCManifest001.xml', strToU8('<a/>')],
  ['META-INF/timestamp.tst', undefined],
  ['mimetype', strToU8('application/zip')],
])('a container in which %s is another proves nothing', async ([name, fresh]) => {
  await expect(verifyContainer(tampered(await packed(), name, fresh), trusted)).rejects.toThrow(
    'proves nothing',
  )
})

test('what is no container, and what is too large, is told so', async () => {
  await expect(verifyContainer(strToU8('%PDF'), trusted)).rejects.toMatchObject({
    flaw: 'unreadable',
  })
  await expect(verifyContainer(await packed(), trusted, 100)).rejects.toMatchObject({
    flaw: 'unreadable',
  })
})

test('a name that leads elsewhere, or stands twice, is no name of a file', () => {
  const file = { type: 'text/plain', bytes: strToU8('a') }
  for (const names of [['../a'], ['META-INF/a'], ['mimetype'], ['a', 'a'], ['']])
    expect(() => manifestOf(names.map((name) => ({ ...file, name })))).toThrow('plain name')
})
