import { describe, expect, it } from "vitest";
import { ConfigError, formatEnv } from "../src/index.js";

describe("formatEnv", () => {
  it("writes NAME=value, and leaves out what is undefined", () => {
    expect(formatEnv({ A: "b=c", PORT: 80, DEBUG: false, EMPTY: "", NONE: undefined })).toEqual([
      "A=b=c",
      "PORT=80",
      "DEBUG=false",
      "EMPTY=",
    ]);
  });

  it.each([{ "": "x" }, { "A=B": "x" }, { "A\0": "x" }, { A: "x\0" }])("refuses %j", (env) => {
    expect(() => formatEnv(env)).toThrow(ConfigError);
  });

  it("does not show a value that it refuses", () => {
    expect(() => formatEnv({ TOKEN: "s3cret\0" })).toThrow(/^env\.TOKEN: has a NUL in it$/);
    expect(() => formatEnv({ "TOKEN=s3cret": "" })).toThrow(
      /^env: "TOKEN=…" is no name of a variable$/,
    );
  });

  it.each([[null], [undefined], ["A=b"], [["A=b"]], [new Map([["A", "b"]])]])(
    "refuses what is no object of names and values",
    (env) => {
      expect(() => formatEnv(env as never)).toThrow(/^env: must be an object/);
    },
  );

  it.each([null, {}, ["b"], Symbol("b")])("refuses a value that would become another text", (A) => {
    expect(() => formatEnv({ A } as never)).toThrow(/^env\.A: is no text, number or boolean$/);
  });
});
