export { type Credentials, encodeRegistryAuth, encodeRegistryConfig } from "./auth.js";
export { ClientCredentials, type ClientCredentialsOptions } from "./client-credentials.js";
export { type DockerConfigOptions, dockerConfigCredentials } from "./docker-config-credentials.js";
export {
  type FormatOptions,
  formatReference,
  type ImageReference,
  parseReference,
} from "./reference.js";
export {
  type CredentialResolver,
  type RegistryAuth,
  registryAuthHeader,
  registryKey,
} from "./resolver.js";
