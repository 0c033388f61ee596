/** The longest name of a sheet that every spreadsheet takes, in characters. */
const longest = 31

/** Names of sheets after what they hold: none empty, none twice, without the signs that are forbidden. */
export function sheetNames(captions: readonly string[]): string[] {
  const taken = new Set<string>()
  return captions.map((caption) => {
    const name = free(cleaned(caption) || '-', taken)
    taken.add(name.toLowerCase())
    return name
  })
}

function cleaned(caption: string): string {
  const text = caption.replaceAll(/[[\]*?:/\\']/g, ' ').replaceAll(/\s+/g, ' ')
  return cut(text.trim(), longest)
}

function free(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const tail = count === 1 ? '' : ` (${count})`
    const tried = cut(name, longest - tail.length) + tail
    if (!taken.has(tried.toLowerCase())) return tried
  }
}

/** By UTF-16 units, as spreadsheets count, without halving a character. */
function cut(text: string, length: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > length) break
    kept += character
  }
  return kept.trim()
}
