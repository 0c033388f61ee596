import type { z } from 'zod'
import type { FieldErrors } from '#kernel/errors'
import { t } from '#kernel/i18n'

/**
 * What was sent under a name that its schema does not have, at any depth, in a sentence for each. Schemas leave such
 * names out without a word, which suits forms, where a browser sends names of its own: a program is told.
 */
export const unknownNames = (schema: z.ZodType | undefined, sent: object): FieldErrors =>
  Object.fromEntries(
    (schema ? namesBeyond(schema, sent) : Object.keys(sent)).map((name) => [
      name,
      [t('http.field.unknown')],
    ]),
  )

function namesBeyond(schema: z.core.$ZodType, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const def = defOf(schema)
  switch (def.type) {
    case 'object':
      return isWords(value) ? ofObject(def, value) : []
    case 'record':
      return isWords(value) ? below(value, () => def.valueType) : []
    case 'array':
      return Array.isArray(value) ? below(value, () => def.element) : []
    case 'tuple':
      return Array.isArray(value) ? below(value, (at) => def.items[Number(at)]) : []
    case 'union':
      return ofUnion(def.options, value)
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return namesBeyond(def.innerType, value)
    case 'lazy':
      return namesBeyond(def.getter(), value)
    case 'pipe':
      return namesBeyond(isTransform(def.in) ? def.out : def.in, value)
    default:
      return []
  }
}

function ofObject({ shape, catchall }: z.core.$ZodObjectDef, value: object): string[] {
  return Object.entries(value).flatMap(([name, one]) => {
    const own = Object.hasOwn(shape, name) ? shape[name] : catchall
    return own ? beneath(name, namesBeyond(own, one)) : [name]
  })
}

/** Of the shapes that a value may have, the one that it has; where it has none, the nearest. */
function ofUnion(options: readonly z.core.$ZodType[], value: object): string[] {
  const [nearest = []] = options
    .filter((one) => isOfNames(one))
    .map((one) => namesBeyond(one, value))
    .toSorted((a, b) => a.length - b.length)
  return nearest
}

/** Whether a schema has names, or parts that may have. */
const isOfNames = (schema: z.core.$ZodType) =>
  !['string', 'number', 'boolean', 'null', 'literal', 'enum'].includes(defOf(schema).type)

const below = (value: object, of: (name: string) => z.core.$ZodType | undefined) =>
  Object.entries(value).flatMap(([name, one]) => {
    const schema = of(name)
    return schema ? beneath(name, namesBeyond(schema, one)) : []
  })

const beneath = (name: string, names: readonly string[]) => names.map((one) => `${name}.${one}`)

const isTransform = (schema: z.core.$ZodType) => defOf(schema).type === 'transform'

/** What a schema is made of. */
export function defOf(schema: z.core.$ZodType): z.core.$ZodTypes['_zod']['def'] {
  // Every schema that Zod makes is one of these.
  const { _zod: own } = schema as z.core.$ZodTypes
  return own.def
}

/** An object of JSON, and no file. */
const isWords = (value: object) => [Object.prototype, null].includes(Object.getPrototypeOf(value))
