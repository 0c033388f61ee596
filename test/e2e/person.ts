import { join } from 'node:path'
import type { BrowserContextOptions, CDPSession, Locator, Page } from 'playwright-core'
import { demonstrationPassword } from '#commons/directory'
import { barriers } from './accessible.ts'
import { profile } from './browser.ts'

export interface Equipment extends BrowserContextOptions {
  /** Their browser runs no scripts. */
  withoutScripts?: boolean
}

/** Failed loads are told by the page that is shown, and asked for by journeys that go astray. */
const expected = /^Failed to load resource/

/**
 * Somebody with a browser of their own. Each page on which they arrive is examined for barriers;
 * what is wrong, and what the browser itself complains of, fails the journey at its end.
 */
export class Person {
  readonly page: Page
  /** The address of the authority. */
  private readonly home: string
  private readonly complaints: string[] = []
  private readonly scripts: CDPSession | null

  private constructor(page: Page, home: string, scripts: CDPSession | null) {
    this.page = page
    this.home = home
    this.scripts = scripts
    page.on('pageerror', (failure) => this.complaints.push(`${page.url()} ${failure.message}`))
    page.on('console', (line) => {
      const wrong = line.type() === 'error' && !expected.test(line.text())
      if (wrong) this.complaints.push(`${page.url()} ${line.text()}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 500) this.complaints.push(`${response.url()} ${response.status()}`)
    })
  }

  /** Opens a browser at an authority, on no page yet. */
  static async at(url: string, equipment: Equipment): Promise<Person> {
    const { withoutScripts, ...options } = equipment
    const context = await profile({ ...options, baseURL: url })
    const page = await context.newPage()
    // Not `javaScriptEnabled: false`: axe must run its own script on such a page.
    const scripts = withoutScripts ? await context.newCDPSession(page) : null
    await scripts?.send('Emulation.setScriptExecutionDisabled', { value: true })
    return new Person(page, url, scripts)
  }

  /** Has this session from now on. */
  async bears(token: string): Promise<void> {
    await this.page.context().addCookies([{ name: 'session', value: token, url: this.home }])
  }

  /** Does something while the line is down; that nothing was to be fetched then is no complaint. */
  async withoutLine(work: () => Promise<unknown>): Promise<void> {
    const before = this.complaints.length
    await this.page.context().setOffline(true)
    await work()
    await this.page.context().setOffline(false)
    const meanwhile = this.complaints.splice(before)
    this.complaints.push(...meanwhile.filter((one) => !one.includes('Failed to fetch')))
  }

  /** Closes the browser; returns what was wrong on the way. */
  async leaves(): Promise<string[]> {
    await this.page.context().close()
    return this.complaints
  }

  async signsIn(login: string, password = demonstrationPassword): Promise<void> {
    if (!this.page.url().includes('/sign-in')) await this.goes('/sign-in')
    await this.fills('Identifiant', login)
    await this.fills('Mot de passe', password)
    await this.presses('Se connecter')
  }

  /** Types an address; returns the status of the answer. */
  async goes(path: string): Promise<number> {
    const answer = await this.page.goto(path)
    await this.arrives()
    return answer?.status() ?? 0
  }

  /** Goes where a link would lead: the browser keeps what it has loaded. */
  visits(path: string): Promise<void> {
    return this.moves(() => this.page.evaluate(`Turbo.visit(${JSON.stringify(path)})`))
  }

  follows(link: string | RegExp, where: Locator | Page = this.page): Promise<void> {
    return this.moves(() => seen(where.getByRole('link', { name: link })).click())
  }

  presses(button: string | RegExp, where: Locator | Page = this.page): Promise<void> {
    return this.moves(() => seen(this.button(button, where)).click())
  }

  /** Presses a button that asks first, and says yes. */
  async confirms(button: string | RegExp): Promise<void> {
    await seen(this.button(button)).click()
    await this.presses(button, this.page.getByRole('alertdialog'))
  }

  /** Without scripts: ticks the question that stands beside a button, and presses it. */
  async agrees(button: string | RegExp): Promise<void> {
    const form = this.page.locator('form').filter({ has: this.button(button) })
    await form.getByRole('checkbox').check()
    await this.presses(button)
  }

  /** Not the field of a form that chooses files, which has the role of a button too. */
  button(name: string | RegExp, where: Locator | Page = this.page): Locator {
    return where.getByRole('button', { name }).and(this.page.locator('button'))
  }

  /** The field in sight: an editor that is about to take its place hides the plain one first. */
  fills(field: string | RegExp, words: string): Promise<void> {
    return this.page.getByLabel(field).filter({ visible: true }).fill(words)
  }

  async chooses(field: string | RegExp, option: string | RegExp): Promise<void> {
    const select = this.page.getByRole('combobox', { name: field })
    const label = await select.getByRole('option', { name: option }).first().textContent()
    await select.selectOption({ label: label ?? '' })
  }

  /** The line of a list or agenda that has these words. */
  line(words: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: words }).first()
  }

  /** Waits until these words stand on the page. */
  async sees(words: string | RegExp): Promise<void> {
    await seen(this.page.getByText(words)).waitFor()
  }

  /** The heading of the page. */
  async title(): Promise<string> {
    return plain(await this.page.locator('h1').innerText())
  }

  /** The words of the page, each space a plain one. */
  async words(where: string = 'main'): Promise<string> {
    return plain(await this.page.locator(where).innerText())
  }

  /** Does what leads to another page, or to this one anew, and examines where it led. */
  async moves(act: () => Promise<unknown>): Promise<void> {
    await this.page.evaluate(() => document.querySelector('main')?.setAttribute('data-left', ''))
    await act()
    await this.page.locator('main[data-left]').waitFor({ state: 'detached' })
    await this.page.locator('html[aria-busy]').waitFor({ state: 'detached' })
    await this.arrives()
  }

  /** Examines the page as it is now. */
  async arrives(): Promise<void> {
    if (this.scripts) await this.allowScripts(true)
    this.complaints.push(...(await barriers(this.page)))
    if (this.scripts) await this.allowScripts(false)
  }

  /** Lets axe run on a page without scripts, which keeps the style that it has without them. */
  private async allowScripts(allowed: boolean): Promise<void> {
    await this.scripts?.send('Emulation.setScriptExecutionDisabled', { value: !allowed })
    await this.page.evaluate(() => {
      const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
      for (const rule of rules)
        if (rule instanceof CSSMediaRule && /scripting: none/.test(rule.media.mediaText))
          rule.media.mediaText = 'all'
    })
  }

  /** Keeps a picture of the page when the environment names a folder for them. */
  async shows(name: string): Promise<void> {
    const folder = process.env['SCREENSHOTS']
    if (folder) await this.page.screenshot({ path: join(folder, `${name}.png`) })
  }
}

/** The first of these that is in sight. */
const seen = (these: Locator) => these.filter({ visible: true }).first()

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
