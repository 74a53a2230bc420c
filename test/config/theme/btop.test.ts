import { describe, expect, it } from 'vitest';
import { parseBtopTheme } from '../../../src/config/theme/btop.ts';
import { dark, light } from '../../../src/themes/built-in/index.ts';
import { contrastOf, groundOf, LEGIBLE, leastOf, THERE } from '../../../src/themes/contrast.ts';
import { gradientNames } from '../../../src/themes/gradient.ts';
import { meaningNames, meanings } from '../../../src/themes/meaning.ts';

const HARBOUR = `# Harbour at night
theme[main_bg]="#10"

theme[main_fg]="#d8dee0"
theme[title]='#ffffff'
theme[hi_fg]="250 190 90"  # lamps
theme[selected_bg]="#24405c"
theme[selected_fg]="#ffeecc"
theme[inactive_fg]="#404040"
theme[meter_bg]=""
theme[cpu_box]="#7fb0c8"
theme[download_start]="#204060"
theme[download_mid]="#4080c0"
theme[download_end]="#80d0ff"
theme[temp_start]="#5080ff"
theme[temp_mid]=""
theme[temp_end]="#ff6040"
theme[unheard_of]="#123456"
`;

describe('a theme that was made for btop', () => {
  const { palette, problems } = parseBtopTheme('harbour', HARBOUR);

  it('gives its colours to what means the same', () => {
    expect(problems).toEqual([]);
    expect(palette.name).toBe('harbour');
    expect(palette.background).toBe('#101010');
    expect(palette.colors).toMatchObject({
      text: '#d8dee0',
      title: '#ffffff',
      key: '#fabe5a',
      selection: '#24405c',
      selected: '#ffeecc',
      cpu: '#7fb0c8',
      track: '#404040',
      used: dark.colors.used,
    });
  });

  it('gives its gradients of two or three colours', () => {
    expect(palette.gradients.receive.slice(1)).toEqual(['#4080c0', '#80d0ff']);
    expect(palette.gradients.temperature).toEqual(['#5080ff', '#ff6040']);
    expect(palette.gradients.send).toEqual(dark.gradients.send);
  });

  it('is brightened where it is too faint to be read', () => {
    expect(palette.colors.dim).not.toBe('#404040');
    for (const meaning of meaningNames.filter((one) => meanings[one].role === 'text'))
      expect(contrastOf(palette.colors[meaning], groundOf(meaning, palette)), meaning).toBeGreaterThanOrEqual(LEGIBLE);
    for (const gradient of gradientNames)
      for (const stop of palette.gradients[gradient])
        expect(contrastOf(stop, palette.background), gradient).toBeGreaterThanOrEqual(leastOf(gradient));
  });

  it('has borders, bars and a selected row that can be seen, and read, also where it has them in the colour of its ground', () => {
    const { palette: own } = parseBtopTheme(
      'paper',
      ['main_bg', 'div_line', 'meter_bg', 'selected_bg', 'selected_fg'].map((key) => `theme[${key}]="#fdf6e3"`).join('\n'),
    );
    for (const meaning of ['border', 'track', 'selection'] as const)
      expect(contrastOf(own.colors[meaning], own.background), meaning).toBeGreaterThanOrEqual(THERE);
    expect(contrastOf(own.colors.selected, own.colors.selection)).toBeGreaterThanOrEqual(LEGIBLE);
  });

  it('says by red that something is critical, whatever it draws the CPU with', () => {
    const of = (start: string, end: string) =>
      parseBtopTheme('x', `theme[cpu_start]="${start}"\ntheme[cpu_end]="${end}"`).palette;
    const violet = of('#bd93f9', '#50fa7b');
    expect(violet.gradients.cpu).toEqual(['#bd93f9', '#50fa7b']);
    expect(violet.colors).toMatchObject({ ok: dark.colors.ok, critical: dark.colors.critical, user: '#bd93f9' });
    expect(violet.gradients.share).toEqual(dark.gradients.share);
    const red = of('#88cc66', '#ee5544');
    expect(red.colors).toMatchObject({ ok: '#88cc66', critical: '#ee5544' });
    expect(red.gradients.share).toEqual(['#88cc66', '#ee5544']);
  });

  it('has what it leaves out from the light theme where its background is light', () => {
    expect(parseBtopTheme('noon', 'theme[main_bg]="#fdfdf0"').palette).toMatchObject({
      colors: light.colors,
      gradients: light.gradients,
    });
    expect(parseBtopTheme('none', 'theme[main_bg]=""').palette).toMatchObject({
      background: dark.background,
      colors: dark.colors,
    });
  });

  it('that paints no background is taken for a light one where its text is dark', () => {
    expect(parseBtopTheme('x', 'theme[main_bg]=""\ntheme[main_fg]="#222222"').palette.background).toBe(light.background);
    expect(parseBtopTheme('x', 'theme[main_bg]=""\ntheme[main_fg]="#dddddd"').palette.background).toBe(dark.background);
  });

  it('may have lines that end as on Windows, spaces and no quotes', () => {
    const { palette: other } = parseBtopTheme('x', 'theme[ main_fg ] = #abcdef\r\ntheme[title]="#fedcba"\r\n');
    expect(other.colors).toMatchObject({ text: '#abcdef', title: '#fedcba' });
    const { palette: old } = parseBtopTheme('x', '\ufefftheme[main_fg]="#abcdef"\rtheme[title]=#ee # a grey');
    expect(old.colors).toMatchObject({ text: '#abcdef', title: '#eeeeee' });
  });

  it.each([
    ['theme[main_fg]="#12345"', '1:17: main_fg: "#12345" is not a colour; write one like'],
    ['\ntheme[title]="300 0 0"', '2:15: title: "300 0 0" is not a colour; write one like'],
    ['theme[title]="#ffeecc', '1:14: title: ""#ffeecc" is not a colour; write one like'],
    ['theme[title]="red"', '1:15: title: "red" is not a colour; write one like'],
  ])('tells what is wrong in %j, and where', (text, said) => {
    expect(parseBtopTheme('x', text).problems.map((problem) => problem.slice(0, said.length))).toEqual([said]);
  });
});
