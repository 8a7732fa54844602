// Made by `npm run generate` from api-spec.yaml; do not edit.

/** The version of the Engine API that the types describe. */
export const apiVersion = "1.56";
