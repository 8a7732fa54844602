import { files } from "./files.js";
import { lifeCycle } from "./life-cycle.js";
import { processes } from "./processes.js";
import type { Scenario } from "./scenario.js";

/** Everything that the mock daemon and the real engines are both put through. */
export const scenarios: Scenario[] = [...lifeCycle, ...processes, ...files];
