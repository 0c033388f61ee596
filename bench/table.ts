/** Lines of cells as aligned text: the first column to the left, figures to the right. */
export function table(lines: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const line of lines)
    for (const [at, cell] of line.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  const aligned = (line: readonly string[]) =>
    line
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('   ')
      .trimEnd()
  return lines.map(aligned).join('\n')
}

const numbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0, useGrouping: true })
const precise = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 })

export const figure = (value: number): string =>
  (Math.abs(value) < 100 ? precise : numbers).format(value)
export const ms = (value: number): string => `${figure(value)} ms`
export const percent = (value: number): string => `${Math.round(value * 100)} %`
export const times = (value: number): string => `× ${value.toFixed(2)}`
export const megabytes = (value: number): string => `${figure(value)} MB`
