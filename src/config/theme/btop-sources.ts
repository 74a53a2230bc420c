import type { GradientName } from '../../themes/gradient.ts';
import type { Meaning } from '../../themes/meaning.ts';

/** Which of btop's colours has a meaning of ours, in the order of preference; for gradients, how their three begin. */
export const btopSources: {
  readonly colors: { readonly [M in Meaning]?: readonly string[] };
  readonly gradients: { readonly [G in GradientName]?: readonly string[] };
} = {
  colors: {
    text: ['main_fg'],
    title: ['title'],
    dim: ['inactive_fg', 'graph_text'],
    key: ['hi_fg'],
    focus: ['hi_fg'],
    border: ['div_line'],
    track: ['meter_bg', 'inactive_fg'],
    selection: ['selected_bg'],
    selected: ['selected_fg', 'title'],
    ok: ['cpu_start'],
    warn: ['cpu_mid'],
    critical: ['cpu_end'],
    cpu: ['cpu_box'],
    memory: ['mem_box'],
    disks: ['mem_box'],
    network: ['net_box'],
    sensors: ['cpu_box'],
    processes: ['proc_box'],
    user: ['cpu_start'],
    system: ['cpu_mid'],
    steal: ['cpu_end'],
    used: ['used_mid', 'used_end', 'used_start'],
    cached: ['cached_mid', 'cached_end', 'cached_start'],
    free: ['free_mid', 'free_end', 'free_start'],
    swap: ['available_mid', 'available_end', 'available_start'],
    receive: ['download_mid', 'download_end', 'download_start'],
    send: ['upload_mid', 'upload_end', 'upload_start'],
    read: ['free_mid', 'free_end', 'free_start'],
    write: ['used_mid', 'used_end', 'used_start'],
  },
  gradients: {
    share: ['cpu'],
    cpu: ['cpu'],
    temperature: ['temp'],
    used: ['used'],
    cached: ['cached'],
    free: ['free'],
    swap: ['available'],
    receive: ['download'],
    send: ['upload'],
    read: ['free'],
    write: ['used'],
  },
};

/**
 * What btop draws the CPU with, and we an alert. Some themes go from violet to green there: that would give "critical" the
 * colour of "ok", so these are taken over only where they do end in a colour of alarm.
 */
export const alarming: readonly (Meaning | GradientName)[] = ['ok', 'warn', 'critical', 'share'];
