import { corpus } from './corpus.ts'
import { measure, percent } from './measuring.ts'

/** node measure.ts [acts] [seed] [missed|wrong]: prints recall and precision by kind, and each that was missed or wrong. */
const [count = '240', seed = '1', show = ''] = process.argv.slice(2)
const { found, right, kinds, noise, missed, wrong } = measure(corpus(Number(count), Number(seed)))
const lines = [
  `all\trecall ${percent(found)} % of ${found.of}\tprecision ${percent(right)} % of ${right.of}`,
  ...[...kinds].map(
    ([kind, one]) =>
      `${kind}\trecall ${percent(one.found)} % of ${one.found.of}\tprecision ${percent(one.right)} % of ${one.right.of}`,
  ),
  ...[...noise].map(([what, one]) => `${what}\trecall ${percent(one)} % of ${one.of}`),
  ...(show === 'missed' ? missed : []),
  ...(show === 'wrong' ? wrong : []),
]
process.stdout.write(`${lines.join('\n')}\n`)
