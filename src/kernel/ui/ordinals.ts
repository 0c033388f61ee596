// Not a class before `$`: V8 finds no letter there that is written by two units.
const [wordBefore, wordAfter] = [/(?:\p{L}|\d)$/u, /^[\p{L}\d]/u]
/** What holds words that nothing can be raised in. */
const plain = /^<(title|option|textarea|script|style)\b/

/** A page in which the ending of « 1er » is raised. Its markup is ours: no attribute holds a `>`. */
export async function withOrdinals(page: {
  toString(): string | Promise<string>
}): Promise<string> {
  const html = String(await page.toString())
  const isDrawn = drawings(html)
  let raised = ''
  let [done, seen] = [0, 0]
  let quiet = false
  for (const index of ordinals(html)) {
    const between = html.slice(seen, index)
    const [opened, closed] = [between.lastIndexOf('<'), between.lastIndexOf('>')]
    if (opened > closed) quiet = true
    else if (closed >= 0)
      quiet = plain.test(html.slice(html.lastIndexOf('<', seen + closed), seen + closed))
    seen = opened > closed ? seen + opened : index
    if (quiet || isDrawn(index)) continue
    raised += `${html.slice(done, index)}1<sup class="ordinal">${html.slice(index + 1, index + 3)}</sup>`
    done = index + 3
  }
  return raised + html.slice(done)
}

/** Where « 1er » and « 1re » stand as words. Most pages have none, and are looked through once for it. */
function* ordinals(html: string): Iterable<number> {
  const after = (from: number, word: string) => {
    const index = html.indexOf(word, from)
    return index < 0 ? html.length : index
  }
  let [er, re] = [after(0, '1er'), after(0, '1re')]
  for (let index = Math.min(er, re); index < html.length; index = Math.min(er, re)) {
    const isPart =
      wordBefore.test(html.slice(Math.max(0, index - 2), index)) ||
      wordAfter.test(html.slice(index + 3, index + 5))
    if (!isPart) yield index
    if (index === er) er = after(index + 3, '1er')
    else re = after(index + 3, '1re')
  }
}

/** Whether a place stands in a drawing, which has tags of its own; asked in the order of the page. */
function drawings(html: string): (index: number) => boolean {
  let [from, isDrawn] = [0, false]
  return (index) => {
    const between = html.slice(from, index)
    const [opened, closed] = [between.lastIndexOf('<svg'), between.lastIndexOf('</svg>')]
    if (opened >= 0 || closed >= 0) isDrawn = opened > closed
    from = index
    return isDrawn
  }
}
