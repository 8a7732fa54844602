import { isObject, type JsonObject, objectAt } from "./json.js";

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** The operation in the document: a change to it changes the document. */
  readonly object: JsonObject;
}

/** Every operation of an OpenAPI document, in the document's order. */
export function operationsOf(document: JsonObject): Operation[] {
  return Object.entries(objectAt(document, "paths")).flatMap(([path, item]) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([method, object]) =>
      isObject(object) && typeof object.operationId === "string"
        ? [{ id: object.operationId, method, path, object }]
        : [],
    ),
  );
}
