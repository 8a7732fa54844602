import { type Ask, filtered, type SwarmScenario, versioned } from "./scenario.js";

const Data = Buffer.from("of the data").toString("base64");

const both = (title: string, run: (ask: Ask, kind: string) => Promise<unknown>): SwarmScenario[] =>
  ["secrets", "configs"].map((kind) => ({
    title: `${kind}: ${title}`,
    run: (ask) => run(ask, `/${kind}`),
  }));

/** Secrets and configs, which are alike but for what is shown of them. */
export const dataScenarios: readonly SwarmScenario[] = [
  ...both("one without a name", (ask, kind) => ask("POST", `${kind}/create`, {})),
  ...both("one with a wrong name", (ask, kind) =>
    ask("POST", `${kind}/create`, { Name: "a b", Data }),
  ),
  ...both("one that says nothing", (ask, kind) => ask("POST", `${kind}/create`, { Name: "a" })),
  ...both("one that is not there", async (ask, kind) => {
    await ask("GET", `${kind}/nobody`);
    await ask("DELETE", `${kind}/nobody`);
    await ask("POST", `${kind}/nobody/update?version=1`, { Name: "nobody" });
  }),
  ...both("its life", async (ask, kind) => {
    await ask("POST", `${kind}/create`, { Name: "one", Data, Labels: { a: "1" } });
    await ask("POST", `${kind}/create`, { Name: "one", Data });
    await ask("GET", kind);
    const found = await ask("GET", `${kind}/one`);
    await ask("POST", `${kind}/one/update`, { Name: "one" });
    await ask("POST", `${kind}/one/update?version=1`, { Name: "one" });
    await ask("POST", versioned(`${kind}/one`, found), { Name: "two" });
    await ask("POST", versioned(`${kind}/one`, found), { Name: "one", Labels: { b: "2" } });
    await ask("GET", `${kind}/one`);
    await ask("DELETE", `${kind}/one`);
  }),
  ...both("filters", async (ask, kind) => {
    await ask("POST", `${kind}/create`, { Name: "one", Data, Labels: { a: "1" } });
    for (const filters of [
      { name: ["on"] },
      { name: ["two"] },
      { id: ["zz"] },
      { label: ["a"] },
      { label: ["a=2"] },
      { no: ["x"] },
      { names: ["one"] },
    ]) {
      await ask("GET", filtered(kind, filters));
    }
    await ask("DELETE", `${kind}/one`);
  }),
];
