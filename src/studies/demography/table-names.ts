/** Demographic tables by the names that the command line has for them. */
export const DEMOGRAPHIC_TABLES = [
  'summary',
  'births',
  'deaths',
  'life-tables',
  'net-migration',
  'flows',
  'growth',
  'controls',
] as const
export type DemographicTable = (typeof DEMOGRAPHIC_TABLES)[number]
