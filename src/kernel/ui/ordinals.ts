const ending = /(?<![\p{L}\d])1(er|re)(?![\p{L}\d])/gu
/** What holds words that nothing can be raised in. */
const plain = /^<(title|option|textarea|script|style)\b/

/** A page in which the ending of « 1er » is raised. Its markup is ours: no attribute holds a `>`. */
export async function withOrdinals(page: {
  toString(): string | Promise<string>
}): Promise<string> {
  const html = String(await page.toString())
  // Few pages have one, and few tags are near it: the others are not looked at one by one.
  if (!/1(er|re)/.test(html)) return html
  const isDrawn = drawings(html)
  let raised = ''
  let [done, seen] = [0, 0]
  let quiet = false
  for (const { index, 1: letters = '' } of html.matchAll(ending)) {
    const between = html.slice(seen, index)
    const [opened, closed] = [between.lastIndexOf('<'), between.lastIndexOf('>')]
    if (opened > closed) quiet = true
    else if (closed >= 0)
      quiet = plain.test(html.slice(html.lastIndexOf('<', seen + closed), seen + closed))
    seen = opened > closed ? seen + opened : index
    if (quiet || isDrawn(index)) continue
    raised += `${html.slice(done, index)}1<sup class="ordinal">${letters}</sup>`
    done = index + 1 + letters.length
  }
  return raised + html.slice(done)
}

/** Whether a place stands in a drawing, which has tags of its own; asked in the order of the page. */
function drawings(html: string): (index: number) => boolean {
  const next = (from: number) => {
    const start = html.indexOf('<svg', from)
    return start < 0 ? undefined : { start, end: html.indexOf('</svg>', start) }
  }
  let drawing = next(0)
  return (index) => {
    while (drawing && drawing.end < index) drawing = next(drawing.start + 1)
    return drawing !== undefined && drawing.start < index
  }
}
