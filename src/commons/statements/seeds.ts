import { today } from '#commons/clock'
import { decideOne } from '#commons/settings'
import { publish } from './publishing.ts'

/** What one of the fictional authorities declares; the other shows its administrators what is still to do. */
export async function seeds(slug: string): Promise<void> {
  if (slug !== 'beauval') return
  const officer =
    'Délégué à la protection des données\nPlace du Beffroi 1, 9999 Beauval\ndpd@beauval.example'
  const said = {
    'statements.status': 'partial',
    'statements.failings':
      'Certains plans annexés sont des images numérisées\u00A0: leur contenu vous est décrit sur demande.',
    'statements.method': 'self',
    'statements.evaluated_on': today().subtract({ days: 20 }).toString(),
    'statements.feedback': 'accessibilite@beauval.example\nPlace du Beffroi 1, 9999 Beauval',
    'statements.complaint': 'Médiateur de Beauval (fictif), Place du Beffroi 2, 9999 Beauval',
    'statements.contact': 'info@beauval.example',
    'statements.editor': 'Le Collège communal de Beauval',
    'privacy.officer': officer,
  }
  for (const [name, words] of Object.entries(said)) await decideOne(name, words)
  await publish('accessibility')
  await publish('legal')
  await publish('privacy')
}
