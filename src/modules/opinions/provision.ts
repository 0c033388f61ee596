import { giveTypes } from '#commons/advices'
import { items } from '#modules/deliberations'
import { conditions, laws } from './points.ts'
import { financialDirector } from './role.ts'

const article =
  'conformément à l’article L1124-40, § 1er, du Code de la démocratie locale et de la décentralisation'

/** What a municipality starts with: the opinion of its financial director, by law above an amount, else on initiative. */
export async function provision(kind: string): Promise<void> {
  if (kind !== 'municipality') return
  await giveTypes([
    {
      title: 'Avis de légalité du directeur financier',
      about: items.name,
      giver: financialDirector.principal,
      nature: 'automatic',
      condition: conditions.aboveThreshold,
      uninvited: true,
      law: laws.finance,
      given_text: `Vu l’avis {value} du directeur financier, demandé le {asked} et rendu le {given}, ${article}\u00A0;`,
      own_text: `Vu l’avis {value} rendu d’initiative par le directeur financier le {given}, ${article}\u00A0;`,
      late_text: `Attendu que l’avis du directeur financier, demandé le {asked}, n’a pas été rendu dans le délai prescrit, qui a pris fin le {due}\u00A0; qu’il est passé outre, ${article}\u00A0;`,
    },
  ])
}
