import { AsyncLocalStorage } from 'node:async_hooks'
import { raw } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { HtmlEscapedString } from 'hono/utils/html'
import { inLanguage, language } from '#kernel/i18n'
import { nowhere } from './context.ts'

/** So many signs of keys and pieces are kept at most, in two halves: what was not asked for since the last change of them goes. */
const most = 6_000_000

let young = new Map<string, HtmlEscapedString>()
let old = new Map<string, HtmlEscapedString>()
let size = 0

const outside = AsyncLocalStorage.snapshot()

/**
 * A piece of a page that says nothing but what its key says, in the language of the page: it is written once, and taken
 * from then on, whoever reads it. It can ask neither who acts nor for which authority, nor the database, nor what stands
 * around it, and waits for nothing: it fails where it does.
 */
export function kept(key: string, make: () => JSX.Element): HtmlEscapedString {
  const spoken = language()
  const whole = `${spoken} ${key}`
  const known = young.get(whole) ?? old.get(whole)
  if (known && young.has(whole)) return known
  const piece = known ?? outside(() => inLanguage(spoken, () => nowhere(() => written(make()))))
  if (size > most / 2) {
    ;[old, young, size] = [young, new Map(), 0]
  }
  young.set(whole, piece)
  size += whole.length + piece.length
  return piece
}

function written(element: JSX.Element): HtmlEscapedString {
  const text = element.toString()
  if (typeof text !== 'string') throw new Error('What is kept waits for nothing')
  // Flat: a text that is put together of pieces keeps all of them.
  return raw(Buffer.from(text).toString())
}
