import { describe, expectTypeOf, it } from "vitest";
import type { Fault, ListenOptions, MockDaemon } from "../../src/testing/index.js";

describe("a fault", () => {
  it("is one of its kinds, for a delay or not", () => {
    expectTypeOf<{
      operation: "ContainerList";
      status: number;
      message: string;
    }>().toExtend<Fault>();
    expectTypeOf<{ path: RegExp; reset: "body"; times: number }>().toExtend<Fault>();
    expectTypeOf<{ method: string; truncate: true; delay: number }>().toExtend<Fault>();
    expectTypeOf<{ operation: "SystemPing"; delay: number }>().toExtend<Fault>();
  });

  it("is not two of them, nor none", () => {
    type Both = { operation: "ContainerList"; status: number; reset: "body" };
    expectTypeOf<Both>().not.toExtend<Fault>();
    expectTypeOf<{
      operation: "ContainerList";
      message: string;
      malformed: true;
    }>().not.toExtend<Fault>();
    expectTypeOf<{ operation: "ContainerList"; times: number }>().not.toExtend<Fault>();
    expectTypeOf<{ operation: "ContainerMake"; status: number }>().not.toExtend<Fault>();
  });
});

describe("a daemon that listens", () => {
  it("tells the path of a socket file and the port of anything else", () => {
    const listen = (null as unknown as MockDaemon).listen;
    const options = null as unknown as ListenOptions;
    const atPath = async () => (await listen()).path;
    const atPort = async () => (await listen({ port: 0 })).port;
    const withTls = async () => (await listen({ tls: true })).port;
    const anywhere = async () => (await listen(options)).host;
    expectTypeOf(atPath).returns.resolves.toBeString();
    expectTypeOf(atPort).returns.resolves.toBeNumber();
    expectTypeOf(withTls).returns.resolves.toBeNumber();
    expectTypeOf(anywhere).returns.resolves.toBeString();
  });
});
