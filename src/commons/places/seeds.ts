import { streetRecord } from './street.ts'

const town = { postal_code: '5998', locality: 'Beauval', other_name: '', former_names: '' }

/** Some streets of a fictional authority, invented as all there. */
export async function seeds(slug: string): Promise<void> {
  if (slug !== 'beauval') return
  for (const title of [
    'Rue du Moulin',
    'Chaussée de la Tour',
    'Place du Beffroi',
    'Rue des Tilleuls',
  ])
    await streetRecord.write({ ...town, title })
  await streetRecord.write({ ...town, title: 'Rue de la Gare', former_names: 'Rue de la Station' })
}
