import type { Copy } from '#commons/publication'
import type { PublicPoint } from './content.ts'
import { type Masks, withMasks } from './leaving-texts.ts'

/** A copy without what is masked in it, and where those who read it find why. */
export function masking(copy: Copy<PublicPoint>, masks: Masks, link: string): Copy<PublicPoint> {
  const hidden = withNames(withMasks(copy, masks))
  const { note = '', motivation, decision } = hidden.content
  const isMasked = [note, motivation, decision].some((html) =>
    html.includes('<mark class="masked">'),
  )
  return isMasked && link
    ? { ...hidden, content: { ...hidden.content, masked_link: link } }
    : hidden
}

/** Its files are given out as its content names them. */
function withNames(copy: Copy<PublicPoint>): Copy<PublicPoint> {
  const names = new Map(copy.content.annexes.map(({ hash, name }) => [hash, name]))
  const files = (copy.files ?? []).map((file) => ({
    ...file,
    name: names.get(file.hash) ?? file.name,
  }))
  return { ...copy, files }
}
