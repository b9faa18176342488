import { between, pick, type Dice } from '../seeded.js';
import { box, disc, fill, hills, line, oval, shape, sky, times } from './brush.js';

type Scene = (roll: Dice) => string;

const heights = (roll: Dice, low: number, high: number, count = 9): number[] =>
  Array.from({ length: count }, () => between(roll, low, high));

const sunset: Scene = (roll) =>
  sky('#f9c784', '#e4572e') +
  disc(between(roll, 260, 700), 360, 92, '#fff1c9') +
  hills(heights(roll, 380, 430), '#7a3b46') +
  hills(heights(roll, 450, 520), '#4a2536') +
  box(0, 540, 960, 100, '#2b1a2b');

const sea: Scene = (roll) =>
  sky('#bfe3f2', '#eaf6fb') +
  disc(between(roll, 120, 840), 120, 54, '#fff6d6') +
  times(7, (row) => {
    const y = 320 + row * 46;
    const start = between(roll, -120, 0);
    const waves = times(9, () => 'q 60 -26 120 0 ');
    return `<path d="M${start} ${y} ${waves} V640 H${start} Z" fill="hsl(200 62% ${62 - row * 6}%)"/>`;
  });

const mountains: Scene = (roll) =>
  sky('#dbe9f4', '#f7f3ea') +
  times(4, (index) => {
    const x = between(roll, 60, 900);
    const top = between(roll, 130, 260) + index * 20;
    const snow = `${x},${top} ${x - 38},${top + 62} ${x - 8},${top + 48} ${x + 14},${top + 70} ${x + 40},${top + 60}`;
    return (
      shape(`${x},${top} ${x - 320},640 ${x + 330},640`, `hsl(215 24% ${58 - index * 7}%)`) + shape(snow, '#ffffff')
    );
  }) +
  hills(heights(roll, 530, 570), '#42604f');

const cat: Scene = (roll) => {
  const coat = pick(roll, ['#3d3a45', '#c9803d', '#8b8f98', '#e9e2d5']);
  const eye = pick(roll, ['#8fc45a', '#e8b93a', '#6db7d6']);
  const ears = shape('350,250 372,92 470,196', coat) + shape('610,250 588,92 490,196', coat);
  const face = disc(480, 286, 148, coat) + oval(480, 560, 210, 170, coat);
  const eyes = times(2, (side) => disc(420 + side * 120, 268, 27, eye) + oval(420 + side * 120, 268, 8, 22, '#1b1b1f'));
  const nose =
    shape('462,322 498,322 480,342', '#d98a92') + line('M480 342 q -22 28 -44 8 M480 342 q 22 28 44 8', '#1b1b1f', 5);
  const whiskers = line('M360 320 L270 300 M360 338 L268 344 M600 320 L690 300 M600 338 L692 344', '#1b1b1f', 4);
  return fill(pick(roll, ['#f3d9b1', '#cfe3d6', '#d8d3ea', '#f2c9c4'])) + ears + face + eyes + nose + whiskers;
};

const city: Scene = (roll) =>
  sky('#1d2b4f', '#6c5b7b') +
  disc(780, 130, 46, '#f7ecc9') +
  times(11, (index) => {
    const height = between(roll, 150, 400);
    const x = index * 88 - 10;
    const windows = times(6, (spot) =>
      roll() > 0.4 ? box(x + 14 + (spot % 2) * 34, 662 - height + Math.floor(spot / 2) * 46, 16, 22, '#f6d77a') : '',
    );
    return box(x, 640 - height, 84, height, `hsl(228 24% ${18 + (index % 3) * 5}%)`) + windows;
  });

const forest: Scene = (roll) =>
  sky('#e5f0e4', '#c6dcc9') +
  times(16, (index) => {
    const x = between(roll, 0, 960);
    const foot = 440 + index * 12;
    const green = `hsl(${between(roll, 130, 156)} 34% ${46 - index * 1.6}%)`;
    const tree = times(3, (tier) => {
      const top = foot - 210 + tier * 52;
      return shape(`${x},${top} ${x - 44 - tier * 16},${top + 96} ${x + 44 + tier * 16},${top + 96}`, green);
    });
    return box(x - 8, foot - 24, 16, 50, '#5b4636') + tree;
  });

const tulips: Scene = (roll) =>
  sky('#cfe8f7', '#fdf8ec') +
  box(0, 330, 960, 310, '#5c8a4e') +
  times(42, (index) => {
    const x = 30 + (index % 14) * 70 + between(roll, -14, 14);
    const y = 380 + Math.floor(index / 14) * 86;
    const colour = pick(roll, ['#d7263d', '#f2a541', '#b0468f', '#f6e7cb', '#e8637a']);
    const cup = `M${x - 22} ${y} q 0 46 22 46 q 22 0 22 -46 l -12 18 l -10 -26 l -10 26 Z`;
    return line(`M${x} ${y + 40} V${y + 96}`, '#2f5d34', 6) + `<path d="${cup}" fill="${colour}"/>`;
  });

const windmill: Scene = (roll) => {
  const turn = between(roll, 8, 80);
  const sails = times(4, (arm) => {
    const blade = box(474, 116, 12, 160, '#5a4632') + box(486, 124, 36, 130, '#f4ead6');
    return `<g transform="rotate(${turn + arm * 90} 480 270)">${blade}</g>`;
  });
  const mill = shape('420,560 446,250 514,250 540,560', '#8c4f3a') + shape('436,256 480,200 524,256', '#43372f');
  return (
    sky('#b9dcf0', '#f3efdd') +
    hills(heights(roll, 520, 545), '#7fa05f') +
    mill +
    box(466, 490, 28, 70, '#3a2d25') +
    sails
  );
};

const boat: Scene = (roll) =>
  sky(pick(roll, ['#f7e3c5', '#d5e8f2', '#e9dcef']), pick(roll, ['#f2b78a', '#f6e8d2', '#bcd9e6'])) +
  box(0, 400, 960, 240, pick(roll, ['#2f6f88', '#3b5f7a', '#2d7a72'])) +
  times(18, () =>
    line(`M${between(roll, 0, 900)} ${between(roll, 430, 630)} h ${between(roll, 30, 90)}`, '#7fb3c4', 4),
  ) +
  shape('330,420 630,420 580,490 380,490', pick(roll, ['#7b3f2b', '#1f3a52', '#7a1f2b'])) +
  box(474, 160, 10, 262, '#5a4632') +
  shape('490,170 490,400 640,400', pick(roll, ['#fbf6ea', '#f2a541', '#e07a5f'])) +
  shape('468,200 468,400 350,400', '#e9ddc6');

const balloon: Scene = (roll) =>
  sky('#9fd0ec', '#eef7fb') +
  times(5, () => oval(between(roll, 60, 900), between(roll, 60, 560), between(roll, 70, 130), 26, '#ffffff')) +
  times(3, (index) => {
    const [x, y, r] = [180 + index * 290 + between(roll, -40, 40), between(roll, 170, 320), between(roll, 66, 104)];
    const colour = pick(roll, ['#e4572e', '#f2a541', '#2e86ab', '#6a994e', '#a23b72']);
    const ropes = line(
      `M${x - r * 0.5} ${y + r * 0.8} L${x - 14} ${y + r * 1.7} M${x + r * 0.5} ${y + r * 0.8} L${x + 14} ${y + r * 1.7}`,
      '#5a4632',
      3,
    );
    return (
      disc(x, y, r, colour) +
      oval(x, y, r * 0.45, r, 'rgba(255,255,255,.35)') +
      ropes +
      box(x - 18, y + r * 1.7, 36, 28, '#7b5a3a')
    );
  });

const night: Scene = (roll) =>
  sky('#0b1437', '#27376b') +
  times(90, () => disc(between(roll, 0, 960), between(roll, 0, 470), between(roll, 1, 3), '#fdf6d8')) +
  disc(720, 150, 66, '#f5edcf') +
  disc(748, 132, 58, '#14204a') +
  hills(heights(roll, 470, 530), '#0a1026');

const teacup: Scene = (roll) => {
  const china = pick(roll, ['#2e86ab', '#a23b72', '#4f772d', '#e07a5f']);
  const steam = times(3, (index) =>
    line(`M${400 + index * 70} 220 q 34 -40 0 -80 q -34 -40 0 -80`, 'rgba(255,255,255,.75)', 10),
  );
  const cup = `<path d="M290 270 H650 Q640 470 540 490 H400 Q300 470 290 270 Z" fill="#fdfbf6"/>`;
  const dots = times(7, (index) => disc(330 + index * 48, 360, 13, china));
  return (
    fill('#cbb79c') +
    box(0, 500, 960, 140, '#8d6e55') +
    oval(470, 512, 270, 34, '#f4eee2') +
    steam +
    line('M650 300 q 110 10 70 100 q -30 50 -110 40', '#fdfbf6', 26) +
    cup +
    oval(470, 270, 180, 26, '#8a5a33') +
    dots
  );
};

const bicycle: Scene = (roll) => {
  const frame = pick(roll, ['#d7263d', '#1b6b93', '#3a7d44', '#1f1f24']);
  const wheels = times(2, (side) => {
    const ring = `<circle cx="${310 + side * 340}" cy="430" r="112" fill="none" stroke="#22252b" stroke-width="14"/>`;
    return (
      ring +
      times(6, (spoke) => {
        const [dx, dy] = [Math.cos(spoke * 0.524) * 108, Math.sin(spoke * 0.524) * 108];
        const [x, y] = [310 + side * 340, 430];
        return line(
          `M${(x - dx).toFixed(1)} ${(y - dy).toFixed(1)} L${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}`,
          '#9aa0a8',
          2,
        );
      })
    );
  });
  const tubes = line(
    'M310 430 L400 260 L590 260 L470 430 L310 430 M400 260 L470 430 M590 260 L650 430 M590 260 L570 205 h 60',
    frame,
    14,
  );
  return fill('#e9e4d6') + box(0, 540, 960, 100, '#b9b2a1') + wheels + tubes + line('M370 236 h 70', '#22252b', 20);
};

const snow: Scene = (roll) =>
  sky('#c9d6e6', '#eef3f8') +
  hills(heights(roll, 470, 520), '#ffffff') +
  disc(480, 500, 96, '#fafcff') +
  disc(480, 362, 70, '#fafcff') +
  disc(480, 262, 50, '#fafcff') +
  shape('480,262 546,274 480,284', '#e07b39') +
  disc(462, 248, 6, '#22252b') +
  disc(498, 248, 6, '#22252b') +
  box(430, 206, 100, 12, '#22252b') +
  box(448, 150, 64, 60, '#22252b') +
  times(60, () => disc(between(roll, 0, 960), between(roll, 0, 620), between(roll, 2, 6), '#ffffff'));

const tiles: Scene = (roll) => {
  const palette = ['#0b4f6c', '#7cc4e0', '#f2a541', '#fdf6e3', '#e07a5f', '#3f5b77'];
  return (
    fill('#fdf6e3') +
    times(54, (index) => {
      const [x, y] = [(index % 9) * 107, Math.floor(index / 9) * 107];
      const colour = pick(roll, palette);
      return pick(roll, [
        box(x, y, 107, 107, colour),
        disc(x + 53, y + 53, 50, colour),
        shape(`${x},${y} ${x + 107},${y} ${x},${y + 107}`, colour),
      ]);
    })
  );
};

/** Everything the invented members of the practice platform photograph. */
export const SCENES = {
  sunset,
  sea,
  mountains,
  cat,
  city,
  forest,
  tulips,
  windmill,
  boat,
  balloon,
  night,
  teacup,
  bicycle,
  snow,
  tiles,
} as const satisfies Readonly<Record<string, Scene>>;
