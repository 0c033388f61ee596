import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** How a kept page is sent: as it is, or compressed. */
export type Form = 'br' | 'gzip' | 'plain'

/** What of a request says how it is answered. */
export interface Asking {
  method: string
  /** From the root, with what is asked for behind the question mark. */
  address: string
  header: (name: string) => string | undefined
}

/** An answer that needs nothing more. */
export interface Answered {
  status: 200 | 304
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer> | null
}

/** A page in the forms in which it was asked for. */
export interface Forms {
  headers: Readonly<Record<string, string>>
  etag: string
  all: Map<Form, Promise<Uint8Array<ArrayBuffer>>>
}

/** Well, for many; a better quality takes twenty times as long for a hundredth of the bytes. */
const brotli = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 },
}

const compress = {
  br: (bytes: Uint8Array) => promisify(brotliCompress)(bytes, brotli),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: 9 }),
}

/** The answer with a page in the form that is asked for, or that it is still the one that the reader has. */
export async function answerWith({ headers, etag, all }: Forms, asked: Asking): Promise<Answered> {
  const form = formFor(asked)
  const tag = form === 'plain' ? etag : `W/${etag}`
  const known = asked.header('if-none-match')
  if (known && known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
    return { status: 304, headers: { ...headers, etag: tag }, body: null }
  const body = await inForm(all, form)
  const encoding = form === 'plain' ? {} : { 'content-encoding': form }
  return { status: 200, headers: { ...headers, ...encoding, etag: tag }, body }
}

function formFor({ header }: Asking): Form {
  // As everywhere: what another site had the browser ask for is not compressed.
  if (/^(cross|same)-site$/.test(header('sec-fetch-site') ?? '')) return 'plain'
  const accepted = header('accept-encoding') ?? ''
  return (['br', 'gzip'] as const).find((one) => accepts(accepted, one)) ?? 'plain'
}

const accepts = (accepted: string, name: string) =>
  accepted.split(',').some((one) => {
    const [said = '', quality = ''] = one.split(';').map((part) => part.trim())
    return said === name && !/^q=0(\.0*)?$/.test(quality)
  })

/** The same page in a form, made by the first who asks for it. */
function inForm(all: Forms['all'], form: Form): Promise<Uint8Array<ArrayBuffer>> {
  const known = all.get(form)
  if (known) return known
  const plain = all.get('plain') ?? Promise.resolve(new Uint8Array())
  const made =
    form === 'plain'
      ? plain
      : plain
          .then(compress[form])
          .then(
            (bytes) => new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length),
          )
  all.set(form, made)
  return made
}
