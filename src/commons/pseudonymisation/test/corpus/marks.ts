/**
 * While an act is written, wrapped and spoilt by the scanner, what is personal stands between two signs of
 * the private use area: one that opens and says the kind, one that closes. They are taken out at the end, so
 * the offsets are exact whatever was done to the letters between them.
 */
export type PersonalKind =
  | 'person'
  | 'national_number'
  | 'address'
  | 'telephone'
  | 'email'
  | 'iban'
  | 'plate'
  | 'birth_date'

/** From and to are UTF-16 units of the text, the end excluded. */
export interface Marked {
  from: number
  to: number
  kind: PersonalKind
}

export const kinds = [
  'person',
  'national_number',
  'address',
  'telephone',
  'email',
  'iban',
  'plate',
  'birth_date',
] as const satisfies PersonalKind[]

const firstSign = 0xe000
const closing = '\uE00F'

export const isSign = (letter: string) => letter >= '\uE000' && letter <= closing

export function mark(kind: PersonalKind, text: string): string {
  return String.fromCharCode(firstSign + kinds.indexOf(kind)) + text + closing
}

export function withoutSigns(text: string): string {
  return [...text].filter((letter) => !isSign(letter)).join('')
}

/** Takes the signs out and says where they stood. */
export function readMarks(signed: string): { text: string; personal: Marked[] } {
  let text = ''
  const personal: Marked[] = []
  let open: { from: number; kind: PersonalKind } | undefined
  for (const letter of signed) {
    if (!isSign(letter)) text += letter
    else if (letter === closing) {
      if (!open) throw new Error(`A mark closes that was not open, after « ${text.slice(-40)} »`)
      personal.push({ ...open, to: text.length })
      open = undefined
    } else {
      const kind = kinds[letter.charCodeAt(0) - firstSign]
      if (open || !kind) throw new Error(`A mark opens in a mark, after « ${text.slice(-40)} »`)
      open = { from: text.length, kind }
    }
  }
  if (open) throw new Error('A mark stays open')
  return { text, personal }
}
