/** Names of distributions and of their measures. */
import type { Distribution } from '../../sampling/distribution.js'
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { phrase } from './bilingual.js'

export const DISTRIBUTION_NAMES: Record<Distribution['kind'], Bilingual> = {
  fixed: phrase('fixed', '固定'),
  normal: phrase('normal', '正态'),
  lognormal: phrase('lognormal', '对数正态'),
  uniform: phrase('uniform', '均匀'),
  triangular: phrase('triangular', '三角'),
  pert: phrase('PERT', 'PERT'),
  beta: phrase('beta', '贝塔'),
  gamma: phrase('gamma', '伽马'),
  truncated: phrase('cut off', '截尾'),
  discrete: phrase('one of', '离散'),
  quantiles: phrase('fitted', '拟合'),
  empirical: phrase('draws of a fit', '拟合抽样'),
  weibull: phrase('Weibull', '韦布尔'),
  student: phrase("Student's t", '学生t'),
  logistic: phrase('logistic', '逻辑斯谛'),
  loguniform: phrase('log-uniform', '对数均匀'),
  gumbel: phrase('Gumbel', '耿贝尔'),
  laplace: phrase('Laplace', '拉普拉斯'),
  cauchy: phrase('Cauchy', '柯西'),
  poisson: phrase('Poisson', '泊松'),
  binomial: phrase('binomial', '二项'),
  negative_binomial: phrase('negative binomial', '负二项'),
  geometric: phrase('geometric', '几何'),
  metalog: phrase('metalog', 'metalog'),
}

export const DISTRIBUTION_MEASURES: Readonly<Record<string, Bilingual>> = {
  value: phrase('value', '取值'),
  mean: phrase('mean', '均值'),
  sd: phrase('standard deviation', '标准差'),
  median: phrase('median', '中位数'),
  sigma: phrase('sigma', '对数标准差'),
  low: phrase('low', '最小'),
  mode: phrase('mode', '最可能'),
  high: phrase('high', '最大'),
  weight: phrase('weight', '权重'),
  alpha: phrase('alpha', 'α'),
  beta: phrase('beta', 'β'),
  shape: phrase('shape', '形状'),
  scale: phrase('scale', '尺度'),
  df: phrase('degrees of freedom', '自由度'),
  location: phrase('location', '位置'),
  trials: phrase('trials', '试验次数'),
  successes: phrase('successes', '成功次数'),
  odds: phrase('odds', '概率'),
  terms: phrase('terms', '项数'),
}
