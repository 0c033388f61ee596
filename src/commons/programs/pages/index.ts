import './list.tsx'
import './form.tsx'
import './program.tsx'

export { pages } from './routes.ts'
