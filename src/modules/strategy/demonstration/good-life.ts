import type { Sketch } from './sketch.ts'
import { begun, done, mayor, ongoing, scheduled, works } from './steps.ts'

/** The third objective of Beauval. */
export const goodLife: Sketch = {
  title: 'Être une commune où il fait bon vivre, à tout âge',
  path: begun,
  sdgs: [3, 11],
  below: [
    {
      title: 'Rendre les rues plus sûres',
      ...mayor,
      manager: 'Travaux',
      path: begun,
      due: '2029-12-31',
      categories: ['Mobilité', 'Propreté et sécurité'],
      plans: ['Plan communal de mobilité'],
      sdgs: [3, 11],
      below: [
        {
          title: 'Créer une zone 30 autour de chaque école',
          ...works,
          path: ongoing,
          due: '2026-08-31',
          budget: [['Commune', 2026, 36_000]],
        },
        {
          title: 'Aménager une piste cyclable vers la gare',
          ...works,
          path: scheduled,
          begin: '2026-03-01',
          due: '2028-10-31',
          budget: [
            ['Europe', 2027, 420_000],
            ['Wallonie', 2027, 140_000],
            ['Commune', 2028, 90_000],
          ],
        },
      ],
    },
    {
      title: 'Rendre chaque bâtiment public accessible à tous',
      ...mayor,
      manager: 'Travaux',
      path: begun,
      due: '2030-06-30',
      categories: ['Travaux'],
      sdgs: [10, 11],
      below: [
        {
          title: 'Installer une rampe à la bibliothèque',
          ...works,
          path: done,
          due: '2025-10-31',
          budget: [['Commune', 2025, 14_250]],
        },
      ],
    },
    {
      title: 'Soutenir les associations du village',
      manager: 'Secrétariat',
      ...mayor,
      categories: ['Culture', 'Sports'],
      sdgs: [11, 17],
    },
  ],
}
