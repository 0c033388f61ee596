import { Invalid } from '#kernel/errors'
import { type Copy } from '#commons/publication'
import { remark } from '#commons/records'
import type { Setting } from '#commons/settings'
import type { PublicPoint } from '#modules/copies'
import { isWebAddress } from '#modules/copies'
import { type Masks, withMasks } from './texts.ts'

const field = remark(300, {
  label: 'publications.setting.masked_link',
  help: 'publications.setting.masked_link.help',
})

/** The page on which the authority explains what it masks, and whom to ask: where masked words lead. */
export const maskedLink: Setting<string> = {
  name: 'publications.masked_link',
  field: {
    ...field,
    check: async (address, name) => {
      if (address !== '' && !isWebAddress(address))
        throw Invalid.field(name, 'publications.setting.masked_link.wrong')
    },
  },
  initial: '',
}

/** A copy without what is masked in it, and where those who read it find why. */
export function masking(copy: Copy<PublicPoint>, masks: Masks, link: string): Copy<PublicPoint> {
  const hidden = withNames(withMasks(copy, masks))
  const { motivation, decision } = hidden.content
  const isMasked = [motivation, decision].some((html) => html.includes('<mark class="masked">'))
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
