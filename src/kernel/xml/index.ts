export { maxBytes, readXml } from './read.ts'
export type { XmlElement, XmlProblem } from './read.ts'
export { inXml, writeXml } from './write.ts'
export type { XmlNode } from './write.ts'
