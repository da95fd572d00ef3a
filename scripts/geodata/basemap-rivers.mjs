/**
 * River courses. The open sources on npm hold either a few big rivers at 1:50m (Natural Earth) or small
 * pieces of the water surface of many rivers (OpenStreetMap, one piece about every kilometre). A course is
 * therefore led through those pieces from one waypoint to the next; the waypoints, which are ours, are
 * mostly towns and confluences and say which river it is. Where there is no piece the course runs straight
 * between waypoints.
 */

/** Generalised courses: [id, English, Ukrainian, rank, waypoints from source to mouth]. */
// prettier-ignore
export const RIVERS = [
  // The Dnipro from the Belarusian border region to Dnipro city; the rest is DNIPRO_LOWER.
  ['dnipro', 'Dnipro', 'Дніпро', 1, [
    [32.06, 54.78], [31.5, 54.69], [30.98, 54.62], [30.42, 54.51], [30.29, 54.21], [30.34, 53.9], [30.25, 53.52],
    [30.05, 53.08], [30.03, 52.89], [30.39, 52.36], [30.8, 51.93], [30.66, 51.7], [30.55, 51.3], [30.5, 51.0],
    [30.5, 50.8], [30.51, 50.59], [30.56, 50.44], [30.72, 50.2], [31.05, 49.99], [31.4, 49.98], [31.49, 49.77],
    [31.7, 49.6], [32.08, 49.46], [32.6, 49.25], [33.22, 49.08], [33.42, 49.05], [33.64, 48.97], [33.97, 48.83, 'free'],
    [34.33, 48.68], [34.55, 48.56], [34.62, 48.54], [34.85, 48.5], [35.05, 48.49],
  ]],
  ['siverskyi-donets', 'Siverskyi Donets', 'Сіверський Донець', 2, [
    [36.67, 51.0], [36.62, 50.62], [36.8, 50.46], [36.86, 50.25], [36.86, 50.05], [36.95, 49.88], [36.69, 49.83],
    [36.36, 49.68], [36.4, 49.56], [36.82, 49.45], [37.03, 49.4], [36.93, 49.2], [37.26, 49.19], [37.42, 49.14],
    [37.53, 49.05], [37.6, 49.02], [37.72, 48.92], [37.92, 48.91], [38.13, 48.93], [38.27, 48.95], [38.45, 48.93],
    [38.65, 48.76], [38.95, 48.75], [39.21, 48.66], [39.53, 48.63], [39.82, 48.57], [39.95, 48.36], [40.26, 48.31],
    [40.96, 48.18], [40.98, 47.83], [40.93, 47.6],
  ]],
  ['don', 'Don', 'Дон', 2, [
    [38.28, 54.01], [38.93, 53.66], [39.15, 53.25], [38.97, 52.6], [39.0, 52.1], [39.1, 51.7], [39.03, 51.35],
    [39.2, 50.98], [39.6, 50.95], [39.8, 50.4], [40.05, 50.13], [40.6, 50.15], [41.1, 49.78], [41.72, 49.6],
    [42.4, 49.57], [42.9, 49.58], [43.5, 49.45], [43.55, 49.0], [43.25, 48.7], [43.05, 48.45], [42.9, 48.0],
    [42.5, 47.72], [42.11, 47.59], [41.6, 47.56], [41.0, 47.55], [40.65, 47.42], [40.2, 47.3], [39.72, 47.21],
    [39.4, 47.15], [39.25, 47.12],
  ]],
  ['southern-bug', 'Southern Bug', 'Південний Буг', 2, [
    [26.5, 49.72], [26.98, 49.43], [27.35, 49.4], [27.95, 49.55], [28.1, 49.5], [28.47, 49.24], [28.85, 48.85],
    [29.25, 48.68], [29.85, 48.38], [30.2, 48.2], [30.75, 48.05], [31.18, 47.82], [31.33, 47.57], [31.78, 47.3],
    [31.86, 47.05], [31.98, 46.95], [31.95, 46.8],
  ]],
  ['dniester', 'Dniester', 'Дністер', 2, [
    [23.2, 49.5], [23.9, 49.25], [24.7, 49.13], [25.3, 48.84], [25.72, 48.63], [26.5, 48.5], [27.2, 48.58],
    [27.8, 48.44], [28.3, 48.16], [29.0, 47.76], [29.15, 47.25], [29.63, 46.84], [29.9, 46.6], [30.25, 46.4],
    [30.47, 46.1],
  ]],
  ['desna', 'Desna', 'Десна', 2, [
    [33.3, 54.5], [33.28, 54.15], [33.73, 53.53], [34.3, 53.25], [34.05, 52.9], [33.77, 52.57], [33.45, 52.3],
    [33.27, 52.0], [32.8, 51.55], [32.0, 51.45], [31.3, 51.48], [31.1, 51.2], [30.88, 50.95], [30.72, 50.65], [30.55, 50.55],
  ]],
  ['prypiat', 'Prypiat', "Прип'ять", 2, [
    [24.9, 51.9], [25.6, 51.92], [26.1, 52.1], [26.7, 52.1], [27.8, 52.12], [28.5, 52.1], [29.25, 52.04],
    [29.6, 51.75], [30.1, 51.4], [30.25, 51.27], [30.52, 51.2],
  ]],
  ['oskil', 'Oskil', 'Оскіл', 3, [
    [37.2, 51.5], [37.85, 51.3], [37.9, 50.9], [37.88, 50.5], [38.05, 50.2], [37.9, 50.06], [37.78, 49.9],
    [37.68, 49.84], [37.64, 49.72], [37.66, 49.6, 'free'], [37.69, 49.53, 'free'], [37.66, 49.49, 'free'],
    [37.61, 49.44, 'free'], [37.56, 49.39, 'free'], [37.575, 49.33, 'free'], [37.55, 49.27, 'free'],
    [37.51, 49.21, 'free'], [37.46, 49.16, 'free'], [37.42, 49.13],
  ]],
  ['aidar', 'Aidar', 'Айдар', 3, [
    [38.92, 49.85], [39.02, 49.68], [38.9, 49.28], [38.95, 48.98], [39.1, 48.78], [39.21, 48.66],
  ]],
  ['derkul', 'Derkul', 'Деркул', 4, [
    [39.6, 49.25], [39.66, 49.0], [39.7, 48.75], [39.69, 48.6],
  ]],
  ['krasna', 'Krasna', 'Красна', 4, [
    [38.15, 49.55], [38.15, 49.4], [38.17, 49.2], [38.22, 49.05], [38.3, 48.97],
  ]],
  ['zherebets', 'Zherebets', 'Жеребець', 4, [
    [37.95, 49.45], [37.97, 49.3], [37.96, 49.12], [37.95, 49.02], [37.98, 48.93],
  ]],
  ['kazennyi-torets', 'Kazennyi Torets', 'Казенний Торець', 4, [
    [37.25, 48.5], [37.53, 48.62], [37.57, 48.72], [37.6, 48.86], [37.74, 48.92],
  ]],
  ['bakhmutka', 'Bakhmutka', 'Бахмутка', 4, [
    [38.03, 48.45], [38.0, 48.6], [38.07, 48.7], [38.1, 48.87], [38.15, 48.93],
  ]],
  ['luhan', 'Luhan', 'Лугань', 4, [
    [38.1, 48.33], [38.27, 48.47], [38.6, 48.55], [38.95, 48.5], [39.3, 48.58], [39.47, 48.61],
  ]],
  ['udy', 'Udy', 'Уди', 4, [
    [35.95, 50.3], [35.93, 50.12], [36.05, 49.95], [36.25, 49.9], [36.45, 49.83], [36.6, 49.8],
  ]],
  ['kharkiv', 'Kharkiv', 'Харків', 4, [
    [36.45, 50.4], [36.4, 50.2], [36.3, 50.08], [36.23, 49.98], [36.22, 49.92],
  ]],
  ['vovcha-donets', 'Vovcha (Siverskyi Donets)', 'Вовча (Сіверський Донець)', 4, [
    [37.35, 50.35], [37.1, 50.28], [36.94, 50.29], [36.83, 50.27],
  ]],
  ['samara', 'Samara', 'Самара', 3, [
    [37.1, 48.7], [36.75, 48.66], [36.3, 48.62], [35.87, 48.53], [35.5, 48.62], [35.25, 48.64], [35.12, 48.47],
  ]],
  ['vovcha', 'Vovcha', 'Вовча', 3, [
    [37.75, 48.22], [37.5, 48.12], [37.35, 48.0], [37.24, 47.995], [37.05, 47.94], [36.9, 47.97], [36.72, 48.0],
    [36.5, 47.97], [36.25, 47.99], [36.1, 48.1], [36.02, 48.2], [35.88, 48.4], [35.8, 48.5],
  ]],
  ['mokri-yaly', 'Mokri Yaly', 'Мокрі Яли', 4, [
    [37.2, 47.6], [37.0, 47.66], [36.88, 47.72], [36.83, 47.83], [36.79, 47.95], [36.76, 48.0],
  ]],
  ['haichur', 'Haichur', 'Гайчур', 4, [
    [36.55, 47.6], [36.26, 47.66], [36.2, 47.82], [36.15, 47.95], [36.14, 48.05],
  ]],
  ['konka', 'Konka', 'Конка', 4, [
    [36.15, 47.55], [35.78, 47.57], [35.5, 47.65], [35.28, 47.66], [35.14, 47.65],
  ]],
  ['molochna', 'Molochna', 'Молочна', 4, [
    [35.75, 47.25], [35.6, 47.2], [35.47, 47.12], [35.38, 46.85], [35.33, 46.72],
  ]],
  ['berda', 'Berda', 'Берда', 4, [
    [36.75, 47.4], [36.77, 47.1], [36.85, 46.85],
  ]],
  ['kalmius', 'Kalmius', 'Кальміус', 3, [
    [37.83, 48.12], [37.82, 47.98], [38.03, 47.75], [37.95, 47.55], [37.8, 47.4], [37.65, 47.25], [37.57, 47.08],
  ]],
  ['krynka', 'Krynka', 'Кринка', 4, [
    [38.42, 48.28], [38.3, 48.12], [38.27, 48.02], [38.23, 47.93], [38.45, 47.82], [38.65, 47.68], [38.87, 47.56],
  ]],
  ['mius', 'Mius', 'Міус', 3, [
    [38.7, 48.33], [38.8, 48.18], [38.9, 48.07], [38.93, 47.93], [38.91, 47.82], [38.87, 47.57], [38.9, 47.41],
    [38.75, 47.28],
  ]],
  ['psel', 'Psel', 'Псел', 3, [
    [36.5, 51.0], [36.0, 51.15], [35.4, 51.15], [35.2, 51.0], [34.8, 50.92], [34.7, 50.65], [34.2, 50.4],
    [33.9, 50.2], [33.95, 49.9], [33.85, 49.5], [33.7, 49.25], [33.57, 49.03],
  ]],
  ['sudzha', 'Sudzha', 'Суджа', 4, [
    [35.75, 51.3], [35.45, 51.23], [35.28, 51.19], [35.22, 51.1],
  ]],
  ['vorskla', 'Vorskla', 'Ворскла', 3, [
    [36.5, 50.88], [36.0, 50.7], [35.68, 50.48], [34.9, 50.3], [34.72, 50.05], [34.57, 49.58], [34.2, 49.2],
    [34.1, 49.0], [33.97, 48.83, 'free'],
  ]],
  ['sula', 'Sula', 'Сула', 3, [
    [34.2, 50.8], [33.48, 50.75], [33.35, 50.55], [33.26, 50.36], [33.1, 50.2], [33.0, 50.02], [32.75, 49.6],
  ]],
  ['seim', 'Seim', 'Сейм', 3, [
    [36.6, 51.45], [36.19, 51.72], [35.65, 51.66], [35.1, 51.5], [34.9, 51.38], [34.3, 51.3], [33.87, 51.33],
    [33.2, 51.42], [32.9, 51.36], [32.53, 51.45],
  ]],
  ['oril', 'Oril', 'Оріль', 4, [
    [36.3, 49.3], [35.5, 49.15], [35.1, 48.98], [34.6, 48.85], [34.55, 48.65], [34.75, 48.52],
  ]],
  ['inhulets', 'Inhulets', 'Інгулець', 3, [
    [32.55, 48.7], [33.1, 48.68], [33.2, 48.3], [33.3, 47.95], [33.27, 47.68], [33.25, 47.55], [33.38, 47.43],
    [33.28, 47.33], [33.17, 47.24], [33.0, 47.12], [32.82, 47.07], [32.8, 46.92], [32.78, 46.77], [32.8, 46.69],
  ]],
  ['inhul', 'Inhul', 'Інгул', 3, [
    [32.3, 48.75], [32.26, 48.5], [32.2, 48.1], [32.3, 47.75], [32.15, 47.4], [32.07, 47.1], [31.97, 46.99],
  ]],
  ['ros', 'Ros', 'Рось', 4, [
    [29.3, 49.5], [30.1, 49.8], [30.5, 49.6], [31.05, 49.4], [31.35, 49.45], [31.5, 49.62],
  ]],
  ['teteriv', 'Teteriv', 'Тетерів', 4, [
    [27.9, 50.0], [28.65, 50.25], [29.3, 50.45], [29.9, 50.75], [30.3, 51.03],
  ]],
  ['horyn', 'Horyn', 'Горинь', 3, [
    [26.0, 49.95], [26.9, 50.3], [26.5, 50.62], [26.3, 50.9], [26.6, 51.35], [26.85, 51.85], [27.1, 52.1],
  ]],
  ['styr', 'Styr', 'Стир', 3, [
    [24.85, 50.0], [24.75, 50.3], [25.33, 50.75], [25.55, 51.2], [26.0, 51.85],
  ]],
  ['sluch', 'Sluch', 'Случ', 4, [
    [26.6, 49.7], [27.5, 49.85], [27.65, 50.3], [27.6, 50.6], [26.85, 51.2], [26.63, 51.5],
  ]],
  ['sozh', 'Sozh', 'Сож', 3, [
    [32.0, 54.3], [31.7, 53.75], [31.0, 53.3], [31.0, 52.8], [31.02, 52.42], [30.8, 51.95],
  ]],
  ['berezina', 'Biarezina', 'Березина', 3, [
    [28.3, 54.5], [28.5, 54.2], [29.2, 53.15], [29.8, 52.65], [30.25, 52.55],
  ]],
  ['prut', 'Prut', 'Прут', 3, [
    [24.6, 48.4], [25.05, 48.52], [25.95, 48.28], [26.75, 48.2], [27.1, 47.9], [27.6, 47.4], [28.1, 46.8],
    [28.15, 46.2], [28.2, 45.47],
  ]],
  ['khoper', 'Khopyor', 'Хопер', 3, [
    [43.15, 51.8], [42.4, 51.5], [42.0, 51.1], [41.7, 50.8], [42.0, 50.3], [42.3, 49.85], [42.4, 49.58],
  ]],
  ['kuban', 'Kuban', 'Кубань', 3, [
    [41.9, 44.2], [41.95, 44.65], [41.1, 45.0], [40.6, 45.4], [39.9, 45.2], [39.0, 45.02], [38.2, 45.1],
    [37.8, 45.2], [37.4, 45.35],
  ]],
];

/**
 * The Dnipro from Dnipro city to the tip of the Kinburn spit. Between Zaporizhzhia and Nova Kakhovka the
 * waypoints are dense: the reservoir there drained in June 2023 and the river runs in its old bed, along the
 * right bank past Nikopol, which no source on npm shows. `free` marks points that hold without water pieces.
 */
// prettier-ignore
export const DNIPRO_LOWER = [
  [35.05, 48.49], [35.1, 48.4], [35.16, 48.13], [35.06, 48.09], [35.1, 47.96], [35.1, 47.9],
  [35.09, 47.865, 'free'], [35.125, 47.82, 'free'], [35.13, 47.77, 'free'], [35.13, 47.72, 'free'], [35.12, 47.68, 'free'],
  [35.1, 47.64, 'free'],
  [35.05, 47.6, 'free'], [34.97, 47.565, 'free'], [34.87, 47.55, 'free'], [34.77, 47.565, 'free'], [34.68, 47.59, 'free'],
  [34.6, 47.6, 'free'], [34.5, 47.58, 'free'], [34.4, 47.553, 'free'], [34.3, 47.545, 'free'], [34.2, 47.53, 'free'],
  [34.11, 47.51, 'free'], [34.03, 47.475, 'free'], [33.985, 47.43, 'free'], [33.97, 47.38, 'free'], [33.96, 47.32, 'free'],
  [33.92, 47.26, 'free'], [33.85, 47.21, 'free'], [33.8, 47.15, 'free'], [33.74, 47.09, 'free'], [33.68, 47.03, 'free'],
  [33.66, 46.97, 'free'], [33.63, 46.91, 'free'], [33.56, 46.855, 'free'], [33.47, 46.82, 'free'], [33.4, 46.79, 'free'],
  [33.37, 46.775, 'free'], [33.2, 46.77], [32.95, 46.73], [32.75, 46.67], [32.62, 46.625], [32.5, 46.575], [32.38, 46.56],
  [32.3, 46.545, 'free'], [32.2, 46.535, 'free'], [32.1, 46.54, 'free'], [32.0, 46.55, 'free'], [31.9, 46.57, 'free'],
  [31.8, 46.585, 'free'], [31.7, 46.585, 'free'], [31.6, 46.58, 'free'], [31.52, 46.575, 'free'],
];

const KM = 111.195;

/** Planar distance in km, good enough within a leg. */
export function distance(a, b) {
  const x = (a[0] - b[0]) * Math.cos(((a[1] + b[1]) * Math.PI) / 360);
  return KM * Math.hypot(x, a[1] - b[1]);
}

/**
 * The points that a course may run through: one per small piece of water, and a net of them inside large
 * ones, where one middle point would cut the bends off.
 */
export function waterPoints(polygons, net = 0.006) {
  const points = [];
  for (const [ring] of polygons) {
    const box = [0, 1].flatMap((k) => [
      Math.min(...ring.map((p) => p[k])),
      Math.max(...ring.map((p) => p[k])),
    ]);
    if (box[1] - box[0] < 2 * net && box[3] - box[2] < 2 * net) {
      points.push([(box[0] + box[1]) / 2, (box[2] + box[3]) / 2]);
      continue;
    }
    for (let x = Math.ceil(box[0] / net); x <= box[1] / net; x++)
      for (let y = Math.ceil(box[2] / net); y <= box[3] / net; y++)
        if (inRing(ring, [x * net, y * net])) points.push([x * net, y * net]);
  }
  return points;
}

function inRing(ring, [x, y]) {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** Waypoints are rough: take the nearest water within 3 km instead. */
function snap(point, points) {
  if (point[2] === 'free') return point.slice(0, 2);
  let best = null;
  for (const candidate of points) {
    const d = distance(point, candidate);
    if (d < 3 && (!best || d < best[0])) best = [d, candidate];
  }
  return best ? best[1] : point.slice(0, 2);
}

/**
 * The cheapest way from a to b by hops between water points. A hop costs more than in proportion to its
 * length, so the way follows the pieces; the straight line is always allowed, so there is always one.
 */
function leg(a, b, points) {
  const reach = 0.25 * distance(a, b) + 8;
  const near = points.filter((p) => distance(p, a) + distance(p, b) < distance(a, b) + 2 * reach);
  const nodes = [a, b, ...near];
  const cost = nodes.map(() => Infinity);
  const from = nodes.map(() => -1);
  const open = new Set(nodes.keys());
  cost[0] = 0;
  for (;;) {
    let at = -1;
    for (const i of open) if (at < 0 || cost[i] < cost[at]) at = i;
    if (at === 1) break;
    open.delete(at);
    for (const i of open) {
      const d = distance(nodes[at], nodes[i]);
      if (d > 12 && i !== 1) continue;
      const next = cost[at] + (d + 0.05) ** 1.8;
      if (next < cost[i]) [cost[i], from[i]] = [next, at];
    }
  }
  const way = [];
  for (let i = 1; i >= 0; i = from[i]) way.unshift(nodes[i]);
  return way;
}

/** A course through all waypoints. */
export function course(waypoints, points) {
  const stops = waypoints.map((p) => snap(p, points));
  const line = [stops[0]];
  for (let i = 1; i < stops.length; i++) {
    const isFree = waypoints[i - 1][2] === 'free' && waypoints[i][2] === 'free';
    line.push(...(isFree ? [stops[i]] : leg(stops[i - 1], stops[i], points).slice(1)));
  }
  return line.filter((p, i) => i === 0 || distance(p, line[i - 1]) > 0.02);
}

/** Douglas–Peucker with a tolerance in km. */
export function thin(line, km) {
  if (line.length < 3) return line;
  let [far, at] = [0, 0];
  for (let i = 1; i < line.length - 1; i++) {
    const d = offLine(line[i], line[0], line.at(-1));
    if (d > far) [far, at] = [d, i];
  }
  if (far <= km) return [line[0], line.at(-1)];
  return [...thin(line.slice(0, at + 1), km).slice(0, -1), ...thin(line.slice(at), km)];
}

function offLine(p, a, b) {
  const k = Math.cos((p[1] * Math.PI) / 180);
  const [px, py, bx, by] = [(p[0] - a[0]) * k, p[1] - a[1], (b[0] - a[0]) * k, b[1] - a[1]];
  const length = bx * bx + by * by;
  const t = length ? Math.max(0, Math.min(1, (px * bx + py * by) / length)) : 0;
  return KM * Math.hypot(px - t * bx, py - t * by);
}

/** Chaikin's corner cutting: ends stay, corners become bends. */
export function round(line, times = 2) {
  let out = line;
  for (let n = 0; n < times; n++) {
    const next = [out[0]];
    for (let i = 1; i < out.length; i++) {
      const [a, b] = [out[i - 1], out[i]];
      next.push(
        [a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25],
        [a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75],
      );
    }
    next.push(out.at(-1));
    out = next;
  }
  return out;
}

/** A point every `km` along a line, ends kept. */
export function resample(line, km) {
  const total = line.slice(1).reduce((sum, p, i) => sum + distance(p, line[i]), 0);
  const step = total / Math.round(total / km);
  const out = [line[0]];
  let due = step;
  let done = 0;
  for (let i = 1; i < line.length; i++) {
    const d = distance(line[i - 1], line[i]);
    while (due <= done + d && due < total - step / 2) {
      const t = (due - done) / d;
      out.push([
        line[i - 1][0] + t * (line[i][0] - line[i - 1][0]),
        line[i - 1][1] + t * (line[i][1] - line[i - 1][1]),
      ]);
      due += step;
    }
    done += d;
  }
  return [...out, line.at(-1)];
}
