// A long directory is read in a process beside the server: Node runs this file as it is.
import type { ListRow } from '#commons/imports'

/** What a directory calls what our lists call otherwise (RFC 2798, RFC 4519). */
const attributes: ReadonlyMap<string, string> = new Map([
  ['givenname', 'first_name'],
  ['sn', 'last_name'],
  ['mail', 'email'],
  ['uid', 'login'],
  ['employeenumber', 'external_id'],
  ['ou', 'service'],
  ['departmentnumber', 'service'],
])

/** As many as a list may hold: no more are read than tell that there are more. */
export const mostEntries = 5000

/** In characters, of an attribute with its options. */
const longestName = 200

/** Whether a file is a directory as text (LDIF, RFC 2849): its first line that says something names an entry. */
export function isLdif(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 4000))
  const first = start.split(/\r?\n/).find((line) => line && !line.startsWith('#')) ?? ''
  return /^(version: *1|dn::? ?\S)/i.test(first)
}

/**
 * The people of a directory as text, as rows of a list whose head stands first; entries without a last name, as groups
 * are, are none. Rows are numbered by the lines on which entries begin. Of an attribute with several values the first counts.
 */
export function rowsOfLdif(bytes: Uint8Array): ListRow[] {
  const head = [...new Set(attributes.values())]
  const rows: ListRow[] = [{ number: 1, cells: head }]
  let entry = new Map<string, string>()
  let begun = 0
  const end = () => {
    if (entry.has('last_name'))
      rows.push({ number: begun, cells: head.map((name) => entry.get(name) ?? '') })
    entry = new Map()
    begun = 0
  }
  for (const { number, text } of unfolded(new TextDecoder().decode(bytes))) {
    if (rows.length > mostEntries + 1) break
    if (text === '') {
      end()
      continue
    }
    if (begun === 0) begun = number
    const colon = text.indexOf(':')
    if (colon > longestName) continue
    // What stands after a semicolon is an option of the attribute: its language.
    const [attribute = ''] = text.slice(0, Math.max(colon, 0)).split(';', 1)
    const name = attributes.get(attribute.toLowerCase())
    if (!name || entry.has(name)) continue
    const value = text.slice(colon + 1)
    const isEncoded = value.startsWith(':')
    entry.set(
      name,
      isEncoded ? Buffer.from(value.slice(1).trim(), 'base64').toString('utf8') : value.trim(),
    )
  }
  end()
  return rows
}

/** The lines of the file without comments, those that go on in the next put together; one after the other, as they are asked for. */
function* unfolded(text: string): Generator<{ number: number; text: string }> {
  let [at, number, begun] = [0, 0, 0]
  let parts: string[] = []
  while (at <= text.length) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end === -1 ? text.length : end).replace(/\r$/, '')
    at = end === -1 ? text.length + 1 : end + 1
    number += 1
    if (line.startsWith(' ') && begun > 0) parts.push(line.slice(1))
    else {
      if (begun > 0) yield* said(begun, parts)
      parts = [line]
      begun = number
    }
  }
  if (begun > 0) yield* said(begun, parts)
}

function* said(number: number, parts: readonly string[]) {
  const text = parts.join('')
  if (!text.startsWith('#')) yield { number, text }
}
