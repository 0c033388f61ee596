import { IntlMessageFormat } from 'intl-messageformat'

export type Catalogue = ReadonlyMap<string, string>

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** The type of an element that is plain text (TYPE.literal of the parser). */
const literal = 0

/** What texts ask for, each parsed once. */
const asked = new Map<string, ReadonlySet<string>>()

/** The names that a message (ICU MessageFormat) asks for. Throws where it does not parse. */
export function argumentsOf(text: string): ReadonlySet<string> {
  const before = asked.get(text)
  if (before) return before
  const message = new IntlMessageFormat(text, 'fr-BE', undefined, { ignoreTag: true })
  const names = new Set(message.getAst().flatMap(namesIn))
  asked.set(text, names)
  return names
}

function namesIn(element: Element): string[] {
  const branches = 'options' in element ? Object.values(element.options) : []
  const own = 'value' in element && element.type !== literal ? [element.value] : []
  return [...own, ...branches.flatMap((branch) => branch.value.flatMap(namesIn))]
}

/** Messages that are not in every language, do not parse, or ask for different arguments. */
export function checkCatalogues(languages: Readonly<Record<string, Catalogue>>): string[] {
  const keys = new Set(Object.values(languages).flatMap((catalogue) => [...catalogue.keys()]))
  return [...keys].flatMap((key) => {
    const wrong: string[] = []
    const asked = new Set<string>()
    for (const [language, catalogue] of Object.entries(languages)) {
      const text = catalogue.get(key)
      if (!text) wrong.push(`${key} is not said in ${language}`)
      else asked.add(signature(text))
    }
    if (asked.size > 1) wrong.push(`${key} asks for ${[...asked].join(' here, for ')} there`)
    return wrong
  })
}

/** Messages of a translation that its reference does not say, or that ask for other arguments. */
export function checkTranslation(reference: Catalogue, translation: Catalogue): string[] {
  return [...translation].flatMap(([key, text]) => {
    const own = reference.get(key)
    if (own === undefined) return [`${key} is not said in French`]
    const [here, there] = [signature(own), signature(text)]
    return here === there ? [] : [`${key} asks for ${here} here, for ${there} there`]
  })
}

function signature(text: string): string {
  try {
    return [...argumentsOf(text)].toSorted().join(', ') || 'nothing'
  } catch (error) {
    return error instanceof Error ? `what it cannot say (${error.message})` : String(error)
  }
}
