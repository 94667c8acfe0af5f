import { provesTheSimulation } from './simulated-laws.ts';

provesTheSimulation(1200, [1]);
