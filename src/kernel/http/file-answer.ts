import { fileName } from '#kernel/characters'

/**
 * Answers with a file. It is downloaded unless it is of a type that may be shown in place, which is
 * for the caller to know: nothing that could carry a script.
 */
export function fileAnswer(
  bytes: Uint8Array,
  file: { name: string; type: string; inPlace: boolean },
): Response {
  const name = shortened(fileName(file.name))
  // Only programs of long ago read this one: without accents rather than without letters.
  const ascii = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w. -]/g, '_')
  // RFC 8187 leaves out what encodeURIComponent lets through.
  const exact = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const disposition = file.inPlace ? 'inline' : 'attachment'
  // Copied: a Response takes no view on a shared buffer.
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': file.type,
      'content-disposition': `${disposition}; filename="${ascii}"; filename*=UTF-8''${exact}`,
      'cache-control': 'private, no-cache',
    },
  })
}

/** Of the bytes of a header, which a proxy bounds: three signs stand for each byte of the name, and again for each. */
const longest = 200

/** The name with its ending, cut where it is too long to be a file's. */
function shortened(name: string): string {
  if (name.length <= longest) return name
  const ending = /\.\w{1,10}$/.exec(name)?.[0] ?? ''
  return name.slice(0, longest - ending.length).toWellFormed() + ending
}
