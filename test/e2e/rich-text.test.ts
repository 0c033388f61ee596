import fc from 'fast-check'
import sharp from 'sharp'
import { expect } from 'vitest'
import { clean, fromField, toField } from '#kernel/richtext'
import { anySource } from '../../src/kernel/richtext/test/sources.ts'
import { asHtml } from '../../src/kernel/ui/islands/plain-text.ts'
import { word } from '../../src/kernel/richtext/test/pasted.ts'
import { tabsTo } from './keyboard.ts'
import type { Person } from './person.ts'
import { journey } from './town.ts'

/** What each kind of text can hold: marks, alignment, rules, levels, heads, numbers of lists (T1). */
const declared = clean(
  '<h3>Vu</h3><h5>a</h5><p class="align-center">5 m<sup>2</sup> H<sub>2</sub>O <s>non</s></p><hr>' +
    '<ol start="4" type="a"><li value="7">x<ul><li>y</li></ul></li><li><table><tr><td>z</table></li></ol>' +
    '<table><thead><tr><th>A</th><th rowspan=2>B</th></tr><tr><th>C</th></tr></thead>' +
    '<tbody><tr><td colspan=2>1</td></tr><tr><td>2</td></tr></tbody></table>' +
    '<blockquote><p><a href="https://beauval.example/?a=1&amp;b=2"><mark class="masked">x</mark></a></p></blockquote>',
).html

journey(
  'a text that is opened in the editor and saved comes back as it was, whatever it holds (T1)',
  async ({ town }) => {
    const tom = await town.signIn('agent')
    await tom.goes('/deliberations/items/new')
    await tom.page.locator('.editor').first().waitFor()
    const others = fc
      .sample(anySource, { numRuns: 300, seed: 7 })
      .map((source) => clean(source).html)
    const texts = [declared, ...others.filter((html) => html !== '')]
    const saved = await tom.page.evaluate(
      (fields) => {
        const place = document.querySelector('.editor')
        // Tiptap leaves the editor on its element.
        const { editor } = place as unknown as {
          editor: { commands: { setContent: (html: string, how: object) => void } }
        }
        const source = document.querySelector<HTMLTextAreaElement>('rich-text textarea')
        return fields.map((field) => {
          editor.commands.setContent(field, { emitUpdate: true })
          return source?.value ?? ''
        })
      },
      texts.map((html) => asHtml(toField(html))),
    )
    for (const [at, html] of texts.entries()) expect(fromField(saved[at] ?? '').html).toBe(html)
  },
)

journey(
  'who types before the editor has come goes on in it, where they were (T1)',
  async ({ town }) => {
    const tom = await town.signIn('agent')
    const [asked, coming] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    await tom.page.route('**/rich-editor*', async (route) => {
      asked.resolve()
      await coming.promise
      await route.continue()
    })
    await tom.goes('/deliberations/items/new')
    const field = tom.page.getByRole('textbox', { name: 'Motivation' })
    await field.focus()
    const { keyboard } = tom.page
    await keyboard.type('Considérant l’eau')
    for (let sign = 0; sign < ' l’eau'.length; sign += 1) await keyboard.press('ArrowLeft')
    await asked.promise
    coming.resolve()
    await tom.page.locator('.editor:focus').waitFor()
    await keyboard.type(' que l’abri prend')
    const sent = tom.page.locator('textarea[name="motivation"]')
    expect(await sent.inputValue()).toBe('<p>Considérant que l’abri prend l’eau</p>')
    await tom.page.unroute('**/rich-editor*')
  },
)

journey(
  'what is pasted from Word is read as everything is, and what is left aside is said (T2)',
  async ({ town }) => {
    const tom = await town.signIn('agent')
    await tom.goes('/deliberations/items/new')
    // Not the plain field that stands there until the editor is.
    const editor = tom.page
      .getByRole('textbox', { name: 'Motivation' })
      .and(tom.page.locator('[contenteditable="true"]'))
    await editor.click()
    await editor.evaluate((place, html) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', html)
      clipboardData.setData('text/plain', 'x')
      place.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, word)
    await tom.sees(
      'Laissé de côté\u00A0: 1 passage supprimé (suivi des modifications), 1 commentaire, 1 image d’un autre site ou d’un fichier, à ajouter par le bouton Image.',
    )
    expect(await editor.locator('ul > li').count()).toBe(3)
    expect(await editor.locator('strong').allInnerTexts()).toEqual(['le budget'])
    expect(await editor.innerText()).toContain('6 000 euros')
    expect(await editor.innerText()).not.toContain('5 000')
  },
)

/** A picture of one colour, as a program keeps it. */
async function picture(
  background: string,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const { data } = await sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { name: `${background}.png`, mimeType: 'image/png', buffer: data }
}

/** Gives a picture to the text, as the clipboard or a hand that lets it go. */
async function gives({ page }: Person, how: 'paste' | 'drop', background: string): Promise<void> {
  const { buffer } = await picture(background)
  const editor = page.getByRole('textbox', { name: 'Motivation' })
  await editor.evaluate(
    (place, { kind, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      const files = new DataTransfer()
      files.items.add(new File([bytes], 'x.png', { type: 'image/png' }))
      const { left, top } = (place.firstElementChild ?? place).getBoundingClientRect()
      const told = { bubbles: true, cancelable: true, clientX: left + 5, clientY: top + 5 }
      place.dispatchEvent(
        kind === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: files, ...told })
          : new DragEvent('drop', { dataTransfer: files, ...told }),
      )
    },
    { kind: how, base64: buffer.toString('base64') },
  )
}

journey(
  'a picture is chosen, pasted or dropped; its words are asked for, by keyboard and on a telephone (T2)',
  async ({ town }) => {
    const tom = await town.signIn('agent', { viewport: { width: 390, height: 844 } })
    const { page } = tom
    await tom.goes('/deliberations/items/new')
    await tom.fills('Intitulé', 'Plantations')
    const editor = page.getByRole('textbox', { name: 'Motivation' })
    await editor.click()
    await page.keyboard.type('Vu le plan')
    const pictures = editor.locator('img')
    const words = page.getByLabel('Texte alternatif').first()

    // Chosen: without words it is not put in, and that is said.
    await page.getByRole('button', { name: 'Image', exact: true }).first().click()
    await page
      .getByLabel('Fichier (PNG, JPEG, GIF ou WebP)')
      .first()
      .setInputFiles(await picture('green'))
    await page.getByRole('button', { name: 'Insérer l’image' }).first().click()
    await tom.sees('Dites ce que l’image montre')
    expect(await pictures.count()).toBe(0)
    await words.fill('Le parc')
    await words.press('Enter')
    await pictures.first().waitFor()
    expect(await pictures.first().getAttribute('alt')).toBe('Le parc')
    await tom.arrives()

    // Pasted: it stands in the text, and the words that are typed then are its own.
    await gives(tom, 'paste', 'red')
    await pictures.nth(1).waitFor()
    await tom.sees('Dites ce que l’image montre')
    await page.keyboard.type('La place')
    await page.keyboard.press('Enter')
    const pasted = editor.locator('img[alt="La place"]')
    await pasted.waitFor()

    // Dropped: the same, where it was let go; Escape leaves the words, which the form then asks for.
    await gives(tom, 'drop', 'blue')
    await pictures.nth(2).waitFor()
    await page.keyboard.press('Escape')
    await tom.presses('Enregistrer')
    await tom.sees(/image [123].*(texte|montre)/i)
    await editor.locator('img:not([alt])').click()
    await words.waitFor()
    await words.focus()
    await tabsTo(tom, 'Décorative')
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Appliquer' }).first().click()
    expect(await editor.locator('img[alt=""]').count()).toBe(1)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    ).toBe(true)
    await tom.shows('pictures')
    await tom.presses('Enregistrer')
    const shown = page.locator('.act img')
    expect(await shown.count()).toBe(3)
    expect(
      await shown.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)),
    ).toEqual([60, 60, 60])
  },
)
