import { z } from 'zod'
import { id, line, oneLine } from '#kernel/http'
import { TextField } from '#kernel/ui'
import { type Field, labels, optional, remark, type Said, simply, text } from '#commons/records'
import {
  isInBelgium,
  isPostalCode,
  parcelPattern,
  type PlaceStreet,
  type Point,
  pointIn,
  pointInWords,
} from './place.ts'

/** The one list of streets of a field, for all its rows, by the name of one of its inputs. */
export const streetList = (name: string) => `${name.split('.')[0]}-streets`

/** A street: typed, or chosen among those that are proposed; the API takes its name, its id or both. */
const street = (said: Said): Field<PlaceStreet> => ({
  ...said,
  schema: z.union([
    line(250).transform((name): PlaceStreet => ({ id: null, name: name.replaceAll(/\s+/g, ' ') })),
    z.object({ id: id(), name: oneLine(250).default('') }),
    z.object({ id: z.null().default(null), name: line(250) }),
  ]),
  answer: z.object({ id: z.uuid().nullable(), name: z.string() }),
  input: (name, value, { required = true }) => (
    <TextField
      {...labels(name, said)}
      value={value?.name ?? ''}
      suggestedBy={streetList(name)}
      autocomplete="off"
      maxlength={250}
      required={required}
    />
  ),
  shown: simply(({ name }) => name),
  words: simply(({ name }) => name),
})

/** A Belgian postal code, or none. */
export const postalCode = (said: Said): Field<string> => ({
  ...remark(10, said),
  schema: oneLine(10).refine(
    (code) => code === '' || isPostalCode(code),
    'places.not_a_postal_code',
  ),
  input: (name, value) => (
    <TextField
      {...labels(name, said)}
      value={value ?? ''}
      inputmode="numeric"
      size="short"
      maxlength={10}
    />
  ),
})

/** A number of a house or of a box. */
const short = (said: Said): Field<string> => ({
  ...remark(20, said),
  input: (name, value) => (
    <TextField {...labels(name, said)} value={value ?? ''} size="short" maxlength={20} />
  ),
})

/** A parcel of the cadastre, by its key. */
const parcel = (said: Said): Field<string> => ({
  ...text(30, said),
  schema: line(30)
    .transform((key) => key.replaceAll(/\s/g, '').toUpperCase())
    .refine((key) => parcelPattern.test(key), 'places.not_a_parcel'),
})

/** A point, typed as « 50.4669, 4.8675 »; the API takes two numbers too. */
const point = (said: Said): Field<Point> => ({
  ...said,
  schema: z.union([
    line(60).transform((typed, context) => {
      const found = pointIn(typed)
      const wrong = !found
        ? 'places.not_a_point'
        : isInBelgium(found)
          ? null
          : 'places.not_in_belgium'
      if (wrong) context.addIssue({ code: 'custom', message: wrong })
      return found ?? { latitude: 0, longitude: 0 }
    }),
    z
      .object({ latitude: z.number(), longitude: z.number() })
      .refine(isInBelgium, 'places.not_in_belgium'),
  ]),
  answer: z.object({ latitude: z.number(), longitude: z.number() }),
  input: (name, value) => (
    <TextField
      {...labels(name, said)}
      value={value ? pointInWords(value) : ''}
      autocomplete="off"
      maxlength={60}
    />
  ),
  shown: simply(pointInWords),
})

/** What is said of a place, in the order of its inputs. */
export const placeFields = {
  street: street({ label: 'places.street' }),
  number: short({ label: 'places.number' }),
  box: short({ label: 'places.box' }),
  postal_code: postalCode({ label: 'places.postal_code' }),
  locality: remark(100, { label: 'places.locality' }),
  parcel: optional(parcel({ label: 'places.parcel', help: 'places.parcel_help' })),
  point: optional(point({ label: 'places.point', help: 'places.point_help' })),
}
