import { request } from 'node:http'
import { expect } from 'vitest'
import { journey } from './town.ts'

/** What a program is answered that asks with this key at the authority of a page. */
const asked = (page: string, key: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { host, port } = new URL(page)
    const headers = { host, authorization: `Bearer ${key}` }
    request({ host: '127.0.0.1', port, path: '/api/deliberations/items', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })

journey(
  'a program is made, its key is seen once and used, and it is revoked, in the browser',
  async ({ town }) => {
    const bastien = await town.signIn('administrator')
    await bastien.goes('/programs/new')
    await bastien.fills(/^Nom\b/, 'Borne du guichet')
    await bastien.fills('But', 'Montre les points décidés')
    await bastien.fills('Contact', 'borne@example.org')
    await bastien.chooses('Service responsable', 'Travaux')
    await bastien.page.getByLabel('Délibérations\u00A0: lire', { exact: true }).check()
    await bastien.page.getByLabel('agent', { exact: true }).check()
    await bastien.presses('Ajouter un compte de service')
    await bastien.sees('Il entre dès qu’il a une clé.')
    await bastien.fills('Jours de validité', '30')
    await bastien.presses('Faire une clé')
    const key = (await bastien.page.locator('code.secret').innerText()).trim()
    expect(key).toMatch(/^beffroi_key_\w{49}$/)
    await bastien.follows('Je l’ai copiée, continuer')
    const keys = bastien.page.getByRole('list', { name: 'Clés' })
    expect(await keys.innerText()).toContain('jamais')
    // It is nowhere any more.
    expect(await bastien.page.content()).not.toContain(key)
    const ask = () => asked(bastien.page.url(), key)
    expect(await ask()).toBe(200)
    await bastien.moves(() => bastien.page.reload())
    expect(await keys.innerText()).not.toContain('jamais')
    await bastien.confirms('Révoquer')
    expect(await keys.innerText()).toContain('Révoquée')
    expect(await ask()).toBe(401)
  },
)

journey(
  'who decides finds a setting by its words, sees what a numbering would write as it is typed, and goes back to the default',
  async ({ town }) => {
    const bastien = await town.signIn('administrator')
    await bastien.goes('/settings')
    await bastien.fills('Mots cherchés', 'lieu habituel')
    await bastien.presses('Chercher')
    await bastien.fills('Lieu habituel des séances', 'Salle des Tilleuls')
    await bastien.presses('Enregistrer')
    await bastien.sees('décidé ici')
    await bastien.presses('Remettre «\u00A0Lieu habituel des séances\u00A0» par défaut')
    await bastien.sees('à sa valeur par défaut')
    await bastien.follows('Numérotation', bastien.page.locator('main'))
    await bastien.follows('Séances', bastien.page.locator('main'))
    await bastien.fills('Modèle', '{organ}-{year}-no{number:3}')
    await bastien.sees(/CC-\d{4}-no\d{3}/)
    await bastien.fills('Modèle', '{organ}-{lune}')
    await bastien.sees('{lune} n’est pas un élément de cette série.')
  },
)

journey('whoever enters somebody sees who is like them while they type', async ({ town }) => {
  const bastien = await town.signIn('administrator')
  await bastien.goes('/people/new')
  await bastien.fills('Prénom', 'Aline')
  await bastien.page.locator('[name=last_name]').fill('Ferier')
  await bastien.sees('Est-ce une de ces personnes\u00A0?')
  await bastien.sees('Aline Ferrier')
  await bastien.page.locator('[name=last_name]').fill('Quatrevingt')
  await bastien.page.getByText('Est-ce une de ces personnes').waitFor({ state: 'detached' })
})
