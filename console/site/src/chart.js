// Pictures of numbers: drawn as SVG in the width that there is, told in a sentence, and there as a table too.

import { fill, h, newId, s } from './dom.js';
import { roundMoney } from './format.js';
import { texts } from './texts.js';
import { table } from './ui.js';

const HEIGHT = 180;
const LEFT = 52;
const BOTTOM = 24;
const TOP = 10;

/**
 * A picture with its sentence and its table.
 *
 * @param draw is given the width, and gives the SVG's children
 * @param columns and body the table's
 */
export function chart({ title, summary, draw, columns, body }) {
  const titleId = newId();
  const place = h('div', { class: 'chart' });
  let drawn = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.round(entry.contentRect.width);
    if (width > 0 && width !== drawn) {
      drawn = width;
      fill(
        place,
        s(
          'svg',
          { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-labelledby': titleId },
          s('title', { id: titleId }, `${title}. ${summary}`),
          draw(width),
        ),
      );
    }
  }).observe(place);
  return h(
    'figure',
    {},
    place,
    h('figcaption', { class: 'muted' }, summary),
    h('details', {}, h('summary', {}, texts.charts.table), table(title, columns, body)),
  );
}

/** Bars beside each other: [{label, name, value, kind}], each with its name for whoever points at it. */
export function bars(values, width) {
  const scale = scaleOf(Math.max(0, ...values.map(({ value }) => value)));
  const step = (width - LEFT) / values.length;
  const thick = Math.min(36, step * 0.64);
  const every = Math.ceil(34 / step);
  return [
    grid(scale, width),
    values.map(({ label, name, value, kind }, index) => {
      const middle = LEFT + step * (index + 0.5);
      const top = y(value, scale);
      return [
        value > 0 &&
          s(
            'rect',
            { class: `mark ${kind ?? ''}`, x: middle - thick / 2, y: top, width: thick, height: Math.max(1, HEIGHT - BOTTOM - top), rx: 3 },
            s('title', {}, name),
          ),
        index % every === 0 && s('text', { class: 'axis', x: middle, y: HEIGHT - 6, 'text-anchor': 'middle' }, label),
      ];
    }),
  ];
}

/**
 * A balance over time, which jumps from one value to the next.
 *
 * @param points [{at, value}] by their times, to the present
 * @param labelOf is given a time and how long all of it is, and gives what stands below
 */
export function steps(points, labelOf, width) {
  const scale = scaleOf(Math.max(0, ...points.map(({ value }) => value)));
  const from = points[0].at;
  const span = Math.max(1, points.at(-1).at - from);
  const x = (at) => LEFT + ((at - from) / span) * (width - LEFT - 4);
  let line = `M${x(from)} ${y(points[0].value, scale)}`;
  for (const { at, value } of points.slice(1)) {
    line += `H${x(at).toFixed(1)}V${y(value, scale).toFixed(1)}`;
  }
  const ticks = Math.max(2, Math.min(5, Math.floor(width / 110)));
  const labels = Array.from({ length: ticks }, (ignored, index) => labelOf(from + (index / (ticks - 1)) * span, span));
  return [
    grid(scale, width),
    s('path', { class: 'under', d: `${line}V${HEIGHT - BOTTOM}H${LEFT}Z` }),
    s('path', { class: 'line', d: line }),
    Array.from({ length: ticks }, (ignored, index) => {
      const share = index / (ticks - 1);
      const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle';
      return s('text', { class: 'axis', x: LEFT + share * (width - LEFT - 4), y: HEIGHT - 6, 'text-anchor': anchor }, labels[index]);
    }).filter((ignored, index) => labels[index] !== labels[index - 1]),
  ];
}

function grid(scale, width) {
  return scale.ticks.map((tick) => [
    s('line', { class: 'grid', x1: LEFT, x2: width, y1: y(tick, scale), y2: y(tick, scale) }),
    s('text', { class: 'axis', x: LEFT - 8, y: y(tick, scale) + 4, 'text-anchor': 'end' }, roundMoney(tick)),
  ]);
}

function y(value, scale) {
  return HEIGHT - BOTTOM - (value / scale.top) * (HEIGHT - BOTTOM - TOP);
}

/** Four round steps or fewer, from nothing to at least the largest. */
function scaleOf(largest) {
  const rough = Math.max(largest, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough));
  const count = Math.max(1, Math.ceil(largest / step));
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (ignored, index) => index * step) };
}
