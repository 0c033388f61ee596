import { personalData } from '/work/wt/pseudo/src/commons/pseudonymisation/index.ts'
import { corpus } from '/work/wt/pseudo/src/commons/pseudonymisation/test/corpus/corpus.ts'
const [, , count = '240', seed = '1', show = ''] = process.argv
const acts = corpus(Number(count), Number(seed))
const per: Record<string, [number, number]> = {}
const noise: Record<string, [number, number]> = {}
let findings = 0,
  right = 0
const fp: Record<string, [number, number]> = {}
const misses: string[] = [],
  wrongs: string[] = []
const letters = (t: string) => t.replace(/[^\p{L}\p{N}]/gu, '').length
const t0 = performance.now()
let chars = 0
for (const act of acts) {
  chars += act.text.length
  const found = personalData(act.text, { office: act.office })
  for (const m of act.personal) {
    let left = act.text
      .slice(m.from, m.to)
      .split('')
      .map((c, i) => (found.some((f) => f.from <= m.from + i && m.from + i < f.to) ? ' ' : c))
      .join('')
    const ok = letters(left) === 0
    ;(per[m.kind] ??= [0, 0])[1]++
    ;(noise[act.noise] ??= [0, 0])[1]++
    if (ok) {
      per[m.kind]![0]++
      noise[act.noise]![0]++
    } else
      misses.push(
        `${m.kind} [${act.noise}] «${act.text.slice(m.from, m.to)}» left «${left.trim()}» in: ${act.text
          .slice(Math.max(0, m.from - 50), m.to + 30)
          .replace(/\n/g, '⏎')
          .replace(/\t/g, '⇥')}`,
      )
  }
  for (const f of found) {
    findings++
    ;(fp[f.kind] ??= [0, 0])[1]++
    if (act.personal.some((m) => m.from < f.to && f.from < m.to)) {
      right++
      fp[f.kind]![0]++
    } else
      wrongs.push(
        `${f.kind} [${act.noise}] «${act.text.slice(f.from, f.to)}» in: ${act.text
          .slice(Math.max(0, f.from - 50), f.to + 30)
          .replace(/\n/g, '⏎')
          .replace(/\t/g, '⇥')}`,
      )
  }
}
const ms = performance.now() - t0
const all = Object.values(per).reduce((a, b) => [a[0] + b[0], a[1] + b[1]], [0, 0])
console.log(
  'recall',
  ((100 * all[0]) / all[1]).toFixed(2),
  'precision',
  ((100 * right) / findings).toFixed(2),
  `${chars} chars ${ms.toFixed(0)} ms`,
)
for (const [k, [a, b]] of Object.entries(per))
  console.log('  R', k, a, b, ((100 * a) / b).toFixed(1), ' P', fp[k]?.join('/'))
console.log(noise)
if (show.includes('m')) console.log(misses.join('\n'))
if (show.includes('w')) console.log(wrongs.join('\n'))
