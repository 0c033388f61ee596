import { parseArgs } from 'node:util'
import { stepsLeft } from '#commons/beginning'
import { t } from '#kernel/i18n'
import { within } from './within.ts'

/** Says what an authority still lacks before it can work. */
export function tellSteps(given: string[]): Promise<void> {
  const { positionals } = parseArgs({ args: given, allowPositionals: true })
  return within(positionals[0], async () => {
    const lines = (await stepsLeft()).flatMap(({ title, lacks }) =>
      lacks.map(({ sentence }) => `${t(title)}: ${sentence}`),
    )
    return lines.join('\n') || 'Nothing lacks: it can work.'
  })
}
