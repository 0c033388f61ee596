import { formatDate, t } from '#kernel/i18n'
import { actAs, system } from '#kernel/access'
import { type Advice, advicesOn, isTimedOut } from './advice.ts'
import type { merged } from './merging.ts'
import { typesNamed } from './type.ts'

/** How an advice came out, for who prints an act (D14). */
type Came = 'given' | 'own' | 'late' | 'none'

function cameOut(advice: Advice): Came | null {
  if (advice.state === 'given') return advice.nature === 'own' ? 'own' : 'given'
  if (advice.state === 'withdrawn' || advice.nature === 'own') return null
  if (advice.started_on === null) return null
  return isTimedOut(advice) ? 'late' : 'none'
}

/** The paragraphs that acts say of their advices, by dossier: of those that are not confidential, in words of the authority. */
export function paragraphsOf(subjectIds: readonly string[]): Promise<Map<string, string[]>> {
  return actAs(system, async () => {
    const all = (await advicesOn(subjectIds)).filter(({ confidential }) => !confidential)
    const types = await typesNamed(all.map(({ type_id }) => type_id))
    const said = new Map<string, string[]>()
    for (const advice of all) {
      const type = types.get(advice.type_id)
      const came = cameOut(advice)
      const text = type && came ? filled(type[`${came}_text`], advice) : ''
      if (text) said.set(advice.subject_id, [...(said.get(advice.subject_id) ?? []), text])
    }
    return said
  })
}

function filled(text: string, { started_on, given_on, value, due_on, given_by }: Advice): string {
  const day = (on: Temporal.PlainDate | null) => (on ? formatDate(on) : '')
  const words: Record<(typeof merged)[number], string> = {
    asked: day(started_on),
    given: day(given_on),
    value: value ? t(`advices.value.${value}`).toLocaleLowerCase() : '',
    due: day(due_on),
    by: given_by,
  }
  return text.replaceAll(/\{(\w+)\}/g, (all, name: string) => Reflect.get(words, name) ?? all)
}
