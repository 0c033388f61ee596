/** Upper bounds in seconds, as pages and files take. */
const bounds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60]

type Labels = Readonly<Record<string, string>>

/** What is told under a name (Prometheus, text format 0.0.4). */
export interface Metric {
  readonly name: string
  readonly help: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly samples: readonly (readonly [suffix: string, labels: Labels, value: number])[]
}

/** The text of metrics (Prometheus, text format 0.0.4). */
export const written = (metrics: readonly Metric[]): string =>
  metrics
    .flatMap(({ name, help, type, samples }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...samples.map(([suffix, labels, value]) => `${name}${suffix}${inBraces(labels)} ${value}`),
    ])
    .join('\n')
    .concat('\n')

function inBraces(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}

const escaped = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

/** Counts by labels, of which there may be only so many: what comes after is counted together. */
export class Counter {
  private readonly counts = new Map<string, { labels: Labels; value: number }>()
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  add(labels: Labels, by = 1): void {
    const key = JSON.stringify(labels)
    const known = this.counts.get(key)
    if (known) known.value += by
    else if (this.counts.size < this.most) this.counts.set(key, { labels, value: by })
    else this.add(Object.fromEntries(Object.keys(labels).map((name) => [name, 'other'])), by)
  }

  get samples(): Metric['samples'] {
    return [...this.counts.values()].map(({ labels, value }) => ['', labels, value] as const)
  }
}

/** How long something took, by labels, in buckets. */
export class Histogram {
  private readonly of = new Map<string, { labels: Labels; counts: number[]; sum: number }>()
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  observe(labels: Labels, seconds: number): void {
    const key = JSON.stringify(labels)
    const known = this.of.get(key)
    if (!known && this.of.size >= this.most && !('other' in labels)) {
      this.observe({ other: 'true' }, seconds)
      return
    }
    const one = known ?? { labels, counts: [...bounds, Infinity].map(() => 0), sum: 0 }
    this.of.set(key, one)
    const at = bounds.findIndex((bound) => seconds <= bound)
    const bucket = at < 0 ? bounds.length : at
    one.counts[bucket] = (one.counts[bucket] ?? 0) + 1
    one.sum += seconds
  }

  get samples(): Metric['samples'] {
    return [...this.of.values()].flatMap(({ labels, counts, sum }) => {
      let below = 0
      const buckets = counts.map((count, at) => {
        below += count
        return ['_bucket', { ...labels, le: String(bounds[at] ?? '+Inf') }, below] as const
      })
      return [...buckets, ['_sum', labels, sum] as const, ['_count', labels, below] as const]
    })
  }
}
