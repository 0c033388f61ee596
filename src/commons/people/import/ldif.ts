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

/** The lines of the file without comments, those that go on in the next put together. */
function unfolded(text: string): { number: number; text: string }[] {
  const lines: { number: number; parts: string[] }[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const before = lines.at(-1)
    if (line.startsWith(' ') && before) before.parts.push(line.slice(1))
    else lines.push({ number: at + 1, parts: [line] })
  }
  return lines
    .map(({ number, parts }) => ({ number, text: parts.join('') }))
    .filter(({ text: line }) => !line.startsWith('#'))
}
