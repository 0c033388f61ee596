import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is put into a file before some text that stands in it once, or a whole file. */
interface Change {
  readonly file: string
  readonly before?: string
  readonly put: string
}

/** A field of a point of an agenda, with all that has to be said of it. */
export const fieldOfPoint: readonly Change[] = [
  {
    file: 'src/modules/deliberations/item.ts',
    before: "  places: placesNamed(20, { label: 'deliberations.item.places' }),",
    put: `  urgency: choice(['usual', 'urgent'], (one) => t(\`deliberations.item.urgency.\${one}\`), {
    label: 'deliberations.item.urgency',
  }),
`,
  },
  {
    file: 'src/modules/deliberations/item.ts',
    before: "'classifier_id', 'to_discuss', 'associated'",
    put: "'urgency', ",
  },
  {
    file: 'src/modules/deliberations/migrations/209912312358_urgency.sql',
    put: "alter table deliberations.item add column urgency text not null default 'usual';\n",
  },
  {
    file: 'src/modules/deliberations/locales/fr.ts',
    before: "  'item.places':",
    put: "  'item.urgency': 'Urgence',\n  'item.urgency.usual': 'Ordinaire',\n  'item.urgency.urgent': 'Pressante',\n",
  },
  {
    file: 'src/modules/deliberations/locales/en.ts',
    before: "  'item.places':",
    put: "  'item.urgency': 'Urgency',\n  'item.urgency.usual': 'Usual',\n  'item.urgency.urgent': 'Pressing',\n",
  },
]

/** A field of an element of a plan. */
export const fieldOfElement: readonly Change[] = [
  {
    file: 'src/modules/strategy/element-fields.tsx',
    before: "  fte: fraction(1000, { label: 'strategy.field.fte' }),",
    put: `  difficulty: optionalChoice(['low', 'high'], (one) => t(\`strategy.difficulty.\${one}\`), {
    label: 'strategy.field.difficulty',
  }),
`,
  },
  {
    file: 'src/modules/strategy/element-fields.tsx',
    before: "'progress', 'progress_reason', 'effort', 'health'",
    put: "'difficulty', ",
  },
  {
    file: 'src/modules/strategy/fields.ts',
    before: "'bearers', 'effective_begin'",
    put: "'difficulty', ",
  },
  {
    file: 'src/modules/strategy/migrations/209912312359_difficulty.sql',
    put: 'alter table strategy.element add column difficulty text;\n',
  },
  {
    file: 'src/modules/strategy/locales/words.fr.ts',
    before: "  'field.fte':",
    put: "  'field.difficulty': 'Difficulté',\n  'difficulty.low': 'Faible',\n  'difficulty.high': 'Forte',\n",
  },
  {
    file: 'src/modules/strategy/locales/words.en.ts',
    before: "  'field.fte':",
    put: "  'field.difficulty': 'Difficulty',\n  'difficulty.low': 'Low',\n  'difficulty.high': 'High',\n",
  },
]

/** Adds a field to a copy of the house; gives the files that changed. Throws where one is not as it was read. */
export function addField(root: string, changes: readonly Change[]): string[] {
  for (const { file, before, put } of changes) {
    const path = join(root, file)
    const text = before === undefined ? '' : readFileSync(path, 'utf8')
    const parts = text.split(before ?? '\0')
    if (before !== undefined && parts.length !== 2)
      throw new Error(
        `${file} holds « ${before} » ${parts.length - 1} times: say where the field goes`,
      )
    writeFileSync(path, before === undefined ? put : parts.join(put + before))
  }
  return [...new Set(changes.map(({ file }) => file))]
}
