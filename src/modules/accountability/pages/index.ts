import './versions.tsx'
import './compare.tsx'
import './version.tsx'
import './carry-over.tsx'

export { pages } from './routes.ts'
