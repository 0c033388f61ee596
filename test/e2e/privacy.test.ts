import type { Person } from './person.ts'
import { journey } from './town.ts'

/** A request of somebody of the address book comes in at the counter. */
async function enters(who: Person, right: RegExp): Promise<void> {
  await who.goes('/privacy/requests/new')
  await who.fills(/^Personne qui demande/, 'Lenoir Odile')
  await who.page.getByRole('radio', { name: right }).check()
  await who.page.locator('[name=received_on]').fill('2026-11-23')
  await who.page.locator('[name="party_ids.said"]').fill('Lenoir Odile')
  await who.fills(/^Identité vérifiée par/, 'Vue au guichet')
  await who.presses('Enregistrer')
}

journey(
  'who asks to be corrected is, and to whom erasure is asked is told what the law keeps (art. 16, 17)',
  async ({ town }) => {
    const bastien = await town.signIn('administrator')
    await enters(bastien, /rectification/)
    const asked = new URL(bastien.page.url()).pathname
    await bastien.sees('Corrigez sur la fiche')
    await bastien.follows('Sa fiche du carnet d’adresses')
    await bastien.follows('Modifier')
    await bastien.page.locator('[name=phone]').fill('081 22 33 44')
    await bastien.presses('Enregistrer')
    await bastien.sees('081 22 33 44')
    await bastien.goes(asked)
    await bastien.presses('Marquer comme répondue')
    await bastien.sees('Répondue')

    await enters(bastien, /effacement/)
    await bastien.sees('la page de conservation dit la règle')
  },
)
