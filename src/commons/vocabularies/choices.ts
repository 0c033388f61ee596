import type { Option, OptionGroup } from '#kernel/ui'
import type { Term } from './term.ts'

/** Terms as a `Select` takes them: those of a group under its head, in the order of the list. */
export function termChoices(terms: readonly Term[]): (Option | OptionGroup)[] {
  const choices: (Option | OptionGroup)[] = []
  const groups = new Map<string, Option[]>()
  for (const { id, name, grouping } of terms) {
    const option = { value: id, label: name }
    const group = groups.get(grouping)
    if (!grouping) choices.push(option)
    else if (group) group.push(option)
    else {
      const options = [option]
      groups.set(grouping, options)
      choices.push({ label: grouping, options })
    }
  }
  return choices
}
