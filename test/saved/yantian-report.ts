import { runMain } from '../samples/run-main.ts';

export const YANTIAN = 'samples/yantian-2012';

/** The JSON report of the sample, as it is written. */
export const yantianReport = (await runMain(['assess', YANTIAN, '--format', 'json'], '', '1.0.0')).stdout;
