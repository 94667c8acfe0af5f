import { provesTheLaws } from './schedule-laws.ts';

provesTheLaws(300);
