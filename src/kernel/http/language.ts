import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { House } from './routes.ts'
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

/** The language that an address of the region names. */
export const languageInAddress = (c: Context): Language | undefined =>
  languageOf(c.req.query('lang'))

/** Speaks one of the languages of the authority; of the region, all, and no cookie is read. */
export function inOfferedLanguage(): MiddlewareHandler<House> {
  return (c, next) => {
    const spoken = c.get('region')
      ? (languageInAddress(c) ?? preferredLanguage(c.req.header('accept-language'), languages))
      : requested(c, offeredLanguages())
    return inLanguage(spoken, next)
  }
}
