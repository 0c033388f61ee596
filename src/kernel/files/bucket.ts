import { openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import type { BucketSettings } from '#kernel/config'
import { Unavailable } from '#kernel/errors'
import { log } from '#kernel/log'
import { hashOfBytes, placeOf } from './hash.ts'
import { SentFile } from './incoming.ts'
import type { Store } from './store.ts'

/** What is asked of the server is answered in this time, in milliseconds: a transaction of a person is open meanwhile. */
const patience = 20_000
/** So many are taken away at once. */
const together = 20

/** A store in a bucket: the keys are the paths of a folder, so that either can be copied to the other as it is. */
export function inBucket(settings: BucketSettings): Store {
  const client = new AwsClient({
    accessKeyId: settings.keyId,
    secretAccessKey: settings.secret,
    region: settings.region,
    service: 's3',
  })
  const keyOf = (authority: string, hash: string) => `${authority}/${placeOf(hash)}`
  /** One question; 404 is an answer where `maybe` is given. */
  const ask = (
    method: string,
    key: string,
    { query = {}, body = null, hash = nothing, maybe = false }: Asked = {},
  ): Promise<Response> =>
    told(async () => {
      const url = new URL(`${addressOf(settings)}${key && `/${key}`}`)
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
      // The server compares what it is sent with the hash before it keeps it.
      const headers = { 'x-amz-content-sha256': hash }
      const signed = await client.sign(url, { method, headers, body })
      const answer = await fetch(signed, { signal: AbortSignal.timeout(patience) })
      if (answer.ok || (maybe && answer.status === 404)) return answer
      const [, code = ''] = /<Code>(\w+)</.exec(await answer.text()) ?? []
      throw new Error(`The S3 server says ${answer.status} ${code}`)
    })
  const remove = async (authority: string, place: string) => {
    await ask('DELETE', `${authority}/${place}`, { maybe: true })
  }
  const listed = async (query: Record<string, string>) =>
    (await ask('GET', '', { query: { 'list-type': '2', ...query } })).text()
  const lying: Store['lying'] = async (authority) => {
    const all = []
    for (let more: string | undefined = ''; more !== undefined;) {
      const text = await listed({
        prefix: `${authority}/`,
        ...(more && { 'continuation-token': more }),
      })
      for (const entry of text.split('<Contents>').slice(1)) {
        const key = said('Key', entry) ?? ''
        all.push({
          place: key.slice(authority.length + 1),
          name: key.slice(key.lastIndexOf('/') + 1),
          writtenAt: Date.parse(said('LastModified', entry) ?? ''),
        })
      }
      more = said('NextContinuationToken', text)
    }
    return all
  }
  return {
    keep: async (authority, hash, content) => {
      const body =
        content instanceof SentFile ? await openAsBlob(content.path) : new Blob([content.slice()])
      await ask('PUT', keyOf(authority, hash), { body, hash })
    },
    read: async (authority, hash) => {
      const answer = await ask('GET', keyOf(authority, hash), { maybe: true })
      if (answer.status === 404) {
        await answer.body?.cancel()
        return null
      }
      // The same stream: the types of Node and of the web name it apart.
      return answer.body ? Readable.fromWeb(answer.body as ReadableStream) : Readable.from([])
    },
    lying,
    remove,
    removeAll: async (authority) => {
      const all = await lying(authority)
      while (all.length > 0)
        await Promise.all(all.splice(0, together).map(({ place }) => remove(authority, place)))
    },
    reach: async () => {
      await listed({ 'max-keys': '1' })
    },
  }
}

interface Asked {
  query?: Record<string, string>
  body?: Blob | null
  hash?: string
  maybe?: boolean
}

/** The hash of no bytes. */
const nothing = hashOfBytes(new Uint8Array())

/** What stands in an element of an answer: our keys, dates and tokens, of which `&` alone may be written otherwise. */
const said = (name: string, text: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1]?.replaceAll('&amp;', '&')

function addressOf({ endpoint, bucket, pathStyle }: BucketSettings): string {
  const address = new URL(endpoint)
  if (pathStyle) address.pathname = `${address.pathname.replace(/\/$/, '')}/${bucket}`
  else address.hostname = `${bucket}.${address.hostname}`
  return address.href.replace(/\/$/, '')
}

/** A server that does not answer, or refuses us, is told to people as such, and to who runs it with its reason. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (failure) {
    log('error', 'files away', {}, failure)
    throw new Unavailable('errors.files_away')
  }
}
