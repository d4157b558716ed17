/** The pictures of a fit and of a backtest that stand alone: chart, title, and what they show in words. */
import type { Bilingual } from '../../vocabulary/bilingual.js'
import { type HeldOutFacts, heldOutChart } from './held-out.js'
import { label } from './labels.js'
import type { ChartSpec, Drawing } from './render.js'
import { type ResidualFacts, residualChart } from './residuals.js'
import { colour, TYPE } from './theme.js'

/** Whose censuses are compared, and of which years. */
interface Decade {
  readonly title: Bilingual
  readonly from: number
  readonly to: number
}
type Fit = Decade &
  Pick<ResidualFacts, 'cities'> & { readonly account: Pick<ResidualFacts, 'ages' | 'cells'> }
type Backtest = Decade & Pick<HeldOutFacts, 'cities' | 'forecasts'>

/** What a fit leaves over by city, sex and age. */
export function residualPicture(fit: Fit, region: Bilingual): Drawing {
  const { title, from, to, account, cities } = fit
  return framed(
    residualChart({ cities, region, ages: account.ages, cells: account.cells }),
    {
      en: `${title.en}: people of ${to} as lived from ${from}, against the census`,
      zh: `${title.zh}：由${from}年推算的${to}年人口与普查对照`,
    },
    {
      en: `For the region and each area, by sex and age in groups of five, how many per cent too few (minus) or too many people the fitted model has in ${to}.`,
      zh: `全区及各地分性别、每五岁一组，拟合模型${to}年人口比普查少（负）或多的百分比。`,
    },
  )
}

/** Errors of forecasts of cities that were held out of the fit. */
export function heldOutPicture(backtest: Backtest, region: Bilingual): Drawing {
  const { title, from, to, forecasts, cities } = backtest
  return framed(
    heldOutChart({ cities, region, forecasts }),
    {
      en: `${title.en}: each place lived from ${from} to ${to} by a fit to the other half of the places`,
      zh: `${title.zh}：各地由${from}年推演至${to}年，水平由另一半地区拟合`,
    },
    {
      en: 'Errors of the forecast by place: the model with its bands of 80 and 95 %, and lines learnt from the same half. Nought is what was counted. No change is left out: it lies far below.',
      zh: '各地预测误差：本模型及其80%、95%区间，以及由同一半地区得出的简单外推。零为普查实数；“不变”误差过大，未画出。',
    },
  )
}

function framed(chart: ChartSpec, title: Bilingual, description: Bilingual): Drawing {
  const spec = {
    ...chart,
    background: colour('paper'),
    padding: 14,
    title: {
      text: label(title),
      anchor: 'start' as const,
      fontSize: TYPE.text,
      color: colour('ink'),
      offset: 14,
    },
  }
  return { spec, title, description }
}
