import './new.tsx'
import './space.tsx'

export { pages } from './routes.ts'
export { OpenCard } from './space.tsx'
