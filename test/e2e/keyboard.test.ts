import { expect } from 'vitest'
import { focusOf, tabsTo } from './keyboard.ts'
import { journey } from './town.ts'

const title = 'Abribus de la gare'
const motivation = 'Considérant que l’abri prend l’eau'

journey('an agent goes from signing in to proposing with the keyboard alone', async ({ town }) => {
  const tom = await town.visitor()
  const { keyboard } = tom.page
  const enters = () => tom.moves(() => keyboard.press('Enter'))
  await tom.goes('/sign-in')
  await tabsTo(tom, 'Identifiant')
  await keyboard.type('agent')
  await tabsTo(tom, 'Mot de passe')
  await keyboard.type('beffroi')
  await enters()
  await tabsTo(tom, 'Délibérations')
  await enters()
  await tabsTo(tom, 'Points')
  await enters()
  await tabsTo(tom, 'Aller au contenu')
  await keyboard.press('Enter')
  await expect.poll(() => tom.page.locator('main:focus').count()).toBe(1)
  await tabsTo(tom, 'Écrire un point')
  await enters()

  await tabsTo(tom, 'Motivation')
  await keyboard.type(motivation)
  await tabsTo(tom, 'Enregistrer')
  await enters()
  await expect.poll(() => focusOf(tom)).toBe('Une réponse à corriger')
  await tabsTo(tom, 'Intitulé : Cette réponse est nécessaire.')
  await keyboard.press('Enter')
  await expect.poll(() => focusOf(tom)).toContain('Intitulé')
  expect(await tom.page.getByLabel('Motivation').innerText()).toBe(motivation)
  await keyboard.type(title)
  await tabsTo(tom, 'Catégorie')
  await keyboard.type('Trav')
  await tabsTo(tom, 'Enregistrer')
  await enters()
  expect(await tom.title()).toBe(title)
  expect(await tom.words()).toContain(motivation)
  await tabsTo(tom, 'Proposer')
  await enters()
  await tom.sees('C’est fait : En validation.')
})

journey(
  'a dialog keeps the keyboard until it is answered, then gives it back',
  async ({ town }) => {
    const nadia = await town.signIn('head')
    const { keyboard } = nadia.page
    const inDialog = () => nadia.page.locator('dialog[open] :focus').count()
    await nadia.follows('Remplacement de la chaudière')
    await tabsTo(nadia, 'Renvoyer au service')
    await keyboard.press('Enter')
    expect(await focusOf(nadia)).toContain('Pourquoi')
    await nadia.arrives()
    for (let step = 0; step < 8; step += 1) {
      await keyboard.press('Tab')
      // Between the last field and the first one, the browser's own bars have the keyboard.
      if ((await focusOf(nadia)) !== '') expect(await inDialog()).toBe(1)
    }
    await keyboard.press('Escape')
    expect(await focusOf(nadia)).toBe('Renvoyer au service')
    await keyboard.press('Enter')
    await tabsTo(nadia, 'Renvoyer au service')
    await nadia.moves(() => keyboard.press('Enter'))
    expect(await nadia.words()).toContain('Dites pourquoi.')

    const aline = await town.signIn('secretariat')
    await aline.follows('Réfection de la rue du Moulin')
    await aline.presses('Présenter')
    await tabsTo(aline, 'Arrêter l’ordre du jour')
    await aline.page.keyboard.press('Enter')
    expect(await aline.page.locator('dialog:modal :focus').count()).toBe(1)
    await aline.arrives()
    await aline.page.keyboard.press('Escape')
    expect(await focusOf(aline)).toBe('Arrêter l’ordre du jour')
    expect(await aline.words()).toContain('Ordre du jour ouvert')
  },
)

journey(
  'the rows of a tree are folded by the keyboard, and all of them at once',
  async ({ town }) => {
    const aline = await town.signIn('secretariat')
    const { keyboard } = aline.page
    await aline.goes('/styleguide')
    const rows = () => aline.page.locator('tree-table tbody tr:visible').count()
    // One is folded from the start.
    expect(await rows()).toBe(6)
    await aline.button(/^Ce que contient 1 Entretenir/).focus()
    await keyboard.press('ArrowLeft')
    expect(await rows()).toBe(2)
    expect(await focusOf(aline)).toContain('Ce que contient')
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    expect(await rows()).toBe(3)
    await aline.button('Tout déplier').press('Enter')
    expect(await rows()).toBe(7)
    await aline.button('Tout replier').press('Enter')
    expect(await rows()).toBe(2)
    const folds = aline.page.locator('tree-table .fold:visible')
    expect(await folds.first().getAttribute('aria-expanded')).toBe('false')
  },
)
