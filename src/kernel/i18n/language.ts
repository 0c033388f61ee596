import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * The languages Beffroi speaks. The first is the reference: it says every message, and says those
 * that another one does not have yet.
 */
export const languages = ['fr', 'en', 'de', 'nl'] as const
export type Language = (typeof languages)[number]

/** The language in which every message is said. */
export const reference: Language = languages[0]

const current = new AsyncLocalStorage<Language>()

/** Runs `work` in a language: `t` and the formatters speak it. */
export function inLanguage<T>(language: Language, work: () => T): T {
  return current.run(language, work)
}

/** The language of the current request or job; French outside of one. */
export function language(): Language {
  return current.getStore() ?? reference
}

/** How Belgium writes a language (BCP 47). What is known of English in Belgium groups numbers as Dutch does. */
export const locale = (spoken: Language = language()): string =>
  spoken === 'en' ? 'en-GB' : `${spoken}-BE`

/** A language by its code (ISO 639-1), where Beffroi speaks it. */
export const languageOf = (code: string | undefined): Language | undefined =>
  languages.find((known) => known === code)

/**
 * Picks of the languages offered the one that a browser asks for most (RFC 9110 Accept-Language,
 * weights included), else the first.
 */
export function preferredLanguage(
  acceptLanguage: string | undefined,
  offered: readonly Language[] = languages,
): Language {
  const asked = (acceptLanguage ?? '')
    .split(',', 50)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.join(';').match(/^\s*q=([\d.]+)/)?.[1]
      return {
        tag: tag.slice(0, 2).toLowerCase(),
        weight: weight === undefined ? 1 : Number(weight),
      }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  const [fallback = reference] = offered
  return asked.flatMap(({ tag }) => offered.filter((known) => known === tag))[0] ?? fallback
}
