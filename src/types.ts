import type { operations } from "../generated/api.js";

export type * from "../generated/api.js";

/** The name of an operation in the API document: `"ContainerList"`. */
export type OperationId = keyof operations;

type Parameters<Op extends OperationId> = operations[Op]["parameters"];
type Responses<Op extends OperationId> = operations[Op]["responses"];

/**
 * The query parameters of an operation.
 *
 * @example
 * ```ts
 * const query: Query<"ContainerList"> = { all: true, filters: { status: ["exited"] } };
 * ```
 */
export type Query<Op extends OperationId> = NonNullable<Parameters<Op>["query"]>;

/**
 * What a list, a prune or the events can be filtered by: to each key a list of values.
 *
 * @example
 * ```ts
 * const filters: Filters<"ContainerList"> = { status: ["running"], label: ["com.example=1"] };
 * ```
 */
export type Filters<Op extends OperationId> = NonNullable<
  Query<Op> extends { filters?: infer F } ? F : never
>;

/** The JSON body that an operation takes. */
export type Body<Op extends OperationId> = operations[Op] extends {
  requestBody?: { content: { "application/json": infer B } };
}
  ? B
  : never;

/** The content of an answer: JSON where there is JSON, text where there is text. */
type Content<R> = R extends { content: infer C }
  ? C extends { "application/json": infer J }
    ? J
    : C[keyof C]
  : undefined;

/**
 * What an operation answers when it succeeds.
 *
 * @example
 * ```ts
 * type Containers = Result<"ContainerList">; // ContainerSummary[]
 * ```
 */
export type Result<Op extends OperationId> = Content<
  Responses<Op>[keyof Responses<Op> & (200 | 201 | 202)]
>;

/** The parameters and the body of one call, as the API document groups them. */
export type CallRequest<Op extends OperationId> = Pick<Parameters<Op>, "path" | "header"> & {
  query?: Query<Op> | undefined;
} & ([Body<Op>] extends [never] ? unknown : { body?: Body<Op> });
