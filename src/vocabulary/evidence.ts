/** What a verdict rests on, from the strongest kind. */
export const EVIDENCE = ['model', 'series', 'class', 'judgement'] as const
export type EvidenceKind = (typeof EVIDENCE)[number]
