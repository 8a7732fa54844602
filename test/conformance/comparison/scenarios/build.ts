import type { ComparisonScenario } from "../setting.js";
import { build, removeLater, showImage, tar } from "./image-steps.js";

// biome-ignore lint/suspicious/noTemplateCurlyInString: as a Dockerfile has it
const environment = "ENV A=1 B=${A:-x}\nENV C=$A$B${C:+no} D='$A' E=\"$A b\" F=\\$A\n";

/** Builds, step by step and word by word. */
export const ofBuild: readonly ComparisonScenario[] = [
  {
    title: "a build sets all that an image has",
    async run(setting) {
      const { name, image } = setting;
      removeLater(setting, `${name}:1`);
      const lines = [
        "ARG BASE=nothing",
        "FROM $BASE AS base",
        "ARG V=1",
        'ENV A=$V B="x y"',
        "ENV C d e",
        'LABEL l=$A "m n"=o',
        "WORKDIR /w",
        "WORKDIR sub",
        "USER 1:2",
        "EXPOSE 80 90/udp 100-102",
        'VOLUME ["/y", "/z"]',
        "CMD echo hi",
        'ENTRYPOINT ["sh", "-c"]',
        'SHELL ["/bin/sh", "-e", "-c"]',
        "STOPSIGNAL SIGTERM",
        'HEALTHCHECK --interval=90s --timeout=500ms --retries=3 CMD ["true"]',
        "ONBUILD RUN echo x",
        "MAINTAINER me <a@b>",
      ];
      await build(setting, `${lines.join("\n")}\n`, {
        t: `${name}:1`,
        buildargs: { V: "2", BASE: image, W: "3" },
        labels: { q: "1", p: "2" },
      });
      await showImage(setting, `${name}:1`);
    },
  },
  {
    title: "a build copies files, directories and archives",
    async run(setting) {
      const { name, image } = setting;
      removeLater(setting, `${name}:1`);
      const files = { a: "a", b: "b", "dir/": "", "dir/c": "c", "1.txt": "1", "2.txt": "2" };
      const lines = [
        `FROM ${image}`,
        "COPY a /a",
        "COPY a b /d/",
        "COPY dir /e",
        "COPY --chown=1:2 a /f",
        "ADD x.tar /t/",
        "COPY *.txt /g/",
        "WORKDIR /w",
        "COPY a .",
        'COPY ["b", "/has space/"]',
        "RUN cat /a /d/a /d/b /e/c /f /t/inner /g/1.txt /g/2.txt /w/a '/has space/b'",
      ];
      await build(
        setting,
        `${lines.join("\n")}\n`,
        { t: `${name}:1` },
        {
          ...files,
          "x.tar": tar({ inner: "i" }),
        },
      );
      await showImage(setting, `${name}:1`);
    },
  },
  {
    title: "a build of several stages copies from one to the next",
    async run(setting) {
      const { image } = setting;
      const lines = [
        `FROM ${image} AS one`,
        "RUN echo made > /made",
        "FROM scratch AS two",
        "COPY --from=one /made /m",
        `FROM ${image}`,
        "COPY --from=0 /made /m0",
        "COPY --from=two /m /m2",
        `COPY --from=${image} /etc/passwd /p`,
        "RUN cat /m0",
      ];
      await build(setting, `${lines.join("\n")}\n`);
    },
  },
  {
    title: "a build ends at its target",
    async run(setting) {
      const dockerfile = `FROM ${setting.image} AS one\nLABEL a=1\nFROM one AS two\nLABEL b=1\n`;
      for (const target of ["one", "TWO", "nope", "0"]) {
        await build(setting, dockerfile, { target });
      }
    },
  },
  {
    title: "a build takes from its cache what has not changed",
    async run(setting) {
      const { name, image } = setting;
      removeLater(setting, `${name}:1`);
      const dockerfile = `FROM ${image}\nLABEL n=${name}\nARG X\nRUN echo $X\nCOPY a /a\nCMD ["x"]\n`;
      const cached = { nocache: "0", t: `${name}:1` };
      await build(setting, dockerfile, cached, { a: "a" });
      await build(setting, dockerfile, cached, { a: "a" });
      await build(setting, dockerfile, cached, { a: "b" });
      await build(setting, dockerfile, { ...cached, buildargs: { X: "1" } }, { a: "b" });
    },
  },
  {
    title: "a quiet build says what it has made",
    async run(setting) {
      const dockerfile = `FROM ${setting.image}\nRUN echo out\n`;
      await build(setting, dockerfile, { q: "1" });
      await build(setting, `${dockerfile}RUN exit 1\n`, { q: "1" });
    },
  },
  {
    title: "triggers run in the build that comes after",
    async run(setting) {
      const { name, image } = setting;
      removeLater(setting, `${name}:o`, `${name}:p`);
      const triggers = `FROM ${image}\nONBUILD LABEL x=1\nONBUILD RUN echo triggered\n`;
      await build(setting, triggers, { t: `${name}:o` });
      await build(setting, `FROM ${name}:o\nLABEL y=1\n`, { t: `${name}:p` });
      await showImage(setting, `${name}:p`);
    },
  },
  {
    title: "a build gives several names",
    async run(setting) {
      const { name, image } = setting;
      const tags = [`${name}:1`, `${name}:2`, name, `${name}:1`];
      removeLater(setting, ...new Set(tags));
      await build(setting, `FROM ${image}\nLABEL a=${name}\n`, { t: tags });
      await build(setting, `FROM ${image}\n`, { t: `${name}:2` });
      await build(setting, `FROM ${image}\n`, { t: "UPPER" });
      await build(setting, `FROM ${image}\n`, { t: `a@sha256:${"a".repeat(64)}` });
    },
  },
  {
    title: "variables stand for values in a build",
    async run(setting) {
      const { name, image } = setting;
      removeLater(setting, `${name}:v`);
      await build(setting, `FROM ${image}\n${environment}LABEL l=$C m='$C' n=\\$C\n`, {
        t: `${name}:v`,
      });
      await showImage(setting, `${name}:v`);
      await build(setting, `FROM ${image}\nARG A=\${B:?missing}\n`);
      await build(setting, `FROM $NOTHING\n`);
    },
  },
  {
    title: "a command fails in a build",
    async run(setting) {
      for (const line of ["echo out; exit 3", '["sh", "-c", "exit 4"]', '["nope"]']) {
        await build(setting, `FROM ${setting.image}\nRUN ${line}\n`);
      }
    },
  },
  {
    title: "a build leaves its containers where that is wanted",
    async run(setting) {
      const from = `FROM ${setting.image}\n`;
      await build(setting, `${from}RUN true\n`, { forcerm: "0", rm: "0" });
      await build(setting, `${from}RUN echo odd >&2\n`, { forcerm: "0", rm: "1" });
    },
  },
  {
    title: "a step fails in a build",
    async run(setting) {
      const from = `FROM ${setting.image}\n`;
      for (const line of [
        "COPY nope /",
        "COPY ../x /",
        "COPY *.zip /",
        "COPY --chown=nobodyx a /",
        "COPY a b /x",
        "COPY --from=5 /a /b",
        `COPY --from=${setting.image} /nope /b`,
        "COPY --chmod=1 a b",
        "RUN --mount=type=cache,target=/x true",
        "EXPOSE x",
        "EXPOSE 80/xxx",
        "EXPOSE 99999",
        "STOPSIGNAL X",
        "USER nope\nRUN true",
        "WORKDIR /etc/passwd",
      ]) {
        await build(setting, `${from}${line}\n`, {}, { a: "a", b: "b" });
      }
      await build(setting, "FROM scratch\n");
      await build(setting, "FROM UPPER\n");
    },
  },
  {
    title: "a build's options are taken",
    async run(setting) {
      const dockerfile = `FROM ${setting.image}\nLABEL a=b\n`;
      await build(setting, `FROM ${setting.image}\nRUN true\n`, { networkmode: "container:nope" });
      for (const option of [
        { networkmode: "none" },
        { memory: "100000000", cpushares: "3", extrahosts: "a:1.2.3.4" },
        { buildargs: { UNKNOWN: "1" } },
        { buildargs: { UNKNOWN: null } },
        { buildargs: { HTTP_PROXY: "x" } },
        { memory: "x" },
      ]) {
        await build(setting, dockerfile, option);
      }
    },
  },
];
