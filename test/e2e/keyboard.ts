import type { Person } from './person.ts'

/** More steps than any page asks of somebody who goes through it with Tab. */
const most = 80

/** Where the keyboard is, and why a person would not see it there. */
interface Focus {
  name: string
  hidden: string | null
}

/**
 * Goes with Tab to what bears this name. Throws where the focus cannot be seen on the way
 * (WCAG 2.4.7, 2.4.11), or never arrives.
 */
export async function tabsTo({ page }: Person, name: string, key = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press(key)
    const focus = await page.evaluate(focusNow)
    if (focus.hidden) throw new Error(`The focus on « ${focus.name} » ${focus.hidden}`)
    if (focus.name.startsWith(name)) return
    passed.push(focus.name)
  }
  throw new Error(`Tab does not lead to « ${name} », only to ${passed.join(' | ')}`)
}

/** The name of what has the keyboard. */
export async function focusOf({ page }: Person): Promise<string> {
  return (await page.evaluate(focusNow)).name
}

/** Runs in the page. */
function focusNow(): Focus {
  const one = document.activeElement
  if (!(one instanceof HTMLElement) || one === document.body) return { name: '', hidden: null }
  const label =
    document.querySelector<HTMLElement>(`label[for="${one.id}"]`) ?? one.closest('label')
  const described = one.getAttribute('aria-labelledby')?.split(' ')[0] ?? ''
  const words =
    one.getAttribute('aria-label') ??
    document.getElementById(described)?.textContent ??
    label?.textContent ??
    one.textContent
  return { name: words.replaceAll(/\s+/g, ' ').trim(), hidden: whyHidden() }

  function whyHidden(): string | null {
    const marked = [one, label].some((part) => {
      if (!part) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part)
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    })
    if (!marked) return 'has no mark'
    const box = (one ?? document.body).getBoundingClientRect()
    const middle = Math.min(box.left + 20, box.left + box.width / 2)
    const uncovered = [box.top + 3, box.top + box.height / 2, box.bottom - 3].some((y) => {
      const top = document.elementFromPoint(middle, y)
      return top && (one?.contains(top) || label?.contains(top) || top.contains(one))
    })
    return uncovered ? null : 'is covered or out of sight'
  }
}
