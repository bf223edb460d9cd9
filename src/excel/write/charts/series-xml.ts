import type { BoundCells, BoundChart, BoundSeries } from './chart.ts';
import { fill, textProperties } from './text-properties.ts';
import { xmlText } from './xml-text.ts';

const LABEL_SIZE = 8;

const points = (values: BoundCells['values']): string =>
  `<c:ptCount val="${values.length}"/>${values
    .map((value, index) =>
      value === null ? '' : `<c:pt idx="${index}"><c:v>${xmlText(String(value))}</c:v></c:pt>`,
    )
    .join('')}`;

const numbers = ({ ref, values }: BoundCells, format: string): string =>
  `<c:numRef><c:f>${xmlText(ref)}</c:f><c:numCache><c:formatCode>${xmlText(format)}</c:formatCode>${points(values)}</c:numCache></c:numRef>`;

const texts = ({ ref, values }: BoundCells): string =>
  `<c:strRef><c:f>${xmlText(ref)}</c:f><c:strCache>${points(values)}</c:strCache></c:strRef>`;

const shape = (colour: string, isLine: boolean): string =>
  isLine
    ? `<c:spPr><a:ln w="28575" cap="rnd">${fill(colour)}<a:round/></a:ln></c:spPr>`
    : `<c:spPr>${fill(colour)}<a:ln><a:noFill/></a:ln></c:spPr>`;

const marker = (colour: string): string =>
  `<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${fill(colour)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>`;

/** Excel repairs a file whose stacked bars have labels behind their ends. */
const labelPlace = ({ kind, stacking }: BoundChart, at: 'inside' | 'end'): string =>
  kind === 'lines' ? 't' : at === 'inside' ? 'ctr' : stacking === 'none' ? 'outEnd' : 'inEnd';

const labels = (chart: BoundChart, { label }: BoundSeries): string =>
  label === null
    ? ''
    : `<c:dLbls><c:numFmt formatCode="${xmlText(label.format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties({ size: LABEL_SIZE, colour: label.colour, bold: false })}<c:dLblPos val="${labelPlace(chart, label.at)}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;

/** One series, its elements in the order of the schema. */
export const seriesXml = (chart: BoundChart, series: BoundSeries, index: number): string => {
  const isLine = chart.kind === 'lines';
  const exceptions = [...series.exceptions]
    .map(
      ([at, colour]) =>
        `<c:dPt><c:idx val="${at}"/>${isLine ? marker(colour) : '<c:invertIfNegative val="0"/>'}<c:bubble3D val="0"/>${shape(colour, isLine)}</c:dPt>`,
    )
    .join('');
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${xmlText(series.name)}</c:v></c:tx>`,
    shape(series.colour, isLine),
    isLine ? marker(series.colour) : '<c:invertIfNegative val="0"/>',
    exceptions,
    labels(chart, series),
    `<c:cat>${texts(chart.categories)}</c:cat>`,
    `<c:val>${numbers(series.values, chart.valueAxis.format)}</c:val>`,
    isLine ? '<c:smooth val="0"/>' : '',
    '</c:ser>',
  ].join('');
};
