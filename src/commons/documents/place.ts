/** What the parts of a document are called in the data of our templates, where they have a name. */
const numbers = ['number', 'reference']
const names = ['title', 'name', 'label', 'caption', 'point', 'heading', 'text']
const shown = 100

interface Place {
  /** « 12 Achat de sel », « 12 Achat de sel › Motivation ». */
  called: string
  weight: number
}

/**
 * Where a document is heaviest to set: the name of the part that holds its longest text or its longest word, as
 * the document itself calls it. Empty where no part has a name.
 */
export function heaviestPlace(data: unknown): string {
  return heaviest(data, '').called
}

function heaviest(value: unknown, called: string): Place {
  if (typeof value === 'string') return { called, weight: weightOf(value) }
  let most: Place = { called, weight: -1 }
  if (typeof value !== 'object' || value === null) return most
  // The blocks of a report stand after their heading, not in it.
  let here = nameOf(value) || called
  for (const inner of Object.values(value)) {
    if (Array.isArray(value) && isHeading(inner)) here = nameOf(inner) || here
    const found = heaviest(inner, here)
    if (found.weight > most.weight) most = found
  }
  return most
}

/** Whether what follows it in its list stands under it. */
export const isHeading = (value: unknown) =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'heading'

/** What a part of a document calls itself; empty where it has no name. */
export function nameOf(part: object): string {
  if (Array.isArray(part) || 'marks' in part || 'parts' in part || 'labels' in part) return ''
  const said = new Map<string, unknown>(Object.entries(part))
  const first = (keys: string[]) =>
    keys.map((key) => said.get(key)).find((one) => typeof one === 'string' && one !== '')
  const name = first(names)
  return name === undefined ? '' : [first(numbers), name].filter(Boolean).join(' ').slice(0, shown)
}

/** A long word weighs more than many: the typesetter looks at each place where it could break. */
function weightOf(text: string): number {
  let longest = 0
  for (const word of text.split(/\s+/)) longest = Math.max(longest, word.length)
  return text.length + longest * 20
}
