/**
 * Answers with a file. It is downloaded unless it is of a type that may be shown in place, which is
 * for the caller to know: nothing that could carry a script.
 */
export function fileAnswer(
  bytes: Uint8Array,
  file: { name: string; type: string; inPlace: boolean },
): Response {
  const ascii = file.name.replaceAll(/[^\w. -]/g, '_')
  // RFC 8187 leaves out what encodeURIComponent lets through.
  const exact = encodeURIComponent(file.name).replaceAll(
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
