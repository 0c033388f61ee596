/** What a file may be shown as, by its first bytes; anything else is only ever downloaded. */
const signatures: [type: string, start: number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
]

const byExtension = new Map([
  ['csv', 'text/csv'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['txt', 'text/plain'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['zip', 'application/zip'],
])

/** The media type of a file: by content, else by name, else bytes. What the sender claims is nothing. */
export function contentTypeOf(name: string, bytes: Uint8Array): string {
  const signature = signatures.find(([, start]) => start.every((byte, at) => bytes[at] === byte))
  const extension = name.split('.').at(-1)?.toLowerCase() ?? ''
  return signature?.[0] ?? byExtension.get(extension) ?? 'application/octet-stream'
}

/** Whether a browser may show it in place: nothing that could carry a script. */
export const isShownInPlace = (type: string) => signatures.some(([known]) => known === type)
