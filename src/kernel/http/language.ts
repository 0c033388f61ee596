import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { inLanguage, type Language, languageOf, languages, preferredLanguage } from '#kernel/i18n'
import { offeredLanguages } from '#kernel/tenancy'

export const languageCookie = 'language'

/** Of the languages offered, the one that the person chose, else the one that the browser asks for. */
function requested(c: Context, offered: readonly Language[]): Language {
  const chosen = languageOf(getCookie(c, languageCookie))
  return chosen && offered.includes(chosen)
    ? chosen
    : preferredLanguage(c.req.header('accept-language'), offered)
}

/** Speaks the language asked for, before the authority is known. */
export function inRequestedLanguage(): MiddlewareHandler {
  return (c, next) => inLanguage(requested(c, languages), next)
}

/** Speaks one of the languages of the authority. */
export function inOfferedLanguage(): MiddlewareHandler {
  return (c, next) => inLanguage(requested(c, offeredLanguages()), next)
}
