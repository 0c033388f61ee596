import { clean } from '#kernel/richtext'
import { services } from '#commons/directory'
import { organs } from '#commons/organs'
import { terms } from '#commons/vocabularies'
import { categories } from '#modules/deliberations'
import { templateRecord } from './template.ts'

interface Sketch {
  title: string
  folder: string
  service: string | null
  category: string
  motivation: string
  decision: string
}

const sketches: readonly Sketch[] = [
  {
    title: 'Règlement complémentaire de circulation',
    folder: 'Mobilité / Règlements',
    service: 'Travaux',
    category: 'Mobilité',
    motivation: '<p>Vu la loi relative à la police de la circulation routière\u00A0;</p>',
    decision: '<p>De réserver la circulation, rue …, aux …</p>',
  },
  {
    title: 'Prise d’acte d’une démission',
    folder: '',
    service: null,
    category: 'Administration générale',
    motivation: '<p>Vu la lettre du …\u00A0;</p>',
    decision: '<p>De prendre acte de la démission de …</p>',
  },
]

/** Of a fictional authority: a template of a service, and one of all. */
export async function seeds(slug: string): Promise<void> {
  if (slug !== 'beauval') return
  const [council] = await organs()
  const [known, words] = [await services(), await terms(categories.name)]
  for (const { service, category, motivation, decision, ...said } of sketches)
    await templateRecord.write({
      ...plainly,
      ...said,
      service_id: known.find(({ name }) => name === service)?.id ?? null,
      organ_id: council?.id ?? null,
      category_id: words.find(({ name }) => name === category)?.id ?? null,
      ...{ motivation: clean(motivation).html, decision: clean(decision).html },
    })
}

const plainly = {
  ...{ recurs: 'never', amount: null, privacy: 'public', purpose: 'decision' },
  ...{ poll_type: 'freehand', matter: 'other', classifier_id: null, to_discuss: false },
  ...{ associated: [], committees: [], advices: [] },
} satisfies Partial<Parameters<typeof templateRecord.write>[0]>
