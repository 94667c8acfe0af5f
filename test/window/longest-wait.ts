/** For whatever is waited for in a window: someone signs in for half a minute where everything else goes on at once. */
export const longestWaitMs = 120_000;
