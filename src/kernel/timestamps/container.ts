import { createHash } from 'node:crypto'
import { unzipSync, type Zippable, zipSync } from 'fflate'
import { readXml, writeXml } from '#kernel/xml'
import type { Certificate } from 'pkijs'
import { FlawedTimestamp, type Timestamp, verifyTimestamp } from './token.ts'

/** A file of a container, under its name. */
export interface Proven {
  name: string
  type: string
  bytes: Uint8Array
}

/** What a reader of archives sees first. */
const mimeType = 'application/vnd.etsi.asic-e+zip'
const manifestPath = 'META-INF/ASiCManifest001.xml'
const tokenPath = 'META-INF/timestamp.tst'
const namespaces = {
  'xmlns:asic': 'http://uri.etsi.org/02918/v1.2.1#',
  'xmlns:ds': 'http://www.w3.org/2000/09/xmldsig#',
}
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256'

/** The digest of each file: this is what is stamped (ETSI EN 319 162-1, 4.4.3.2 and annex A). */
export function manifestOf(files: readonly Proven[]): Uint8Array {
  const names = new Set(files.map(({ name }) => name))
  if (names.size !== files.length || files.some(({ name }) => !isPlain(name)))
    throw new Error('Each file of a container has a plain name of its own')
  return writeXml({
    name: 'asic:ASiCManifest',
    attributes: namespaces,
    children: [
      {
        name: 'asic:SigReference',
        attributes: { URI: tokenPath, MimeType: 'application/vnd.etsi.timestamp-token' },
      },
      ...files.map(({ name, type, bytes }) => ({
        name: 'asic:DataObjectReference',
        attributes: { URI: encodeURIComponent(name), MimeType: type },
        children: [
          { name: 'ds:DigestMethod', attributes: { Algorithm: sha256 } },
          { name: 'ds:DigestValue', text: digestOf(bytes) },
        ],
      })),
    ],
  })
}

const isPlain = (name: string) =>
  /^[^/\\]{1,200}$/.test(name) && name !== 'mimetype' && !name.startsWith('.')
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64')

/** Files and the proof of when they were so, in one that anybody can verify with programs of others (ASiC-E with a timestamp). */
export function container(
  files: readonly Proven[],
  manifest: Uint8Array,
  token: Uint8Array,
): Uint8Array {
  const stored = { level: 0 } as const
  const all: Zippable = {
    // First, and as it is: by this a program knows what it is before it unpacks it.
    mimetype: [Buffer.from(mimeType), stored],
    ...Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])),
    [manifestPath]: manifest,
    [tokenPath]: [token, stored],
  }
  // The token says when; an archive that is made again is the same, byte for byte.
  return zipSync(all, { mtime: new Date(1980, 0, 1) })
}

/**
 * What a container proves: that its files were so at that instant. Throws `FlawedTimestamp`, also where a file is changed, missing
 * or one that its manifest does not name, and where it
 * would take more than `most` bytes unpacked.
 */
export async function verifyContainer(
  bytes: Uint8Array,
  trusted: readonly Certificate[],
  most = 200_000_000,
): Promise<Timestamp & { names: string[] }> {
  const { mimetype, [manifestPath]: manifest, [tokenPath]: token, ...files } = unpacked(bytes, most)
  if (!mimetype || Buffer.from(mimetype).toString() !== mimeType || !manifest || !token)
    throw new FlawedTimestamp('unreadable')
  const said = await verifyTimestamp(token, manifest, trusted)
  const reading = await readXml(manifest)
  if (!reading.ok) throw new FlawedTimestamp('unreadable')
  const named = reading.root.children
    .filter(({ name }) => name === 'asic:DataObjectReference')
    .map(({ attributes, children }) => ({
      name: decodeURIComponent(attributes['URI'] ?? ''),
      digest: children.find(({ name }) => name === 'ds:DigestValue')?.text.trim(),
    }))
  const names = named.map(({ name }) => name)
  const holds = named.every(({ name, digest }) => files[name] && digestOf(files[name]) === digest)
  if (!holds || Object.keys(files).some((name) => !names.includes(name)))
    throw new FlawedTimestamp('other_digest')
  return { ...said, names }
}

function unpacked(bytes: Uint8Array, most: number): Record<string, Uint8Array> {
  let room = most
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        room -= originalSize
        if (room < 0) throw new FlawedTimestamp('unreadable')
        return true
      },
    })
  } catch (failure) {
    throw failure instanceof FlawedTimestamp ? failure : new FlawedTimestamp('unreadable', failure)
  }
}
