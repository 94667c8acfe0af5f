import { provesTheLaws } from './schedule-laws.ts';

provesTheLaws(10_000);
