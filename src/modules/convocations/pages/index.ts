import './convocation.tsx'
import './arrangement.tsx'
import './reconvening.tsx'

export { pages } from './routes.ts'
