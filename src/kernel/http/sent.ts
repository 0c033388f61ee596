import type { FieldErrors } from '#kernel/errors'
import { forgetSent, SentFile } from '#kernel/files'

/** What was sent, before any check. */
export interface Sent {
  values: Record<string, unknown>
  /** What is wrong with it already: a file whose name no file system takes was not kept. */
  errors: FieldErrors
}

export const nothingSent: Sent = { values: {}, errors: {} }

/** The fields of a form as they come: a name that stands once is a value, one that stands more often a list. */
export class FormFields {
  private readonly found = new Map<string, unknown[]>()

  add(name: string, value: unknown): void {
    const values = this.found.get(name)
    if (values) values.push(value)
    else this.found.set(name, [value])
  }

  /** How many came under a name. */
  count(name: string): number {
    return this.found.get(name)?.length ?? 0
  }

  /** Puts in a value for which a place was kept. */
  put(name: string, at: number, value: unknown): void {
    this.found.get(name)?.splice(at, 1, value)
  }

  /** What was typed, without the files. */
  typed(): Record<string, unknown> {
    for (const [name, all] of this.found)
      this.found.set(
        name,
        all.filter((one) => typeof one === 'string'),
      )
    return this.values()
  }

  values(): Record<string, unknown> {
    return Object.fromEntries(
      [...this.found].map(([name, all]) => [name, all.length > 1 ? all : all[0]]),
    )
  }
}

/** Removes the files that came with it; what the store keeps stays. */
export async function forget({ values }: Sent): Promise<void> {
  const files = Object.values(values).flat()
  await Promise.all(files.filter((value) => value instanceof SentFile).map(forgetSent))
}
