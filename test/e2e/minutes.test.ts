import { expect } from 'vitest'
import { convokes } from './meeting.ts'
import type { Person } from './person.ts'
import { journey } from './town.ts'

const addressOf = ({ page }: Person) => new URL(page.url()).pathname

/** A council that meets today at this hour, with what waits for it; gives its address. */
async function meets(aline: Person, hour: string, presents: string | null): Promise<string> {
  await aline.goes('/deliberations/meetings/new')
  await aline.chooses('Organe', 'Conseil communal')
  const day = await aline.page.evaluate(() => new Date().toLocaleDateString('sv-SE'))
  await aline.fills('Date et heure', `${day}T${hour}`)
  await aline.presses('Fixer une séance')
  const meeting = addressOf(aline)
  if (presents) {
    await aline.follows('Disponibles')
    await aline.presses('Présenter', aline.line(presents))
    await aline.goes(meeting)
  }
  await aline.confirms('Arrêter l’ordre du jour')
  await convokes(aline, meeting)
  await aline.goes(`${meeting}/attendance`)
  await aline.presses('Enregistrer les présences')
  await aline.presses('Ouvrir la séance')
  return meeting
}

async function ends(aline: Person, meeting: string): Promise<void> {
  await aline.goes(meeting)
  await aline.confirms('Adopter à l’unanimité ce qui reste')
  await aline.confirms('Clôturer la séance')
}

journey(
  'the minutes of a council are read, approved at its next meeting, and kept; what it decided stands in the register (L1122-16)',
  async ({ town }) => {
    const aline = await town.signIn('secretariat')
    const first = await meets(aline, '00:10', 'Réfection de la rue du Moulin')
    await ends(aline, first)
    await aline.goes(`${first}/minutes`)
    await aline.follows('Ouvrir le procès-verbal')
    const minutes = addressOf(aline)
    await aline.presses('Mettre à disposition')
    await aline.sees('À disposition des membres')

    const hugo = await town.signIn('councillor')
    await hugo.goes(minutes)
    expect(await hugo.words()).toContain('À l’unanimité,')

    const second = await meets(aline, '00:20', null)
    await aline.goes(second)
    await aline.sees(/Procès-verbal de la séance du .*approbation/)
    await ends(aline, second)
    await aline.goes(minutes)
    await aline.sees(/sans observation\. Plus rien/)
    await aline.shows('minutes-approved')
    await aline.goes('/deliberations/register')
    await aline.sees('Réfection de la rue du Moulin')
    await aline.goes(`${second}/minutes`)
    await aline.follows('Ouvrir le procès-verbal')
    await aline.sees('Aucune observation n’étant formulée avant la fin de la séance')
  },
)
