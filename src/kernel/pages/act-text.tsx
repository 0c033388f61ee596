import { raw } from 'hono/html'
import { itsLanguage } from '#kernel/tenancy'

/**
 * Rich text that the authority wrote, marked as its language whatever the page speaks (WCAG 3.1.2); it was
 * cleaned when it came in. A table too wide for the screen scrolls in it, under the label: the keyboard must
 * reach it (WCAG 2.1.1).
 */
export function ActText({ html, label }: { html: string; label: string }) {
  const scrolling = { tabindex: 0, role: 'region', 'aria-label': label } as const
  return (
    <div class="act" lang={itsLanguage()} {...(html.includes('<table') && scrolling)}>
      {raw(html)}
    </div>
  )
}
