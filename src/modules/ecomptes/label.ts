/** The number of an element in its label: OS.1, OO.2, A.16, SA.17. */
export interface LabelNumber {
  prefix: 'OS' | 'OO' | 'A' | 'SA'
  number: number
}

export interface Label {
  /** The format knows no sub-actions: one is an action whose label bears two numbers, A and SA. */
  numbers: LabelNumber[]
  title: string
}

export const labelLength = 255

const isPrefix = (text: string | undefined): text is LabelNumber['prefix'] =>
  text === 'OS' || text === 'OO' || text === 'A' || text === 'SA'

/** `A.16 - SA.17 - Réaliser…`: its numbers, and the title after them. */
export function splitLabel(label: string): Label {
  const [, prefix, number, rest] = /^(OS|OO|A|SA)\.(\d{1,9}) - ([^]*)$/.exec(label) ?? []
  if (!isPrefix(prefix) || rest === undefined) return { numbers: [], title: label }
  const { numbers, title } = splitLabel(rest)
  return { numbers: [{ prefix, number: Number(number) }, ...numbers], title }
}

/** The label of an element; its title is cut where the whole would pass 255 characters. */
export function joinLabel({ numbers, title }: Label): string {
  const parts = numbers.map(({ prefix, number }) => `${prefix}.${number}`)
  return cut([...parts, title].join(' - '), labelLength)
}

/** The text in at most so many characters, as a schema counts them; what is cut ends with `…`. */
export function cut(text: string, most: number): string {
  const characters = [...text]
  if (characters.length <= most) return text
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`
}
