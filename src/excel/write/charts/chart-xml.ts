import { CHART_LOOK } from '../styles.ts';
import type { BoundChart } from './chart.ts';
import { seriesXml } from './series-xml.ts';
import { fill, richText, textProperties, type TextLook } from './text-properties.ts';
import { XML_HEAD, xmlText } from './xml-text.ts';

const CATEGORY_AXIS = 111111101;
const VALUE_AXIS = 111111102;

const TITLE: TextLook = { size: 12, colour: CHART_LOOK.title, bold: true };
const LABEL: TextLook = { size: 9, colour: CHART_LOOK.label, bold: false };
/** A sixtieth of a thousandth of a degree; a standing axis reads upwards. */
const UPWARDS = -5_400_000;

/** Left above the plot, like the headings of the page. */
const TITLE_PLACE =
  '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.004"/><c:y val="0.01"/></c:manualLayout></c:layout>';

const line = (colour: string | null): string =>
  `<c:spPr>${colour === null ? '<a:ln><a:noFill/></a:ln>' : `<a:ln w="9525">${fill(colour)}</a:ln>`}</c:spPr>`;

const axisTitle = (text: string | null, rotation: number): string =>
  text === null ? '' : `<c:title>${richText(text, LABEL, rotation)}<c:overlay val="0"/></c:title>`;

const categoryAxis = ({ kind, categoryAxis: title }: BoundChart): string => {
  const lies = kind === 'bars';
  return [
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/>`,
    `<c:scaling><c:orientation val="${lies ? 'maxMin' : 'minMax'}"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${lies ? 'l' : 'b'}"/>`,
    axisTitle(title, lies ? UPWARDS : 0),
    '<c:numFmt formatCode="General" sourceLinked="0"/>',
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    line(CHART_LOOK.axis),
    textProperties(LABEL),
    `<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/>`,
    // Every category has its label: a room that is not named cannot be found.
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>',
  ].join('');
};

const valueAxis = ({ kind, stacking, valueAxis: { title, format, max, step } }: BoundChart): string => {
  const lies = kind === 'bars';
  const end = stacking === 'share' ? 1 : max;
  return [
    `<c:valAx><c:axId val="${VALUE_AXIS}"/>`,
    `<c:scaling><c:orientation val="minMax"/>${end === null ? '' : `<c:max val="${end}"/>`}<c:min val="0"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="${lies ? 'b' : 'l'}"/>`,
    `<c:majorGridlines>${line(CHART_LOOK.grid)}</c:majorGridlines>`,
    axisTitle(title, lies ? 0 : UPWARDS),
    `<c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    line(null),
    textProperties(LABEL),
    // The first bar is on top, so that the values stand at the far end of the categories: below.
    `<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${lies ? 'max' : 'autoZero'}"/>`,
    `<c:crossBetween val="between"/>${step === null ? '' : `<c:majorUnit val="${step}"/>`}</c:valAx>`,
  ].join('');
};

const GROUPING = { none: 'clustered', stacked: 'stacked', share: 'percentStacked' } as const;

const plot = (chart: BoundChart): string => {
  const series = chart.series.map((entry, index) => seriesXml(chart, entry, index)).join('');
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  if (chart.kind === 'lines')
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`;
  const overlap = chart.stacking === 'none' ? '' : '<c:overlap val="100"/>';
  return `<c:barChart><c:barDir val="${chart.kind === 'bars' ? 'bar' : 'col'}"/><c:grouping val="${GROUPING[chart.stacking]}"/><c:varyColors val="0"/>${series}<c:gapWidth val="45"/>${overlap}${axes}</c:barChart>`;
};

/**
 * The part `xl/charts/chartN.xml`, its elements in the order of ECMA-376. Rows that a filter hides are left out of the
 * drawing (`plotVisOnly`).
 */
export const chartXml = (chart: BoundChart): string =>
  [
    XML_HEAD,
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<c:date1904 val="0"/><c:lang val="de-DE"/><c:roundedCorners val="0"/><c:chart>',
    `<c:title>${richText(chart.title, TITLE)}${TITLE_PLACE}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`,
    `<c:plotArea><c:layout/>${plot(chart)}${categoryAxis(chart)}${valueAxis(chart)}<c:spPr><a:noFill/></c:spPr></c:plotArea>`,
    chart.series.length > 1
      ? `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${textProperties(LABEL)}</c:legend>`
      : '',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr>${fill(CHART_LOOK.paper)}<a:ln><a:noFill/></a:ln></c:spPr>${textProperties(LABEL)}</c:chartSpace>`,
  ].join('');
