import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/alerts/alert.ts';
import { parseRule } from '../../../src/alerts/rule.ts';
import { drawAlerts } from '../../../src/ui/overlays/alerts.ts';
import { formatTimeOfDay } from '../../../src/units/format.ts';
import { plain, textsOf } from '../../harness/look.ts';

const memory: Alert = {
  rule: parseRule('memory.usage > 85%'),
  severity: 'critical',
  since: 0,
  length: 125,
  value: 0.9,
  peak: 0.97,
  culprit: { name: 'chromium', pid: 4211, share: 0.4 },
};
const time = formatTimeOfDay(0);

describe('the list of alerts', () => {
  it('has what fires, and what was resolved, each in full', () => {
    const over: Alert = { ...memory, severity: 'warning', ended: 130000 };
    expect(textsOf(drawAlerts({ firing: [memory], resolved: [over] }, 79, plain))).toEqual([
      'Firing',
      `  ${time}  critical memory 90.0% for 2 m 5 s (over 85%): chromium (4211) 40.0%`,
      '',
      'Resolved',
      `  ${time}  warning  memory up to 97.0% for 2 m 5 s (over 85%): chromium (4211)`,
      '                     40.0%',
      '',
    ]);
  });

  it('has the text below the time where there is little room beside it', () => {
    expect(textsOf(drawAlerts({ firing: [memory], resolved: [] }, 36, plain))).toEqual([
      'Firing',
      `  ${time}  critical `,
      '    memory 90.0% for 2 m 5 s (over',
      '    85%): chromium (4211) 40.0%',
      '',
      'Resolved',
      '  nothing yet',
      '',
    ]);
  });
});
