import { expect } from 'vitest'
import type { Person } from './person.ts'
import { journey } from './town.ts'

/** A request of somebody of the address book comes in at the counter. */
async function enters(who: Person, right: RegExp, name = 'Lenoir Odile'): Promise<void> {
  await who.goes('/privacy/requests/new')
  await who.fills(/^Personne qui demande/, name)
  await who.page.getByRole('radio', { name: right }).check()
  await who.page.locator('[name=received_on]').fill('2026-11-23')
  await who.page.locator('[name="party_ids.said"]').fill(name)
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

journey(
  'what nothing obliges to keep is erased at the request of its person: request, decision, erasure, certificate',
  async ({ town }) => {
    const bastien = await town.signIn('administrator')
    await bastien.goes('/parties/contacts/new')
    await bastien.fills(/^Nom/, 'Vandersmissen')
    await bastien.fills(/^Prénom/, 'Théodule')
    await bastien.presses('Enregistrer')
    const card = new URL(bastien.page.url()).pathname
    await enters(bastien, /effacement/, 'Vandersmissen Théodule')
    const asked = new URL(bastien.page.url()).pathname

    await bastien.follows('Effacer ce qui peut l’être')
    expect(await bastien.words()).toContain('peut être effacé')
    await bastien.page.getByLabel('J’ai vérifié').check()
    await bastien.presses('Proposer l’effacement')
    await bastien.sees('1 fiche est proposée à l’effacement')

    await bastien.follows('Confirmer l’effacement')
    expect(await bastien.words()).toMatch(/sera détruit, à la demande de la personne \(RGPD\//)
    await bastien.page.getByLabel('J’ai vérifié').check()
    await bastien.presses('Détruire 1 dossier')
    await bastien.sees('C’est détruit.')
    await bastien.sees(/^ELIM\//)
    expect(await bastien.goes(card)).toBe(404)
    await bastien.goes('/search?q=Vandersmissen')
    expect(await bastien.words()).not.toContain('Vandersmissen Théodule · ')

    // The request stays, to prove the answer, and names a card that is no more there.
    await bastien.goes(asked)
    await bastien.presses('Marquer comme répondue')
    await bastien.sees('Répondue')
  },
)
