import { layerEntries } from "../files/changes.js";
import type { Content } from "../files/content.js";
import { makeDirectory, type Node } from "../files/nodes.js";
import { contentSize, digestOf, writeTar } from "../files/tar-writer.js";
import { sha256 } from "../names.js";

export interface Layer {
  /** `sha256:…` of its archive: what RootFS lists. */
  readonly diffId: string;
  /** `sha256:…` as the registry has it: what progress messages show. */
  readonly digest: string;
  /** Of its files, in bytes. */
  readonly size: number;
  /** Of its archive, in bytes. */
  readonly length: number;
  /** The archive; it is written anew whenever it is needed. */
  archive(): Iterable<Uint8Array>;
}

/** Of an archive without files. */
export const emptyDiffId =
  "sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";

/** The difference between two trees as a layer. */
export function layerBetween(before: Node, after: Node, size?: number): Layer {
  const archive = (): Iterable<Uint8Array> => writeTar(layerEntries(before, after));
  const { digest: diffId, length } = digestOf(archive());
  return {
    diffId,
    digest: blobDigest(diffId),
    size: size ?? contentSize(layerEntries(before, after)),
    length,
    archive,
  };
}

/** All of a tree as a layer. */
export const fullLayer = (files: Node, size?: number): Layer =>
  layerBetween(makeDirectory(), files, size);

/** A layer that came as an archive: it stays as it is, so that its digest does. */
export function givenLayer({ chunks, size: length }: Content, size: number): Layer {
  const { digest: diffId } = digestOf(chunks);
  return { diffId, digest: blobDigest(diffId), size, length, archive: () => chunks };
}

const blobDigest = (diffId: string): string => `sha256:${sha256(`blob ${diffId}`)}`;
