import { Invalid } from '#kernel/errors'

const texts = ['given_text', 'own_text', 'late_text', 'none_text'] as const
/** What a text of a kind of advice may name between braces. */
export const merged = ['asked', 'given', 'value', 'due', 'by'] as const

/** Throws `Invalid` on a text that names what nothing stands for. */
export function ensureMergeable(given: Partial<Record<(typeof texts)[number], string>>): void {
  for (const name of texts)
    for (const [, field = ''] of (given[name] ?? '').matchAll(/\{([^{}]*)\}/g))
      if (!merged.some((one) => one === field))
        throw Invalid.field(name, 'advices.unknown_field', {
          field: `{${field}}`,
          known: merged.map((one) => `{${one}}`).join(', '),
        })
}
