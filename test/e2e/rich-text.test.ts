import fc from 'fast-check'
import { expect } from 'vitest'
import { clean, fromField, toField } from '#kernel/richtext'
import { anySource } from '../../src/kernel/richtext/test/sources.ts'
import { asHtml } from '../../src/kernel/ui/islands/plain-text.ts'
import { word } from '../../src/kernel/richtext/test/pasted.ts'
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
  'what is pasted from Word is read as everything is, and what is left aside is said (T2)',
  async ({ town }) => {
    const tom = await town.signIn('agent')
    await tom.goes('/deliberations/items/new')
    const editor = tom.page.getByRole('textbox', { name: 'Motivation' })
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
