import { reader } from '../metric.ts';
import { unavailable } from '../outcome.ts';
import type { FilesystemReading } from './filesystem.ts';

export const readFilesystem = reader<readonly FilesystemReading[]>(() => unavailable('not written yet'));
