import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RED_PNG } from '../../fixtures/hostile-pages.js';
import { LocalSite, reply } from '../../fixtures/local-site.js';
import { readPng } from '../../fixtures/read-png.js';
import { capture, forgetCaptures } from './capturing.js';

const INLINE = `data:image/png;base64,${RED_PNG.toString('base64')}`;
const SIZE = 'width="80" height="80"';
const box = 'style="width:80px;height:80px;';

/** Each is one way to show a picture; the page shows them all. */
const WAYS: Readonly<Record<string, string>> = {
  image: `<img src="/red.png" ${SIZE}>`,
  'inline image': `<img src="${INLINE}" ${SIZE}>`,
  'image that insists': `<img src="${INLINE}" ${SIZE} style="visibility:visible!important;filter:none!important">`,
  background: `<div ${box}background:url(/red.png)"></div>`,
  'inline background that insists': `<div ${box}background-image:url(${INLINE})!important"></div>`,
  'pseudo-element': `<style>.p::before{content:url(${INLINE})}</style><div class="p"></div>`,
  'video poster': `<video poster="${INLINE}" ${SIZE}></video>`,
  drawing: `<svg ${SIZE}><rect width="80" height="80" fill="#f00"/><image href="${INLINE}" ${SIZE}/></svg>`,
  button: `<input type="image" src="${INLINE}" ${SIZE}>`,
  object: `<object data="${INLINE}" type="image/png" ${SIZE}></object>`,
  frame: `<iframe srcdoc='<img src="${INLINE}" ${SIZE}>' ${SIZE}></iframe>`,
  'border and list': `<ul style="list-style-image:url(${INLINE})"><li ${box}border:20px solid;border-image:url(${INLINE}) 1">x</ul>`,
  canvas: `<canvas id="c" ${SIZE}></canvas><script>var g=c.getContext('2d');g.fillStyle='#f00';g.fillRect(0,0,80,80)</script>`,
  'fetched bytes': `<div id="f"></div><script>fetch('/red.png').then(r=>r.blob()).then(b=>{const i=new Image(80,80);
    i.src=URL.createObjectURL(b);f.append(i)})</script>`,
  'fetched as something else': `<div id="h"></div><script>fetch('/red.bin').then(r=>r.arrayBuffer()).then(b=>{
    const i=new Image();i.onload=()=>{const k=document.createElement('canvas');k.getContext('2d').drawImage(i,0,0,80,80);h.append(k)};
    i.src=URL.createObjectURL(new Blob([b],{type:'image/png'}))})</script>`,
  'slow transition': `<style>.t,.t::after{transition:all 999s allow-discrete!important}.t::after{content:url(${INLINE});
    visibility:visible!important;opacity:1!important}</style><img class="t" src="${INLINE}" ${SIZE}><p class="t">t</p>`,
  'closed shadow tree': `<div id="s"></div><script>s.attachShadow({mode:'closed'}).innerHTML=
    '<img src="${INLINE}" ${SIZE}><p ${box}background:url(${INLINE})!important"></p>'</script>`,
};

const page = (body: string): string => `<!doctype html><title>Bericht</title><h1>Beschermd</h1>${body}<p>slotwoord</p>`;
const isRed = (r: number, g: number, b: number): boolean => r > 120 && g < 60 && b < 60;

let site: LocalSite;
beforeAll(async () => {
  site = await new LocalSite({
    '/all': page(Object.values(WAYS).join('\n')),
    '/red.png': reply(200, 'image/png', RED_PNG),
    '/red.bin': reply(200, 'application/x-unknown', RED_PNG),
    '/no-style': (_ask, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "style-src 'none'" });
      answer.end(page(WAYS['inline image'] ?? ''));
    },
    ...Object.fromEntries(Object.entries(WAYS).map(([name, way]) => [`/way/${encodeURIComponent(name)}`, page(way)])),
  }).open();
});
afterAll(async () => {
  await site.close();
  await forgetCaptures();
});

describe('capturing under masked', () => {
  test('a page that tries every way to show a picture shows none, and its text is kept', async () => {
    const found = await capture(site.url('/all'), [site.host], { policy: 'masked' });
    expect(found).toMatchObject({ state: 'complete', httpStatus: 200 });
    expect([...found.names].sort()).toEqual(
      ['dom.html', 'fullpage-001.png', 'headers.json', 'network.jsonl', 'text.txt'], // prettier-ignore
    );
    expect((await found.file('text.txt')).toString()).toMatch(/Beschermd[^]*slotwoord/);
    expect(readPng(await found.file('fullpage-001.png')).count(isRed)).toBe(0);
  });

  test('no picture that stood in the document itself is kept with it', async () => {
    const found = await capture(site.url('/all'), [site.host], { policy: 'masked' });
    const kept = await Promise.all([...found.names, 'manifest.json'].map((name) => found.file(name)));
    expect(Buffer.concat(kept).includes(RED_PNG.toString('base64').slice(20, 60))).toBe(false);
  });

  test('pictures are not even asked for', async () => {
    site.hits.length = 0;
    await capture(site.url(`/way/image`), [site.host], { policy: 'masked' });
    expect(site.hits).toEqual(['/way/image']);
  });

  test('an address that is itself a picture is not shown and not kept', async () => {
    const found = await capture(site.url('/red.png'), [site.host], { policy: 'masked' });
    expect(found).toMatchObject({ state: 'partial', reasons: ['picture-withheld'] });
    expect(found.names).toEqual(['network.jsonl']);
  });

  test('a page that refuses styles is masked all the same', async () => {
    const found = await capture(site.url('/no-style'), [site.host], { policy: 'masked' });
    expect(readPng(await found.file('fullpage-001.png')).count(isRed)).toBe(0);
  });
});

describe('each way to show a picture', () => {
  test.each(Object.keys(WAYS))('works where nothing is masked: %s', async (name) => {
    const found = await capture(site.url(`/way/${encodeURIComponent(name)}`), [site.host]);
    expect(readPng(await found.file('fullpage-001.png')).count(isRed)).toBeGreaterThan(20);
  });
});
