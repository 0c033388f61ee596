import type { Resource, Saying } from './graph.ts'
import { iriOf, prefixes } from './vocabulary.ts'

const prefix = Object.entries(prefixes)
  .map(([name, iri]) => `${name}: ${iri}`)
  .join(' ')

/**
 * The same as the JSON-LD of a page, in the page itself (RDFa 1.1), for those who harvest pages. What is shown may be set in
 * any way: nothing that is read by a program hangs on it.
 */
export function Statements({ of: resources }: { of: readonly Resource[] }) {
  return (
    <div hidden prefix={prefix}>
      {resources.map(({ id, types, says }) => (
        <div about={id} typeof={types.join(' ')}>
          {says.map((one) => (
            <Said saying={one} />
          ))}
        </div>
      ))}
    </div>
  )
}

function Said({ saying: [property, value] }: { saying: Saying }) {
  if ('says' in value)
    return (
      <div property={property} resource={value.id} typeof={value.types.join(' ')}>
        {value.says.map((one) => (
          <Said saying={one} />
        ))}
      </div>
    )
  if ('to' in value) return <span property={property} resource={value.to} />
  if ('words' in value) return <span property={property} content={value.words} lang={value.lang} />
  // A plain text says so: else it would be in the language of the page.
  const datatype = iriOf(value.type ?? 'xsd:string')
  return <span property={property} content={value.text} datatype={datatype} />
}
