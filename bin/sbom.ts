// `npm run sbom`: the bill of materials of an installation (CycloneDX 1.6), into dist/sbom.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { components } from './components.ts'

const root = join(import.meta.dirname, '..')
const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const purl = (one: string, at: string) => `pkg:npm/${one.replace('@', '%40')}@${at}`
const all = components()
const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: {
    component: {
      ...{ type: 'application', name, version, 'bom-ref': purl(name, version) },
      licenses: [{ license: { id: license } }],
    },
  },
  components: all.map((one) => ({
    ...{ type: 'library', name: one.name, version: one.version },
    ...{ purl: purl(one.name, one.version), scope: one.isOfChecks ? 'excluded' : 'required' },
    licenses: [{ expression: one.licence }],
    ...(one.hash && { hashes: [{ alg: 'SHA-512', content: one.hash }] }),
  })),
}
mkdirSync(join(root, 'dist'), { recursive: true })
writeFileSync(join(root, 'dist/sbom.json'), `${JSON.stringify(bill, null, 1)}\n`)
console.log(
  `dist/sbom.json: ${all.length} components, ${all.filter((one) => !one.isOfChecks).length} of them in an installation`,
)
