import type { ComparisonScenario } from "../setting.js";
import { build, query, tar } from "./image-steps.js";

/** Refused before anything is done. */
const malformed = [
  "",
  "# nothing",
  "RUN true",
  "FROM",
  "FROM a b",
  "FROM a AS",
  "FROMM x",
  "FROM x AS 1a",
];

/** Refused at a line that follows a base. */
const mistakes: Readonly<Record<string, readonly string[]>> = {
  "instructions without what they need": [
    "RUNN x",
    "COPY",
    "COPY a",
    "ENV",
    "LABEL",
    "WORKDIR",
    "USER",
    "EXPOSE",
    "VOLUME",
    "STOPSIGNAL",
    "ONBUILD",
    "ARG",
    "MAINTAINER",
    "FROM",
  ],
  "instructions that are given too much, or the wrong thing": [
    "COPY --x=1 a b",
    "ENV A",
    "ENV A=b c",
    "LABEL a",
    'VOLUME [""]',
    "SHELL x",
    "SHELL []",
    "ONBUILD ONBUILD RUN x",
    "ONBUILD FROM x",
    "ONBUILD MAINTAINER x",
  ],
  "health checks": [
    "HEALTHCHECK",
    "HEALTHCHECK X",
    "HEALTHCHECK CMD",
    "HEALTHCHECK --interval=x CMD a",
    "HEALTHCHECK --retries=x CMD a",
    "HEALTHCHECK NONE x",
    "HEALTHCHECK --interval=1ns CMD a",
  ],
};

/** Builds that are refused before they begin. */
export const ofBuildRefusals: readonly ComparisonScenario[] = [
  {
    title: "a Dockerfile without a base is refused",
    async run(setting) {
      for (const line of malformed) await build(setting, `${line}\n`);
      await build(setting, "");
    },
  },
  ...Object.entries(mistakes).map(
    ([what, lines]): ComparisonScenario => ({
      title: `a Dockerfile is refused for ${what}`,
      async run(setting) {
        for (const line of lines) await build(setting, `FROM ${setting.image}\n${line}\n`);
      },
    }),
  ),
  {
    title: "a build's options are refused",
    async run(setting) {
      const dockerfile = `FROM ${setting.image}\nLABEL a=b\n`;
      for (const option of [
        { buildargs: "x" },
        { labels: "x" },
        { cachefrom: "x" },
        { ulimits: "x" },
        { outputs: "x" },
        { version: "3" },
        { squash: "1" },
        { shmsize: "x" },
        { platform: "a/b/c/d" },
        { isolation: "x" },
        { dockerfile: "nope" },
        { dockerfile: "../x" },
        { remote: "foo" },
      ]) {
        await build(setting, dockerfile, option);
      }
    },
  },
  {
    title: "what is no context is refused",
    async run({ call }) {
      const headers = { "content-type": "application/x-tar" };
      await call("POST", "/build", { body: "not a tar", headers });
      await call("POST", "/build", { body: tar({ a: "a" }), headers });
      await call("POST", `/build?${query({ dockerfile: "b" })}`, { body: tar({ b: "" }), headers });
    },
  },
];
