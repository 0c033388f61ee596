/**
 * Where a link leads, as it is read by whoever reviews it: its letters as they are meant, and the words of which its path is made
 * (« jean-dupont.pdf » is « jean dupont pdf »).
 */
export function addressInWords(href: string): string {
  const address = decoded(href).replace(/^(?!https?:)\w+:/i, '')
  if (!/^https?:/i.test(address)) return address
  const words = address
    .replace(/^https?:\/\/[^/?#]*/i, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => /\p{L}/u.test(word))
  return words.length === 0 ? address : `${address}\n${words.join(' ')}`
}

/** As people write it; what is no text in it stays as it is. */
function decoded(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}
