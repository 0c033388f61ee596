/** As the house keeps pictures. */
export type PictureType = 'image/png' | 'image/jpeg'

const starts = (bytes: Uint8Array, sign: string, at = 0) =>
  [...sign].every((one, index) => bytes[at + index] === one.charCodeAt(0))

/** What a file is by its first bytes, whatever its name says. */
export function pictureTypeOf(
  bytes: Uint8Array,
): 'png' | 'jpeg' | 'gif' | 'webp' | 'svg' | undefined {
  if (starts(bytes, '\u0089PNG\r\n\u001A\n')) return 'png'
  if (starts(bytes, '\u00FF\u00D8\u00FF')) return 'jpeg'
  if (starts(bytes, 'GIF87a') || starts(bytes, 'GIF89a')) return 'gif'
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return 'webp'
  const head = new TextDecoder().decode(bytes.subarray(0, 1000))
  return /<svg[\s>]/i.test(head) ? 'svg' : undefined
}

/** The size of a picture that the house keeps, in pixels; undefined where it is none. */
export function pictureSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const type = pictureTypeOf(bytes)
  if (type === 'png' && bytes.length >= 24)
    return { width: view.getUint32(16), height: view.getUint32(20) }
  if (type !== 'jpeg') return undefined
  for (let at = 2; at + 9 < bytes.length;) {
    const marker = view.getUint16(at)
    // Start of frame (ISO 10918-1, B.1.1.3), but for the tables that are numbered among them.
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** A picture as it is shown in a page. Its address never shows another one; who may see it may change. */
export function pictureAnswer(bytes: Uint8Array, caching = 'private, max-age=3600'): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': pictureTypeOf(bytes) === 'jpeg' ? 'image/jpeg' : 'image/png',
      'content-disposition': 'inline',
      'cache-control': caching,
    },
  })
}
