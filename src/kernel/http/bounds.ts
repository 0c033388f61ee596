import { z } from 'zod'
import { isOpen } from '#kernel/access'
import type { Route } from './routes.ts'

/** The most that the body of a request may be. */
export interface Bounds {
  bytes: number
  /** Fields and files of a form; of JSON, its values. */
  fields: number
  /** How deep JSON is nested. */
  depth: number
}

const kilobyte = 1000
const megabyte = 1000 * kilobyte

/** Anybody may send it: a name, a password, an address to go on to. */
const ofAnybody: Bounds = { bytes: 16 * kilobyte, fields: 32, depth: 4 }
/** The longest texts of a dossier together, or a tick in each row of a long list. */
const usual: Bounds = { bytes: 4 * megabyte, fields: 10_000, depth: 16 }
/** In bytes: an import with its annexes. */
export const bytesWithFiles = 64 * megabyte
const withFiles: Bounds = { ...usual, bytes: bytesWithFiles }

/** Fields of schemas that take files, and how many. */
const files = z.registry<{ most: number }, z.core.$ZodType>()

/** Notes that a field of a form takes files. */
export const takesFiles = <S extends z.ZodType>(field: S, most: number): S => {
  files.add(field, { most })
  return field
}

/** What a route takes: how much, and its fields that take files. */
export interface Takes {
  bounds: Bounds
  /** Name of a field → how many files. */
  files: ReadonlyMap<string, number>
}

const known = new WeakMap<Route, Takes>()

/** What may be sent to a route. */
export function takenBy(route: Route): Takes {
  const kept = known.get(route)
  if (kept) return kept
  const named = fileFields(route.input)
  const usually = named.size > 0 ? withFiles : usual
  // Where nothing is asked, there is the key of the form at most.
  const little = isOpen(route.permission) || !route.input
  const standing = little ? ofAnybody : usually
  const takes = { bounds: { ...standing, ...route.bounds }, files: named }
  known.set(route, takes)
  return takes
}

function fileFields(input: z.ZodType | undefined): Map<string, number> {
  const found = new Map<string, number>()
  if (input)
    z.toJSONSchema(input, {
      io: 'input',
      unrepresentable: 'any',
      override: ({ zodSchema, path }) => {
        // Only ours are in the registry.
        const field = files.get(zodSchema)
        if (field) found.set(String(path.at(-1)), field.most)
      },
    })
  return found
}

/**
 * Whether by the headers of a request no more comes with it than anybody may send, and no file: to read that costs
 * less than to find out who sends it.
 */
export function isLittle(headers: Readonly<Record<string, string>>): boolean {
  const announced = headers['content-length']
  const ofForm = /^multipart\//i.test(headers['content-type'] ?? '')
  return announced !== undefined && Number(announced) <= ofAnybody.bytes && !ofForm
}
