import { applyChanges } from "../containers/commit.js";
import { parsePlatform } from "../containers/container-create.js";
import { withoutEmpty } from "../containers/container-defaults.js";
import type { Engine } from "../engine.js";
import { type Content, ContentWriter } from "../files/content.js";
import { inUnpackersWords } from "../files/extract.js";
import { makeDirectory } from "../files/nodes.js";
import { drain, uploaded } from "../files/uploads.js";
import type { Call } from "../http/call.js";
import { badRequest, EngineError } from "../http/engine-error.js";
import { completeImage, type MockImageConfig } from "./image.js";
import { noOrigin } from "./image-origin.js";
import { readLayer } from "./load.js";
import { sendProgress } from "./progress.js";
import { familiarReference, isTag, parseReference, type Reference } from "./references.js";

/** `docker import`: an archive of files becomes an image of one layer. */
export async function importImage(call: Call, engine: Engine): Promise<undefined> {
  const { query, request } = call;
  const source = query.text("fromSrc");
  const reference = referenceOf(call);
  const changed = applyChanges(engine, {}, query.all("changes"));
  const { os, architecture } = parsePlatform(query.text("platform")) ?? {};
  if (source !== "-") {
    await drain(request);
    throw new EngineError(
      501,
      `the mock daemon does not import from ${source}: it has no network. Send the archive with fromSrc=-`,
    );
  }
  const now = engine.clock.now();
  const { layer, files } = await readUpload(call, engine);
  const comment = query.text("message") || "Imported from -";
  const image = completeImage({
    parent: "",
    created: now,
    comment,
    author: "",
    architecture: architecture ?? "amd64",
    os: os ?? "linux",
    config: withoutEmpty(changed) as MockImageConfig,
    layers: [layer],
    origin: { ...noOrigin, engine: engine.identity.engineVersion },
    history: [{ created: now, createdBy: "", comment, size: layer.size }],
    files,
  });
  const stored = engine.images.add(image);
  if (reference !== undefined) {
    engine.images.tag(stored, familiarReference(reference));
    stored.tagged = now;
    engine.events.image(image, "tag", familiarReference(reference));
  }
  engine.events.image(image, "import");
  return sendProgress(call, [{ status: image.id }]);
}

function referenceOf({ query }: Call): Reference | undefined {
  const repository = query.text("repo");
  if (repository === "") return undefined;
  const reference = parseReference(repository);
  const tag = query.text("tag") || reference.tag || "latest";
  if (!isTag(tag)) throw badRequest("invalid tag format");
  return { ...reference, tag };
}

async function readUpload(
  { request }: Call,
  engine: Engine,
): Promise<Awaited<ReturnType<typeof readLayer>>> {
  try {
    return await readLayer(await collect(uploaded(request)), makeDirectory(), engine);
  } catch (error) {
    throw inUnpackersWords(engine, error);
  } finally {
    await drain(request);
  }
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Content> {
  const writer = new ContentWriter();
  for await (const chunk of source) writer.write(chunk);
  return writer.finish();
}
