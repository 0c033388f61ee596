import { afterEach } from 'vitest'

/** So many characters of a page are printed. */
const most = 3000

/** What a page says, in the middle of what is told of a failure: its main part, or its body, within bounds. */
export const shortened = (told: string): string =>
  told.replaceAll(/<!doctype html>[^]*?(?:<\/html>|$)/gi, (page) => {
    const [main = page] = /<main\b[^]*?<\/main>/.exec(page) ?? /<body\b[^]*/.exec(page) ?? []
    const left = page.length - Math.min(main.length, most)
    return `${main.slice(0, most)} … (${left} characters of the page are left out)`
  })

// A page that is not as a test expects it would fill the screen: 30 kB of which a line matters.
afterEach(({ task }) => {
  for (const failure of task.result?.errors ?? [])
    if (failure.diff) failure.diff = shortened(failure.diff)
})
