/**
 * How well the effect of a lever is known: its size from a published study, its direction alone, or a judgement without
 * either.
 */
export const EVIDENCE = ['study', 'sign', 'judgement'] as const
export type EffectEvidence = (typeof EVIDENCE)[number]
