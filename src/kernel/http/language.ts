import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { inLanguage, languages, preferredLanguage } from '#kernel/i18n'

export const languageCookie = 'language'

/** The language that the person chose, else the one that the browser asks for. */
export function inRequestedLanguage(): MiddlewareHandler {
  return (c, next) => {
    const chosen = languages.find((known) => known === getCookie(c, languageCookie))
    return inLanguage(chosen ?? preferredLanguage(c.req.header('accept-language')), next)
  }
}
