import { AsyncLocalStorage } from 'node:async_hooks'

/** The languages Beffroi speaks; the first is the one it falls back to. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

const current = new AsyncLocalStorage<Language>()

/** Runs `work` in a language: `t` and the formatters speak it. */
export function inLanguage<T>(language: Language, work: () => T): T {
  return current.run(language, work)
}

/** The language of the current request or job; French outside of one. */
export function language(): Language {
  return current.getStore() ?? languages[0]
}

/** Picks the language a browser asks for (RFC 9110 Accept-Language), else French. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const asked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
  return asked.flatMap((tag) => languages.filter((known) => known === tag))[0] ?? languages[0]
}
