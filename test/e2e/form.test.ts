import { expect } from 'vitest'
import { focusOf, tabsTo } from './keyboard.ts'
import { journey } from './town.ts'

const next = 'Enregistrer et en écrire un autre'

journey(
  'an agent writes point after point with the keyboard, and goes from what is wrong to its field',
  async ({ town }) => {
    const tom = await town.signIn('agent')
    const { keyboard } = tom.page
    const enters = () => tom.moves(() => keyboard.press('Enter'))
    const choice = (field: string) =>
      tom.page.getByLabel(field).locator('option:checked').innerText()
    await tom.goes('/deliberations/items/new')
    const missing = tom.page.locator('.part-missing').first()
    expect(await missing.innerText()).toMatch(/manque\s: Intitulé/)
    await tom.shows('form-of-a-point')
    await tabsTo(tom, next)
    await enters()
    await expect.poll(() => focusOf(tom)).toBe('Une réponse à corriger')
    await tabsTo(tom, 'Intitulé : Cette réponse est nécessaire.')
    await keyboard.press('Enter')
    await expect.poll(() => focusOf(tom)).toContain('Intitulé')
    await keyboard.type('Bancs de la place')
    expect(await missing.innerText()).toBe('')
    await tabsTo(tom, 'Organe')
    await keyboard.type('Coll')
    await tabsTo(tom, 'Catégorie')
    await keyboard.type('Trav')
    await tabsTo(tom, next)
    await enters()

    // The next one begins in its title, with what holds for both.
    await expect.poll(() => focusOf(tom)).toContain('Intitulé')
    await tom.sees(/«\sBancs de la place\s» est enregistré/)
    expect(await tom.page.getByLabel('Intitulé').inputValue()).toBe('')
    expect(await choice('Organe')).toBe('Collège communal')
    expect(await choice('Catégorie')).toBe('Travaux')
    await keyboard.type('Arbres de la place')
    await keyboard.press('Enter')
    await expect.poll(() => tom.title()).toBe('Arbres de la place')

    await tabsTo(tom, 'Dupliquer')
    await enters()
    await tom.sees('Copie de')
    expect(await tom.page.getByLabel('Intitulé').inputValue()).toBe('Arbres de la place')
    await tom.fills('Intitulé', 'Arbres de la gare')
    await tom.presses('Enregistrer')
    expect(await tom.words()).toContain('Copie de Arbres de la place')
  },
)

journey(
  'a form shows what it asks for as one answers, and keeps what was typed',
  async ({ town }) => {
    const elise = await town.signIn('coordinator')
    const { keyboard } = elise.page
    await elise.follows('Plan stratégique')
    await elise.follows(/^Programme stratégique transversal/)
    await elise.follows(/Ouvrir le guichet un soir par semaine/)
    await elise.follows('Modifier')
    const why = elise.page.getByLabel('Pourquoi cette santé')
    const missing = elise.page
      .locator('.form-part', { hasText: 'Où on en est' })
      .locator('.part-missing')
    expect(await why.isVisible()).toBe(false)
    await tabsTo(elise, 'Santé')
    await keyboard.type('En p')
    await tabsTo(elise, 'Pourquoi cette santé')
    expect(await why.getAttribute('aria-required')).toBe('true')
    expect(await missing.innerText()).toMatch(/manque\s: Pourquoi cette santé/)
    await elise.arrives()
    await elise.shows('form-of-an-action')

    await tabsTo(elise, 'Enregistrer')
    await elise.moves(() => keyboard.press('Enter'))
    await expect.poll(() => focusOf(elise)).toBe('Une réponse à corriger')
    await tabsTo(elise, 'Pourquoi cette santé : ')
    await keyboard.press('Enter')
    await expect.poll(() => focusOf(elise)).toContain('Pourquoi cette santé')
    await keyboard.type('Le guichet manque de bras')
    expect(await missing.innerText()).toBe('')

    // Another answer takes the question away, and coming back finds what was typed.
    await tabsTo(elise, 'Santé', 'Shift+Tab')
    await keyboard.type('Bonne')
    await expect.poll(() => why.isVisible()).toBe(false)
    await elise.chooses('Santé', 'En pause')
    await expect.poll(() => why.isVisible()).toBe(true)
    expect(await why.inputValue()).toBe('Le guichet manque de bras')
    await elise.presses('Enregistrer')
    await elise.sees('Le guichet manque de bras')
  },
)

journey('without scripts all is asked for, with what it depends on in words', async ({ town }) => {
  const elise = await town.signIn('coordinator', { withoutScripts: true })
  await elise.follows('Plan stratégique')
  await elise.follows(/^Programme stratégique transversal/)
  await elise.follows(/Ouvrir le guichet un soir par semaine/)
  await elise.follows('Modifier')
  await elise.sees(/Seulement si «\sSanté\s»\s: À risque ou Bloquée ou En pause\./)
  await elise.fills('Pourquoi cette santé', 'Le guichet manque de bras')
  await elise.chooses('Santé', 'En pause')
  await elise.presses('Enregistrer')
  await elise.sees('Le guichet manque de bras')
})
