import { corpus } from './corpus.ts'
import { kinds } from './marks.ts'

/** node count.ts [acts] [seed] [show]: prints how much of each kind is marked, or one act with its marks. */
const [count = 240, seed = 1, show] = process.argv.slice(2).map(Number)
const acts = corpus(count, seed)

if (show === undefined) {
  const marks = acts.flatMap((act) => act.personal.map((one) => ({ ...one, act })))
  const lines = kinds.map((kind) => {
    const all = marks.filter((one) => one.kind === kind)
    const inOcr = all.filter((one) => one.act.noise === 'ocr').length
    return `${kind}\t${all.length}\t${inOcr} in OCR`
  })
  const letters = acts.reduce((sum, act) => sum + act.text.length, 0)
  const ocr = acts.filter((act) => act.noise === 'ocr').length
  process.stdout.write(
    `${lines.join('\n')}\nall\t${marks.length}\nacts\t${acts.length}\t${ocr} in OCR\nletters\t${letters}\n`,
  )
} else {
  const act = acts[show]
  let at = 0
  let shown = ''
  for (const one of act?.personal ?? []) {
    shown += `${act?.text.slice(at, one.from)}⟦${one.kind}:${act?.text.slice(one.from, one.to)}⟧`
    at = one.to
  }
  process.stdout.write(`${act?.title} (${act?.noise})\n\n${shown}${act?.text.slice(at)}\n`)
}
