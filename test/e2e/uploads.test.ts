import { expect } from 'vitest'
import type { Person } from './person.ts'
import { journey } from './town.ts'

const file = (name: string, size: number) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7 '.padEnd(size, 'a').slice(0, size)),
})

/** Writes a point, and stands on its page. */
async function onPoint(who: Person): Promise<void> {
  await who.goes('/deliberations/items/new')
  await who.fills('Intitulé', 'Bancs de la place')
  await who.presses('Enregistrer')
}

const input = ({ page }: Person) => page.locator('input[type=file]')
const button = (who: Person) => who.button('Ajouter des fichiers')
journey(
  'an upload says its limit before, how far it is, and what it did not take (T7)',
  async ({ town }) => {
    const tom = await town.signIn('agent')
    await onPoint(tom)
    expect(await tom.words()).toContain('64 Mo au plus par envoi')

    // Nothing was chosen: said beside the field.
    await button(tom).click()
    await tom.sees('Aucun fichier n’a été choisi.')
    await tom.arrives()

    // One is empty, one is too large: the others are added, and both are named.
    await input(tom).evaluate((one) => one.setAttribute('data-most', '20000'))
    // However short it is there: it is seen when it comes, not looked for from time to time.
    await tom.page.evaluate(() =>
      new MutationObserver(() => {
        if (document.querySelector('[data-upload-line] progress'))
          Reflect.set(globalThis, 'progressSeen', true)
      }).observe(document, { childList: true, subtree: true }),
    )
    await input(tom).setInputFiles([
      file('Plan 1.2.pdf', 9000),
      file('vide.pdf', 0),
      file('trop.pdf', 30_000),
      file('Avis 3.4', 2000),
    ])
    await button(tom).click()
    await tom.sees('2 fichiers sont ajoutés.')
    expect(await tom.page.evaluate(() => Reflect.get(globalThis, 'progressSeen'))).toBe(true)
    await tom.sees('vide.pdf est vide')
    await tom.sees(/trop\.pdf\s: 30\sko, c’est plus que 20\sko/)
    await tom.arrives()
    expect(await input(tom).inputValue()).toBe('')
    await tom.shows('uploads')
    await tom.sees('Plan 1.2')
    await tom.sees('Avis 3.4')

    // Cut off: the files stay chosen, and the next try adds each once.
    await tom.page.route('**/annexes', (route) => route.abort())
    await input(tom).setInputFiles([file('Coupe.pdf', 3000)])
    await button(tom).click()
    await tom.sees('L’envoi a été interrompu')
    await tom.page.unroute('**/annexes')
    await button(tom).click()
    await tom.sees('Le fichier est ajouté.')
    expect(await tom.page.getByRole('link', { name: 'Coupe' }).count()).toBe(1)
  },
)

journey('without scripts an upload of nothing is told in a sentence (T7)', async ({ town }) => {
  const tom = await town.signIn('agent', { withoutScripts: true })
  await onPoint(tom)
  await tom.presses('Ajouter des fichiers')
  await tom.sees('Aucun fichier n’a été choisi.')
})
