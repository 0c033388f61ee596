import { t } from '#kernel/i18n'
import { Card } from '#kernel/ui'
import { placesNamed } from './naming.tsx'

/** How the places of a dossier are asked for, for the style guide. */
export async function PlacesGuide() {
  const { input } = placesNamed(20, { label: 'places.of_dossier' })
  return <Card title={t('places.of_dossier')}>{await input('guide.places', [], {})}</Card>
}
