import { provesTheSimulation } from './simulated-laws.ts';

provesTheSimulation(4000, [2, 3, 4, 5, 6]);
