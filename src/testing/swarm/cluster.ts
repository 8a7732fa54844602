import { createPublicKey, X509Certificate } from "node:crypto";
import type { Engine } from "../engine.js";
import { badRequest } from "../http/engine-error.js";
import { createAuthority } from "../tls/certificate.js";
import { digits, swarmId } from "./ids.js";
import { described, invalid, type SwarmObject } from "./objects.js";

/** As far as the daemon looks into it. */
export interface ClusterSpec {
  readonly Name?: string | null;
  readonly Labels?: Readonly<Record<string, string>> | null;
  readonly Orchestration?: { readonly TaskHistoryRetentionLimit?: number | null } | null;
  readonly Raft?: Readonly<Record<string, number>> | null;
  readonly Dispatcher?: { readonly HeartbeatPeriod?: number | null } | null;
  readonly CAConfig?: {
    readonly NodeCertExpiry?: number | null;
    readonly ForceRotate?: number | null;
  } | null;
  readonly TaskDefaults?: object | null;
  readonly EncryptionConfig?: { readonly AutoLockManagers?: boolean | null } | null;
}

export interface TrustRoot {
  readonly TrustRoot: string;
  readonly CertIssuerSubject: string;
  readonly CertIssuerPublicKey: string;
}

/** The swarm as `docker swarm` sees it. */
export interface Cluster extends SwarmObject<ClusterSpec> {
  trust: TrustRoot;
  readonly tokens: { worker: string; manager: string };
  /** Base64 of the key that unlocks its managers; empty where they are not locked. */
  unlockKey: string;
  readonly listen: string;
  readonly address: string;
  readonly pools: readonly string[];
  readonly subnetSize: number;
  readonly dataPathPort: number;
}

const hour = 3_600_000_000_000;

export const defaultSpec: ClusterSpec = {
  Name: "default",
  Labels: {},
  Orchestration: { TaskHistoryRetentionLimit: 5 },
  Raft: {
    SnapshotInterval: 10_000,
    KeepOldSnapshots: 0,
    LogEntriesForSlowFollowers: 500,
    ElectionTick: 10,
    HeartbeatTick: 1,
  },
  Dispatcher: { HeartbeatPeriod: 5_000_000_000 },
  CAConfig: { NodeCertExpiry: 90 * 24 * hour },
  TaskDefaults: {},
  EncryptionConfig: { AutoLockManagers: false },
};

/** What a swarm keeps of a spec that it is given. */
export function keptSpec(given: ClusterSpec): ClusterSpec {
  const { Raft: raft, Dispatcher: dispatcher, CAConfig: authority } = given;
  const heartbeat = dispatcher?.HeartbeatPeriod ?? 0;
  const expiry = authority?.NodeCertExpiry ?? 0;
  const rotate = authority?.ForceRotate ?? 0;
  if (given.Name && given.Name !== "default") {
    throw badRequest('swarm spec must be named "default"');
  }
  if (heartbeat < 0) throw invalid("heartbeat time period cannot be a negative duration");
  if (expiry !== 0 && expiry < hour) throw invalid("minimum certificate expiry time is: 1h0m0s");
  return {
    Name: "default",
    Labels: given.Labels ?? {},
    Orchestration: {
      TaskHistoryRetentionLimit: given.Orchestration?.TaskHistoryRetentionLimit ?? 0,
    },
    Raft: {
      ...(raft?.SnapshotInterval && { SnapshotInterval: raft.SnapshotInterval }),
      KeepOldSnapshots: raft?.KeepOldSnapshots ?? 0,
      ...(raft?.LogEntriesForSlowFollowers && {
        LogEntriesForSlowFollowers: raft.LogEntriesForSlowFollowers,
      }),
      ElectionTick: raft?.ElectionTick ?? 0,
      HeartbeatTick: raft?.HeartbeatTick ?? 0,
    },
    Dispatcher: heartbeat === 0 ? {} : { HeartbeatPeriod: heartbeat },
    CAConfig: {
      ...(expiry !== 0 && { NodeCertExpiry: expiry }),
      ...(rotate !== 0 && { ForceRotate: rotate }),
    },
    TaskDefaults: given.TaskDefaults ?? {},
    EncryptionConfig: {
      AutoLockManagers: given.EncryptionConfig?.AutoLockManagers ?? false,
    },
  };
}

/** A certificate authority of its own, whose key is never seen. */
export function makeTrust(): TrustRoot {
  const { cert } = createAuthority("swarm-ca");
  const { raw } = new X509Certificate(cert);
  const key = createPublicKey(cert).export({ type: "spki", format: "der" });
  // Its name as certificates hold it: a sequence with the common name "swarm-ca".
  const subject = Buffer.from("MBMxETAPBgNVBAMTCHN3YXJtLWNh", "base64");
  return {
    TrustRoot: pem(raw),
    CertIssuerSubject: subject.toString("base64"),
    CertIssuerPublicKey: key.toString("base64"),
  };
}

function pem(raw: Buffer): string {
  const lines = raw.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

export interface ClusterSettings {
  readonly spec: ClusterSpec;
  readonly listen: string;
  readonly address: string;
  readonly pools: readonly string[];
  readonly subnetSize: number;
  readonly dataPathPort: number;
}

export function makeCluster(engine: Engine, settings: ClusterSettings): Cluster {
  const { random, clock } = engine;
  const created = clock.now();
  const root = digits(random, 50);
  const token = (): string => `SWMTKN-1-${root}-${digits(random, 25)}`;
  return {
    id: swarmId(random),
    created,
    updated: clock.now(),
    version: 10,
    trust: makeTrust(),
    tokens: { worker: token(), manager: token() },
    unlockKey: settings.spec.EncryptionConfig?.AutoLockManagers ? makeUnlockKey(engine) : "",
    ...settings,
  };
}

/** The same authority, another secret. */
export const rotated = ({ random }: Engine, token: string): string =>
  `${token.split("-").slice(0, 3).join("-")}-${digits(random, 25)}`;

export const makeUnlockKey = ({ random }: Engine): string =>
  `SWMKEY-1-${Buffer.from(random.id(), "hex").toString("base64").replace(/\W/g, "x").slice(0, 43)}`;

export function clusterAnswer(cluster: Cluster): object {
  return {
    ...described(cluster),
    Spec: cluster.spec,
    TLSInfo: cluster.trust,
    RootRotationInProgress: false,
    DefaultAddrPool: cluster.pools,
    SubnetSize: cluster.subnetSize,
    DataPathPort: cluster.dataPathPort,
  };
}
