import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { registeredMessages } from '#kernel/i18n'

type Node = DefaultTreeAdapterTypes.ChildNode

/** What is told to a person beside the text: an island writes some of it on the page. */
const told = /^(aria-label|title|placeholder|data-.+)$/

/** Each text and label of a page, but those that are marked as being in another language than it is, and that language. */
export function textsOf(html: string): { lang: string | undefined; texts: string[] } {
  const root = parse(html).childNodes.find((node) => node.nodeName === 'html')
  const lang = root && attributeOf(root, 'lang')
  const below = (node: Node, spoken: string | undefined): string[] => {
    if (node.nodeName === '#text' && 'value' in node)
      return spoken === lang ? [node.value.trim()] : []
    if (!('tagName' in node) || node.tagName === 'style') return []
    const own = attributeOf(node, 'lang') ?? spoken
    const labels = node.attrs.filter(({ name }) => own === lang && told.test(name))
    return [
      ...labels.map(({ value }) => value),
      ...node.childNodes.flatMap((child) => below(child, own)),
    ]
  }
  const body = root && 'childNodes' in root ? root.childNodes : []
  return {
    lang,
    texts: body.filter(({ nodeName }) => nodeName === 'body').flatMap((one) => below(one, lang)),
  }
}

const attributeOf = (node: Node, wanted: string): string | undefined =>
  'attrs' in node ? node.attrs.find(({ name }) => name === wanted)?.value : undefined

/** Names that the authority of the demonstration chose, and that are words of the house too. */
const data = new Set(['Commune', 'Secrétariat', 'Coordination', 'Autres'])

/** The guide's invented data, which are also names of services; levels of validation and opinions, which are the authority's own. */
const begun = /^(ui\.guide|validation\.initial|opinions\.given)\./

/** Each text of the house that is said otherwise in English. */
export function frenchWords(): ReadonlySet<string> {
  const english = new Set(registeredMessages('en').values())
  const found = new Set<string>()
  for (const [key, text] of registeredMessages('fr'))
    if (!begun.test(key) && !english.has(text) && !data.has(text)) found.add(text)
  return found
}
