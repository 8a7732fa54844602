import { onTestFinished } from "vitest";
import type { Exchange } from "../../src/testing/http/exchanges.js";

let passing: readonly string[] = [];

/**
 * For a test that has a mock daemon sent, or answer, what the API document does not have.
 *
 * @param operations - those that may differ until the test ends
 */
export function deliberate(...operations: string[]): void {
  passing = [...passing, ...operations];
  onTestFinished(() => {
    passing = [];
  });
}

export const passes = ({ request }: Exchange): boolean =>
  request.operation !== undefined && passing.includes(request.operation);
