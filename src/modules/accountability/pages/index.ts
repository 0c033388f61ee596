import './versions.tsx'
import './freeze.tsx'
import './compare.tsx'
import './version.tsx'
import './carry-over.tsx'

export { pages } from './routes.ts'
