import { Filters } from "../filters.js";
import type { Call, Handlers } from "../http/call.js";
import { EngineError, notFound, systemError } from "../http/engine-error.js";
import { parseInteger } from "../http/query.js";

/** An engine that has no plugins: none can be installed. */
export const pluginHandlers: Handlers = {
  PluginList({ query }, engine) {
    Filters.parse(query.text("filters"), ["enabled", "capability"], engine);
    return { status: 200, body: [] };
  },
  PluginInspect: missing,
  PluginEnable(call) {
    parseInteger(call.query.text("timeout"), systemError);
    return missing(call);
  },
  PluginDisable: missing,
  PluginDelete: missing,
  PluginSet: missing,
  PluginPush: missing,
  PluginUpgrade: notDone,
  GetPluginPrivileges: notDone,
  PluginPull: notDone,
  PluginCreate: notDone,
};

function missing({ parameter }: Call): never {
  throw notFound(`plugin "${parameter}" not found`);
}

function notDone(): never {
  throw new EngineError(501, "the mock daemon does not install plugins");
}
