import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { knownMessage, type MessageKey, type MessageParams, t } from '#kernel/i18n'
import type { Outcome } from '#kernel/ui'

const cookie = 'flash'

const Kept = z.object({
  tone: z.enum(['info', 'good', 'warn', 'bad']),
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  act: z.string(),
})

/** What became of an act, to be said on the next page. */
export interface Said {
  key: MessageKey
  params?: MessageParams
  tone?: 'info' | 'good' | 'warn' | 'bad'
}

/**
 * Goes on to another page after an act, and says there what became of it: where the act was made, when
 * that page has the place. `null` where the page that comes is the answer.
 */
export function redirect(c: Context, path: string, said: Said | null): Response {
  if (said) {
    const { key, params = {}, tone = 'good' } = said
    setCookie(c, cookie, JSON.stringify({ key, params, tone, act: c.req.path }), {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: 60,
    })
  }
  return c.redirect(path, 303)
}

/** Said of a line of an outline that was moved there. */
export const placed = (position: number): Said => ({
  key: 'ui.reorder.placed',
  params: { position },
})

/** The messages of the last act, once, and where it was sent. A cookie that is not ours says nothing. */
export function takeFlash(c: Context): Pick<Outcome, 'act' | 'messages'> {
  const nothing = { act: '', messages: [] }
  const kept = getCookie(c, cookie)
  if (!kept) return nothing
  deleteCookie(c, cookie, { path: '/' })
  const parsed = Kept.safeParse(parseJson(kept))
  if (!parsed.success) return nothing
  const { params, tone, act } = parsed.data
  const key = knownMessage(parsed.data.key)
  const text = key && sayable(key, params)
  return text ? { act, messages: [{ tone, text }] } : nothing
}

/** The sentence, where the cookie brings all that it needs. */
function sayable(key: MessageKey, params: MessageParams): string | undefined {
  try {
    return t(key, params)
  } catch {
    return undefined
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
