// Made by `npm run generate` from api-spec.yaml; do not edit.

export interface paths {
  "/_ping": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells that the engine answers. The headers name its API version, its system, its builder and its part in a swarm. */
    get: operations["SystemPing"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    /** Tells that the engine answers, by headers alone. */
    head: operations["SystemPingHead"];
    patch?: never;
    trace?: never;
  };
  "/auth": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Logs in at a registry to check credentials, and answers an identity token if the registry gives one. */
    post: operations["SystemAuth"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/build": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Builds an image from a Dockerfile. Closing the connection cancels the build. */
    post: operations["ImageBuild"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/build/cancel": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cancels a running build of version `2`. That there is none of this name is no error. */
    post: operations["BuildCancel"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/build/prune": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes build cache that is not in use. */
    post: operations["BuildPrune"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/commit": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes an image of a container's file system, volumes left out. */
    post: operations["ImageCommit"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/configs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the swarm's configs. */
    get: operations["ConfigList"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/configs/create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stores a config in the swarm. */
    post: operations["ConfigCreate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/configs/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells everything about a config, its content included. */
    get: operations["ConfigInspect"];
    put?: never;
    post?: never;
    /** Removes a config. No service may use it. */
    delete: operations["ConfigDelete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/configs/{id}/update": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes a config's labels. */
    post: operations["ConfigUpdate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Creates a container, ready to be started. The image must be there already. */
    post: operations["ContainerCreate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists containers, the newest first. */
    get: operations["ContainerList"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/prune": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes every container that does not run. */
    post: operations["ContainerPrune"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Removes a container. */
    delete: operations["ContainerDelete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/archive": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads a path in a container, with all below it, as a tar archive. */
    get: operations["ContainerArchive"];
    /** Unpacks a tar archive in a container. */
    put: operations["PutContainerArchive"];
    post?: never;
    delete?: never;
    options?: never;
    /** Tells name, size, mode, time and link target of a path in a container, as base64 JSON in the header `X-Docker-Container-Path-Stat`. */
    head: operations["ContainerArchiveInfo"];
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/attach": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Connects to the input and output of a container's main process. */
    post: operations["ContainerAttach"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/attach/ws": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Connects to the input and output of a container's main process over a WebSocket, without frames that tell stdout from stderr. */
    get: operations["ContainerAttachWebsocket"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/changes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the files that a container has changed, added or deleted, compared with its image. */
    get: operations["ContainerChanges"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/checkpoints": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the checkpoints of a container. Only experimental engines know it. */
    get: operations["CheckpointList"];
    put?: never;
    /** Saves the state of a running container's processes with CRIU, to start it from there later. Only experimental engines know it. */
    post: operations["CheckpointCreate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/checkpoints/{checkpoint}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Removes a checkpoint of a container. Only experimental engines know it. */
    delete: operations["CheckpointDelete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/exec": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Prepares a command in a running container. It begins when the exec is started. */
    post: operations["ContainerExec"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads the container's whole file system as a tar archive, volumes left out. */
    get: operations["ContainerExport"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells everything about a container: configuration, state, mounts, networks. */
    get: operations["ContainerInspect"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/kill": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends a signal to a container's main process. The container must be running. */
    post: operations["ContainerKill"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/logs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a container has written to stdout and stderr, as far as its log driver kept it. */
    get: operations["ContainerLogs"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/pause": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Freezes all processes of a container, without their noticing. */
    post: operations["ContainerPause"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/rename": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives a container another name. */
    post: operations["ContainerRename"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/resize": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tells a container's TTY the size of its window. The container must be running. */
    post: operations["ContainerResize"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/restart": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stops a container, unless it is stopped, and starts it again. */
    post: operations["ContainerRestart"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/start": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts a container. That it runs already (304) is no error. */
    post: operations["ContainerStart"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/stats": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Measures the use of CPU, memory, network and disk, about once a second. */
    get: operations["ContainerStats"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/stop": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stops a container: sends its stop signal, and kills it when that takes too long. That it is stopped already (304) is no error. */
    post: operations["ContainerStop"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/top": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the processes in a running container, as the host's `ps` shows them. */
    get: operations["ContainerTop"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/unpause": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets the processes of a paused container go on. */
    post: operations["ContainerUnpause"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/update": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes the limits and the restart policy of a container, running or not. */
    post: operations["ContainerUpdate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/containers/{id}/wait": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Waits until a container ends, and tells its exit code. The answer's headers come at once, its body at the end. */
    post: operations["ContainerWait"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/distribution/{name}/json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Asks the registry for an image's digest and platforms, without pulling it. */
    get: operations["DistributionInspect"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Follows what happens on the engine, one message per event, until `until` or until the connection is closed. */
    get: operations["SystemEvents"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/exec/{id}/json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells whether a command still runs, and its exit code. */
    get: operations["ExecInspect"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/exec/{id}/resize": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tells an exec's TTY the size of its window. The command must be running. */
    post: operations["ExecResize"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/exec/{id}/start": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Runs a prepared command, once. */
    post: operations["ExecStart"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/images/create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Pulls an image (`fromImage`), or makes one of a file system in a tar archive (`fromSrc`). */
    post: operations["ImageCreate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/images/get": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads images, with layers, names and tags, as one tar archive that can be loaded elsewhere. */
    get: operations["ImageGetAll"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/images/json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists images. */
    get: operations["ImageList"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/images/load": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Loads images from a tar archive made by saving them. */
    post: operations["ImageLoad"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/images/prune": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes images that have no name and that no container uses. */
    post: operations["ImagePrune"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/images/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Searches Docker Hub for images. */
    get: operations["ImageSearch"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/images/{name}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Removes a name of an image, and with its last name the image. An image in use is a conflict (409). */
    delete: operations["ImageDelete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/images/{name}/attestations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the in-toto statements, such as provenance and SBOM, that come with an image. Needs the containerd image store.
     * @since API 1.55
     */
    get: operations["ImageAttestations"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/images/{name}/get": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reads an image, with layers, names and tags, as a tar archive that can be loaded elsewhere. */
    get: operations["ImageGet"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/images/{name}/history": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the steps that an image is made of, the newest first. */
    get: operations["ImageHistory"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/images/{name}/json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells everything about an image: configuration, layers, names, size. */
    get: operations["ImageInspect"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/images/{name}/push": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Pushes an image to the registry in its name. Closing the connection cancels it. */
    post: operations["ImagePush"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/images/{name}/tag": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives an image one more name, and takes it from the image that had it. */
    post: operations["ImageTag"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/info": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells about the engine and its host: drivers, limits, counts, swarm, warnings. */
    get: operations["SystemInfo"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/networks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists networks, without the containers in them. */
    get: operations["NetworkList"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/networks/create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Creates a network. */
    post: operations["NetworkCreate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/networks/prune": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes the networks that no container uses, but not the engine's own. */
    post: operations["NetworkPrune"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/networks/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells everything about a network, with the containers that run in it. */
    get: operations["NetworkInspect"];
    put?: never;
    post?: never;
    /** Removes a network. No container may be connected to it, and the engine's own cannot be removed (403). */
    delete: operations["NetworkDelete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/networks/{id}/connect": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Connects a container to one more network, running or not. */
    post: operations["NetworkConnect"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/networks/{id}/disconnect": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Disconnects a container from a network. */
    post: operations["NetworkDisconnect"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/nodes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the swarm's nodes. */
    get: operations["NodeList"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/nodes/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells everything about a node. */
    get: operations["NodeInspect"];
    put?: never;
    post?: never;
    /** Removes a node from the swarm. A manager must be demoted first. */
    delete: operations["NodeDelete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/nodes/{id}/update": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes a node's role, availability or labels. */
    post: operations["NodeUpdate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/plugins": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the installed plugins. */
    get: operations["PluginList"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/plugins/create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a plugin of a directory. */
    post: operations["PluginCreate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/plugins/privileges": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Asks the registry what a plugin wants to be allowed to do. */
    get: operations["GetPluginPrivileges"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/plugins/pull": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Installs a plugin. It is not enabled yet. */
    post: operations["PluginPull"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/plugins/{name}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Removes a plugin that is disabled. */
    delete: operations["PluginDelete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/plugins/{name}/disable": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stops a plugin. */
    post: operations["PluginDisable"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/plugins/{name}/enable": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts a plugin. */
    post: operations["PluginEnable"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/plugins/{name}/json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells everything about a plugin: settings, privileges, whether it is enabled. */
    get: operations["PluginInspect"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/plugins/{name}/push": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Pushes a plugin to the registry in its name. */
    post: operations["PluginPush"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/plugins/{name}/set": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes the settings of a disabled plugin. */
    post: operations["PluginSet"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/plugins/{name}/upgrade": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Replaces a disabled plugin by another version and keeps its settings. */
    post: operations["PluginUpgrade"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/secrets": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the swarm's secrets, without their contents. */
    get: operations["SecretList"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/secrets/create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stores a secret in the swarm. Its content cannot be read back. */
    post: operations["SecretCreate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/secrets/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells about a secret, without its content. */
    get: operations["SecretInspect"];
    put?: never;
    post?: never;
    /** Removes a secret. No service may use it. */
    delete: operations["SecretDelete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/secrets/{id}/update": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes a secret's labels. */
    post: operations["SecretUpdate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/services": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the swarm's services. */
    get: operations["ServiceList"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/services/create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Creates a service: the swarm starts its tasks and keeps them running. */
    post: operations["ServiceCreate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/services/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells everything about a service. */
    get: operations["ServiceInspect"];
    put?: never;
    post?: never;
    /** Removes a service. Its containers are stopped. */
    delete: operations["ServiceDelete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/services/{id}/logs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the containers of all tasks of a service have written, from all nodes. */
    get: operations["ServiceLogs"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/services/{id}/update": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes a service; its tasks are replaced as `UpdateConfig` says. */
    post: operations["ServiceUpdate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/session": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Opens a connection for BuildKit to call back on, by gRPC over HTTP/2, for files, secrets and credentials. The engine is the HTTP/2 client. */
    post: operations["Session"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/swarm": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells the swarm's settings and its join tokens. Only a manager answers it. */
    get: operations["SwarmInspect"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/swarm/init": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes this engine the first manager of a new swarm, and answers its node id. */
    post: operations["SwarmInit"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/swarm/join": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes this engine a node of an existing swarm. */
    post: operations["SwarmJoin"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/swarm/leave": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes this engine out of its swarm. */
    post: operations["SwarmLeave"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/swarm/unlock": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Unlocks this manager after a restart. One that is not locked is a conflict (409). */
    post: operations["SwarmUnlock"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/swarm/unlockkey": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells the key that unlocks a manager after a restart. Empty where managers are not locked. */
    get: operations["SwarmUnlockkey"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/swarm/update": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes the swarm's settings, or its tokens and keys. */
    post: operations["SwarmUpdate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/system/df": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Measures the disk space that images, containers, volumes and the build cache take. Slow where there is much. */
    get: operations["SystemDataUsage"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the swarm's tasks, those that have ended among them. */
    get: operations["TaskList"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells everything about a task. */
    get: operations["TaskInspect"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks/{id}/logs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a task's container has written. */
    get: operations["TaskLogs"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/version": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells the versions of the engine, of its API and of its components. */
    get: operations["SystemVersion"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/volumes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists volumes. */
    get: operations["VolumeList"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/volumes/create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Creates a volume. One with this name and driver is answered as it is. */
    post: operations["VolumeCreate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/volumes/prune": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Removes the anonymous volumes that no container uses. Before API 1.42 it removes those with a name, too. */
    post: operations["VolumePrune"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/volumes/{name}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tells everything about a volume. */
    get: operations["VolumeInspect"];
    /**
     * Changes the availability of a swarm's cluster volume.
     * @since API 1.42
     */
    put: operations["VolumeUpdate"];
    post?: never;
    /** Removes a volume with everything in it. No container may use it, running or not (409). */
    delete: operations["VolumeDelete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Address: {
      /** An IP address. Until API 1.51. */
      Addr?: string | undefined;
      /** How many of its bits name the network. Until API 1.51. */
      PrefixLen?: number | undefined;
    };
    /** One statement that a build attached to an image, in the in-toto form. */
    AttestationStatement: {
      /**
       * The layer that holds the statement.
       * @since API 1.55
       */
      Descriptor: components["schemas"]["OCIDescriptor"];
      /**
       * URI that says what kind of statement it is, such as `https://slsa.dev/provenance/v1`.
       * @since API 1.55
       */
      PredicateType: string;
      /**
       * The statement itself; only when `statement` asked for it.
       * @since API 1.55
       */
      Statement?: Record<string, unknown> | undefined;
    };
    /** Credentials for one registry: a name with its password, or a token, but not both. */
    AuthConfig: {
      /** The account's name, together with `password`. */
      username?: string | undefined;
      /** The account's password, or an access token that the registry takes in its place. */
      password?: string | undefined;
      /** The registry they belong to, such as `ghcr.io`; Docker Hub is `https://index.docker.io/v1/`. */
      serveraddress?: string | undefined;
      /** `username:password` in base64, as it stands in a docker config file. */
      auth?: string | undefined;
      /** A token that an earlier login gave, in place of name and password. */
      identitytoken?: string | undefined;
      /** A bearer token that is shown to the registry unchanged. */
      registrytoken?: string | undefined;
    };
    /** What a registry answered to a login. */
    AuthResponse: {
      /** The outcome in words, such as `Login Succeeded`. */
      Status: string;
      /** A token to use in place of the password from now on; empty if the registry gives none. A secret. */
      IdentityToken?: string | undefined;
    };
    /** One record of the build cache. */
    BuildCache: {
      /** ID of the record. */
      ID: string;
      /** What it holds: a build step's result is `regular`, a cache mount `exec.cachemount`. */
      Type: "internal" | "frontend" | "source.local" | "source.git.checkout" | "exec.cachemount" | "regular" | (string & {});
      /** The build step that made it. */
      Description: string;
      /** Whether a build is using it; such a record cannot be pruned. */
      InUse: boolean;
      /** Whether its data is also part of something else, such as an image; pruning may then free nothing. */
      Shared: boolean;
      /** Bytes on disk. */
      Size: number;
      /** When it was made, in RFC 3339. */
      CreatedAt: string;
      /** When a build last used it, in RFC 3339; null if none has. */
      LastUsedAt: string | null;
      /** How many times builds have used it. */
      UsageCount: number;
      /** IDs of the records it builds on; left out or null if there are none. */
      " Parents"?: string[] | undefined;
      /**
       * ID of the record it builds on.
       * @deprecated
       */
      Parent?: string | undefined;
    };
    /** How much disk the build cache takes. */
    BuildCacheDiskUsage: {
      /**
       * How many records are in use.
       * @since API 1.52
       */
      ActiveCount?: number | undefined;
      /**
       * How many records there are.
       * @since API 1.52
       */
      TotalCount?: number | undefined;
      /**
       * Bytes that a prune could free.
       * @since API 1.52
       */
      Reclaimable?: number | undefined;
      /**
       * Bytes on disk in all.
       * @since API 1.52
       */
      TotalSize?: number | undefined;
      /**
       * The records; only when `verbose` asked for them.
       * @since API 1.52
       */
      Items?: components["schemas"]["BuildCache"][] | undefined;
    };
    /** The build that made an image. */
    BuildIdentity: {
      /**
       * The build's ID in BuildKit's history.
       * @since API 1.53
       */
      Ref?: string | undefined;
      /**
       * When the build ran, in RFC 3339.
       * @since API 1.53
       */
      CreatedAt: string;
    };
    /**
     * What became of a path: 0 changed, 1 new, 2 deleted.
     */
    ChangeType: 0 | 1 | 2;
    /** The saved state of a container's processes. */
    Checkpoint: {
      /** The `CheckpointID` it was made with. */
      Name: string;
    };
    /** The swarm, without its join tokens. */
    ClusterInfo: {
      /** ID of the swarm. */
      ID: string;
      /** The version to send with the next update. */
      Version: components["schemas"]["ObjectVersion"];
      /** When the swarm was made, in RFC 3339. */
      CreatedAt: string;
      /** When it was last changed, in RFC 3339. */
      UpdatedAt: string;
      /** Its settings. */
      Spec: components["schemas"]["SwarmSpec"] & Sure<components["schemas"]["SwarmSpec"], "Labels" | "Orchestration" | "Raft" | "Dispatcher" | "CAConfig" | "TaskDefaults" | "EncryptionConfig"> & {
        Raft: Sure<NonNullable<components["schemas"]["SwarmSpec"]["Raft"]>, "ElectionTick" | "HeartbeatTick">;
        EncryptionConfig: Sure<NonNullable<components["schemas"]["SwarmSpec"]["EncryptionConfig"]>, "AutoLockManagers">;
      };
      /** Its root certificate. */
      TLSInfo: components["schemas"]["TLSInfo"];
      /** Whether the root certificate is being replaced; nodes get new certificates meanwhile. */
      RootRotationInProgress: boolean;
      /**
       * UDP port of the overlay networks' traffic. Default: 4789.
       * @default 4789
       */
      DataPathPort: number;
      /** The ranges, in CIDR notation, from which swarm networks get their subnets. */
      DefaultAddrPool: string[];
      /**
       * Prefix length of those subnets. Default: 24.
       * @default 24
       */
      SubnetSize: number;
    };
    /** What the swarm knows about a cluster volume. */
    ClusterVolume: {
      /**
       * The volume's ID in the swarm. An update needs it: the name is not found.
       * @since API 1.42
       */
      ID: string;
      /**
       * The version to send with the next update.
       * @since API 1.42
       */
      Version: components["schemas"]["ObjectVersion"];
      /**
       * When it was made, in RFC 3339.
       * @since API 1.42
       */
      CreatedAt: string;
      /**
       * When it was last changed, in RFC 3339.
       * @since API 1.42
       */
      UpdatedAt: string;
      /**
       * How it is meant to be. Only `Availability` can be changed.
       * @since API 1.42
       */
      Spec: components["schemas"]["ClusterVolumeSpec"];
      /**
       * What the plugin has made of it; left out until it has.
       * @since API 1.42
       */
      Info?: {
        /**
         * Its size in bytes; 0 if unknown.
         * @since API 1.42
         */
        CapacityBytes?: number | undefined;
        /**
         * What the plugin noted when it made the volume.
         * @since API 1.42
         */
        VolumeContext?: {
          [key: string]: string;
        } | undefined;
        /**
         * The plugin's own ID for it, which the engine does not take; empty until the plugin has made the volume.
         * @since API 1.42
         */
        VolumeID?: string | undefined;
        /**
         * From where it can be reached.
         * @since API 1.42
         */
        AccessibleTopology?: components["schemas"]["Topology"][] | undefined;
      } | undefined;
      /**
       * The nodes that use it; left out if there are none.
       * @since API 1.42
       */
      PublishStatus?: {
        /**
         * ID of the node.
         * @since API 1.42
         */
        NodeID?: string | undefined;
        /**
         * How far the node has come in getting it or giving it back.
         * @since API 1.42
         */
        State?: "pending-publish" | "published" | "pending-node-unpublish" | "pending-controller-unpublish" | undefined;
        /**
         * What the plugin noted when it gave the volume to the node.
         * @since API 1.42
         */
        PublishContext?: {
          [key: string]: string;
        } | undefined;
      }[] | undefined;
    };
    /** How a cluster volume should be. */
    ClusterVolumeSpec: {
      /**
       * A name for volumes of which any will do; a mount's `group:NAME` picks one of them.
       * @since API 1.42
       */
      Group?: string | undefined;
      /**
       * Who may use it at the same time, and as what. Needed, with either `MountVolume` or `BlockVolume`.
       * @since API 1.42
       */
      AccessMode?: {
        /**
         * Whether one node may use it at a time, or several. Default: `single`.
         * @since API 1.42
         * @default single
         */
        Scope?: "single" | "multi" | undefined;
        /**
         * How tasks share it: not at all, all reading, one of them writing, or all writing. Default: `none`.
         * @since API 1.42
         * @default none
         */
        Sharing?: "none" | "readonly" | "onewriter" | "all" | undefined;
        /**
         * Used as a file system.
         * @since API 1.42
         */
        MountVolume?: Record<string, unknown> | undefined;
        /**
         * Used as a block device; an empty object.
         * @since API 1.42
         */
        BlockVolume?: Record<string, unknown> | undefined;
      } | undefined;
      /**
       * Secrets of the swarm that the plugin needs.
       * @since API 1.42
       */
      Secrets?: {
        /**
         * The name under which the plugin gets it.
         * @since API 1.42
         */
        Key?: string | undefined;
        /**
         * ID of the secret; a name is not found.
         * @since API 1.42
         */
        Secret?: string | undefined;
      }[] | undefined;
      /**
       * From where it has to be reachable.
       * @since API 1.42
       */
      AccessibilityRequirements?: {
        /**
         * Places of which it must be reachable from at least one.
         * @since API 1.42
         */
        Requisite?: components["schemas"]["Topology"][] | undefined;
        /**
         * Places to try first.
         * @since API 1.42
         */
        Preferred?: components["schemas"]["Topology"][] | undefined;
      } | undefined;
      /**
       * How big it may be. Left out: the plugin decides.
       * @since API 1.42
       */
      CapacityRange?: {
        /**
         * The least size in bytes; 0 for none.
         * @since API 1.42
         */
        RequiredBytes?: number | undefined;
        /**
         * The greatest size in bytes; 0 for none.
         * @since API 1.42
         */
        LimitBytes?: number | undefined;
      } | undefined;
      /**
       * `pause` takes no new tasks; `drain` moves those away that use it. Default: `active`.
       * @since API 1.42
       * @default active
       */
      Availability?: "active" | "pause" | "drain" | undefined;
    };
    /** The commit that a program was built from. */
    Commit: {
      /** The commit or version; may be empty or `N/A`. */
      ID: string;
      /**
       * The commit that the engine was built to work with. Until API 1.48.
       * @deprecated
       */
      Expected?: string | undefined;
    };
    /** A config of the swarm: data that containers can read as a file, and that is no secret. */
    Config: {
      /** ID of the config. */
      ID: string;
      /** The version to send with the next update. */
      Version: components["schemas"]["ObjectVersion"];
      /** When it was made, in RFC 3339. */
      CreatedAt: string;
      /** When it was last changed, in RFC 3339. */
      UpdatedAt: string;
      /** What it is called and what it holds. */
      Spec: components["schemas"]["ConfigSpec"] & Sure<components["schemas"]["ConfigSpec"], "Name" | "Labels">;
    };
    /** Names the network that settings are taken from. */
    ConfigReference: {
      /** Name of a network made with `ConfigOnly`; an ID does not do. */
      Network?: string | undefined;
    };
    /** A config's name, labels and data. Only the labels can be changed later. */
    ConfigSpec: {
      /** Unique among the swarm's configs. */
      Name?: string | undefined;
      /** Labels to find it by. */
      Labels?: {
        [key: string]: string;
      } | undefined;
      /** The data in base64, less than 1,024,000 bytes of it and not empty. */
      Data?: string | undefined;
      /** Fills in templates in the data for each task; `golang` is the one there is. Left out: data as it is. */
      Templating?: components["schemas"]["Driver"] | undefined;
    };
    /** One counter of one block device. */
    ContainerBlkioStatEntry: {
      /** Major number of the device. */
      major: number;
      /** Minor number of the device. */
      minor: number;
      /** What is counted, such as `Read` or `Write`; in lower case on cgroups v2. */
      op: string;
      /** The counter, in the unit of the list it stands in. */
      value: number;
    };
    /** Counters of the block devices that a container used; every list is null when it does not run. */
    ContainerBlkioStats: {
      /** Bytes read and written. The only list that hosts with cgroups v2 fill. */
      io_service_bytes_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
      /** Operations done. Cgroups v1 only. */
      io_serviced_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
      /** Operations that wait in the queue right now. Cgroups v1 only. */
      io_queue_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
      /** Nanoseconds from handing operations to the device until they were done. Cgroups v1 only. */
      io_service_time_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
      /** Nanoseconds that operations waited in the scheduler's queues. Cgroups v1 only. */
      io_wait_time_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
      /** Requests that the kernel joined to others. Cgroups v1 only. */
      io_merged_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
      /** Milliseconds that the device was given to the container. Cgroups v1 only. */
      io_time_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
      /** Sectors moved from and to the device. Cgroups v1 only. */
      sectors_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
    };
    /** CPU counters at one moment; a rate takes two of them. */
    ContainerCPUStats: {
      /** CPU time that the container used. */
      cpu_usage: components["schemas"]["ContainerCPUUsage"];
      /** Nanoseconds that passed on the host's CPUs together, idle ones included. Linux only; left out of a sample that has no data. */
      system_cpu_usage?: number | undefined;
      /** How many CPUs of the host are in use. Linux only. */
      online_cpus?: number | undefined;
      /** How often, and how long, a CPU quota held the container back. */
      throttling_data: components["schemas"]["ContainerThrottlingData"];
    };
    /** CPU time since the container was started, in nanoseconds (on Windows, in units of 100 nanoseconds). */
    ContainerCPUUsage: {
      /** Nanoseconds in the kernel and in the programs together. */
      total_usage: number;
      /** One total for each CPU, in nanoseconds. Cgroups v1 only. */
      percpu_usage?: number[] | undefined;
      /** Nanoseconds of it spent in the kernel. */
      usage_in_kernelmode: number;
      /** Nanoseconds of it spent in the programs themselves. */
      usage_in_usermode: number;
    };
    /** What a container runs. Most of what is left out comes from the image. */
    ContainerConfig: {
      /** Host name inside the container. Default: the first 12 digits of its id. */
      Hostname?: string | undefined;
      /** Domain that follows the host name in the container's `/etc/hosts`. */
      Domainname?: string | undefined;
      /** Whom the process runs as: `user`, `uid`, `user:group` or `uid:gid`. Names must exist inside the container. Default: the image's user, else root. */
      User?: string | undefined;
      /**
       * Recorded for clients; the attach call alone decides what is attached.
       * @default false
       */
      AttachStdin?: boolean | undefined;
      /**
       * Recorded for clients; the attach call alone decides what is attached.
       * @default true
       */
      AttachStdout?: boolean | undefined;
      /**
       * Recorded for clients; the attach call alone decides what is attached.
       * @default true
       */
      AttachStderr?: boolean | undefined;
      /** Ports the program listens on, as `80/tcp` with an empty object. Only ports listed here or by the image can be published. */
      ExposedPorts?: {
        [key: string]: Record<string, unknown>;
      } | null | undefined;
      /**
       * Gives the process a terminal. Its stdout and stderr then come as one stream.
       * @default false
       */
      Tty?: boolean | undefined;
      /**
       * Keeps the process's stdin open for clients to write to; otherwise it reads end of file at once.
       * @default false
       */
      OpenStdin?: boolean | undefined;
      /**
       * Ends the process's stdin as soon as the first client that was attached to it leaves.
       * @default false
       */
      StdinOnce?: boolean | undefined;
      /** `NAME=value` entries, which win over the image's. A bare `NAME` takes that variable away. */
      Env?: string[] | null | undefined;
      /** The command, or the arguments of `Entrypoint`. Default: the image's, but nothing where an `Entrypoint` is given. */
      Cmd?: string[] | null | undefined;
      /** How the engine tells whether the container is healthy. Default: the image's check, if it has one. */
      Healthcheck?: components["schemas"]["HealthConfig"] | undefined;
      /**
       * Windows only: the arguments need no further escaping.
       * @default false
       */
      ArgsEscaped?: boolean | null | undefined;
      /** Reference or id of the image. In answers, as it was given at creation. */
      Image?: string | undefined;
      /** Paths that get an anonymous volume each, as keys with an empty object; added to those of the image. */
      Volumes?: {
        [key: string]: Record<string, unknown>;
      } | null | undefined;
      /** Absolute path that the process starts in; made when it does not exist. Default: the image's, else `/`. */
      WorkingDir?: string | undefined;
      /** The program to start, with its first arguments. Default: the image's; `[""]` drops the image's, so that `Cmd` is the whole command. */
      Entrypoint?: string[] | null | undefined;
      /** Leaves the container nothing but a loopback interface. */
      NetworkDisabled?: boolean | null | undefined;
      /** Instructions for builds on top of an image that is committed from this container. */
      OnBuild?: string[] | null | undefined;
      /** Labels of the container, which win over the image's; answers have both. */
      Labels?: {
        [key: string]: string;
      } | undefined;
      /** Name or number of the signal that asks the process to end. Default: the image's, else `SIGTERM`. */
      StopSignal?: string | null | undefined;
      /** Seconds between the stop signal and the kill; -1 waits for ever. Default: 10 seconds on Linux, unless the engine is set otherwise. */
      StopTimeout?: number | null | undefined;
      /** Shell for `CMD-SHELL` health checks, and for builds on an image committed from this container. */
      Shell?: string[] | null | undefined;
      /**
       * MAC address on the first network. From API 1.44 on, set it in `EndpointSettings`. Until API 1.51.
       * @deprecated
       */
      MacAddress?: string | undefined;
    };
    /** The container that has been created. */
    ContainerCreateResponse: {
      /** The new container's id. */
      Id: string;
      /** What the engine ignored or advises against, such as a limit that the kernel cannot keep. */
      Warnings: string[];
    };
    /** All that the engine knows of one container. */
    ContainerInspectResponse: {
      /** The full id: 64 hexadecimal digits. */
      Id: string;
      /** When it was created: RFC 3339 with nanoseconds. */
      Created: string;
      /** The program it runs: the first word of `Entrypoint` and `Cmd` put together. */
      Path: string;
      /** The words that follow `Path`. */
      Args: string[];
      /** Whether it runs, since when, and how it ended the last time. */
      State: components["schemas"]["ContainerState"];
      /** Id of its image; `Config.Image` has the name that was asked for. */
      Image: string;
      /** Where the host keeps its `/etc/resolv.conf`. Empty before the first start. */
      ResolvConfPath: string;
      /** Where the host keeps its `/etc/hostname`. Empty before the first start. */
      HostnamePath: string;
      /** Where the host keeps its `/etc/hosts`. Empty before the first start. */
      HostsPath: string;
      /** Log file on the host; empty with logging drivers other than `json-file`. */
      LogPath: string;
      /** Its name, after a slash: `/web`. */
      Name: string;
      /** How often its restart policy has started it again; starting it by hand counts anew from 0. */
      RestartCount: number;
      /** Storage driver or snapshotter that holds its files, such as `overlay2`. */
      Driver: string;
      /** Operating system it was made for: `linux` or `windows`. */
      Platform: string;
      /**
       * The manifest it was created from, of an image for several platforms. Only with the containerd image store.
       * @since API 1.48
       */
      ImageManifestDescriptor?: components["schemas"]["OCIDescriptor"] | undefined;
      /** SELinux label of its files; empty without SELinux. */
      MountLabel: string;
      /** SELinux label of its processes; empty without SELinux. */
      ProcessLabel: string;
      /** AppArmor profile that confines it; empty without AppArmor. */
      AppArmorProfile: string;
      /** Ids of its exec instances that have not ended; null when there are none. */
      ExecIDs: string[] | null;
      /** What it may use of its host. Defaults are filled in. */
      HostConfig: components["schemas"]["HostConfig"] & Sure<components["schemas"]["HostConfig"], "Binds" | "ContainerIDFile" | "LogConfig" | "NetworkMode" | "PortBindings" | "RestartPolicy" | "AutoRemove" | "VolumeDriver" | "VolumesFrom" | "ConsoleSize" | "CapAdd" | "CapDrop" | "CgroupnsMode" | "Dns" | "DnsOptions" | "DnsSearch" | "ExtraHosts" | "GroupAdd" | "IpcMode" | "Cgroup" | "Links" | "OomScoreAdj" | "PidMode" | "Privileged" | "PublishAllPorts" | "ReadonlyRootfs" | "SecurityOpt" | "UTSMode" | "UsernsMode" | "ShmSize" | "Isolation" | "MaskedPaths" | "ReadonlyPaths" | "CpuShares" | "Memory" | "NanoCpus" | "CgroupParent" | "BlkioWeight" | "BlkioWeightDevice" | "BlkioDeviceReadBps" | "BlkioDeviceWriteBps" | "BlkioDeviceReadIOps" | "BlkioDeviceWriteIOps" | "CpuPeriod" | "CpuQuota" | "CpuRealtimePeriod" | "CpuRealtimeRuntime" | "CpusetCpus" | "CpusetMems" | "Devices" | "DeviceCgroupRules" | "DeviceRequests" | "MemoryReservation" | "MemorySwap" | "MemorySwappiness" | "OomKillDisable" | "PidsLimit" | "Ulimits" | "CpuCount" | "CpuPercent" | "IOMaximumIOps" | "IOMaximumBandwidth"> & {
        LogConfig: Sure<NonNullable<components["schemas"]["HostConfig"]["LogConfig"]>, "Type" | "Config">;
        RestartPolicy: Sure<NonNullable<components["schemas"]["HostConfig"]["RestartPolicy"]>, "Name" | "MaximumRetryCount">;
      };
      /** Where a storage driver keeps its layers. */
      GraphDriver?: components["schemas"]["DriverData"] | undefined;
      /**
       * Where a snapshotter keeps its files: with the containerd image store.
       * @since API 1.52
       */
      Storage?: components["schemas"]["Storage"] | undefined;
      /** Bytes it wrote on top of the image; only when `size` is asked for. */
      SizeRw?: number | undefined;
      /** Bytes of its image and of what it wrote; only when `size` is asked for. */
      SizeRootFs?: number | undefined;
      /** What is mounted into it; paths of `HostConfig.Tmpfs` are missing here. */
      Mounts: components["schemas"]["MountPoint"][];
      /** What it runs: its own settings and those of its image. */
      Config: components["schemas"]["ContainerConfig"] & Sure<components["schemas"]["ContainerConfig"], "Hostname" | "Domainname" | "User" | "AttachStdin" | "AttachStdout" | "AttachStderr" | "Tty" | "OpenStdin" | "StdinOnce" | "Env" | "Cmd" | "Image" | "Volumes" | "WorkingDir" | "Entrypoint" | "Labels">;
      /** The networks it is on and its published ports. */
      NetworkSettings: components["schemas"]["NetworkSettings"];
    };
    /** Memory counters, in bytes; `{}` when the container does not run. */
    ContainerMemoryStats: {
      /** Bytes in use at the moment, page cache included. Take off `inactive_file` (cgroups v1: `total_inactive_file`) of `stats` for what is really needed. Linux only. */
      usage?: number | undefined;
      /** The highest `usage` so far, in bytes. Cgroups v1 only. */
      max_usage?: number | undefined;
      /** The kernel's `memory.stat`, by its own names, which differ between cgroups v1 and v2. Linux only. */
      stats?: {
        [key: string]: number;
      } | undefined;
      /** How many times the limit was reached. Cgroups v1 only. */
      failcnt?: number | undefined;
      /** The memory limit in bytes, or all the host's memory where none is set. Linux only. */
      limit?: number | undefined;
      /** Bytes that are committed to the container. Windows only. */
      commitbytes?: number | undefined;
      /** The highest `commitbytes` so far. Windows only. */
      commitpeakbytes?: number | undefined;
      /** Bytes that no other process shares. Windows only. */
      privateworkingset?: number | undefined;
    };
    /** Traffic of one network interface since the container was started. */
    ContainerNetworkStats: {
      /** Bytes that came in. */
      rx_bytes: number;
      /** Packets that came in. */
      rx_packets: number;
      /** Incoming packets with errors; always 0 on Windows. */
      rx_errors: number;
      /** Incoming packets that were thrown away. */
      rx_dropped: number;
      /** Bytes sent. */
      tx_bytes: number;
      /** Packets sent. */
      tx_packets: number;
      /** Packets that failed to be sent; always 0 on Windows. */
      tx_errors: number;
      /** Outgoing packets that were thrown away. */
      tx_dropped: number;
      /** Id of the network endpoint. Windows only. */
      endpoint_id?: string | undefined;
      /** Id of the interface. Windows only. */
      instance_id?: string | undefined;
    };
    /** How many processes there are; `{}` when the container does not run, and on Windows. */
    ContainerPidsStats: {
      /** Processes and threads in the container. */
      current?: number | undefined;
      /** How many there may be. Without a limit, left out on cgroups v1 and 18446744073709551615 on v2. */
      limit?: number | undefined;
    };
    /** Whether a container runs, and how it ended the last time. */
    ContainerState: {
      /**
       * The state in one word; unlike the flags below, exactly one applies.
       */
      Status: "created" | "running" | "paused" | "restarting" | "removing" | "exited" | "dead";
      /** Also true while it is paused, and while it waits to be restarted. */
      Running: boolean;
      /** Its processes are frozen. */
      Paused: boolean;
      /** It ended, and its restart policy is about to start it again. */
      Restarting: boolean;
      /** Since the last start, the kernel killed one of its processes for want of memory. */
      OOMKilled: boolean;
      /** An attempt to remove it failed halfway; all that is left to do is to remove it again. */
      Dead: boolean;
      /** Process id of its main process on the host; 0 when it does not run. */
      Pid: number;
      /** How the last run ended: the process's exit code, or 128 and the number of the signal that killed it. 0 before the first run ends. */
      ExitCode: number;
      /** Why the last start failed; else empty. */
      Error: string;
      /** Time of the last start, in RFC 3339; `0001-01-01T00:00:00Z` when never started. */
      StartedAt: string;
      /** Time when the last run ended, in RFC 3339; `0001-01-01T00:00:00Z` when none has. */
      FinishedAt: string;
      /** Results of its health check; left out when it has none. */
      Health?: components["schemas"]["Health"] | undefined;
    };
    /** One sample of a container's counters. Of a stopped container, all are empty or 0. */
    ContainerStatsResponse: {
      /** The container's full id. */
      id?: string | undefined;
      /** The container's name, after a slash. */
      name?: string | undefined;
      /**
       * `linux` or `windows`, which differ in the counters they fill.
       * @since API 1.52
       */
      os_type?: string | undefined;
      /** When the sample was taken, in RFC 3339; `0001-01-01T00:00:00Z` when the container does not run. */
      read: string;
      /** CPU counters at `read`. */
      cpu_stats: components["schemas"]["ContainerCPUStats"];
      /** Memory at `read`. */
      memory_stats: components["schemas"]["ContainerMemoryStats"];
      /** Traffic by interface, such as `eth0`; left out with network mode `host` or `none`. */
      networks?: {
        [key: string]: components["schemas"]["ContainerNetworkStats"];
      } | undefined;
      /** Processes at `read`. */
      pids_stats: components["schemas"]["ContainerPidsStats"];
      /** Block devices; Linux only. */
      blkio_stats: components["schemas"]["ContainerBlkioStats"];
      /** How many processors a Windows host has; 0 on Linux. */
      num_procs: number;
      /** Disk counters of Windows; `{}` on Linux. */
      storage_stats: components["schemas"]["ContainerStorageStats"];
      /** When the sample before was taken, in RFC 3339; `0001-01-01T00:00:00Z` if there was none, as with `one-shot`. */
      preread: string;
      /** CPU counters at `preread`. On Linux, the growth of `total_usage` divided by that of `system_cpu_usage`, times `online_cpus`, is the number of CPUs in use. */
      precpu_stats: components["schemas"]["ContainerCPUStats"];
    };
    /** The container behind a task. */
    ContainerStatus: {
      /** ID of the container, on the task's node; empty before there is one. */
      ContainerID: string;
      /** The process's number on its node; 0 if it does not run. */
      PID: number;
      /** Exit code of the process; it means something only once the task has ended. */
      ExitCode: number;
    };
    /** Disk counters of a Windows container. */
    ContainerStorageStats: {
      /** Read operations, in the units that Windows counts. */
      read_count_normalized?: number | undefined;
      /** Bytes read. */
      read_size_bytes?: number | undefined;
      /** Write operations, in the units that Windows counts. */
      write_count_normalized?: number | undefined;
      /** Bytes written. */
      write_size_bytes?: number | undefined;
    };
    /** One container of a list. */
    ContainerSummary: {
      /** The full id: 64 hexadecimal digits. */
      Id: string;
      /** Its name, after a slash: `/web`. Legacy links to it add more, such as `/shop/web`. */
      Names: string[];
      /** The image as it was named at creation; its id once that name is gone or belongs to another image. */
      Image: string;
      /** Id of its image. */
      ImageID: string;
      /**
       * The manifest it was created from, of an image for several platforms. Only with the containerd image store.
       * @since API 1.48
       */
      ImageManifestDescriptor?: components["schemas"]["OCIDescriptor"] | undefined;
      /** Program and arguments in one line; arguments with spaces stand in single quotes. */
      Command: string;
      /** When it was created, in seconds since 1970. */
      Created: number;
      /** Published ports and those that are merely exposed; empty unless it runs. */
      Ports: components["schemas"]["PortSummary"][];
      /** Bytes it wrote on top of the image; only when `size` is asked for, and left out when 0. */
      SizeRw?: number | undefined;
      /** Bytes of its image and of what it wrote; only when `size` is asked for. */
      SizeRootFs?: number | undefined;
      /** Its own labels and those of its image. */
      Labels: {
        [key: string]: string;
      };
      /**
       * The state in one word; `exited` is a stopped one.
       */
      State: "created" | "running" | "paused" | "restarting" | "exited" | "removing" | "dead";
      /** The state for people to read, such as `Up 3 minutes (healthy)` or `Exited (0) 2 days ago`. */
      Status: string;
      /** A few of its host settings. */
      HostConfig: {
        /** The network mode it was created with; see `HostConfig.NetworkMode`. */
        NetworkMode?: string | undefined;
        /**
         * What it passes on to its runtime.
         * @since API 1.46
         */
        Annotations?: {
          [key: string]: string;
        } | undefined;
      };
      /** The networks it is on. */
      NetworkSettings: {
        /** Its connections by the network's name; empty where it shares another container's network. */
        Networks: {
          [key: string]: components["schemas"]["EndpointSettings"] & Sure<components["schemas"]["EndpointSettings"], "IPAMConfig" | "Links" | "MacAddress" | "Aliases" | "DriverOpts" | "NetworkID" | "EndpointID" | "Gateway" | "IPAddress" | "IPPrefixLen" | "IPv6Gateway" | "GlobalIPv6Address" | "GlobalIPv6PrefixLen">;
        };
      };
      /** What is mounted into it. */
      Mounts: components["schemas"]["MountPoint"][];
      /**
       * What its health check found, in short.
       * @since API 1.52
       */
      Health?: {
        /**
         * `none` when there is no health check, or the container does not run.
         * @since API 1.52
         */
        Status: "none" | "starting" | "healthy" | "unhealthy";
        /**
         * How many checks have failed in a row.
         * @since API 1.52
         */
        FailingStreak: number;
      } | undefined;
    };
    /** How a CPU quota held the container back; all 0 without a quota, and on Windows. */
    ContainerThrottlingData: {
      /** Quota periods that have passed. */
      periods: number;
      /** Periods in which the container used up its quota. */
      throttled_periods: number;
      /** Nanoseconds that it was held back. */
      throttled_time: number;
    };
    /** The processes of a container, as the host's `ps` lists them. */
    ContainerTopResponse: {
      /** The column titles, such as `PID` and `CMD`; they depend on the arguments given to `ps`. */
      Titles: string[];
      /** One row for each process, in the order of `Titles`; process ids are the host's. */
      Processes: string[][];
    };
    /** What came of an update. */
    ContainerUpdateResponse: {
      /** What the engine ignored or advises against; null when there is nothing. */
      Warnings: string[] | null;
    };
    /** Why waiting went wrong. */
    ContainerWaitExitError: {
      /** The reason in words. */
      Message?: string | undefined;
    };
    /** How a container ended. */
    ContainerWaitResponse: {
      /** Exit code of its main process; 128 and the signal's number when a signal killed it. */
      StatusCode: number;
      /** Why waiting went wrong; null or left out when it did not. */
      Error?: components["schemas"]["ContainerWaitExitError"] | null | undefined;
    };
    /** The containerd that the engine uses; for finding faults. */
    ContainerdInfo: {
      /**
       * Its socket.
       * @since API 1.46
       */
      Address?: string | undefined;
      /**
       * Where in containerd the engine keeps its things; nobody else should touch them.
       * @since API 1.46
       */
      Namespaces: {
        /**
         * The namespace of the containers. Default: `moby`.
         * @since API 1.46
         * @default moby
         */
        Containers: string;
        /**
         * The namespace of the plugins. Default: `plugins.moby`.
         * @since API 1.46
         * @default plugins.moby
         */
        Plugins: string;
      };
    };
    /** How much disk the containers take. */
    ContainersDiskUsage: {
      /**
       * How many containers are running, paused or restarting.
       * @since API 1.52
       */
      ActiveCount?: number | undefined;
      /**
       * How many containers there are.
       * @since API 1.52
       */
      TotalCount?: number | undefined;
      /**
       * Bytes that removing the inactive ones would free.
       * @since API 1.52
       */
      Reclaimable?: number | undefined;
      /**
       * Bytes written by all containers; their images do not count.
       * @since API 1.52
       */
      TotalSize?: number | undefined;
      /**
       * The containers; only when `verbose` asked for them.
       * @since API 1.52
       */
      Items?: components["schemas"]["ContainerSummary"][] | undefined;
    };
    /** A device that containers can be given. */
    DeviceInfo: {
      /**
       * Which device driver found it, such as `cdi`.
       * @since API 1.50
       */
      Source: string;
      /**
       * How that driver names it, such as `vendor.com/gpu=0`.
       * @since API 1.50
       */
      ID: string;
    };
    /** A device of the host that a container may use. */
    DeviceMapping: {
      /** The device on the host, such as `/dev/ttyUSB0`; a directory stands for the devices in it. */
      PathOnHost?: string | undefined;
      /** Where the container finds it. Without it no device appears, and no error either. */
      PathInContainer?: string | undefined;
      /** What is allowed: `r` read, `w` write, `m` make nodes, as in `rwm`. There is no default: the start fails without it. */
      CgroupPermissions?: string | undefined;
    };
    /** Devices, mostly GPUs, that a device driver of the engine is to hand over. */
    DeviceRequest: {
      /** The driver's name, such as `nvidia` or `cdi`. Default: the first one that has the `Capabilities`. */
      Driver?: string | undefined;
      /** How many devices; -1 for all. Not together with `DeviceIDs`. */
      Count?: number | undefined;
      /** The devices by id, as their driver names them. Not together with `Count`. */
      DeviceIDs?: string[] | null | undefined;
      /** What the driver must offer, such as `[["gpu"]]`: all of an inner list, for any one of the outer. */
      Capabilities?: string[][] | null | undefined;
      /** Options of the driver, passed on to it. */
      Options?: {
        [key: string]: string;
      } | null | undefined;
    };
    /** What a registry says about an image, without pulling it. */
    DistributionInspect: {
      /** The image's manifest or index in the registry; its digest pins the image. */
      Descriptor: components["schemas"]["OCIDescriptor"];
      /** The platforms it is there for; null if the manifest names none. */
      Platforms: components["schemas"]["OCIPlatform"][] | null;
    };
    /** A driver and its options. */
    Driver: {
      /** Name of the driver. */
      Name: string;
      /** Options in the driver's own terms. */
      Options?: {
        [key: string]: string;
      } | undefined;
    };
    /** How a storage driver keeps the layers of a container or an image. */
    DriverData: {
      /** The driver, such as `overlay2`. */
      Name: string;
      /** Details of the driver's own, mostly directories on the host; null from some drivers. */
      Data: {
        [key: string]: string;
      } | null;
    };
    /** Fixed addresses for a container on one network. The network must be user-defined, with a subnet that was chosen by hand. */
    EndpointIPAMConfig: {
      /** An address from the network's IPv4 subnet. */
      IPv4Address?: string | undefined;
      /** An address from the network's IPv6 subnet. */
      IPv6Address?: string | undefined;
      /** Link-local addresses to have as well, such as `169.254.3.3`. */
      LinkLocalIPs?: string[] | undefined;
    };
    /** A port that a service publishes. */
    EndpointPortConfig: {
      /** A name for the port, for information only. */
      Name?: string | undefined;
      /**
       * Transport protocol. Default: `tcp`.
       */
      Protocol?: "tcp" | "udp" | "sctp" | undefined;
      /** The port in the container. */
      TargetPort?: number | undefined;
      /** The port on the nodes. 0 or left out: the swarm picks one from 30000 up, or with `host` the node does. */
      PublishedPort?: number | undefined;
      /**
       * `ingress` opens it on every node and forwards to a task; `host` only on nodes that run a task. Default: `ingress`.
       * @default ingress
       */
      PublishMode?: "ingress" | "host" | undefined;
    };
    /** A container's connection to a network. */
    EndpointResource: {
      /** The container's name without a slash. */
      Name: string;
      /** ID of the endpoint. */
      EndpointID: string;
      /** Its hardware address, such as `02:42:ac:11:00:02`; may be empty. */
      MacAddress: string;
      /** Its address with the prefix length, such as `172.17.0.2/16`; empty if it has none. */
      IPv4Address: string;
      /** Its IPv6 address with the prefix length; empty if it has none. */
      IPv6Address: string;
    };
    /** A container's connection to one network: what was asked for and, while it runs, what it got. */
    EndpointSettings: {
      /** The addresses that were asked for; null when the network chooses. */
      IPAMConfig?: components["schemas"]["EndpointIPAMConfig"] | null | undefined;
      /** Containers on this network under names for this one alone, as `container:alias`. */
      Links?: string[] | null | undefined;
      /** The MAC address; empty when not running. A request for one counts from API 1.44 on. */
      MacAddress?: string | undefined;
      /** Further names for the container on this network; refused on the default bridge. */
      Aliases?: string[] | null | undefined;
      /** Options for the network's driver. */
      DriverOpts?: {
        [key: string]: string;
      } | null | undefined;
      /**
       * The network with the highest number provides the default gateway; on a tie, the first by name. Default: 0.
       * @since API 1.48
       */
      GwPriority?: number | undefined;
      /** Id of the network. */
      NetworkID?: string | undefined;
      /** Id of this connection; empty when not running. */
      EndpointID?: string | undefined;
      /** IPv4 address of the network's gateway; empty when not running. */
      Gateway?: string | undefined;
      /** The container's IPv4 address; empty when not running. */
      IPAddress?: string | undefined;
      /** Bits of the IPv4 subnet's prefix; 0 when not running. */
      IPPrefixLen?: number | undefined;
      /** IPv6 address of the network's gateway; empty when there is none. */
      IPv6Gateway?: string | undefined;
      /** The container's IPv6 address; empty when there is none. */
      GlobalIPv6Address?: string | undefined;
      /** Bits of the IPv6 subnet's prefix; 0 when there is none. */
      GlobalIPv6PrefixLen?: number | undefined;
      /**
       * All the names that other containers on the network find it by: its name, aliases, short id and host name. Null on the default bridge.
       * @since API 1.44
       */
      DNSNames?: string[] | null | undefined;
    };
    /** How a service is reached. */
    EndpointSpec: {
      /**
       * What its name resolves to: one virtual address, or with `dnsrr` those of its tasks. Default: `vip`.
       * @default vip
       */
      Mode?: "vip" | "dnsrr" | undefined;
      /** The ports it publishes. With `dnsrr` they have to be in `host` mode. */
      Ports?: components["schemas"]["EndpointPortConfig"][] | undefined;
    };
    /** The engine of a node. */
    EngineDescription: {
      /** Its version, such as `28.5.2`. */
      EngineVersion?: string | undefined;
      /** Labels from the engine's configuration; constraints see them as `engine.labels.NAME`. */
      Labels?: {
        [key: string]: string;
      } | undefined;
      /** The drivers and plugins it has. */
      Plugins?: {
        /** What it is for: `Log`, `Network`, `Volume`. */
        Type?: string | undefined;
        /** Name of the driver or plugin. */
        Name?: string | undefined;
      }[] | undefined;
    };
    /** What went wrong in the middle of an answer. */
    ErrorDetail: {
      /** A number for it, such as the exit code of a build step; mostly left out. */
      code?: number | undefined;
      /** What went wrong, in words. */
      message?: string | undefined;
    };
    /** Why the engine refused a request or failed at it. */
    ErrorResponse: {
      /** The reason in words, which differ between engine versions. */
      message: string;
    };
    /** What an event is about. */
    EventActor: {
      /** Its id; for volumes the name, for images often the reference. */
      ID: string;
      /** More about it, all as text: a container's labels, its `name`, `image`, `exitCode` and so on. */
      Attributes: {
        [key: string]: string;
      };
    };
    /** Something that happened on an engine or in its swarm. */
    EventMessage: {
      /**
       * The kind of object it happened to.
       */
      Type: "builder" | "config" | "container" | "daemon" | "image" | "network" | "node" | "plugin" | "secret" | "service" | "volume";
      /** What happened, such as `start` or `die`. Some add details after a colon: `health_status: healthy`, `exec_start: ls -l`. */
      Action: string;
      /** The object it happened to. */
      Actor: components["schemas"]["EventActor"];
      /**
       * `local` for the engine's own events, `swarm` for those of the whole swarm.
       */
      scope?: "local" | "swarm" | undefined;
      /** When it happened, in seconds since 1970. */
      time: number;
      /** When it happened, in nanoseconds since 1970. As text: it has more digits than JavaScript's numbers keep. */
      timeNano: string;
      /**
       * As `Action`, of containers and images only.
       * @deprecated
       */
      status?: string | undefined;
      /**
       * As `Actor.ID`, of containers and images only.
       * @deprecated
       */
      id?: string | undefined;
      /**
       * The container's image; also in `Actor.Attributes`.
       * @deprecated
       */
      from?: string | undefined;
    };
    /** A path at which a container's files differ from its image. */
    FilesystemChange: {
      /** Absolute path inside the container. */
      Path: string;
      /** What became of it. */
      Kind: components["schemas"]["ChangeType"];
    };
    /** How the engine sets up the firewall. */
    FirewallInfo: {
      /**
       * What it uses, such as `iptables` or `nftables`.
       * @since API 1.49
       */
      Driver: string;
      /**
       * More about it in pairs of label and value, for people to read.
       * @since API 1.49
       */
      Info?: string[][] | undefined;
    };
    /** Resources of your own kinds, such as GPUs. */
    GenericResources: {
      /** One particular thing. */
      NamedResourceSpec?: {
        /** What kind it is, such as `GPU`. */
        Kind?: string | undefined;
        /** Which one it is. */
        Value?: string | undefined;
      } | undefined;
      /** A number of things that are all alike. */
      DiscreteResourceSpec?: {
        /** What kind they are, such as `SSD`. */
        Kind?: string | undefined;
        /** How many of them. */
        Value?: number | undefined;
      } | undefined;
    }[];
    /** What a container's health check found. */
    Health: {
      /**
       * `starting` until a check succeeds or too many fail; `none` when there is no check.
       */
      Status: "none" | "starting" | "healthy" | "unhealthy";
      /** How many checks have failed in a row. */
      FailingStreak: number;
      /** The last 5 results, oldest first; empty before the first. */
      Log: components["schemas"]["HealthcheckResult"][];
    };
    /** A command by which the engine tells, again and again, whether a container is healthy. What is 0 or left out comes from the image, else from the default. */
    HealthConfig: {
      /** `["CMD", "program", …]` or `["CMD-SHELL", "command line"]`; exit code 0 is healthy. `["NONE"]` turns the image's check off, `[]` keeps it; anything else checks nothing. */
      Test?: string[] | undefined;
      /** Nanoseconds from one check to the next; at least 1000000. Default: 30 seconds. */
      Interval?: number | undefined;
      /** Nanoseconds after which a check has failed; at least 1000000. Default: 30 seconds. */
      Timeout?: number | undefined;
      /** How many checks in a row must fail for `unhealthy`. Default: 3. */
      Retries?: number | undefined;
      /** Nanoseconds at the start in which failures do not count; at least 1000000. Default: 0. */
      StartPeriod?: number | undefined;
      /**
       * Nanoseconds from one check to the next during `StartPeriod`; at least 1000000. Default: 5 seconds.
       * @since API 1.44
       */
      StartInterval?: number | undefined;
    };
    /** One run of a health check. */
    HealthcheckResult: {
      /** When it began: RFC 3339 with nanoseconds. */
      Start: string;
      /** When it ended: RFC 3339 with nanoseconds. */
      End: string;
      /** 0 is healthy; -1 when it ran out of time or could not be run; anything else is unhealthy. */
      ExitCode: number;
      /** What it wrote, stdout and stderr together, up to 4096 bytes. */
      Output: string;
    };
    /** What a container gets of its host: mounts, ports, networks, limits and rights. */
    HostConfig: components["schemas"]["Resources"] & {
      /** Mounts as `/host/path:/path` or `volume:/path`, with options such as `:ro`, `:z`, `:nocopy` or `:rshared`. A missing host directory is created. */
      Binds?: string[] | null | undefined;
      /** Kept for clients; the engine writes no such file. */
      ContainerIDFile?: string | undefined;
      /** Where the container's output is kept. */
      LogConfig?: {
        /** Logging driver, such as `json-file`, `local` or `journald`; `none` keeps nothing. Default: the engine's. */
        Type?: string | undefined;
        /** Options of the driver, such as `max-size`; one it does not know is an error. */
        Config?: {
          [key: string]: string;
        } | undefined;
      } | undefined;
      /** `bridge`, `host`, `none`, `container:<name or id>`, or the name of a network. Default: `bridge`, also written `default`. That a network is missing shows only at the start. */
      NetworkMode?: string | undefined;
      /** Host addresses for ports of the container; a port that is not in `ExposedPorts` (its own or the image's) is not published. */
      PortBindings?: components["schemas"]["PortMap"] | null | undefined;
      /** What happens when the container ends by itself. */
      RestartPolicy?: components["schemas"]["RestartPolicy"] | undefined;
      /** Removes the container and its anonymous volumes once it ends; refused beside a restart policy. */
      AutoRemove?: boolean | undefined;
      /** Driver of the volumes that `Binds` and `Volumes` create. Default: `local`. */
      VolumeDriver?: string | undefined;
      /** Containers whose mounts to take over, by name or id, with `:ro` or `:rw` if wished. */
      VolumesFrom?: string[] | null | undefined;
      /** Mounts as objects, with more options than `Binds`. A missing host path is an error here. */
      Mounts?: components["schemas"]["Mount"][] | undefined;
      /** First size of the terminal as `[height, width]`, in characters; needs `Tty`. From API 1.42 on, Linux honours it too. */
      ConsoleSize?: number[] | null | undefined;
      /**
       * Notes that are passed to the container's runtime.
       * @since API 1.43
       */
      Annotations?: {
        [key: string]: string;
      } | undefined;
      /** Linux capabilities on top of the usual ones, such as `NET_ADMIN`; `ALL` for every one. */
      CapAdd?: string[] | null | undefined;
      /** Linux capabilities to take away, such as `CHOWN`; `ALL` for every one. */
      CapDrop?: string[] | null | undefined;
      /**
       * Sees its own cgroups only (`private`), or all the host's. Default: set on the engine, else by the host: `private` on cgroups v2, `host` on v1.
       */
      CgroupnsMode?: "private" | "host" | undefined;
      /** Addresses of the DNS servers to ask. Default: the engine's setting, else the host's servers. */
      Dns?: string[] | null | undefined;
      /** Options for the resolver, such as `ndots:3`. */
      DnsOptions?: string[] | null | undefined;
      /** Domains in which short names are looked for; `["."]` for none. */
      DnsSearch?: string[] | null | undefined;
      /** Additions to `/etc/hosts` as `name:address`; the address `host-gateway` leads to the host. */
      ExtraHosts?: string[] | null | undefined;
      /** Further groups of the process, by name or number. */
      GroupAdd?: string[] | null | undefined;
      /** Shared memory and semaphores: `private`, `shareable`, `container:<name or id>` to join a shareable one, `host`, or `none` for no `/dev/shm`. Default: the engine's, mostly `private`. */
      IpcMode?: string | undefined;
      /** Kept from early engines; use `CgroupParent` to choose a cgroup. */
      Cgroup?: string | undefined;
      /** Legacy links on the default bridge as `container:alias`. In answers, `/container:/this/alias`. */
      Links?: string[] | null | undefined;
      /** From -1000 to 1000: the higher, the sooner it is killed when the host runs out of memory. */
      OomScoreAdj?: number | undefined;
      /** `host` or `container:<name or id>` to see the processes there. Default: only its own. */
      PidMode?: string | undefined;
      /** Gives the container all capabilities and devices and lifts most confinement: its root is as good as root on the host. */
      Privileged?: boolean | undefined;
      /** Publishes every exposed port, each on a free host port that is chosen anew at every start. */
      PublishAllPorts?: boolean | undefined;
      /** Lets the container write to its mounts and tmpfs only. */
      ReadonlyRootfs?: boolean | undefined;
      /** `no-new-privileges`, `apparmor=<profile>`, `label=<SELinux option>`, or `seccomp=` with `unconfined` or the JSON of a profile, not its path. */
      SecurityOpt?: string[] | null | undefined;
      /** Options of the storage driver, such as `size`; refused where the driver cannot keep them. */
      StorageOpt?: {
        [key: string]: string;
      } | undefined;
      /** Paths that get a tmpfs, with mount options such as `size=64m`, or an empty text. `nosuid`, `nodev` and `noexec` unless these say otherwise. */
      Tmpfs?: {
        [key: string]: string;
      } | undefined;
      /** `host` to have the host's own host name. Default: one of its own. */
      UTSMode?: string | undefined;
      /** `host` exempts the container where the engine remaps user ids. */
      UsernsMode?: string | undefined;
      /** Bytes of `/dev/shm`. Default, also for 0: 64 MiB, unless the engine is set otherwise. */
      ShmSize?: number | undefined;
      /** Kernel parameters for the container alone, such as `net.core.somaxconn`; those of the whole host are refused. */
      Sysctls?: {
        [key: string]: string;
      } | null | undefined;
      /** The OCI runtime by its name on the engine, such as `runc`. Default: the engine's. */
      Runtime?: string | null | undefined;
      /**
       * Windows only: `process` or `hyperv`; empty or `default` leaves the choice to the engine.
       */
      Isolation?: "default" | "process" | "hyperv" | "" | undefined;
      /** Paths such as `/proc/kcore` that the container cannot see into. Null: the engine's list; `[]`: none. */
      MaskedPaths?: string[] | null | undefined;
      /** Paths such as `/proc/sys` that the container cannot write to. Null: the engine's list; `[]`: none. */
      ReadonlyPaths?: string[] | null | undefined;
      /** Puts a small init process first, which passes signals on and collects ended children. Null: as the engine is set. */
      Init?: boolean | null | undefined;
    };
    /** What was created. */
    IDResponse: {
      /** Its id. */
      Id: string;
    };
    /** How addresses of a network are managed. */
    IPAM: {
      /**
       * What hands out addresses: `default`, or a plugin.
       * @default default
       */
      Driver?: string | undefined;
      /** The subnets. The engine picks one if none is given; null for networks without addresses, such as `host`. */
      Config?: components["schemas"]["IPAMConfig"][] | null | undefined;
      /** The driver's own options; null if there are none. */
      Options?: {
        [key: string]: string;
      } | null | undefined;
    };
    /** One subnet of a network. */
    IPAMConfig: {
      /** The subnet in CIDR notation, such as `172.28.0.0/16`. */
      Subnet?: string | undefined;
      /** The part of the subnet, in CIDR notation, from which containers get addresses. Default: all of it. */
      IPRange?: string | undefined;
      /** Address of the gateway. Default: the engine's choice, which answers need not show. */
      Gateway?: string | undefined;
      /** Addresses to keep free for hosts that are not containers, by a name of your choice. */
      AuxiliaryAddresses?: {
        [key: string]: string;
      } | undefined;
    };
    /** How full a network's address ranges are. */
    IPAMStatus: {
      /**
       * One entry for each subnet, by its CIDR notation.
       * @since API 1.52
       */
      Subnets?: {
        [key: string]: components["schemas"]["SubnetStatus"];
      } | undefined;
    };
    /** Where an image comes from, as far as the engine could verify it. */
    Identity: {
      /**
       * Signatures of the image.
       * @since API 1.53
       */
      Signature?: components["schemas"]["SignatureIdentity"][] | undefined;
      /**
       * The repositories it was pulled from or pushed to. Behind a mirror, the original is named.
       * @since API 1.53
       */
      Pull?: components["schemas"]["PullIdentity"][] | undefined;
      /**
       * The builds that made it.
       * @since API 1.53
       */
      Build?: components["schemas"]["BuildIdentity"][] | undefined;
    };
    /** The defaults that an image gives to its containers. */
    ImageConfig: {
      /** The user a container's process runs as, `user[:group]` by name or number; empty means root. */
      User?: string | undefined;
      /** Ports the image says it listens on, keyed like `80/tcp`. Nothing is published by this alone. */
      ExposedPorts?: {
        [key: string]: Record<string, unknown>;
      } | undefined;
      /** Environment variables as `NAME=value`. */
      Env?: string[] | null | undefined;
      /** The command to run, or the arguments of `Entrypoint` if there is one. */
      Cmd?: string[] | null | undefined;
      /** How the engine tests that a container of this image is healthy. */
      Healthcheck?: components["schemas"]["HealthConfig"] | undefined;
      /**
       * Windows: the command line has its quoting done already.
       * @default false
       */
      ArgsEscaped?: boolean | undefined;
      /** Paths for which each container gets an anonymous volume; the values are empty objects. */
      Volumes?: {
        [key: string]: Record<string, unknown>;
      } | null | undefined;
      /** The directory in which commands start; empty means `/`. */
      WorkingDir?: string | undefined;
      /** The program that is run in front of `Cmd`. */
      Entrypoint?: string[] | null | undefined;
      /** Dockerfile instructions that are carried out when another image is built on this one. */
      OnBuild?: string[] | null | undefined;
      /** Labels set by the build; null if there are none. */
      Labels?: {
        [key: string]: string;
      } | null | undefined;
      /** The signal that asks the process to end, by name or number; `SIGTERM` if left out. */
      StopSignal?: string | undefined;
      /** The shell for instructions in shell form; left out where the Dockerfile sets none. */
      Shell?: string[] | undefined;
      /**
       * Of the container that the image was made of; has no effect, as the members below. Until API 1.49.
       * @deprecated
       */
      Hostname?: string | undefined;
      /**
       * Of the container that the image was made of. Until API 1.49.
       * @deprecated
       */
      Domainname?: string | undefined;
      /**
       * Of the container that the image was made of. Until API 1.49.
       * @deprecated
       */
      AttachStdin?: boolean | undefined;
      /**
       * Of the container that the image was made of. Until API 1.49.
       * @deprecated
       */
      AttachStdout?: boolean | undefined;
      /**
       * Of the container that the image was made of. Until API 1.49.
       * @deprecated
       */
      AttachStderr?: boolean | undefined;
      /**
       * Of the container that the image was made of. Until API 1.49.
       * @deprecated
       */
      Tty?: boolean | undefined;
      /**
       * Of the container that the image was made of. Until API 1.49.
       * @deprecated
       */
      OpenStdin?: boolean | undefined;
      /**
       * Of the container that the image was made of. Until API 1.49.
       * @deprecated
       */
      StdinOnce?: boolean | undefined;
      /**
       * What the container was made of that the image was made of. Until API 1.49.
       * @deprecated
       */
      Image?: string | undefined;
      /**
       * Of the container that the image was made of. Until API 1.49.
       * @deprecated
       */
      NetworkDisabled?: boolean | undefined;
      /**
       * Of the container that the image was made of. Until API 1.49.
       * @deprecated
       */
      MacAddress?: string | undefined;
      /**
       * Of the container that the image was made of, in seconds. Until API 1.49.
       * @deprecated
       */
      StopTimeout?: number | undefined;
    };
    /** One thing that was removed: either a reference or data. */
    ImageDeleteResponseItem: {
      /** A tag or digest reference that is gone. */
      Untagged?: string | undefined;
      /** ID of an image or layer whose data is gone. */
      Deleted?: string | undefined;
    };
    /** One step in the making of an image. */
    ImageHistoryResponseItem: {
      /** The image's ID after this step, or `<missing>` if the engine has no image for it. */
      Id: string;
      /** When the step was made, in seconds since 1970. */
      Created: number;
      /** The instruction or command that made it. */
      CreatedBy: string;
      /** Every `name:tag` that points at this step; null if none does. */
      Tags: string[] | null;
      /** Bytes that the step added; 0 if it changed the configuration only. */
      Size: number;
      /** The message left with the step, such as the name of the builder. */
      Comment: string;
    };
    /** Everything the engine knows about one image. */
    ImageInspect: {
      /** The digest that identifies the image: of its configuration, or with the containerd image store of its manifest or index. */
      Id: string;
      /**
       * The image's manifest or index as the containerd image store holds it; left out with other stores.
       * @since API 1.48
       */
      Descriptor?: components["schemas"]["OCIDescriptor"] | undefined;
      /**
       * One entry for each manifest in the image's index; only with the containerd image store, and only when asked for.
       * @since API 1.48
       */
      Manifests?: components["schemas"]["ImageManifestSummary"][] | undefined;
      /**
       * What the engine has verified about the image's origin. Retagging does not change it.
       * @since API 1.53
       */
      Identity?: components["schemas"]["Identity"] | undefined;
      /** Every `name:tag` that points at the image; empty for an untagged one. */
      RepoTags: string[];
      /** Every `name@digest` of the image. Without the containerd image store it has none until it is pulled or pushed. */
      RepoDigests: string[];
      /** The message given when the image was committed or imported. */
      Comment?: string | undefined;
      /** When the image was made, in RFC 3339 with fractions of a second; left out or empty if the image does not say. */
      Created?: string | undefined;
      /** Who made the image, as the commit or the Dockerfile named them. */
      Author?: string | undefined;
      /** What containers of this image get unless they are created with something else. */
      Config: components["schemas"]["ImageConfig"];
      /** The CPU it runs on, in Go's spelling: `amd64`, `arm64`. */
      Architecture: string;
      /** The flavour of the CPU, such as `v7` with `arm`; left out where there is only one. */
      Variant?: string | undefined;
      /** The operating system it runs on, `linux` or `windows`. */
      Os: string;
      /** The operating system's version that it needs; for Windows images mostly. */
      OsVersion?: string | undefined;
      /** Bytes of all its layers; shared ones count in full, so deleting may free less. The containerd image store counts the compressed data, alone or as well. */
      Size: number;
      /** Where the storage driver keeps the image's top layer. The containerd image store only names its snapshotter here, or leaves it out. */
      GraphDriver?: components["schemas"]["DriverData"] | undefined;
      /** The layers that make up the file system. */
      RootFS: {
        /** `layers`, in practice. */
        Type: string;
        /** Digests of the unpacked layers, the lowest first. */
        Layers?: string[] | undefined;
      };
      /** What this engine has noted about the image; it does not travel with it. */
      Metadata: {
        /** When it was last given a tag here. If never: left out, or the year 1 from some engines. */
        LastTagTime: string;
      };
      /**
       * The same as `Size`; answered below API 1.44 only. Until API 1.43.
       * @deprecated
       */
      VirtualSize?: number | undefined;
      /**
       * ID of the image this one was made from by a build or commit on this engine; otherwise empty. Until API 1.51.
       * @deprecated
       */
      Parent?: string | undefined;
      /**
       * Version of the engine that made the image; often empty. Until API 1.51.
       * @deprecated
       */
      DockerVersion?: string | undefined;
      /**
       * Id of the container that the image was made of; empty with BuildKit. Until API 1.44.
       * @deprecated
       */
      Container?: string | undefined;
      /**
       * How that container was configured. Until API 1.44.
       * @deprecated
       */
      ContainerConfig?: components["schemas"]["ImageConfig"] | undefined;
    };
    /** One manifest of an image: a variant for one platform, or something attached to one. */
    ImageManifestSummary: {
      /**
       * Digest of the manifest.
       * @since API 1.47
       */
      ID: string;
      /**
       * How the image's index describes the manifest.
       * @since API 1.47
       */
      Descriptor: components["schemas"]["OCIDescriptor"];
      /**
       * Whether all it refers to, configuration and layers, is present on this engine.
       * @since API 1.47
       */
      Available: boolean;
      /**
       * What the manifest takes up on this engine.
       * @since API 1.47
       */
      Size: {
        /**
         * Bytes in all, blobs and unpacked layers together.
         * @since API 1.47
         */
        Total: number;
        /**
         * Bytes of the blobs that are present, as they were pulled, mostly compressed.
         * @since API 1.47
         */
        Content: number;
      };
      /**
       * `image` can be run; `attestation` is what a build states about an image; `unknown` is anything else.
       * @since API 1.47
       */
      Kind: "image" | "attestation" | "unknown";
      /**
       * What there is to say of an `image`; left out for other kinds.
       * @since API 1.47
       */
      ImageData?: {
        /**
         * The platform it is for, as the index says, or else its configuration.
         * @since API 1.47
         */
        Platform: components["schemas"]["OCIPlatform"];
        /**
         * What the engine has verified about the origin of this variant.
         * @since API 1.54
         */
        Identity?: components["schemas"]["Identity"] | undefined;
        /**
         * The containers that use this variant, by ID; null if there are none.
         * @since API 1.47
         */
        Containers: string[] | null;
        /**
         * What the unpacked part takes up.
         * @since API 1.47
         */
        Size: {
          /**
           * Bytes of the unpacked layers, which containers run from. They can outlive the blobs.
           * @since API 1.47
           */
          Unpacked: number;
        };
      } | undefined;
      /**
       * What there is to say of an `attestation`; left out for other kinds.
       * @since API 1.47
       */
      AttestationData?: {
        /**
         * Digest of the manifest that the attestation is about.
         * @since API 1.47
         */
        For: string;
      } | undefined;
    };
    /** One image in a list. */
    ImageSummary: {
      /** The digest that identifies the image: of its configuration, or with the containerd image store of its manifest or index. */
      Id: string;
      /** ID of the image this one was made from by a build or commit on this engine; empty for a pulled one. */
      ParentId: string;
      /** Every `name:tag` that points at the image. For an untagged one: empty, `<none>:<none>` before API 1.43, or null from old engines. */
      RepoTags: string[] | null;
      /** Every `name@digest` of the image. Without the containerd image store it has none until it is pulled or pushed; that is empty, null or `<none>@<none>`. */
      RepoDigests: string[] | null;
      /** When the image was made, in seconds since 1970. */
      Created: number;
      /** Bytes of all its layers, shared ones included; the containerd image store adds the compressed data. */
      Size: number;
      /** Bytes of the layers it shares with other images; -1 unless `shared-size` asked for the sum. */
      SharedSize: number;
      /** Labels set when the image was built; null if it has none. */
      Labels: {
        [key: string]: string;
      } | null;
      /** How many containers, running or not, use the image; -1 if nobody counted. */
      Containers: number;
      /**
       * One entry for each manifest in the image's index; only with the containerd image store, and only when asked for.
       * @since API 1.47
       */
      Manifests?: components["schemas"]["ImageManifestSummary"][] | undefined;
      /**
       * The image's manifest or index as the containerd image store holds it; left out with other stores.
       * @since API 1.48
       */
      Descriptor?: components["schemas"]["OCIDescriptor"] | undefined;
      /**
       * The same as `Size`; answered below API 1.44 only.
       * @deprecated
       */
      VirtualSize?: number | undefined;
    };
    /** How much disk the images take. */
    ImagesDiskUsage: {
      /**
       * How many images have containers.
       * @since API 1.52
       */
      ActiveCount?: number | undefined;
      /**
       * How many images there are.
       * @since API 1.52
       */
      TotalCount?: number | undefined;
      /**
       * Bytes that removing the unused ones would free.
       * @since API 1.52
       */
      Reclaimable?: number | undefined;
      /**
       * Bytes of all images, shared layers counted once.
       * @since API 1.52
       */
      TotalSize?: number | undefined;
      /**
       * The images; only when `verbose` asked for them.
       * @since API 1.52
       */
      Items?: components["schemas"]["ImageSummary"][] | undefined;
    };
    /** A registry as the engine is set up for it. */
    IndexInfo: {
      /** The registry's name, such as `docker.io`. */
      Name: string;
      /** URLs of its mirrors. */
      Mirrors: string[];
      /** False if plain HTTP and unverified certificates are accepted. */
      Secure: boolean;
      /** Whether it is Docker Hub. */
      Official: boolean;
    };
    /** Which run of a job a task belongs to. */
    JobIteration: {
      /** Counts up each time the job is run again. */
      Index?: number | undefined;
    };
    /** What a node has to show to join the swarm. Both are secrets. */
    JoinTokens: {
      /** Lets a node join as a worker. */
      Worker: string;
      /** Lets a node join as a manager. */
      Manager: string;
    };
    /** A signer that the engine knows by name; `DHI` is Docker Hardened Images. */
    KnownSignerIdentity: "DHI" | (string & {});
    /** The most that a task may use. 0 or left out is no limit. */
    Limit: {
      /** CPU time in billionths of a CPU: 500000000 is half of one. */
      NanoCPUs?: number | undefined;
      /** Memory in bytes, 4 MiB at least. */
      MemoryBytes?: number | undefined;
      /**
       * How many processes and threads. Default: 0, any number.
       * @default 0
       */
      Pids?: number | undefined;
    };
    /**
     * What this engine is in a swarm. `inactive` is in none; `locked` waits for the unlock key; `pending` is joining.
     * @default
     */
    LocalNodeState: "" | "inactive" | "pending" | "active" | "error" | "locked";
    /** A node in its part as a manager. */
    ManagerStatus: {
      /**
       * Whether it leads the managers.
       * @default false
       */
      Leader?: boolean | undefined;
      /** Whether the other managers reach it. */
      Reachability?: components["schemas"]["Reachability"] | undefined;
      /** Address and port at which it talks to managers. */
      Addr?: string | undefined;
    };
    /** Something to mount into a container. */
    Mount: {
      /** Absolute path inside the container. */
      Target?: string | undefined;
      /** Host path, name of a volume, or image, by `Type`. A volume without a name is anonymous; a tmpfs takes no source. */
      Source?: string | undefined;
      /** What to mount; has no default. */
      Type?: components["schemas"]["MountType"] | undefined;
      /** Keeps the container from writing to it. From API 1.44 on, also to what is mounted below a bind's source, where the kernel can do that. */
      ReadOnly?: boolean | undefined;
      /** A hint for hosts that reach their files over a virtual machine: `consistent`, `cached` or `delegated`. Linux engines ignore it. */
      Consistency?: string | undefined;
      /** For type `bind`; refused with others. */
      BindOptions?: {
        /**
         * Whether mounts made later under one side appear under the other. Default: `rprivate`, they do not.
         */
        Propagation?: "private" | "rprivate" | "shared" | "rshared" | "slave" | "rslave" | undefined;
        /**
         * Leaves out what is mounted below the source.
         * @default false
         */
        NonRecursive?: boolean | undefined;
        /**
         * Creates the source as a directory where it is missing.
         * @since API 1.42
         * @default false
         */
        CreateMountpoint?: boolean | undefined;
        /**
         * With `ReadOnly`: what is mounted below the source stays writable.
         * @since API 1.44
         * @default false
         */
        ReadOnlyNonRecursive?: boolean | undefined;
        /**
         * With `ReadOnly`: fails where the kernel cannot protect what is mounted below the source too.
         * @since API 1.44
         * @default false
         */
        ReadOnlyForceRecursive?: boolean | undefined;
      } | undefined;
      /** For type `volume`; refused with others. */
      VolumeOptions?: {
        /**
         * Leaves a new volume empty; else it gets a copy of what the image has at `Target`.
         * @default false
         */
        NoCopy?: boolean | undefined;
        /** Labels for the volume if this creates it. */
        Labels?: {
          [key: string]: string;
        } | undefined;
        /** How to create the volume if it does not exist yet. */
        DriverConfig?: {
          /** The volume driver. Default: `local`. */
          Name?: string | undefined;
          /** Options for the driver. */
          Options?: {
            [key: string]: string;
          } | undefined;
        } | undefined;
        /**
         * Relative path inside the volume, to mount that part only; it must exist at the start.
         * @since API 1.45
         */
        Subpath?: string | undefined;
      } | undefined;
      /**
       * For type `image`; refused with others.
       * @since API 1.48
       */
      ImageOptions?: {
        /**
         * Relative path inside the image, to mount that part only.
         * @since API 1.48
         */
        Subpath?: string | undefined;
      } | undefined;
      /** For type `tmpfs`; refused with others. */
      TmpfsOptions?: {
        /** How much it can hold, in bytes. Default: the kernel's, half of the host's memory. */
        SizeBytes?: number | undefined;
        /** Permissions of its top directory as a number: `0o700`, which is 448. Default: `0o1777`. */
        Mode?: number | undefined;
        /**
         * Mount options, each an array: `["noexec"]`, or a name and its value. The engine takes only some.
         * @since API 1.46
         */
        Options?: string[][] | undefined;
      } | undefined;
      /** For type `cluster`; nothing can be set in it. */
      ClusterOptions?: Record<string, unknown> | undefined;
    };
    /** Something that is mounted into a container. */
    MountPoint: {
      /** What is mounted. */
      Type?: "bind" | "cluster" | "image" | "npipe" | "tmpfs" | "volume" | (string & {}) | undefined;
      /** Name of the volume, or reference of the image; left out with other types. */
      Name?: string | undefined;
      /** Where it lies on the host; empty for a tmpfs. */
      Source: string;
      /** Absolute path inside the container. */
      Destination: string;
      /** The volume's driver; left out with other types. */
      Driver?: string | undefined;
      /** The options as they were given, such as `ro,z`; whether it can be written to is said by `RW`. */
      Mode: string;
      /** Whether the container can write to it. */
      RW: boolean;
      /** Whether later mounts show through, such as `rprivate`; empty for volumes and tmpfs. */
      Propagation: string;
    };
    /**
     * What a mount shows: `bind` a path of the host, `volume` a volume, `tmpfs` memory, `image` an image's files, `cluster` a volume of the swarm, `npipe` a Windows named pipe.
     */
    MountType: "bind" | "cluster" | "image" | "npipe" | "tmpfs" | "volume";
    /** The Node Resource Interface, through which plugins can adjust containers. */
    NRIInfo: {
      /**
       * More about it in pairs of label and value, for people to read.
       * @since API 1.53
       */
      Info?: string[][] | undefined;
    };
    /** A network and how it is set up. */
    Network: {
      /** Unique on its engine; engines before 25 could let several networks share one. */
      Name: string;
      /** Unique ID; 64 hex digits, or 25 characters for a network of the swarm. */
      Id: string;
      /** When the network was made, in RFC 3339. For a swarm network: when it came to this node, once it is in use there. */
      Created: string;
      /** How far it reaches: `local` for this engine, `swarm` or `global` for more than one. */
      Scope: string;
      /** What implements it: `bridge`, `overlay`, `macvlan`, `ipvlan`, `host`, `null` or a plugin. */
      Driver: string;
      /**
       * Whether containers get IPv4 addresses. Engines before API 1.47 do not say; they always do.
       * @since API 1.47
       */
      EnableIPv4?: boolean | undefined;
      /** Whether containers get IPv6 addresses. */
      EnableIPv6: boolean;
      /** Where its addresses come from. */
      IPAM: components["schemas"]["IPAM"] & Sure<components["schemas"]["IPAM"], "Driver" | "Config" | "Options">;
      /**
       * Cut off from the outside: its containers reach only one another.
       * @default false
       */
      Internal: boolean;
      /**
       * Whether containers outside any service may join this swarm network.
       * @default false
       */
      Attachable: boolean;
      /**
       * Whether it is the swarm's routing mesh, which carries published ports to the nodes.
       * @default false
       */
      Ingress: boolean;
      /** The network from which this one took its settings; its `Network` is empty if there is none. */
      ConfigFrom: components["schemas"]["ConfigReference"];
      /**
       * Holds settings for other networks and cannot be used itself.
       * @default false
       */
      ConfigOnly: boolean;
      /** The driver's options; null if none are known yet. */
      Options: {
        [key: string]: string;
      } | null;
      /** Labels given at creation; null if there are none. */
      Labels: {
        [key: string]: string;
      } | null;
      /** The nodes that take part in an overlay network; left out for other networks and where this node has no part in it. */
      Peers?: components["schemas"]["PeerInfo"][] | undefined;
    };
    /** A task's connection to a network. */
    NetworkAttachment: {
      /** Its addresses there with the prefix length, such as `10.0.1.5/24`. */
      Addresses?: string[] | undefined;
      /** The network, as the swarm records it. */
      Network: components["schemas"]["SwarmNetwork"];
    };
    /** A network that tasks join. */
    NetworkAttachmentConfig: {
      /** ID or name of the network; answers give the ID. */
      Target?: string | undefined;
      /** Further names under which the service is found on this network. */
      Aliases?: string[] | undefined;
      /** Options of the connection for the network's driver. */
      DriverOpts?: {
        [key: string]: string;
      } | undefined;
    };
    /** A container to connect, and how. */
    NetworkConnectRequest: {
      /** ID or name of the container. */
      Container: string;
      /** Addresses, aliases and driver options of the connection; null or left out for the engine's choice. */
      EndpointConfig?: components["schemas"]["EndpointSettings"] | null | undefined;
    };
    /** What creating a network answers. */
    NetworkCreateResponse: {
      /** ID of the new network. */
      Id: string;
      /** What the engine wants to point out; empty as a rule. */
      Warning: string;
    };
    /** A container to disconnect. */
    NetworkDisconnectRequest: {
      /** ID or name of the container. */
      Container: string;
      /**
       * Drop the connection even if the container is out of reach or gone. Default: false.
       * @default false
       */
      Force?: boolean | undefined;
    };
    /** A network and what is connected to it. */
    NetworkInspect: {
      /** Endpoints on this node, by container ID. Stopped containers have none; a swarm network adds its own, such as `lb-NAME`. */
      Containers: {
        [key: string]: components["schemas"]["EndpointResource"];
      } | null;
      /** The services on a swarm network by name; only with `verbose`, and only on a node that uses the network. */
      Services?: {
        [key: string]: components["schemas"]["ServiceInfo"];
      } | undefined;
      /**
       * How many of its addresses are taken.
       * @since API 1.52
       */
      Status?: components["schemas"]["NetworkStatus"] | undefined;
    } & components["schemas"]["Network"];
    /** The networks of a container, and what was published of it. */
    NetworkSettings: {
      /** The engine's id for its network stack; empty when it has not been started. */
      SandboxID: string;
      /** Where the host keeps its network namespace. */
      SandboxKey: string;
      /** Ports as they are published just now; empty when it does not run. */
      Ports: components["schemas"]["PortMap"];
      /** Its connections, by the network's name. */
      Networks: {
        [key: string]: components["schemas"]["EndpointSettings"] & Sure<components["schemas"]["EndpointSettings"], "IPAMConfig" | "Links" | "MacAddress" | "Aliases" | "DriverOpts" | "NetworkID" | "EndpointID" | "Gateway" | "IPAddress" | "IPPrefixLen" | "IPv6Gateway" | "GlobalIPv6Address" | "GlobalIPv6PrefixLen">;
      };
      /**
       * Left over from early engines, and empty. Until API 1.51.
       * @deprecated
       */
      Bridge?: string | undefined;
      /**
       * The connection to the default bridge; empty when on other networks. Use `Networks`. Until API 1.51.
       * @deprecated
       */
      EndpointID?: string | undefined;
      /**
       * IPv4 gateway of the default bridge; empty when on other networks. Use `Networks`. Until API 1.51.
       * @deprecated
       */
      Gateway?: string | undefined;
      /**
       * IPv4 address on the default bridge; empty when on other networks. Use `Networks`. Until API 1.51.
       * @deprecated
       */
      IPAddress?: string | undefined;
      /**
       * Bits of the default bridge's IPv4 prefix; 0 when on other networks. Use `Networks`. Until API 1.51.
       * @deprecated
       */
      IPPrefixLen?: number | undefined;
      /**
       * IPv6 gateway of the default bridge; empty when on other networks. Use `Networks`. Until API 1.51.
       * @deprecated
       */
      IPv6Gateway?: string | undefined;
      /**
       * IPv6 address on the default bridge; empty when on other networks. Use `Networks`. Until API 1.51.
       * @deprecated
       */
      GlobalIPv6Address?: string | undefined;
      /**
       * Bits of the default bridge's IPv6 prefix; 0 when on other networks. Use `Networks`. Until API 1.51.
       * @deprecated
       */
      GlobalIPv6PrefixLen?: number | undefined;
      /**
       * MAC address on the default bridge; empty when on other networks. Use `Networks`. Until API 1.51.
       * @deprecated
       */
      MacAddress?: string | undefined;
      /**
       * Whether the container reached its own published ports through the host. Always false. Until API 1.51.
       * @deprecated
       */
      HairpinMode?: boolean | undefined;
      /**
       * Always empty. Until API 1.51.
       * @deprecated
       */
      LinkLocalIPv6Address?: string | undefined;
      /**
       * Always 0. Until API 1.51.
       * @deprecated
       */
      LinkLocalIPv6PrefixLen?: number | undefined;
      /**
       * Always null. Until API 1.51.
       * @deprecated
       */
      SecondaryIPAddresses?: components["schemas"]["Address"][] | null | undefined;
      /**
       * Always null. Until API 1.51.
       * @deprecated
       */
      SecondaryIPv6Addresses?: components["schemas"]["Address"][] | null | undefined;
    };
    /** The state of a network while it runs. */
    NetworkStatus: {
      /**
       * How many addresses are in use and how many are left.
       * @since API 1.52
       */
      IPAM: components["schemas"]["IPAMStatus"];
    };
    /** A network in a list. */
    NetworkSummary: components["schemas"]["Network"] & {
      /**
       * Always empty in a list; inspect the network to see them. Until API 1.51.
       * @deprecated
       */
      Containers?: {
        [key: string]: components["schemas"]["EndpointResource"];
      } | null | undefined;
    };
    /** One task of a service on a swarm network. */
    NetworkTaskInfo: {
      /** The task's container, as `service.slot.id`, or `service.node.id` in global mode. */
      Name: string;
      /** ID of the task's endpoint on the network. */
      EndpointID: string;
      /** The task's address on the network, without a prefix length. */
      EndpointIP: string;
      /** More about the task; `Host IP` is the address of its node. */
      Info: {
        [key: string]: string;
      };
    };
    /** The networks to connect a new container to. */
    NetworkingConfig: {
      /** One connection for each network, by its name or id. More than one from API 1.44 on. */
      EndpointsConfig?: {
        [key: string]: components["schemas"]["EndpointSettings"];
      } | undefined;
    };
    /** A machine in the swarm. */
    Node: {
      /** ID of the node. */
      ID: string;
      /** The version to send with the next update. */
      Version: components["schemas"]["ObjectVersion"];
      /** When it joined the swarm, in RFC 3339. */
      CreatedAt: string;
      /** When its record last changed, in RFC 3339. */
      UpdatedAt: string;
      /** What it should be and do. */
      Spec: components["schemas"]["NodeSpec"] & Sure<components["schemas"]["NodeSpec"], "Role" | "Availability" | "Labels">;
      /** What it reports about itself. */
      Description: components["schemas"]["NodeDescription"];
      /** Whether the managers hear from it. */
      Status: components["schemas"]["NodeStatus"];
      /** Its part as a manager; left out for a worker. */
      ManagerStatus?: components["schemas"]["ManagerStatus"] | undefined;
    };
    /** What a node reports about itself. */
    NodeDescription: {
      /** Its host name. Two nodes can have the same. */
      Hostname?: string | undefined;
      /** What it runs on. */
      Platform: components["schemas"]["Platform"];
      /** What it has in all, reserved or not. */
      Resources: components["schemas"]["ResourceObject"];
      /** Its engine. */
      Engine: components["schemas"]["EngineDescription"];
      /** The root certificate it trusts, and who issued its own. */
      TLSInfo: components["schemas"]["TLSInfo"];
      /** Its CSI plugins, which provide cluster volumes; left out if there are none. */
      CSIInfo?: {
        /** Name of the plugin. */
        PluginName?: string | undefined;
        /** How the plugin names this node. */
        NodeID?: string | undefined;
        /** How many volumes the plugin can give this node; 0 or left out if it does not say. */
        MaxVolumesPerNode?: number | undefined;
        /** Where the node is, for the plugin's purposes. */
        AccessibleTopology?: components["schemas"]["Topology"] | undefined;
      }[] | undefined;
    };
    /** What a node should be. An update replaces all of it, and needs `Role` and `Availability`. */
    NodeSpec: {
      /** A name of your choice besides the host name. */
      Name?: string | undefined;
      /** Labels for constraints, which see them as `node.labels.NAME`. */
      Labels?: {
        [key: string]: string;
      } | undefined;
      /**
       * Changing it promotes or demotes the node; the last manager stays one.
       */
      Role?: "worker" | "manager" | undefined;
      /**
       * `pause` takes no new tasks; `drain` moves its tasks away too.
       */
      Availability?: "active" | "pause" | "drain" | undefined;
    };
    /**
     * Whether the managers hear from a node: `down` for one that went silent, `disconnected` for one that is looking for a manager.
     */
    NodeState: "unknown" | "down" | "ready" | "disconnected";
    /** A node as the managers see it. */
    NodeStatus: {
      /** Whether they hear from it. */
      State?: components["schemas"]["NodeState"] | undefined;
      /** More about the state, such as why it is down. */
      Message?: string | undefined;
      /** The IP address it is seen at. */
      Addr?: string | undefined;
    };
    /** Points at content by its digest, as the OCI image specification defines it. */
    OCIDescriptor: {
      /** What kind of content it is, such as `application/vnd.oci.image.index.v1+json`. */
      mediaType: string;
      /** Digest of the content, `sha256:` and 64 hex digits as a rule. */
      digest: string;
      /** Bytes of the content. */
      size: number;
      /**
       * Other places to download the content from.
       * @since API 1.48
       */
      urls?: string[] | undefined;
      /**
       * Free notes on the content, keyed like `org.opencontainers.image.created`.
       * @since API 1.48
       */
      annotations?: {
        [key: string]: string;
      } | undefined;
      /**
       * The content itself in base64, where it is small enough to come along.
       * @since API 1.48
       */
      data?: string | undefined;
      /**
       * The platform the content is for; left out if it is for none in particular.
       * @since API 1.48
       */
      platform?: components["schemas"]["OCIPlatform"] | undefined;
      /**
       * Media type of what an artifact holds, for manifests that are not images.
       * @since API 1.48
       */
      artifactType?: string | undefined;
    };
    /** What a variant of an image runs on. */
    OCIPlatform: {
      /** The CPU in Go's spelling: `amd64`, `arm64`, `ppc64le`. */
      architecture: string;
      /** The operating system, `linux` or `windows`. */
      os: string;
      /** The operating system's version, such as `10.0.20348.2582`; for Windows. */
      "os.version"?: string | undefined;
      /** What the operating system must offer, such as `win32k`. */
      "os.features"?: string[] | undefined;
      /** The flavour of the CPU, such as `v7` with `arm`. */
      variant?: string | undefined;
    };
    /** A number that grows with each change. An update that gives an older one fails, so no change is overwritten unseen. */
    ObjectVersion: {
      /** The number, to be sent as `version` with an update. 0 is left out, as for a job's first run. */
      Index: number;
    };
    /** A node that takes part in an overlay network. */
    PeerInfo: {
      /** The node as the network's own gossip calls it; not its swarm ID. */
      Name: string;
      /** The node's IP address. */
      IP: string;
    };
    /** A manager to turn to. */
    PeerNode: {
      /** ID of the node. */
      NodeID: string;
      /** Its address and port. */
      Addr: string;
    };
    /** A CPU and an operating system. */
    Platform: {
      /** The CPU. Nodes say it the kernel's way, such as `x86_64`. */
      Architecture?: string | undefined;
      /** The operating system, `linux` or `windows`. */
      OS?: string | undefined;
    };
    /** A plugin and how it is set up. */
    Plugin: {
      /** ID of the plugin. */
      Id?: string | undefined;
      /** Its name on this engine, `name:tag`. */
      Name: string;
      /** Whether it runs; otherwise it is only installed. */
      Enabled: boolean;
      /** The settings as they are now. */
      Settings: {
        /** What is mounted into it. */
        Mounts: components["schemas"]["PluginMount"][];
        /** Its environment variables as `NAME=value`. */
        Env: string[];
        /** Its arguments. */
        Args: string[];
        /** The host's devices it uses. */
        Devices: components["schemas"]["PluginDevice"][];
      };
      /** Where it was pulled from. */
      PluginReference?: string | undefined;
      /** What its author laid down, defaults of the settings included. */
      Config: {
        /** What it does. */
        Description: string;
        /** Where to read more, mostly a URL. */
        Documentation: string;
        /** How the engine talks to it. */
        Interface: {
          /** What it provides, such as `docker.volumedriver/1.0`. */
          Types: string[] | null;
          /** Name of its socket, below `/run/docker/plugins` inside the plugin. */
          Socket: string;
          /**
           * The protocol on that socket; empty is the same as `moby.plugins.http/v1`.
           */
          ProtocolScheme?: "" | "moby.plugins.http/v1" | undefined;
        };
        /** The command that starts it. */
        Entrypoint: string[] | null;
        /** The directory in which it starts. */
        WorkDir: string;
        /** The user it runs as. Default: root. */
        User: {
          /** The user's number. */
          UID?: number | undefined;
          /** The group's number. */
          GID?: number | undefined;
        };
        /** Its network. */
        Network: {
          /** `host`, `bridge` or `none`; may be empty. */
          Type: string;
        };
        /** What it may do on Linux. */
        Linux: {
          /** Kernel capabilities on top of the usual ones, such as `CAP_SYS_ADMIN`. */
          Capabilities: string[] | null;
          /** Whether it may use every device of the host. */
          AllowAllDevices: boolean;
          /** The devices it needs. */
          Devices: components["schemas"]["PluginDevice"][] | null;
        };
        /** A path in the plugin; what is mounted below it is seen by the host. */
        PropagatedMount: string;
        /** Whether it shares the host's IPC namespace. */
        IpcHost: boolean;
        /** Whether it sees the host's processes. */
        PidHost: boolean;
        /** What it needs mounted; null if nothing. */
        Mounts: components["schemas"]["PluginMount"][] | null;
        /** Its environment variables; null if there are none. */
        Env: components["schemas"]["PluginEnv"][] | null;
        /** Its arguments. */
        Args: {
          /** What the arguments are called when they are set. */
          Name: string;
          /** What they are for. */
          Description: string;
          /** Which parts may be set: `value`; null or empty if none. */
          Settable: string[] | null;
          /** The arguments it gets unless others are set. */
          Value: string[] | null;
        };
        /** The layers of its file system. */
        rootfs?: {
          /** `layers`, in practice. */
          type?: string | undefined;
          /** Digests of the unpacked layers, the lowest first. */
          diff_ids: string[];
        } | undefined;
        /**
         * The version of Docker that made the plugin. Until API 1.51.
         * @deprecated
         */
        DockerVersion?: string | undefined;
      };
    };
    /** A device of the host that a plugin uses. */
    PluginDevice: {
      /** What it is called when it is set. */
      Name: string;
      /** What it is for. */
      Description: string;
      /** Which parts may be set: `path`. */
      Settable: string[] | null;
      /** Path of the device on the host. */
      Path: string | null;
    };
    /** An environment variable of a plugin. */
    PluginEnv: {
      /** Name of the variable. */
      Name: string;
      /** What it is for. */
      Description: string;
      /** Which parts may be set: `value`; null or empty if none. */
      Settable: string[] | null;
      /** The value it has unless another is set. */
      Value: string | null;
    };
    /** Something mounted into a plugin. */
    PluginMount: {
      /** What it is called when it is set. */
      Name: string;
      /** What it is for. */
      Description: string;
      /** Which parts may be set, such as `source`. */
      Settable: string[] | null;
      /** The path on the host. */
      Source: string | null;
      /** The path in the plugin. */
      Destination: string;
      /** Kind of mount, such as `bind`. */
      Type: string;
      /** Options of the mount, such as `rbind` and `rw`. */
      Options: string[] | null;
    };
    /** Something a plugin asks for, which whoever installs it has to grant. */
    PluginPrivilege: {
      /** What it is, such as `network`, `mount`, `device` or `capabilities`. */
      Name?: string | undefined;
      /** What it means, in words. */
      Description?: string | undefined;
      /** What exactly is asked for, such as `host` or a path. */
      Value?: string[] | undefined;
    };
    /** The drivers of the engine, plugins among them. Plugins of the old kind show up once they are in use. */
    PluginsInfo: {
      /** Names of the volume drivers. */
      Volume: string[];
      /** Names of the network drivers. */
      Network: string[];
      /** Names of the plugins that approve or refuse requests; null if there are none. */
      Authorization: string[] | null;
      /** Names of the log drivers. */
      Log: string[];
    };
    /** Where a port is published on the host. */
    PortBinding: {
      /** Host address to listen on. Empty: all addresses, IPv4 and IPv6. */
      HostIp?: string | undefined;
      /** Host port, as text. Empty or `0`: a free one at each start; `8000-8010`: the first free one of these. */
      HostPort?: string | undefined;
    };
    /** Ports of a container, such as `80/tcp` (the protocol is part of the key), and where they are published. */
    PortMap: {
      [key: string]: components["schemas"]["PortBinding"][] | null;
    };
    /** The ports that a task holds on its node. */
    PortStatus: {
      /** The ports published in `host` mode, with the numbers they got; left out if there are none. */
      Ports?: components["schemas"]["EndpointPortConfig"][] | undefined;
    };
    /** A port of a running container, published on the host or merely exposed. */
    PortSummary: {
      /** Host address it is published on; left out when it is only exposed. */
      IP?: string | undefined;
      /** The port inside the container. */
      PrivatePort: number;
      /** The port on the host; left out when it is only exposed. */
      PublicPort?: number | undefined;
      /**
       * Its protocol.
       */
      Type: "tcp" | "udp" | "sctp";
    };
    /** What an exec instance runs. */
    ProcessConfig: {
      /** Whether it has all capabilities. */
      privileged?: boolean | undefined;
      /** Whom it runs as; left out when it is the container's own user. */
      user?: string | undefined;
      /** Whether it has a terminal. */
      tty: boolean;
      /** The program. */
      entrypoint: string;
      /** The words after the program. */
      arguments: string[];
    };
    /** How far a step has come. */
    ProgressDetail: {
      /** How much is done, in `units`. */
      current?: number | undefined;
      /** How much there is to do, in `units`; left out or 0 if unknown. */
      total?: number | undefined;
      /** When the step began, in seconds since 1970. */
      start?: number | undefined;
      /** Whether a display should leave out the numbers. */
      hidecounts?: boolean | undefined;
      /** What is counted. Left out: bytes. */
      units?: string | undefined;
    };
    /** One message from a long operation. One with an `errorDetail` means that it failed, whatever the status code was. */
    ProgressMessage: {
      /** What the message is about, such as a layer. */
      id?: string | undefined;
      /** What is going on, such as `Downloading`. */
      status?: string | undefined;
      /** A progress bar as text; engines may leave it out. */
      progress?: string | undefined;
      /** The numbers behind the bar. */
      progressDetail?: components["schemas"]["ProgressDetail"] | undefined;
      /** Output to be shown as it is, such as that of a build step. */
      stream?: string | undefined;
      /** The same as `errorDetail.message`; use that. */
      error?: string | undefined;
      /** Why the operation failed. */
      errorDetail?: components["schemas"]["ErrorDetail"] | undefined;
      /** A result, such as the ID of the image that was built or the digest that was pushed. */
      aux?: unknown | undefined;
    };
    /** A repository that an image was pulled from or pushed to. */
    PullIdentity: {
      /**
       * The repository.
       * @since API 1.53
       */
      Repository?: string | undefined;
    };
    /**
     * Whether the other managers reach a manager.
     */
    Reachability: "unknown" | "unreachable" | "reachable";
    /** How the engine is set up for registries. */
    RegistryServiceConfig: {
      /** Address ranges of registries that may be talked to without verified TLS; loopback always belongs to them. */
      InsecureRegistryCIDRs: string[];
      /** Settings of single registries, by name. */
      IndexConfigs: {
        [key: string]: components["schemas"]["IndexInfo"];
      };
      /** URLs of mirrors of Docker Hub; null or empty if there are none. */
      Mirrors: string[] | null;
      /**
       * Registries, as networks, to which layers may be pushed that are not free to share. Until API 1.48.
       * @deprecated
       */
      AllowNondistributableArtifactsCIDRs?: string[] | null | undefined;
      /**
       * Registries, by name, to which such layers may be pushed. Until API 1.48.
       * @deprecated
       */
      AllowNondistributableArtifactsHostnames?: string[] | null | undefined;
    };
    /** What a node has, or what a task reserves. */
    ResourceObject: {
      /** CPU time in billionths of a CPU: 500000000 is half of one. */
      NanoCPUs?: number | undefined;
      /** Memory in bytes. */
      MemoryBytes?: number | undefined;
      /** Resources of your own kinds, such as GPUs. */
      GenericResources?: components["schemas"]["GenericResources"] | undefined;
    };
    /** Limits for a container; 0, null or left out is no limit, unless said otherwise. */
    Resources: {
      /** Weight against other containers when CPUs are scarce; 0 is the usual 1024. */
      CpuShares?: number | undefined;
      /**
       * Most memory it may use, in bytes, from 6 MiB. Default: 0, no limit.
       * @default 0
       */
      Memory?: number | undefined;
      /** Cgroup under which its own is made. With the systemd cgroup driver, a slice such as `my.slice`. */
      CgroupParent?: string | undefined;
      /** Share of block device time against other containers, from 10 to 1000. Ignored with a warning where the kernel has no such weights. */
      BlkioWeight?: number | undefined;
      /** Other weights for single devices. */
      BlkioWeightDevice?: {
        /** Device on the host, such as `/dev/sda`. */
        Path?: string | undefined;
        /** Its weight for this device, in place of `BlkioWeight`. */
        Weight?: number | undefined;
      }[] | null | undefined;
      /** Most bytes a second to read, by device. */
      BlkioDeviceReadBps?: components["schemas"]["ThrottleDevice"][] | null | undefined;
      /** Most bytes a second to write, by device. */
      BlkioDeviceWriteBps?: components["schemas"]["ThrottleDevice"][] | null | undefined;
      /** Most reads a second, by device. */
      BlkioDeviceReadIOps?: components["schemas"]["ThrottleDevice"][] | null | undefined;
      /** Most writes a second, by device. */
      BlkioDeviceWriteIOps?: components["schemas"]["ThrottleDevice"][] | null | undefined;
      /** Microseconds over which `CpuQuota` is counted, from 1000 to 1000000; 0 is the kernel's 100000. Not with `NanoCpus`. */
      CpuPeriod?: number | undefined;
      /** Microseconds of CPU time in each `CpuPeriod`, from 1000; -1 is no limit. Not with `NanoCpus`. */
      CpuQuota?: number | undefined;
      /** Microseconds over which `CpuRealtimeRuntime` is counted. Cgroups v1 only. */
      CpuRealtimePeriod?: number | undefined;
      /** Microseconds that real-time tasks may run in each `CpuRealtimePeriod`. Cgroups v1 only. */
      CpuRealtimeRuntime?: number | undefined;
      /** CPUs it may run on, such as `0-2,5`; those that do not exist are an error. Empty: all. */
      CpusetCpus?: string | undefined;
      /** Memory nodes it may use, such as `0,1`, on NUMA hosts. Empty: all. */
      CpusetMems?: string | undefined;
      /** Devices of the host that it may use. */
      Devices?: components["schemas"]["DeviceMapping"][] | null | undefined;
      /** Further devices to allow, by number: `c 13:* rwm`. A wrong rule shows at the start. */
      DeviceCgroupRules?: string[] | null | undefined;
      /** Devices such as GPUs that a device driver hands over. */
      DeviceRequests?: components["schemas"]["DeviceRequest"][] | null | undefined;
      /** Memory to which the kernel pushes it back when the host is short, in bytes; no more than `Memory`. */
      MemoryReservation?: number | undefined;
      /** Memory and swap together, in bytes, so no less than `Memory`; needs `Memory`. 0: twice `Memory`; equal to it: no swap; -1: any amount of swap. */
      MemorySwap?: number | undefined;
      /** How readily its memory is swapped out, from 0 to 100. Null or -1: as the host is set. Cgroups v1 only. */
      MemorySwappiness?: number | null | undefined;
      /** How much CPU it may use, in billionths of a CPU: 1500000000 is one and a half. Not with `CpuPeriod` or `CpuQuota`. */
      NanoCpus?: number | undefined;
      /** Keeps the kernel from killing its processes at the memory limit; they wait instead. Cgroups v1 only. */
      OomKillDisable?: boolean | null | undefined;
      /** Most processes and threads; 0 or -1 for no limit. In an update, null leaves it as it is. */
      PidsLimit?: number | null | undefined;
      /** Limits for each process, in place of the engine's defaults. */
      Ulimits?: {
        /** The limit without `RLIMIT_`, such as `nofile` or `core`. */
        Name?: string | undefined;
        /** The limit that holds; -1 for none. A process can raise it up to `Hard`. */
        Soft?: number | undefined;
        /** The highest value that `Soft` can take; -1 for none. */
        Hard?: number | undefined;
      }[] | null | undefined;
      /** Windows only: how many CPUs it may use; wins over `CpuShares` and `CpuPercent`. */
      CpuCount?: number | undefined;
      /** Windows only: the percentage of the CPUs that it may use. */
      CpuPercent?: number | undefined;
      /** Windows only: most operations a second on the system drive. An error on Linux. */
      IOMaximumIOps?: number | undefined;
      /** Windows only: most bytes a second to and from the system drive. An error on Linux. */
      IOMaximumBandwidth?: number | undefined;
      /**
       * Limit of the memory that the kernel uses for the container, in bytes. Has no effect any more. Until API 1.41.
       * @deprecated
       */
      KernelMemory?: number | undefined;
      /**
       * Limit of the kernel's buffers for TCP in the container, in bytes; 0 for none. With version 1 of cgroups only. Until API 1.51.
       * @deprecated
       */
      KernelMemoryTCP?: number | undefined;
    };
    /** When the engine starts an ended container again: after 100 ms, then after twice as long each time, up to a minute. */
    RestartPolicy: {
      /**
       * `no` or empty: never; `on-failure`: when the exit code is not 0; `always`: each time, and when the engine starts; `unless-stopped`: the same, but not once it was stopped by hand.
       */
      Name?: "" | "no" | "always" | "unless-stopped" | "on-failure" | undefined;
      /** How often `on-failure` tries; 0 for ever. Refused with the other policies. */
      MaximumRetryCount?: number | undefined;
    };
    /** What holds a container's root file system. */
    RootFSStorage: {
      /**
       * The snapshot it consists of.
       * @since API 1.52
       */
      Snapshot?: components["schemas"]["RootFSStorageSnapshot"] | undefined;
    };
    /** A snapshot of a container's root file system. */
    RootFSStorageSnapshot: {
      /**
       * The snapshotter that keeps it, such as `overlayfs`.
       * @since API 1.52
       */
      Name?: string | undefined;
    };
    /** A program that starts containers, such as `runc`. */
    Runtime: {
      /** The program's name, looked up in the engine's `PATH`, or its whole path. */
      path?: string | undefined;
      /** Arguments to start it with; left out if there are none. */
      runtimeArgs?: string[] | undefined;
      /**
       * What the runtime tells about itself, such as its features as a JSON text.
       * @since API 1.44
       */
      status?: {
        [key: string]: string;
      } | undefined;
      /** Name of the containerd shim, for a runtime set up that way instead of by `path`. */
      runtimeType?: string | undefined;
      /** Options for that shim. */
      options?: {
        [key: string]: unknown;
      } | undefined;
    };
    /** A secret of the swarm. Answers never hold its data. */
    Secret: {
      /** ID of the secret. */
      ID: string;
      /** The version to send with the next update. */
      Version: components["schemas"]["ObjectVersion"];
      /** When it was made, in RFC 3339. */
      CreatedAt: string;
      /** When it was last changed, in RFC 3339. */
      UpdatedAt: string;
      /** What it is called and where it comes from. */
      Spec: components["schemas"]["SecretSpec"] & Sure<components["schemas"]["SecretSpec"], "Name" | "Labels">;
    };
    /** A secret's name, labels and data. Only the labels can be changed later. */
    SecretSpec: {
      /** Unique among the swarm's secrets. */
      Name?: string | undefined;
      /** Labels to find it by. */
      Labels?: {
        [key: string]: string;
      } | undefined;
      /** The data in base64, less than 512,000 bytes of it and not empty; left out with a `Driver`. Never answered. */
      Data?: string | undefined;
      /** Fetches the data from a store outside the swarm. Left out: the swarm keeps it. */
      Driver?: components["schemas"]["Driver"] | undefined;
      /** Fills in templates in the data for each task; `golang` is the one there is. Left out: data as it is. */
      Templating?: components["schemas"]["Driver"] | undefined;
    };
    /** A service of the swarm. */
    Service: {
      /** ID of the service. */
      ID: string;
      /** The version to send with the next update. */
      Version: components["schemas"]["ObjectVersion"];
      /** When it was made, in RFC 3339. */
      CreatedAt: string;
      /** When its record last changed, in RFC 3339. */
      UpdatedAt: string;
      /** What it should be. */
      Spec: components["schemas"]["ServiceSpec"] & Sure<components["schemas"]["ServiceSpec"], "Name" | "Labels" | "TaskTemplate" | "Mode">;
      /** How it is reached at the moment. */
      Endpoint: {
        /** The settings that are in force. */
        Spec: components["schemas"]["EndpointSpec"];
        /** The published ports with the numbers they got. */
        Ports?: components["schemas"]["EndpointPortConfig"][] | undefined;
        /** Its virtual addresses, one on each network; left out if it has none. */
        VirtualIPs?: {
          /** ID of the network. */
          NetworkID?: string | undefined;
          /** The address with the prefix length, such as `10.0.1.2/24`. */
          Addr?: string | undefined;
        }[] | undefined;
      };
      /** The state of the last update; left out if there was none. */
      UpdateStatus?: {
        /**
         * Where it stands; `paused` waits for another update.
         */
        State?: "updating" | "paused" | "completed" | "rollback_started" | "rollback_paused" | "rollback_completed" | undefined;
        /** When it began, in RFC 3339. */
        StartedAt?: string | undefined;
        /** When it ended, in RFC 3339; left out until then. */
        CompletedAt?: string | undefined;
        /** The same in words, with the task that failed. */
        Message?: string | undefined;
      } | undefined;
      /** How many tasks it has; only in lists, and only when `status` asked for it. */
      ServiceStatus?: {
        /** How many tasks run. */
        RunningTasks: number;
        /** How many should run. */
        DesiredTasks: number;
        /** How many tasks of a job have succeeded; 0 for any other service. */
        CompletedTasks: number;
      } | undefined;
      /** The state of a job; left out for services that are none. */
      JobStatus?: {
        /** When the job was last started, in RFC 3339. */
        LastExecution: string;
        /** Which run of the job it is. It grows with every run, not always by one. */
        JobIteration: components["schemas"]["JobIteration"];
      } | undefined;
      /** What it was before the last update, and what a rollback returns to; left out if there was none, and after a rollback. */
      PreviousSpec?: (components["schemas"]["ServiceSpec"] & Sure<components["schemas"]["ServiceSpec"], "Name" | "Labels" | "TaskTemplate" | "Mode">) | undefined;
    };
    /** What creating a service answers. */
    ServiceCreateResponse: {
      /** ID of the new service. */
      ID: string;
      /**
       * What did not go as it should, such as an image whose digest could not be found; null if nothing.
       * @since API 1.44
       */
      Warnings?: string[] | null | undefined;
    };
    /** One service on a swarm network. */
    ServiceInfo: {
      /** The service's virtual IP address; `<nil>` or empty if it has none. */
      VIP: string;
      /** Published ports in words, such as `Target: 80, Publish: 8080`. */
      Ports: string[];
      /** The number under which this node's load balancer knows the service. */
      LocalLBIndex: number;
      /** The tasks behind the virtual address. */
      Tasks: components["schemas"]["NetworkTaskInfo"][];
    };
    /** What a service should be. An update replaces all of it, so start from the one that was read. */
    ServiceSpec: {
      /** Unique in the swarm. An update has to repeat it: services cannot be renamed. Default: a generated one. */
      Name?: string | undefined;
      /** Labels of the service; its containers get those of `ContainerSpec`. */
      Labels?: {
        [key: string]: string;
      } | undefined;
      /** What each of its tasks runs, and how. */
      TaskTemplate?: components["schemas"]["TaskSpec"] | undefined;
      /** How many tasks there are: one of the four members. Default: `Replicated` with one task. Which of them it is cannot change later. */
      Mode?: {
        /** A number of tasks, kept running. */
        Replicated?: {
          /** How many tasks to run. Default: 1; 0 stops them all. */
          Replicas?: number | undefined;
        } | undefined;
        /** One task on every node that fits; an empty object. */
        Global?: Record<string, unknown> | undefined;
        /** A number of tasks that each run until they succeed. */
        ReplicatedJob?: {
          /**
           * How many may run at once. Default: 1.
           * @default 1
           */
          MaxConcurrent?: number | undefined;
          /** How many have to succeed. Default: as many as `MaxConcurrent`. */
          TotalCompletions?: number | undefined;
        } | undefined;
        /** One task on every node that fits, run until it succeeds; an empty object. */
        GlobalJob?: Record<string, unknown> | undefined;
      } | undefined;
      /** How tasks are replaced when the service changes. Left out: one at a time, and a pause at the first failure. Jobs refuse it. */
      UpdateConfig?: {
        /** How many tasks are replaced at once. 0, or left out of a given `UpdateConfig`: all of them. */
        Parallelism?: number | undefined;
        /** Nanoseconds to wait between one batch and the next. Default: 0. */
        Delay?: number | undefined;
        /**
         * What to do when too many new tasks fail. Default: `pause`.
         */
        FailureAction?: "continue" | "pause" | "rollback" | undefined;
        /** Nanoseconds for which a new task is watched for failure. Default: 5 seconds, for 0 too. */
        Monitor?: number | undefined;
        /**
         * How large a share of the tasks may fail, from 0 to 1. Default: 0, none.
         * @default 0
         */
        MaxFailureRatio?: number | undefined;
        /**
         * Whether the old task ends before the new one starts, or after. Default: `stop-first`.
         */
        Order?: "stop-first" | "start-first" | undefined;
      } | undefined;
      /** How tasks are put back when an update is undone. Left out: one at a time, and a pause at the first failure. */
      RollbackConfig?: {
        /** How many tasks are put back at once. 0, or left out of a given `RollbackConfig`: all of them. */
        Parallelism?: number | undefined;
        /** Nanoseconds to wait between one batch and the next. Default: 0. */
        Delay?: number | undefined;
        /**
         * What to do when too many tasks fail on the way back. Default: `pause`.
         */
        FailureAction?: "continue" | "pause" | undefined;
        /** Nanoseconds for which a task that was put back is watched for failure. Default: 5 seconds, for 0 too. */
        Monitor?: number | undefined;
        /**
         * How large a share of the tasks may fail, from 0 to 1. Default: 0, none.
         * @default 0
         */
        MaxFailureRatio?: number | undefined;
        /**
         * Whether the newer task ends before the older one starts, or after. Default: `stop-first`.
         */
        Order?: "stop-first" | "start-first" | undefined;
      } | undefined;
      /** Old place of `TaskTemplate.Networks`; use that. */
      Networks?: components["schemas"]["NetworkAttachmentConfig"][] | undefined;
      /** How the service is found by its name, and which ports it publishes. */
      EndpointSpec?: components["schemas"]["EndpointSpec"] | undefined;
    };
    /** What updating a service answers. */
    ServiceUpdateResponse: {
      /** What did not go as it should, such as an image whose digest could not be found; null if nothing. */
      Warnings: string[] | null;
    };
    /** A signature of an image, and what verifying it gave. */
    SignatureIdentity: {
      /**
       * What kind of signature it is, in words.
       * @since API 1.53
       */
      Name?: string | undefined;
      /**
       * Verified times at which it was made.
       * @since API 1.53
       */
      Timestamps?: components["schemas"]["SignatureTimestamp"][] | undefined;
      /**
       * The signer, if the engine knows it by name.
       * @since API 1.53
       */
      KnownSigner?: components["schemas"]["KnownSignerIdentity"] | undefined;
      /**
       * The image reference that was signed; only old kinds of signatures have it.
       * @since API 1.53
       */
      DockerReference?: string | undefined;
      /**
       * What the signer's certificate says.
       * @since API 1.53
       */
      Signer?: components["schemas"]["SignerIdentity"] | undefined;
      /**
       * The format of the signature.
       * @since API 1.53
       */
      SignatureType?: components["schemas"]["SignatureType"] | undefined;
      /**
       * Why it could not be verified; there is nothing else then.
       * @since API 1.53
       */
      Error?: string | undefined;
      /**
       * What was odd about a verification that succeeded, such as outdated trust roots.
       * @since API 1.53
       */
      Warnings?: string[] | undefined;
    };
    /** A verified time at which a signature was made. */
    SignatureTimestamp: {
      /**
       * Who vouches for the time.
       * @since API 1.53
       */
      Type: components["schemas"]["SignatureTimestampType"];
      /**
       * Where that log or authority is.
       * @since API 1.53
       */
      URI: string;
      /**
       * The time, in RFC 3339.
       * @since API 1.53
       */
      Timestamp: string;
    };
    /** `Tlog` is a public log of signatures, `TimestampAuthority` a service that signs times. */
    SignatureTimestampType: "Tlog" | "TimestampAuthority" | (string & {});
    /** The format of a signature. */
    SignatureType: "bundle-v0.3" | "simplesigning-v1" | (string & {});
    /** What the certificate of a signer says, mostly about the build that signed. */
    SignerIdentity: {
      /**
       * Who issued the certificate.
       * @since API 1.53
       */
      CertificateIssuer: string;
      /**
       * Whom it was issued to, as a URI or an email address.
       * @since API 1.53
       */
      SubjectAlternativeName: string;
      /**
       * URL of the OpenID Connect provider that vouched for the signer.
       * @since API 1.53
       */
      Issuer?: string | undefined;
      /**
       * The build instructions that signed, as a URI.
       * @since API 1.53
       */
      BuildSignerURI?: string | undefined;
      /**
       * The exact version of those instructions.
       * @since API 1.53
       */
      BuildSignerDigest?: string | undefined;
      /**
       * Whether the build ran on machines of the platform or of its user.
       * @since API 1.53
       */
      RunnerEnvironment?: string | undefined;
      /**
       * URL of the source repository.
       * @since API 1.53
       */
      SourceRepositoryURI?: string | undefined;
      /**
       * The exact version of the source, such as a commit.
       * @since API 1.53
       */
      SourceRepositoryDigest?: string | undefined;
      /**
       * The branch or tag that was built.
       * @since API 1.53
       */
      SourceRepositoryRef?: string | undefined;
      /**
       * ID of the repository, which outlives renaming.
       * @since API 1.53
       */
      SourceRepositoryIdentifier?: string | undefined;
      /**
       * URL of the repository's owner.
       * @since API 1.53
       */
      SourceRepositoryOwnerURI?: string | undefined;
      /**
       * ID of the owner, which outlives renaming.
       * @since API 1.53
       */
      SourceRepositoryOwnerIdentifier?: string | undefined;
      /**
       * The workflow that started the build, as a URI.
       * @since API 1.53
       */
      BuildConfigURI?: string | undefined;
      /**
       * The exact version of that workflow.
       * @since API 1.53
       */
      BuildConfigDigest?: string | undefined;
      /**
       * What set the build off, such as `push`.
       * @since API 1.53
       */
      BuildTrigger?: string | undefined;
      /**
       * URL of that one run.
       * @since API 1.53
       */
      RunInvocationURI?: string | undefined;
      /**
       * Whether the repository was public or private at the time.
       * @since API 1.53
       */
      SourceRepositoryVisibilityAtSigning?: string | undefined;
    };
    /** How a container's files are kept. */
    Storage: {
      /**
       * What holds its root file system.
       * @since API 1.52
       */
      RootFS?: components["schemas"]["RootFSStorage"] | undefined;
    };
    /** How full one subnet is. */
    SubnetStatus: {
      /**
       * Addresses that cannot be given out: taken or reserved. Counts end at 2^64 - 1.
       * @since API 1.52
       */
      IPsInUse: number;
      /**
       * Addresses left in the `IPRange`, or in the whole subnet without one. Counts end at 2^64 - 1.
       * @since API 1.52
       */
      DynamicIPsAvailable: number;
    };
    /** The swarm and its join tokens. */
    Swarm: components["schemas"]["ClusterInfo"] & {
      /** What nodes have to show to join. Secrets. */
      JoinTokens: components["schemas"]["JoinTokens"];
    };
    /** This engine's place in a swarm. */
    SwarmInfo: {
      /**
       * ID of this node; empty outside a swarm.
       * @default
       */
      NodeID: string;
      /**
       * Address at which other nodes reach it; empty outside a swarm.
       * @default
       */
      NodeAddr: string;
      /** Whether it is part of a swarm. */
      LocalNodeState: components["schemas"]["LocalNodeState"];
      /**
       * Whether it is a manager, which can answer calls about the swarm.
       * @default false
       */
      ControlAvailable: boolean;
      /**
       * Why it could not join or stay; empty if all is well.
       * @default
       */
      Error: string;
      /**
       * The managers it knows, itself among them if it is one; null outside a swarm.
       * @default null
       */
      RemoteManagers: components["schemas"]["PeerNode"][] | null;
      /** How many nodes there are; left out unless this is a manager. */
      Nodes?: number | undefined;
      /** How many of them are managers; left out unless this is one. */
      Managers?: number | undefined;
      /** The swarm; left out unless this is a manager. */
      Cluster?: components["schemas"]["ClusterInfo"] | undefined;
      /** What an administrator should look after, such as a swarm with only two managers; left out if nothing. */
      Warnings?: string[] | undefined;
    };
    /** A network as the swarm records it, in other words than `Network`. */
    SwarmNetwork: {
      /** ID of the network. */
      ID: string;
      /** Version of the record. */
      Version: components["schemas"]["ObjectVersion"];
      /** When it was made, in RFC 3339. */
      CreatedAt: string;
      /** When it was last changed, in RFC 3339. */
      UpdatedAt: string;
      /** How it was asked for: `Name`, `Labels`, `DriverConfiguration` and more. */
      Spec?: {
        [key: string]: unknown;
      } | undefined;
      /** Its driver and the options in force. */
      DriverState?: components["schemas"]["Driver"] | undefined;
      /** Where its addresses come from: `Driver` and `Configs`. */
      IPAMOptions?: {
        [key: string]: unknown;
      } | undefined;
    };
    /** The settings of a swarm. An update replaces all of them, so start from those that were read: what is left out becomes 0. */
    SwarmSpec: {
      /** Always `default`; nothing else is accepted. */
      Name?: string | undefined;
      /** Labels of the swarm. */
      Labels?: {
        [key: string]: string;
      } | undefined;
      /** How tasks are looked after. */
      Orchestration?: {
        /** How many ended tasks to remember for each replica or node. A new swarm has 5; negative keeps all. */
        TaskHistoryRetentionLimit?: number | undefined;
      } | null | undefined;
      /** How the managers agree with one another. */
      Raft?: {
        /** Log entries from one snapshot to the next. A new swarm has 10000. */
        SnapshotInterval?: number | undefined;
        /** How many snapshots to keep besides the newest. A new swarm has 0. */
        KeepOldSnapshots?: number | undefined;
        /** Log entries kept after a snapshot for managers that lag behind. A new swarm has 500. */
        LogEntriesForSlowFollowers?: number | undefined;
        /** Ticks without the leader after which a manager calls an election; more than `HeartbeatTick`. A new swarm has 10. A tick is about a second. */
        ElectionTick?: number | undefined;
        /** Ticks from one heartbeat of the leader to the next. A new swarm has 1. */
        HeartbeatTick?: number | undefined;
      } | undefined;
      /** How nodes keep in touch with the managers. */
      Dispatcher?: {
        /** Nanoseconds between a node's signs of life. A new swarm has 5 seconds. */
        HeartbeatPeriod?: number | undefined;
      } | null | undefined;
      /** The certificates by which nodes know one another. */
      CAConfig?: {
        /** Nanoseconds for which a node's certificate is good, one hour at least. A new swarm has 90 days. */
        NodeCertExpiry?: number | undefined;
        /** Authorities outside the swarm that sign the nodes' certificates. */
        ExternalCAs?: {
          /**
           * How to talk to it; there is only `cfssl`.
           * @default cfssl
           */
          Protocol?: "cfssl" | undefined;
          /** Where to send signing requests. */
          URL?: string | undefined;
          /** Further options of the protocol. */
          Options?: {
            [key: string]: string;
          } | undefined;
          /** The root certificate, in PEM, under which it signs. Default: the swarm's own. */
          CACert?: string | undefined;
        }[] | undefined;
        /** A certificate, in PEM, to sign with from now on; never answered. */
        SigningCACert?: string | undefined;
        /** The key, in PEM, that belongs to `SigningCACert`. A secret; never answered. */
        SigningCAKey?: string | undefined;
        /** A counter: raise it, and the swarm makes a new root certificate, unless `SigningCACert` gives one. */
        ForceRotate?: number | undefined;
      } | null | undefined;
      /** Whether the managers' data is locked. */
      EncryptionConfig?: {
        /** After a restart a manager waits until it is given the unlock key. */
        AutoLockManagers?: boolean | undefined;
      } | undefined;
      /** What tasks get if their service does not say. */
      TaskDefaults?: {
        /** Where output goes; a change is for new tasks only. Left out: as each engine is set up. */
        LogDriver?: {
          /** Name of the log driver, such as `json-file`. */
          Name?: string | undefined;
          /** Options of the log driver, such as `max-size`. */
          Options?: {
            [key: string]: string;
          } | undefined;
        } | undefined;
      } | undefined;
    };
    /** The engine, its host and how both are set up. */
    SystemInfo: {
      /** ID of the engine; its form may change. */
      ID: string;
      /** How many containers there are. */
      Containers: number;
      /** How many of them run; paused ones do not count. */
      ContainersRunning: number;
      /** How many of them are paused. */
      ContainersPaused: number;
      /** How many of them neither run nor are paused. */
      ContainersStopped: number;
      /** How many images there are, untagged ones included. */
      Images: number;
      /** The storage driver, such as `overlay2`; with the containerd image store its snapshotter. */
      Driver: string;
      /** More about it in pairs of label and value, for people to read; null if there is nothing to say. */
      DriverStatus: string[][] | null;
      /** The engine's data directory. */
      DockerRootDir: string;
      /** The drivers it has, by kind. */
      Plugins: components["schemas"]["PluginsInfo"];
      /** Whether the host can limit memory. */
      MemoryLimit: boolean;
      /** Whether the host can limit swap. */
      SwapLimit: boolean;
      /** Whether the host lets the scheduler's CPU period be set. */
      CpuCfsPeriod: boolean;
      /** Whether the host can limit CPU time by a quota. */
      CpuCfsQuota: boolean;
      /** Whether the host can weigh CPU time by shares. */
      CPUShares: boolean;
      /** Whether the host can pin containers to CPUs and memory nodes. */
      CPUSet: boolean;
      /** Whether the host can limit the number of processes. */
      PidsLimit: boolean;
      /** Whether the host can spare containers the out-of-memory killer; not with cgroup 2. */
      OomKillDisable: boolean;
      /** Whether the host forwards IPv4; without it, containers do not get out. */
      IPv4Forwarding: boolean;
      /** Whether the engine logs at debug level. */
      Debug: boolean;
      /** How many files the engine has open. */
      NFd: number;
      /** How many goroutines the engine has. */
      NGoroutines: number;
      /** The host's clock, in RFC 3339. */
      SystemTime: string;
      /** Where containers log unless they say otherwise. */
      LoggingDriver: string;
      /**
       * What manages the cgroups.
       * @default cgroupfs
       */
      CgroupDriver: "cgroupfs" | "systemd" | "none";
      /**
       * Which version of cgroups the host has; left out on Windows.
       * @default 1
       */
      CgroupVersion?: "1" | "2" | undefined;
      /** How many clients follow the events. */
      NEventsListener: number;
      /** The host's kernel. */
      KernelVersion: string;
      /** The host's operating system, such as `Debian GNU/Linux 13 (trixie)`; may be empty. */
      OperatingSystem: string;
      /** Its version, such as `13`; may be empty. */
      OSVersion: string;
      /** `linux` or `windows`. */
      OSType: string;
      /** The host's CPU the kernel's way, such as `x86_64`; `Arch` of the version says `amd64`. */
      Architecture: string;
      /** How many CPUs the engine may use, counted when it started. */
      NCPU: number;
      /** The host's memory in bytes. */
      MemTotal: number;
      /**
       * The key of Docker Hub's credentials, and where searches go.
       * @default https://index.docker.io/v1/
       */
      IndexServerAddress: string;
      /** How registries are treated. */
      RegistryConfig: components["schemas"]["RegistryServiceConfig"];
      /** Resources of your own kinds that this node offers to the swarm; null if there are none. */
      GenericResources: components["schemas"]["GenericResources"] | null;
      /** The engine's proxy for HTTP, with credentials masked; empty if there is none. Containers do not get it. */
      HttpProxy: string;
      /** The engine's proxy for HTTPS, with credentials masked; empty if there is none. Containers do not get it. */
      HttpsProxy: string;
      /** Hosts that the engine reaches without a proxy, separated by commas. */
      NoProxy: string;
      /** The host's name. */
      Name: string;
      /** Labels from the engine's configuration as `name=value`; a node's labels in the swarm are others. */
      Labels: string[];
      /** Whether experimental features are on. */
      ExperimentalBuild: boolean;
      /** The engine's version, such as `28.5.2`. */
      ServerVersion: string;
      /**
       * The runtimes that containers can ask for, by name.
       * @default {
       *       "runc": {
       *         "path": "runc"
       *       }
       *     }
       */
      Runtimes: {
        [key: string]: components["schemas"]["Runtime"];
      };
      /**
       * The one they get otherwise, mostly `runc`.
       * @default runc
       */
      DefaultRuntime: string;
      /** This engine's place in a swarm. */
      Swarm: components["schemas"]["SwarmInfo"];
      /**
       * Whether containers go on while the engine is down.
       * @default false
       */
      LiveRestoreEnabled: boolean;
      /**
       * Windows: how containers are kept apart by default; empty elsewhere.
       * @default default
       */
      Isolation: "default" | "hyperv" | "process" | "";
      /** The program that `Init` runs first in a container. */
      InitBinary: string;
      /** The containerd in use. */
      ContainerdCommit: components["schemas"]["Commit"];
      /** The runc in use. */
      RuncCommit: components["schemas"]["Commit"];
      /** The init program in use. */
      InitCommit: components["schemas"]["Commit"];
      /** What protects containers here, such as `name=seccomp,profile=builtin`, `name=rootless` or `name=userns`. */
      SecurityOptions: string[] | null;
      /** The engine's licence; left out if it has nothing to say about it. */
      ProductLicense?: string | undefined;
      /** The ranges from which local networks get their subnets; left out unless configured. */
      DefaultAddressPools?: {
        /** The range in CIDR notation. */
        Base: string;
        /** Prefix length of the subnets cut from it. */
        Size: number;
      }[] | undefined;
      /**
       * How the firewall is set up; left out on Windows.
       * @since API 1.49
       */
      FirewallBackend?: components["schemas"]["FirewallInfo"] | undefined;
      /**
       * Devices that containers can be given; left out if there are none.
       * @since API 1.50
       */
      DiscoveredDevices?: components["schemas"]["DeviceInfo"][] | undefined;
      /**
       * The Node Resource Interface; left out unless it is on.
       * @since API 1.53
       */
      NRI?: components["schemas"]["NRIInfo"] | undefined;
      /** What the host lacks or should not have, for people to read; null if nothing. */
      Warnings: string[] | null;
      /**
       * Where descriptions of CDI devices are looked for; empty if CDI is off.
       * @since API 1.44
       */
      CDISpecDirs?: string[] | undefined;
      /**
       * The containerd behind the engine; for finding faults.
       * @since API 1.46
       */
      Containerd?: components["schemas"]["ContainerdInfo"] | undefined;
      /**
       * Whether the kernel can limit its own memory for a container. Until API 1.41.
       * @deprecated
       */
      KernelMemory?: boolean | undefined;
      /**
       * Whether the kernel can limit its buffers for TCP for a container. Until API 1.51.
       * @deprecated
       */
      KernelMemoryTCP?: boolean | undefined;
      /**
       * Whether iptables sees what passes through bridges. Until API 1.49.
       * @deprecated
       */
      BridgeNfIptables?: boolean | undefined;
      /**
       * Whether ip6tables sees what passes through bridges. Until API 1.49.
       * @deprecated
       */
      BridgeNfIp6tables?: boolean | undefined;
    };
    /** Versions of the engine and of what it is made of. */
    SystemVersion: {
      /** The product. */
      Platform: {
        /** Name of the product, such as `Docker Engine - Community`; may be empty. */
        Name: string;
      };
      /** The programs it is made of: the engine, containerd, runc and an init. */
      Components?: {
        /** Name of the program. */
        Name: string;
        /** Its version. */
        Version: string;
        /** More about it, for people to read. */
        Details?: {
          [key: string]: string;
        } | undefined;
      }[] | undefined;
      /** The engine's version, such as `28.5.2`. */
      Version: string;
      /** The newest API version it speaks, such as `1.51`. */
      ApiVersion: string;
      /** The oldest API version it speaks. */
      MinAPIVersion?: string | undefined;
      /** The commit it was built from. */
      GitCommit?: string | undefined;
      /** The Go version it was built with. */
      GoVersion?: string | undefined;
      /** `linux` or `windows`. */
      Os: string;
      /** The CPU in Go's spelling, such as `amd64` or `arm64`. */
      Arch: string;
      /** The host's kernel. */
      KernelVersion?: string | undefined;
      /** Whether experimental features are on; left out if not. */
      Experimental?: boolean | undefined;
      /** When it was built, in RFC 3339. */
      BuildTime?: string | undefined;
    };
    /** The certificates of a swarm or node. */
    TLSInfo: {
      /** The root certificates in PEM. */
      TrustRoot?: string | undefined;
      /** Subject of the issuer, as base64 of its DER bytes. */
      CertIssuerSubject?: string | undefined;
      /** Public key of the issuer, as base64 of its DER bytes. */
      CertIssuerPublicKey?: string | undefined;
    };
    /** One unit of a service's work: a container on a node, or one that was. */
    Task: {
      /** ID of the task. */
      ID: string;
      /** Version of the record. */
      Version: components["schemas"]["ObjectVersion"];
      /** When it was made, in RFC 3339. */
      CreatedAt: string;
      /** When its record last changed, in RFC 3339. */
      UpdatedAt: string;
      /** Mostly left out; its container is called `service.slot.id`. */
      Name?: string | undefined;
      /** Labels of the task itself, mostly none; those of the containers are in `Spec`. */
      Labels: {
        [key: string]: string;
      };
      /** What it runs; a task never changes, it is replaced. */
      Spec: components["schemas"]["TaskSpec"] & Sure<components["schemas"]["TaskSpec"], "ForceUpdate">;
      /** ID of its service; left out if the task belongs to none. */
      ServiceID?: string | undefined;
      /** Which replica it is, from 1; left out in global mode. Jobs count from 0, and 0 is left out. */
      Slot?: number | undefined;
      /** ID of its node; left out until it has one. */
      NodeID?: string | undefined;
      /** Its current state, and why. */
      Status: components["schemas"]["TaskStatus"];
      /** The state the managers want it in. */
      DesiredState?: components["schemas"]["TaskState"] | undefined;
      /** Its networks and its addresses there; left out if it joined none. */
      NetworksAttachments?: components["schemas"]["NetworkAttachment"][] | undefined;
      /** Which run of the job it belongs to; left out for services that are none. */
      JobIteration?: components["schemas"]["JobIteration"] | undefined;
      /** Resources of your own kinds that it was given; left out if there are none. */
      GenericResources?: components["schemas"]["GenericResources"] | undefined;
      /** The cluster volumes it was given; null if there are none. */
      Volumes?: {
        /** ID of the volume in the swarm. */
        ID?: string | undefined;
        /** The mount's `Source`: the volume's name, or `group:NAME`. */
        Source?: string | undefined;
        /** The path in the container. */
        Target?: string | undefined;
      }[] | null | undefined;
    };
    /** What a task runs, where and within which limits. */
    TaskSpec: {
      /** The container to run; the usual kind of task. Not together with `PluginSpec` or `NetworkAttachmentSpec`. */
      ContainerSpec?: {
        /** The image's reference. Every node pulls it for itself, so a digest makes sure that all run the same. */
        Image?: string | undefined;
        /** Labels of the containers. */
        Labels?: {
          [key: string]: string;
        } | undefined;
        /** Takes the place of the image's ENTRYPOINT, not of its CMD. */
        Command?: string[] | undefined;
        /** Takes the place of the image's CMD: the arguments of `Command` or of the ENTRYPOINT. */
        Args?: string[] | undefined;
        /** The host name inside; templates such as `{{.Node.Hostname}}-{{.Task.Slot}}` are filled in. */
        Hostname?: string | undefined;
        /** Environment variables as `NAME=value`; templates such as `{{.Task.Slot}}` are filled in. */
        Env?: string[] | undefined;
        /** The directory in which the command starts. Default: the image's. */
        Dir?: string | undefined;
        /** The user the command runs as, `user[:group]` by name or number. Default: the image's. */
        User?: string | undefined;
        /** Further groups of that user, by name or number. */
        Groups?: string[] | undefined;
        /** Security settings of the containers. */
        Privileges?: {
          /** Windows: the managed service account to run under, from one of three sources. */
          CredentialSpec?: {
            /** ID of a swarm config that holds it; `Configs` has to list it with `Runtime`. */
            Config?: string | undefined;
            /** Name of a file in `CredentialSpecs` below the engine's data directory, on each node. */
            File?: string | undefined;
            /** Name of a value in the node's Windows registry, below the key for container credential specs. */
            Registry?: string | undefined;
          } | null | undefined;
          /** SELinux labels of the processes. */
          SELinuxContext?: {
            /** Turns SELinux confinement off. */
            Disable?: boolean | undefined;
            /** The user part of the label. */
            User?: string | undefined;
            /** The role part of the label. */
            Role?: string | undefined;
            /** The type part of the label. */
            Type?: string | undefined;
            /** The level part of the label. */
            Level?: string | undefined;
          } | null | undefined;
          /**
           * Which system calls are allowed.
           * @since API 1.44
           */
          Seccomp?: {
            /**
             * `custom` uses `Profile`; `unconfined` allows every call. Default: `default`, the engine's profile.
             * @since API 1.44
             */
            Mode?: "default" | "unconfined" | "custom" | undefined;
            /**
             * The profile's JSON text in base64; only with the mode `custom`.
             * @since API 1.44
             */
            Profile?: string | undefined;
          } | undefined;
          /**
           * Whether AppArmor confines the processes.
           * @since API 1.44
           */
          AppArmor?: {
            /**
             * `disabled` runs without a profile. Default: `default`, the engine's profile.
             * @since API 1.44
             */
            Mode?: "default" | "disabled" | undefined;
          } | undefined;
          /**
           * Keeps processes from gaining privileges, for instance through setuid programs.
           * @since API 1.44
           */
          NoNewPrivileges?: boolean | undefined;
        } | undefined;
        /** Gives the command a terminal; its output is then one stream. */
        TTY?: boolean | undefined;
        /** Keeps the command's standard input open. */
        OpenStdin?: boolean | undefined;
        /** Makes the container's root file system read-only. */
        ReadOnly?: boolean | undefined;
        /** Volumes, host directories and memory file systems to mount. A host directory must exist on every node in question. */
        Mounts?: components["schemas"]["Mount"][] | undefined;
        /** The signal that asks the command to end. Default: the image's, else `SIGTERM`. */
        StopSignal?: string | undefined;
        /** Nanoseconds from the stop signal to the kill. Default: 10 seconds. */
        StopGracePeriod?: number | undefined;
        /** Lines for `/etc/hosts`, each `ADDRESS NAME [ALIAS...]`. Mind that containers created without a service use `NAME:ADDRESS`. */
        Hosts?: string[] | undefined;
        /** What `/etc/resolv.conf` says. */
        DNSConfig?: {
          /** IP addresses of the servers to ask. */
          Nameservers?: string[] | undefined;
          /** Domains that are tried for short names. */
          Search?: string[] | undefined;
          /** Options of the resolver, such as `ndots:2`. */
          Options?: string[] | undefined;
        } | undefined;
        /** Secrets of the swarm that the containers may read. */
        Secrets?: {
          /** The file in which the secret appears. */
          File?: {
            /** File name below `/run/secrets`, or an absolute path. */
            Name?: string | undefined;
            /** Owner's number as text, such as `0`. Without it the task fails to start. */
            UID?: string | undefined;
            /** Group's number as text, such as `0`. Without it the task fails to start. */
            GID?: string | undefined;
            /** Permission bits as a number: 292 is octal 0444. Left out: 0, and only root can read it. */
            Mode?: number | undefined;
          } | undefined;
          /** ID of the secret; this is what counts. */
          SecretID?: string | undefined;
          /** The secret's name, which has to be the one that belongs to `SecretID`. */
          SecretName?: string | undefined;
        }[] | undefined;
        /**
         * How willingly the kernel kills the container when memory runs out, from -1000 (never) to 1000. Default: 0.
         * @since API 1.46
         */
        OomScoreAdj?: number | undefined;
        /** Configs of the swarm that the containers may read. */
        Configs?: {
          /** The file in which the config appears; not together with `Runtime`. */
          File?: {
            /** The file's path; a relative one starts at `/`. */
            Name?: string | undefined;
            /** Owner's number as text, such as `0`. Without it the task fails to start. */
            UID?: string | undefined;
            /** Group's number as text, such as `0`. Without it the task fails to start. */
            GID?: string | undefined;
            /** Permission bits as a number: 292 is octal 0444. Left out: 0, and only root can read it. */
            Mode?: number | undefined;
          } | undefined;
          /** An empty object for a config that the engine itself uses, such as a credential spec; no file appears. */
          Runtime?: Record<string, unknown> | undefined;
          /** ID of the config; this is what counts. */
          ConfigID?: string | undefined;
          /** The config's name, which has to be the one that belongs to `ConfigID`. */
          ConfigName?: string | undefined;
        }[] | undefined;
        /**
         * Windows: how containers are kept apart. `default` or empty leaves it to the engine.
         */
        Isolation?: "default" | "process" | "hyperv" | "" | undefined;
        /** Runs a small init first, which passes on signals and reaps processes. Null or left out: as the engine is set up. */
        Init?: boolean | null | undefined;
        /** Kernel settings of the container's own namespaces, such as `net.core.somaxconn`; the nodes have to support them. */
        Sysctls?: {
          [key: string]: string;
        } | undefined;
        /** Kernel capabilities on top of the usual ones, such as `CAP_NET_ADMIN`. */
        CapabilityAdd?: string[] | undefined;
        /** Kernel capabilities to take away; `ALL` is all of them. */
        CapabilityDrop?: string[] | undefined;
        /** Limits of the processes, such as the number of open files. */
        Ulimits?: {
          /** Name of the limit in lower case, such as `nofile`. */
          Name?: string | undefined;
          /** The limit at the start, which a process may raise up to `Hard`; -1 is none. */
          Soft?: number | undefined;
          /** The highest limit; -1 is none. */
          Hard?: number | undefined;
        }[] | undefined;
        /** How to test that a container is healthy; one that is not gets replaced. Default: the image's. */
        Healthcheck?: components["schemas"]["HealthConfig"] | undefined;
      } | undefined;
      /** Answered for containers outside any service that joined a swarm network; never set it. */
      NetworkAttachmentSpec?: {
        /** ID of that container. */
        ContainerID?: string | undefined;
      } | undefined;
      /** What each task may use and what it must find free. */
      Resources?: {
        /** The most that each task may use. */
        Limits?: components["schemas"]["Limit"] | undefined;
        /** What a node must have unreserved to be given the task. */
        Reservations?: components["schemas"]["ResourceObject"] | undefined;
        /**
         * Bytes of swap; -1 is without limit. Needs a memory limit. Default: twice the memory limit.
         * @since API 1.52
         */
        SwapBytes?: number | null | undefined;
        /**
         * How readily memory is swapped out, 0 to 100. -1, null or left out: as the node is set up.
         * @since API 1.52
         */
        MemorySwappiness?: number | null | undefined;
      } | undefined;
      /** When a task that has ended is replaced. */
      RestartPolicy?: {
        /**
         * After which kind of end. Default: `any`.
         */
        Condition?: "none" | "on-failure" | "any" | undefined;
        /** Nanoseconds to wait before the next attempt. Default: 5 seconds. */
        Delay?: number | undefined;
        /**
         * How often to try again within `Window`. Default: 0, without end.
         * @default 0
         */
        MaxAttempts?: number | undefined;
        /**
         * Nanoseconds over which attempts are counted. Default: 0, all of them.
         * @default 0
         */
        Window?: number | undefined;
      } | undefined;
      /** Which nodes may run the tasks. */
      Placement?: {
        /** What a node must fulfil, such as `node.role==worker` or `node.labels.disk!=hdd`; all of them have to hold. */
        Constraints?: string[] | undefined;
        /** How to choose among the nodes that fit, the most important first. */
        Preferences?: {
          /** Spreads the tasks evenly over the values of a label. */
          Spread?: {
            /** The label, such as `node.labels.zone` or `engine.labels.rack`. */
            SpreadDescriptor?: string | undefined;
          } | undefined;
        }[] | undefined;
        /**
         * How many tasks of the service one node may run. Default: 0, any number.
         * @default 0
         */
        MaxReplicas?: number | undefined;
        /** The platforms of the image. Nodes of others get no tasks; if empty, no node is ruled out for that. */
        Platforms?: components["schemas"]["Platform"][] | undefined;
      } | undefined;
      /** A counter: raise it, and all tasks are replaced though nothing else has changed. */
      ForceUpdate?: number | undefined;
      /** `container` (the default), `plugin` for a `PluginSpec`, `attachment` for a `NetworkAttachmentSpec`. */
      Runtime?: string | undefined;
      /** The networks that the tasks join. */
      Networks?: components["schemas"]["NetworkAttachmentConfig"][] | undefined;
      /** Where output goes. Default: the swarm's `TaskDefaults`, else the engine's. */
      LogDriver?: {
        /** Name of the log driver, such as `json-file`. */
        Name?: string | undefined;
        /** Options of the log driver, such as `max-size`. */
        Options?: {
          [key: string]: string;
        } | undefined;
      } | undefined;
      /** A plugin to install on the nodes instead of a container to run; experimental. */
      PluginSpec?: {
        /** What the plugin is called on the nodes. */
        name?: string | undefined;
        /** The plugin's reference in a registry. */
        remote?: string | undefined;
        /** What the plugin is allowed to do. */
        privileges?: {
          /** Name of the privilege, such as `network`. */
          name?: string | undefined;
          /** What the privilege is for. */
          description?: string | undefined;
          /** What is granted, such as `host`. */
          value?: string[] | undefined;
        }[] | undefined;
        /** Installs the plugin without enabling it. */
        disabled?: boolean | undefined;
        /** Settings of the plugin as `NAME=value`. */
        env?: string[] | undefined;
      } | undefined;
    };
    /**
     * The life of a task, in this order up to `complete`; the rest are other ends. An `orphaned` one was on a node lost for long.
     */
    TaskState: "new" | "allocated" | "pending" | "assigned" | "accepted" | "preparing" | "ready" | "starting" | "running" | "complete" | "shutdown" | "failed" | "rejected" | "remove" | "orphaned";
    /** The state of a task. */
    TaskStatus: {
      /** When it got into this state, in RFC 3339. */
      Timestamp: string;
      /** Where it has got to. */
      State?: components["schemas"]["TaskState"] | undefined;
      /** What it did last, such as `started`. */
      Message?: string | undefined;
      /** Why it failed or cannot be placed; left out if nothing is wrong. */
      Err?: string | undefined;
      /** Its container; left out before there is one. */
      ContainerStatus?: components["schemas"]["ContainerStatus"] | undefined;
      /** The ports it holds on its node. */
      PortStatus: components["schemas"]["PortStatus"];
    };
    /** A limit for one block device. */
    ThrottleDevice: {
      /** Device on the host, such as `/dev/sda`; one that does not exist makes the start fail. */
      Path?: string | undefined;
      /** Bytes or operations a second, by the list it stands in. */
      Rate?: number | undefined;
    };
    /** A place in the terms of a CSI plugin. */
    Topology: {
      /**
       * Where it is, such as `zone` with `z1`.
       * @since API 1.42
       */
      Segments?: {
        [key: string]: string;
      } | undefined;
    };
    /** A volume and where it is. */
    Volume: {
      /** Unique on this engine; generated if the volume was created without one. */
      Name: string;
      /** Name of the volume driver, `local` unless a plugin made it. */
      Driver: string;
      /** Where it is on the engine's host; empty if the driver has not mounted it. */
      Mountpoint: string;
      /** When it was made, in RFC 3339; left out if the driver does not say. Cluster volumes have another format. */
      CreatedAt?: string | undefined;
      /** What the driver reports about the volume, in its own terms; left out by drivers that report nothing. */
      Status?: {
        [key: string]: unknown;
      } | undefined;
      /** Labels given at creation; null if there are none. */
      Labels: {
        [key: string]: string;
      } | null;
      /**
       * `local` if only this engine has it, `global` if the whole cluster does.
       * @default local
       */
      Scope: "local" | "global";
      /**
       * The swarm's side of it; left out unless it is a cluster volume.
       * @since API 1.42
       */
      ClusterVolume?: components["schemas"]["ClusterVolume"] | undefined;
      /** The driver options given at creation; null if there were none. */
      Options: {
        [key: string]: string;
      } | null;
      /** How much it is used; only the disk usage call fills it in. */
      UsageData?: {
        /**
         * Bytes on disk; -1 if the driver cannot tell, as all but `local`.
         * @default -1
         */
        Size: number;
        /**
         * How many containers refer to it; -1 if that is unknown.
         * @default -1
         */
        RefCount: number;
      } | undefined;
    };
    /** What the new volume should be. One with the same name and driver is answered as it is. */
    VolumeCreateRequest: {
      /** Two or more letters, digits, `_`, `.` or `-`. Default: 64 random hex digits, and the volume counts as anonymous. */
      Name?: string | undefined;
      /**
       * Name of the volume driver. Default: `local`.
       * @default local
       */
      Driver?: string | undefined;
      /** Options for the driver. `local` takes `type`, `device` and `o`, as mount does, and `size` where quotas work. */
      DriverOpts?: {
        [key: string]: string;
      } | undefined;
      /** Labels to find the volume by. */
      Labels?: {
        [key: string]: string;
      } | undefined;
      /**
       * Makes it a cluster volume, which a CSI plugin provides; a manager must be asked.
       * @since API 1.42
       */
      ClusterVolumeSpec?: components["schemas"]["ClusterVolumeSpec"] | undefined;
    };
    /** The volumes, and what went wrong while asking the drivers. */
    VolumeListResponse: {
      /** The volumes, in no particular order. */
      Volumes: components["schemas"]["Volume"][];
      /** Drivers that did not answer; null if all did. */
      Warnings: string[] | null;
    };
    /** How much disk the volumes take. */
    VolumesDiskUsage: {
      /**
       * How many volumes are used by containers.
       * @since API 1.52
       */
      ActiveCount?: number | undefined;
      /**
       * How many volumes there are.
       * @since API 1.52
       */
      TotalCount?: number | undefined;
      /**
       * Bytes that removing the unused ones would free.
       * @since API 1.52
       */
      Reclaimable?: number | undefined;
      /**
       * Bytes of all volumes whose driver can tell.
       * @since API 1.52
       */
      TotalSize?: number | undefined;
      /**
       * The volumes; only when `verbose` asked for them.
       * @since API 1.52
       */
      Items?: components["schemas"]["Volume"][] | undefined;
    };
  };
  responses: {
    /** The engine refused or failed; the message says why */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type Address = components['schemas']['Address'];
export type AttestationStatement = components['schemas']['AttestationStatement'];
export type AuthConfig = components['schemas']['AuthConfig'];
export type AuthResponse = components['schemas']['AuthResponse'];
export type BuildCache = components['schemas']['BuildCache'];
export type BuildCacheDiskUsage = components['schemas']['BuildCacheDiskUsage'];
export type BuildIdentity = components['schemas']['BuildIdentity'];
export type ChangeType = components['schemas']['ChangeType'];
export type Checkpoint = components['schemas']['Checkpoint'];
export type ClusterInfo = components['schemas']['ClusterInfo'];
export type ClusterVolume = components['schemas']['ClusterVolume'];
export type ClusterVolumeSpec = components['schemas']['ClusterVolumeSpec'];
export type Commit = components['schemas']['Commit'];
export type Config = components['schemas']['Config'];
export type ConfigReference = components['schemas']['ConfigReference'];
export type ConfigSpec = components['schemas']['ConfigSpec'];
export type ContainerBlkioStatEntry = components['schemas']['ContainerBlkioStatEntry'];
export type ContainerBlkioStats = components['schemas']['ContainerBlkioStats'];
export type ContainerCPUStats = components['schemas']['ContainerCPUStats'];
export type ContainerCPUUsage = components['schemas']['ContainerCPUUsage'];
export type ContainerConfig = components['schemas']['ContainerConfig'];
export type ContainerCreateResponse = components['schemas']['ContainerCreateResponse'];
export type ContainerInspectResponse = components['schemas']['ContainerInspectResponse'];
export type ContainerMemoryStats = components['schemas']['ContainerMemoryStats'];
export type ContainerNetworkStats = components['schemas']['ContainerNetworkStats'];
export type ContainerPidsStats = components['schemas']['ContainerPidsStats'];
export type ContainerState = components['schemas']['ContainerState'];
export type ContainerStatsResponse = components['schemas']['ContainerStatsResponse'];
export type ContainerStatus = components['schemas']['ContainerStatus'];
export type ContainerStorageStats = components['schemas']['ContainerStorageStats'];
export type ContainerSummary = components['schemas']['ContainerSummary'];
export type ContainerThrottlingData = components['schemas']['ContainerThrottlingData'];
export type ContainerTopResponse = components['schemas']['ContainerTopResponse'];
export type ContainerUpdateResponse = components['schemas']['ContainerUpdateResponse'];
export type ContainerWaitExitError = components['schemas']['ContainerWaitExitError'];
export type ContainerWaitResponse = components['schemas']['ContainerWaitResponse'];
export type ContainerdInfo = components['schemas']['ContainerdInfo'];
export type ContainersDiskUsage = components['schemas']['ContainersDiskUsage'];
export type DeviceInfo = components['schemas']['DeviceInfo'];
export type DeviceMapping = components['schemas']['DeviceMapping'];
export type DeviceRequest = components['schemas']['DeviceRequest'];
export type DistributionInspect = components['schemas']['DistributionInspect'];
export type Driver = components['schemas']['Driver'];
export type DriverData = components['schemas']['DriverData'];
export type EndpointIPAMConfig = components['schemas']['EndpointIPAMConfig'];
export type EndpointPortConfig = components['schemas']['EndpointPortConfig'];
export type EndpointResource = components['schemas']['EndpointResource'];
export type EndpointSettings = components['schemas']['EndpointSettings'];
export type EndpointSpec = components['schemas']['EndpointSpec'];
export type EngineDescription = components['schemas']['EngineDescription'];
export type ErrorDetail = components['schemas']['ErrorDetail'];
export type ErrorResponse = components['schemas']['ErrorResponse'];
export type EventActor = components['schemas']['EventActor'];
export type EventMessage = components['schemas']['EventMessage'];
export type FilesystemChange = components['schemas']['FilesystemChange'];
export type FirewallInfo = components['schemas']['FirewallInfo'];
export type GenericResources = components['schemas']['GenericResources'];
export type Health = components['schemas']['Health'];
export type HealthConfig = components['schemas']['HealthConfig'];
export type HealthcheckResult = components['schemas']['HealthcheckResult'];
export type HostConfig = components['schemas']['HostConfig'];
export type IDResponse = components['schemas']['IDResponse'];
export type IPAM = components['schemas']['IPAM'];
export type IPAMConfig = components['schemas']['IPAMConfig'];
export type IPAMStatus = components['schemas']['IPAMStatus'];
export type Identity = components['schemas']['Identity'];
export type ImageConfig = components['schemas']['ImageConfig'];
export type ImageDeleteResponseItem = components['schemas']['ImageDeleteResponseItem'];
export type ImageHistoryResponseItem = components['schemas']['ImageHistoryResponseItem'];
export type ImageInspect = components['schemas']['ImageInspect'];
export type ImageManifestSummary = components['schemas']['ImageManifestSummary'];
export type ImageSummary = components['schemas']['ImageSummary'];
export type ImagesDiskUsage = components['schemas']['ImagesDiskUsage'];
export type IndexInfo = components['schemas']['IndexInfo'];
export type JobIteration = components['schemas']['JobIteration'];
export type JoinTokens = components['schemas']['JoinTokens'];
export type KnownSignerIdentity = components['schemas']['KnownSignerIdentity'];
export type Limit = components['schemas']['Limit'];
export type LocalNodeState = components['schemas']['LocalNodeState'];
export type ManagerStatus = components['schemas']['ManagerStatus'];
export type Mount = components['schemas']['Mount'];
export type MountPoint = components['schemas']['MountPoint'];
export type MountType = components['schemas']['MountType'];
export type NRIInfo = components['schemas']['NRIInfo'];
export type Network = components['schemas']['Network'];
export type NetworkAttachment = components['schemas']['NetworkAttachment'];
export type NetworkAttachmentConfig = components['schemas']['NetworkAttachmentConfig'];
export type NetworkConnectRequest = components['schemas']['NetworkConnectRequest'];
export type NetworkCreateResponse = components['schemas']['NetworkCreateResponse'];
export type NetworkDisconnectRequest = components['schemas']['NetworkDisconnectRequest'];
export type NetworkInspect = components['schemas']['NetworkInspect'];
export type NetworkSettings = components['schemas']['NetworkSettings'];
export type NetworkStatus = components['schemas']['NetworkStatus'];
export type NetworkSummary = components['schemas']['NetworkSummary'];
export type NetworkTaskInfo = components['schemas']['NetworkTaskInfo'];
export type NetworkingConfig = components['schemas']['NetworkingConfig'];
export type Node = components['schemas']['Node'];
export type NodeDescription = components['schemas']['NodeDescription'];
export type NodeSpec = components['schemas']['NodeSpec'];
export type NodeState = components['schemas']['NodeState'];
export type NodeStatus = components['schemas']['NodeStatus'];
export type OCIDescriptor = components['schemas']['OCIDescriptor'];
export type OCIPlatform = components['schemas']['OCIPlatform'];
export type ObjectVersion = components['schemas']['ObjectVersion'];
export type PeerInfo = components['schemas']['PeerInfo'];
export type PeerNode = components['schemas']['PeerNode'];
export type Platform = components['schemas']['Platform'];
export type Plugin = components['schemas']['Plugin'];
export type PluginDevice = components['schemas']['PluginDevice'];
export type PluginEnv = components['schemas']['PluginEnv'];
export type PluginMount = components['schemas']['PluginMount'];
export type PluginPrivilege = components['schemas']['PluginPrivilege'];
export type PluginsInfo = components['schemas']['PluginsInfo'];
export type PortBinding = components['schemas']['PortBinding'];
export type PortMap = components['schemas']['PortMap'];
export type PortStatus = components['schemas']['PortStatus'];
export type PortSummary = components['schemas']['PortSummary'];
export type ProcessConfig = components['schemas']['ProcessConfig'];
export type ProgressDetail = components['schemas']['ProgressDetail'];
export type ProgressMessage = components['schemas']['ProgressMessage'];
export type PullIdentity = components['schemas']['PullIdentity'];
export type Reachability = components['schemas']['Reachability'];
export type RegistryServiceConfig = components['schemas']['RegistryServiceConfig'];
export type ResourceObject = components['schemas']['ResourceObject'];
export type Resources = components['schemas']['Resources'];
export type RestartPolicy = components['schemas']['RestartPolicy'];
export type RootFSStorage = components['schemas']['RootFSStorage'];
export type RootFSStorageSnapshot = components['schemas']['RootFSStorageSnapshot'];
export type Runtime = components['schemas']['Runtime'];
export type Secret = components['schemas']['Secret'];
export type SecretSpec = components['schemas']['SecretSpec'];
export type Service = components['schemas']['Service'];
export type ServiceCreateResponse = components['schemas']['ServiceCreateResponse'];
export type ServiceInfo = components['schemas']['ServiceInfo'];
export type ServiceSpec = components['schemas']['ServiceSpec'];
export type ServiceUpdateResponse = components['schemas']['ServiceUpdateResponse'];
export type SignatureIdentity = components['schemas']['SignatureIdentity'];
export type SignatureTimestamp = components['schemas']['SignatureTimestamp'];
export type SignatureTimestampType = components['schemas']['SignatureTimestampType'];
export type SignatureType = components['schemas']['SignatureType'];
export type SignerIdentity = components['schemas']['SignerIdentity'];
export type Storage = components['schemas']['Storage'];
export type SubnetStatus = components['schemas']['SubnetStatus'];
export type Swarm = components['schemas']['Swarm'];
export type SwarmInfo = components['schemas']['SwarmInfo'];
export type SwarmNetwork = components['schemas']['SwarmNetwork'];
export type SwarmSpec = components['schemas']['SwarmSpec'];
export type SystemInfo = components['schemas']['SystemInfo'];
export type SystemVersion = components['schemas']['SystemVersion'];
export type TLSInfo = components['schemas']['TLSInfo'];
export type Task = components['schemas']['Task'];
export type TaskSpec = components['schemas']['TaskSpec'];
export type TaskState = components['schemas']['TaskState'];
export type TaskStatus = components['schemas']['TaskStatus'];
export type ThrottleDevice = components['schemas']['ThrottleDevice'];
export type Topology = components['schemas']['Topology'];
export type Volume = components['schemas']['Volume'];
export type VolumeCreateRequest = components['schemas']['VolumeCreateRequest'];
export type VolumeListResponse = components['schemas']['VolumeListResponse'];
export type VolumesDiskUsage = components['schemas']['VolumesDiskUsage'];
export type ResponseError = components['responses']['Error'];
export type $defs = Record<string, never>;
export interface operations {
  SystemPing: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          "Api-Version"?: string | undefined;
          "Builder-Version"?: string | undefined;
          "Docker-Experimental"?: boolean | undefined;
          Swarm?: "inactive" | "pending" | "error" | "locked" | "active/worker" | "active/manager" | undefined;
          "Cache-Control"?: string | undefined;
          Pragma?: string | undefined;
          [name: string]: unknown;
        };
        content: {
          "text/plain": string;
        };
      };
      default: components["responses"]["Error"];
    };
  };
  SystemPingHead: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          "Api-Version"?: string | undefined;
          "Builder-Version"?: string | undefined;
          "Docker-Experimental"?: boolean | undefined;
          Swarm?: "inactive" | "pending" | "error" | "locked" | "active/worker" | "active/manager" | undefined;
          "Cache-Control"?: string | undefined;
          Pragma?: string | undefined;
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  SystemAuth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The credentials, with `serveraddress` for the registry. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["AuthConfig"];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AuthResponse"];
        };
      };
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ImageBuild: {
    parameters: {
      query?: {
        /** Its path in the build context. Default: `Dockerfile`. */
        dockerfile?: string | undefined;
        /** Names for the image, `name[:tag]` each. Without a tag: `latest`. */
        t?: readonly string[] | undefined;
        /** Lines for `/etc/hosts` while building, `name:address` each. */
        extrahosts?: readonly string[] | undefined;
        /** A Git repository, or the URL of a tar archive or of a Dockerfile, instead of the body. `client-session` when BuildKit takes the context from `session`. */
        remote?: string | undefined;
        /** Only the new image's id, without the build's output. */
        q?: boolean | undefined;
        /** Runs every step anew. */
        nocache?: boolean | undefined;
        /** Images whose layers may stand in for steps. */
        cachefrom?: readonly string[] | undefined;
        /** Looks for a newer base image even where there is a local one. */
        pull?: boolean | undefined;
        /** Removes the containers of the steps when the build succeeds. Default: true. Only with version `1`. */
        rm?: boolean | undefined;
        /** Removes the containers of the steps when the build fails, too. Only with version `1`. */
        forcerm?: boolean | undefined;
        /** Memory for each step, in bytes. Only with version `1`. */
        memory?: number | undefined;
        /** Memory and swap together, in bytes; -1 for unlimited swap. Only with version `1`. */
        memswap?: number | undefined;
        /** Weight against other containers when CPU time is short. Only with version `1`. */
        cpushares?: number | undefined;
        /** The CPUs to run on, such as `0-3` or `0,1`. Only with version `1`. */
        cpusetcpus?: string | undefined;
        /** Length of the period that `cpuquota` refers to, in microseconds. Only with version `1`. */
        cpuperiod?: number | undefined;
        /** CPU time in each period, in microseconds. Only with version `1`. */
        cpuquota?: number | undefined;
        /** Values for the Dockerfile's `ARG`s; null counts as not given. They can be seen in the image's history: not for secrets. */
        buildargs?: {
          [key: string]: string | null;
        } | undefined;
        /** `/dev/shm` of each step, in bytes. Default: 64 MiB. */
        shmsize?: number | undefined;
        /** Makes one layer of all new ones. Only on an experimental engine. */
        squash?: boolean | undefined;
        /** Labels for the image, beside those of the Dockerfile. */
        labels?: {
          [key: string]: string;
        } | undefined;
        /** Network of the `RUN` steps: `default`, `host`, `none`; with version `1` also `bridge`, `container:<id or name>` or the name of a network. */
        networkmode?: string | undefined;
        /** `os[/arch[/variant]]` to build for. Default: the engine's own. */
        platform?: string | undefined;
        /** The Dockerfile's stage to stop at. Default: the last. */
        target?: string | undefined;
        /** What BuildKit makes of the result. Only with version `2`. */
        outputs?: readonly {
          /** `moby`: an image in the engine. */
          Type?: string | undefined;
          /** Settings of the exporter, such as `compression: "zstd"`. */
          Attrs?: {
            [key: string]: string;
          } | undefined;
        }[] | undefined;
        /** `1` is the classic builder, the default; `2` is BuildKit. */
        version?: "1" | "2" | undefined;
        /** Resource limits of the steps' processes. */
        ulimits?: readonly {
          /** Such as `nofile`. */
          Name?: string | undefined;
          /** The limit in force. */
          Soft?: number | undefined;
          /** How far a process may raise it. */
          Hard?: number | undefined;
        }[] | undefined;
        /** On Windows only, for `credentialspec`. Elsewhere an error. */
        securityopt?: readonly string[] | undefined;
        /** The memory nodes to use, such as `0-3` or `0,1`. Only with version `1`. */
        cpusetmems?: string | undefined;
        /** The cgroup below which the steps run. */
        cgroupparent?: string | undefined;
        /** How containers are kept apart on Windows. */
        isolation?: "default" | "process" | "hyperv" | "" | undefined;
        /** The session through which BuildKit reaches files, secrets and credentials of the client. */
        session?: string | undefined;
        /** A name of your own by which a build of version `2` can be cancelled. */
        buildid?: string | undefined;
      };
      header?: {
        /** Credentials for the registries of base images: base64url of a JSON object from registry to AuthConfig. Docker Hub is `https://index.docker.io/v1/`. */
        "X-Registry-Config"?: string;
      } | undefined;
      path?: never;
      cookie?: never;
    };
    /** The build context as a tar archive, plain or packed with gzip, bzip2 or xz. Nothing with `remote`. */
    requestBody?: {
      content: {
        "application/x-tar": string;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ProgressMessage"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  BuildCancel: {
    parameters: {
      query: {
        /** The `buildid` that the build was given. */
        id: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  BuildPrune: {
    parameters: {
      query?: {
        /**
         * Bytes of cache to keep in any case.
         * @since API 1.48
         */
        "reserved-space"?: number | undefined;
        /**
         * Bytes that the cache may take.
         * @since API 1.48
         */
        "max-used-space"?: number | undefined;
        /**
         * Bytes that should be free on the disk afterwards.
         * @since API 1.48
         */
        "min-free-space"?: number | undefined;
        /** Frontends, internal records and what images share as well. */
        all?: boolean | undefined;
        /** `until`: not used since this time, or for as long as `24h`; `id`, `parent`, `type`, `description`: of a record; `inuse`, `shared`, `private`: records that are so. */
        filters?: {
          description?: readonly string[] | undefined;
          id?: readonly string[] | undefined;
          inuse?: readonly ("true" | "false")[] | undefined;
          parent?: readonly string[] | undefined;
          private?: readonly ("true" | "false")[] | undefined;
          shared?: readonly ("true" | "false")[] | undefined;
          type?: readonly string[] | undefined;
          until?: readonly (Date | string)[] | undefined;
        } | undefined;
        /**
         * Bytes of cache to keep in any case, under the name it had before API 1.48. Until API 1.51.
         * @deprecated
         */
        "keep-storage"?: number | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Ids of the records removed; null when there were none. */
            CachesDeleted: string[] | null;
            /** Disk space freed, in bytes. */
            SpaceReclaimed: number;
          };
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ImageCommit: {
    parameters: {
      query?: {
        /** Id, start of the id, or name of the container. Needed. */
        container?: string | undefined;
        /** Name of the image. Left out, it has only its id. */
        repo?: string | undefined;
        /** Tag of the image. Default: `latest`. */
        tag?: string | undefined;
        /** A note for the image's history. */
        comment?: string | undefined;
        /** Such as `Ada <ada@example.com>`. */
        author?: string | undefined;
        /** Pauses the container meanwhile, so that its files agree with each other. Default: true. */
        pause?: boolean | undefined;
        /** Dockerfile instructions for the image's configuration, such as `ENV DEBUG=true`. */
        changes?: readonly string[] | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The image's configuration. What it lacks is taken from the container's. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["ContainerConfig"];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["IDResponse"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ConfigList: {
    parameters: {
      query?: {
        /** `id`, `name`: its beginning; `label`: `key` or `key=value`. */
        filters?: {
          id?: readonly string[] | undefined;
          label?: readonly string[] | undefined;
          name?: readonly string[] | undefined;
        } | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Config"][];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ConfigCreate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Name, labels and content. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["ConfigSpec"];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** The config's id. */
            ID: string;
          };
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ConfigInspect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the config. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Config"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ConfigDelete: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the config. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ConfigUpdate: {
    parameters: {
      query: {
        /** `Version.Index` as last read. If another change came between, the update is refused. */
        version: number;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the config. */
        id: string;
      };
      cookie?: never;
    };
    /** Its specification with other labels: nothing else can change. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["ConfigSpec"];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerCreate: {
    parameters: {
      query?: {
        /** Two characters or more. Left out, the engine makes a name up. */
        name?: string | undefined;
        /** `os[/arch[/variant]]` that the local image must have, or the answer is 404. Left out: what fits the engine, or else whatever is there, with a warning. */
        platform?: string | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What to run, with its `HostConfig` (limits, mounts, ports) and `NetworkingConfig`. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ContainerConfig"] & {
          /** What it may use of the host: mounts, published ports, limits, restart policy. */
          HostConfig?: components["schemas"]["HostConfig"] | undefined;
          /** The networks to connect it to, and its addresses there. */
          NetworkingConfig?: components["schemas"]["NetworkingConfig"] | undefined;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ContainerCreateResponse"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerList: {
    parameters: {
      query?: {
        /** Those that do not run as well. */
        all?: boolean | undefined;
        /** At most so many, the newest, running or not. 0 or less: no limit. */
        limit?: number | undefined;
        /** Adds `SizeRw` and `SizeRootFs`, in bytes. The engine has to measure them, which is slow. */
        size?: boolean | undefined;
        /** `ancestor`: made from this image or one based on it; `before`, `since`: created before or after this container; `expose`, `publish`: a port or range such as `80`, `80/tcp`, `8000-8010/tcp`; `exited`: its exit code; `health`: `starting`, `healthy`, `unhealthy`, `none`; `id`, `name`: a part or a regular expression; `is-task`: `true` for those of swarm services; `isolation`: on Windows; `label`: `key` or `key=value`; `network`: id or name; `status`: its state, such as `exited`; `volume`: its name, or where it is mounted. Several labels must all match; of any other key's values, one must. */
        filters?: {
          ancestor?: readonly string[] | undefined;
          before?: readonly string[] | undefined;
          exited?: readonly string[] | undefined;
          expose?: readonly string[] | undefined;
          health?: readonly ("starting" | "healthy" | "unhealthy" | "none")[] | undefined;
          id?: readonly string[] | undefined;
          "is-task"?: readonly ("true" | "false")[] | undefined;
          isolation?: readonly ("default" | "process" | "hyperv")[] | undefined;
          label?: readonly string[] | undefined;
          name?: readonly string[] | undefined;
          network?: readonly string[] | undefined;
          publish?: readonly string[] | undefined;
          since?: readonly string[] | undefined;
          status?: readonly ("created" | "restarting" | "running" | "removing" | "paused" | "exited" | "dead")[] | undefined;
          volume?: readonly string[] | undefined;
        } | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ContainerSummary"][];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerPrune: {
    parameters: {
      query?: {
        /** `until`: created before this time, in Unix seconds, as a date, or as an age such as `10m` by the engine's clock; `label`, `label!`: with or without `key` or `key=value`. */
        filters?: {
          label?: readonly string[] | undefined;
          "label!"?: readonly string[] | undefined;
          until?: readonly (Date | string)[] | undefined;
        } | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Ids of those removed; null when there were none. */
            ContainersDeleted: string[] | null;
            /** Disk space freed, in bytes. */
            SpaceReclaimed: number;
          };
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerDelete: {
    parameters: {
      query?: {
        /** Its anonymous volumes as well. */
        v?: boolean | undefined;
        /** Kills it first if it runs; otherwise that is a conflict (409). */
        force?: boolean | undefined;
        /** Removes only a legacy link of the default network, named as `/web/db`, not the container. */
        link?: boolean | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerArchive: {
    parameters: {
      query: {
        /** A path in the container, taken from its root directory. */
        path: string;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container, running or not. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/x-tar": string;
        };
      };
      default: components["responses"]["Error"];
    };
  };
  PutContainerArchive: {
    parameters: {
      query: {
        /** The directory to unpack in, taken from the container's root. It must exist. */
        path: string;
        /** Fails rather than put a directory in place of a file, or a file in place of a directory. */
        noOverwriteDirNonDir?: boolean | undefined;
        /** Gives the files to the container's `User`. Otherwise they keep the owners in the archive. */
        copyUIDGID?: boolean | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container, running or not. */
        id: string;
      };
      cookie?: never;
    };
    /** A tar archive, plain or packed with gzip, bzip2 or xz. */
    requestBody: {
      content: {
        "application/x-tar": string;
        "application/octet-stream": string;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerArchiveInfo: {
    parameters: {
      query: {
        /** A path in the container, taken from its root directory. */
        path: string;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container, running or not. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          "X-Docker-Container-Path-Stat"?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerAttach: {
    parameters: {
      query?: {
        /** Keys on a TTY that end the connection and leave the container running: single characters, or `ctrl-` with one, with commas between, such as `ctrl-a,d`. Default: the engine's own, `ctrl-p,ctrl-q`. */
        detachKeys?: string | undefined;
        /** First what was written up to now. Without this and `stream`, nothing comes. */
        logs?: boolean | undefined;
        /** What is written from now on. */
        stream?: boolean | undefined;
        /** Takes input. The container needs `OpenStdin`. */
        stdin?: boolean | undefined;
        /** With stdout. */
        stdout?: boolean | undefined;
        /** With stderr. */
        stderr?: boolean | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      101: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/vnd.docker.raw-stream": string;
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerAttachWebsocket: {
    parameters: {
      query?: {
        /** Keys on a TTY that end the connection and leave the container running, such as `ctrl-a,d`. Default: the engine's own, `ctrl-p,ctrl-q`. */
        detachKeys?: string | undefined;
        /** First what was written up to now. Without this and `stream`, nothing comes. */
        logs?: boolean | undefined;
        /** What is written from now on. */
        stream?: boolean | undefined;
        /** Takes input. The container needs `OpenStdin`. */
        stdin?: boolean | undefined;
        /** With stdout. */
        stdout?: boolean | undefined;
        /** With stderr. */
        stderr?: boolean | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      101: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerChanges: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["FilesystemChange"][] | null;
        };
      };
      default: components["responses"]["Error"];
    };
  };
  CheckpointList: {
    parameters: {
      query?: {
        /** The directory, on the engine's host, to look in. Default: the engine's own for this container. */
        dir?: string | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Checkpoint"][] | null;
        };
      };
      default: components["responses"]["Error"];
    };
  };
  CheckpointCreate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    /** What to call it and where to keep it. */
    requestBody?: {
      content: {
        "application/json": {
          /** A name of your own. It must be free. */
          CheckpointID: string;
          /** The directory, on the engine's host, to keep it in. Default: the engine's own for this container. */
          CheckpointDir?: string | undefined;
          /** Stops the container afterwards; otherwise it runs on. */
          Exit?: boolean | undefined;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  CheckpointDelete: {
    parameters: {
      query?: {
        /** The directory, on the engine's host, that it is in. Default: the engine's own for this container. */
        dir?: string | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
        /** Its name. */
        checkpoint: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerExec: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    /** The command and how to run it. `Cmd` is needed. */
    requestBody: {
      content: {
        "application/json": {
          /** Takes input. */
          AttachStdin?: boolean | undefined;
          /** Passes on the command's stdout; otherwise it is lost. */
          AttachStdout?: boolean | undefined;
          /** Passes on the command's stderr; otherwise it is lost. */
          AttachStderr?: boolean | undefined;
          /**
           * Height in lines and width in characters of the TTY at the start. Null: not set.
           * @since API 1.42
           */
          ConsoleSize?: number[] | null | undefined;
          /** Keys on the TTY that end the connection and leave the command running. Default: the engine's own, `ctrl-p,ctrl-q`. */
          DetachKeys?: string | undefined;
          /** Runs it on a terminal of its own. stdout and stderr then come as one. */
          Tty?: boolean | undefined;
          /** `NAME=value` each, on top of the container's own variables. */
          Env?: string[] | undefined;
          /** The program and its arguments. No shell is involved. */
          Cmd?: string[] | undefined;
          /**
           * With every Linux capability.
           * @default false
           */
          Privileged?: boolean | undefined;
          /** `user`, `user:group`, `uid` or `uid:gid`. Default: the container's user. */
          User?: string | undefined;
          /** Default: the container's working directory. */
          WorkingDir?: string | undefined;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["IDResponse"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerExport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/octet-stream": string;
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerInspect: {
    parameters: {
      query?: {
        /** Adds `SizeRw` and `SizeRootFs`, in bytes. The engine has to measure them, which is slow. */
        size?: boolean | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ContainerInspectResponse"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerKill: {
    parameters: {
      query?: {
        /** Name or number, such as `SIGHUP`. Default: `SIGKILL`. */
        signal?: string | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerLogs: {
    parameters: {
      query?: {
        /** Goes on with new output until the container stops or `until` is reached. */
        follow?: boolean | undefined;
        /** With stdout. This, `stderr` or both must be true. */
        stdout?: boolean | undefined;
        /** With stderr. This, `stdout` or both must be true. */
        stderr?: boolean | undefined;
        /** From this time on, in Unix seconds, `1700000000.5` with a fraction. Default: 0, from the start. */
        since?: Date | number | string | undefined;
        /** Up to this time, in Unix seconds, with a fraction if need be. Default: 0, no end. */
        until?: Date | number | string | undefined;
        /** Each line begins with its time, as in `2025-01-31T12:00:00.123456789Z`. */
        timestamps?: boolean | undefined;
        /** So many lines from the end, `0` for none of the old ones; those of stdout and stderr count together, also when only one is asked for. Anything but a number counts as `all`, the default. */
        tail?: number | "all" | undefined;
        /** Each line begins with the labels and variables that the log driver was told to keep. */
        details?: boolean | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/vnd.docker.raw-stream": string;
          "application/vnd.docker.multiplexed-stream": string;
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerPause: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerRename: {
    parameters: {
      query: {
        /** The new name, two characters or more. It must be free. */
        name: string;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerResize: {
    parameters: {
      query: {
        /** Height in lines. */
        h: number;
        /** Width in characters. */
        w: number;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerRestart: {
    parameters: {
      query?: {
        /**
         * Name or number, such as `SIGINT`. Default: the container's `StopSignal`, or else `SIGTERM`.
         * @since API 1.42
         */
        signal?: string | undefined;
        /** Seconds until it is killed: 0 for almost at once, -1 for never. Default: the container's `StopTimeout`, or else 10. */
        t?: number | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerStart: {
    parameters: {
      query?: {
        /** Has no effect here: give it to the attach. */
        detachKeys?: string | undefined;
        /** The checkpoint to go on from. Only on an experimental engine. */
        checkpoint?: string | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerStats: {
    parameters: {
      query?: {
        /** False: a single sample. Default: true, until the connection is closed. */
        stream?: boolean | undefined;
        /** The sample at once, with `precpu_stats` empty, instead of after a second measurement. Only with `stream` false. */
        "one-shot"?: boolean | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ContainerStatsResponse"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerStop: {
    parameters: {
      query?: {
        /**
         * Name or number, such as `SIGINT`. Default: the container's `StopSignal`, or else `SIGTERM`.
         * @since API 1.42
         */
        signal?: string | undefined;
        /** Seconds until it is killed: 0 for almost at once, -1 for never. Default: the container's `StopTimeout`, or else 10. */
        t?: number | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerTop: {
    parameters: {
      query?: {
        /** Arguments for `ps`. The output must have a PID column. Default: `-ef`. */
        ps_args?: string | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ContainerTopResponse"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerUnpause: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerUpdate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    /** What is to change; what is left out stays as it is. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["Resources"] & {
          /** When the engine starts it again by itself. */
          RestartPolicy?: components["schemas"]["RestartPolicy"] | undefined;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ContainerUpdateResponse"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ContainerWait: {
    parameters: {
      query?: {
        /** `not-running` (the default) answers at once for one that is stopped or was never started; `next-exit` waits for the next end; `removed` waits until it is gone. */
        condition?: "not-running" | "next-exit" | "removed" | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the container. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ContainerWaitResponse"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  DistributionInspect: {
    parameters: {
      query?: never;
      header?: {
        /** The registry's AuthConfig as JSON in base64url with padding. Without it, the registry is asked anonymously. */
        "X-Registry-Auth"?: string;
      } | undefined;
      path: {
        /** Name of the image, with its tag or digest. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DistributionInspect"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  SystemEvents: {
    parameters: {
      query?: {
        /** Past events from this time on first, as far as the engine remembers them, in Unix seconds. Left out: only new ones. */
        since?: Date | number | string | undefined;
        /** Ends at this time, in Unix seconds, with a fraction if need be. Left out: never. */
        until?: Date | number | string | undefined;
        /** `type`: kind of object, such as `container`; `event`: action, such as `die`; `config`, `container`, `daemon`, `image`, `network`, `plugin`, `secret`, `service`, `volume`: its id or name; `node`: its id; `label`: `key` or `key=value` of a container or image; `scope`: `local` or `swarm`. A key that is none of these is ignored. */
        filters?: {
          config?: readonly string[] | undefined;
          container?: readonly string[] | undefined;
          daemon?: readonly string[] | undefined;
          event?: readonly string[] | undefined;
          image?: readonly string[] | undefined;
          label?: readonly string[] | undefined;
          network?: readonly string[] | undefined;
          node?: readonly string[] | undefined;
          plugin?: readonly string[] | undefined;
          scope?: readonly ("local" | "swarm")[] | undefined;
          secret?: readonly string[] | undefined;
          service?: readonly string[] | undefined;
          type?: readonly ("builder" | "config" | "container" | "daemon" | "image" | "network" | "node" | "plugin" | "secret" | "service" | "volume")[] | undefined;
          volume?: readonly string[] | undefined;
        } | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["EventMessage"];
          "application/jsonl": components["schemas"]["EventMessage"];
          "application/x-ndjson": components["schemas"]["EventMessage"];
          "application/json-seq": components["schemas"]["EventMessage"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ExecInspect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id that creating it gave. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Whether the engine may forget it. */
            CanRemove: boolean;
            /** The keys that end the connection, as base64 of their bytes. Empty: the engine's own. */
            DetachKeys: string;
            /** The exec's id. */
            ID: string;
            /** Whether the command runs now. */
            Running: boolean;
            /** Null until the command has ended. */
            ExitCode: number | null;
            /** What is run, and how. */
            ProcessConfig: components["schemas"]["ProcessConfig"];
            /** Whether it takes input. */
            OpenStdin: boolean;
            /** Whether its stderr is passed on. */
            OpenStderr: boolean;
            /** Whether its stdout is passed on. */
            OpenStdout: boolean;
            /** The container it runs in. */
            ContainerID: string;
            /** The process's id on the host; 0 before the start. */
            Pid: number;
          };
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ExecResize: {
    parameters: {
      query: {
        /** Height in lines. */
        h: number;
        /** Width in characters. */
        w: number;
      };
      header?: never;
      path: {
        /** The id that creating it gave. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ExecStart: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id that creating it gave. */
        id: string;
      };
      cookie?: never;
    };
    /** Whether to stay connected to it. */
    requestBody?: {
      content: {
        "application/json": {
          /** Answers as soon as it runs, without its output. */
          Detach?: boolean | undefined;
          /** Must be what creating it said: without it, the output of a TTY comes in frames. */
          Tty?: boolean | undefined;
          /**
           * Height in lines and width in characters of the TTY, instead of those given at creation.
           * @since API 1.42
           */
          ConsoleSize?: number[] | null | undefined;
        };
      };
    };
    responses: {
      101: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/vnd.docker.raw-stream": string;
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ImageCreate: {
    parameters: {
      query?: {
        /** Name of the image to pull, with a tag or digest if you like. */
        fromImage?: string | undefined;
        /** URL of the archive to import, or `-` for the body. */
        fromSrc?: string | undefined;
        /** Name of the imported image, with a tag if you like. */
        repo?: string | undefined;
        /** Tag or digest to pull, rather than a tag in `fromImage`. Without either, all tags are pulled. For an import, the image's tag. */
        tag?: string | undefined;
        /** A note for the imported image's history. */
        message?: string | undefined;
        /** Dockerfile instructions for an imported image's configuration, such as `CMD ["sh"]`. */
        changes?: readonly string[] | undefined;
        /** `os[/arch[/variant]]` to pull, or to note in an imported image. Default: the engine's own. */
        platform?: string | undefined;
      };
      header?: {
        /** The registry's AuthConfig as JSON in base64url with padding. Without it, the pull is anonymous. */
        "X-Registry-Auth"?: string;
      } | undefined;
      path?: never;
      cookie?: never;
    };
    /** The file system to import, with `fromSrc=-`, as a tar archive. */
    requestBody?: {
      content: {
        "application/x-tar": string;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ProgressMessage"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ImageGetAll: {
    parameters: {
      query?: {
        /** Names, with tag for one or without for all tags, or ids. Images saved by id lose their names. */
        names?: readonly string[] | undefined;
        /**
         * Only the variants for these platforms; otherwise all that are there.
         * @since API 1.48
         */
        platform?: readonly components["schemas"]["OCIPlatform"][] | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/x-tar": string;
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ImageList: {
    parameters: {
      query?: {
        /** Those between the steps of a build as well. */
        all?: boolean | undefined;
        /** `before`, `since`: made before or after this image; `dangling`: `true` for those without a name; `label`: `key` or `key=value`; `reference`: name or pattern such as `alpine:3.*`; `until`: made before this time, in Unix seconds, as a date, or as an age such as `24h`. */
        filters?: {
          before?: readonly string[] | undefined;
          dangling?: readonly ("true" | "false")[] | undefined;
          label?: readonly string[] | undefined;
          reference?: readonly string[] | undefined;
          since?: readonly string[] | undefined;
          /** @since API 1.44 */
          until?: readonly (Date | string)[] | undefined;
        } | undefined;
        /**
         * Works `SharedSize` out; otherwise it is -1.
         * @since API 1.42
         */
        "shared-size"?: boolean | undefined;
        /** Has no effect: `RepoDigests` is always there. */
        digests?: boolean | undefined;
        /**
         * Adds `Manifests`, the variants of each image. Needs the containerd image store.
         * @since API 1.47
         */
        manifests?: boolean | undefined;
        /**
         * Adds `Identity` to the manifests: what is known of an image's origin. Needs `manifests`.
         * @since API 1.54
         */
        identity?: boolean | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ImageSummary"][];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ImageLoad: {
    parameters: {
      query?: {
        /** Without progress. Default: true. */
        quiet?: boolean | undefined;
        /**
         * Only the variants for these platforms; otherwise all in the archive.
         * @since API 1.48
         */
        platform?: readonly components["schemas"]["OCIPlatform"][] | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The tar archive, plain or packed with gzip, bzip2 or xz. */
    requestBody?: {
      content: {
        "application/x-tar": string;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ProgressMessage"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ImagePrune: {
    parameters: {
      query?: {
        /** `dangling`: `false` for those with a name, too; `until`: made before this time, in Unix seconds, as a date, or as an age such as `24h`; `label`, `label!`: with or without `key` or `key=value`. */
        filters?: {
          dangling?: readonly ("true" | "false")[] | undefined;
          label?: readonly string[] | undefined;
          "label!"?: readonly string[] | undefined;
          until?: readonly (Date | string)[] | undefined;
        } | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** The names and images removed; null when there were none. */
            ImagesDeleted: components["schemas"]["ImageDeleteResponseItem"][] | null;
            /** Disk space freed, in bytes. */
            SpaceReclaimed: number;
          };
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ImageSearch: {
    parameters: {
      query: {
        /** What to look for. */
        term: string;
        /** How many at most, 1 to 100. Default: 25. */
        limit?: number | undefined;
        /** `is-official`: `true` or `false`; `stars`: at least so many. */
        filters?: {
          "is-official"?: readonly ("true" | "false")[] | undefined;
          stars?: readonly string[] | undefined;
        } | undefined;
      };
      header?: {
        /** The registry's AuthConfig as JSON in base64url with padding. Without it, the search is anonymous. */
        "X-Registry-Auth"?: string;
      } | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** What its publisher says of it. */
            description: string;
            /** Whether it is one of Docker's official images. */
            is_official: boolean;
            /** No longer means anything. */
            is_automated: boolean;
            /** Name to pull it by. */
            name: string;
            /** How many people have starred it. */
            star_count: number;
          }[];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ImageDelete: {
    parameters: {
      query?: {
        /** Even when stopped containers use it, or an id has several names. It never removes what a running container uses. */
        force?: boolean | undefined;
        /** Keeps the parents that have no name. */
        noprune?: boolean | undefined;
        /**
         * Only the variants for these platforms; otherwise all.
         * @since API 1.50
         */
        platforms?: readonly components["schemas"]["OCIPlatform"][] | undefined;
      };
      header?: never;
      path: {
        /** Name, or id, which removes all of its names. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ImageDeleteResponseItem"][];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ImageAttestations: {
    parameters: {
      query?: {
        /**
         * The variant, only one. Default: the one for the engine's own platform.
         * @since API 1.55
         */
        platform?: readonly components["schemas"]["OCIPlatform"][] | undefined;
        /**
         * Only statements of these predicate types, such as `https://slsa.dev/provenance/v1`.
         * @since API 1.55
         */
        type?: readonly string[] | undefined;
        /**
         * With the statements themselves, not only their descriptors.
         * @since API 1.55
         */
        statement?: boolean | undefined;
      };
      header?: never;
      path: {
        /**
         * Name or id of the image.
         * @since API 1.55
         */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AttestationStatement"][];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ImageGet: {
    parameters: {
      query?: {
        /**
         * Only the variants for these platforms; otherwise all that are there.
         * @since API 1.48
         */
        platform?: readonly components["schemas"]["OCIPlatform"][] | undefined;
      };
      header?: never;
      path: {
        /** Name, with tag for one or without for all tags, or id. An image saved by id loses its names. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/x-tar": string;
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ImageHistory: {
    parameters: {
      query?: {
        /**
         * The variant. Default: one that is there, the engine's own before others.
         * @since API 1.48
         */
        platform?: components["schemas"]["OCIPlatform"] | undefined;
      };
      header?: never;
      path: {
        /** Name or id of the image. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ImageHistoryResponseItem"][];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ImageInspect: {
    parameters: {
      query?: {
        /**
         * Adds `Manifests`, the variants. Not together with `platform`.
         * @since API 1.48
         */
        manifests?: boolean | undefined;
        /**
         * The variant. Default: one that is there, the engine's own before others. Not together with `manifests`.
         * @since API 1.49
         */
        platform?: components["schemas"]["OCIPlatform"] | undefined;
      };
      header?: never;
      path: {
        /** Name or id of the image. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ImageInspect"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ImagePush: {
    parameters: {
      query?: {
        /** Left out: all tags of this name. */
        tag?: string | undefined;
        /**
         * Only this variant; otherwise all that are there.
         * @since API 1.46
         */
        platform?: components["schemas"]["OCIPlatform"] | undefined;
      };
      header?: {
        /** The registry's AuthConfig as JSON in base64url with padding. `e30=` (an empty object) without credentials. */
        "X-Registry-Auth"?: string;
      } | undefined;
      path: {
        /** Name without tag, with the registry unless that is Docker Hub. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ProgressMessage"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ImageTag: {
    parameters: {
      query?: {
        /** The new name, with the registry unless that is Docker Hub. Needed. */
        repo?: string | undefined;
        /** Its tag. Default: `latest`. */
        tag?: string | undefined;
      };
      header?: never;
      path: {
        /** Name or id of the image. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  SystemInfo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SystemInfo"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  NetworkList: {
    parameters: {
      query?: {
        /** `dangling`: `true` for those no container is connected to, `false` for the others; `driver`; `id`, `name`: a part or a regular expression; `label`: `key` or `key=value`; `scope`: `local`, `swarm` or `global`; `type`: `custom`, or `builtin` for `bridge`, `host` and `none`. */
        filters?: {
          dangling?: readonly ("true" | "false")[] | undefined;
          driver?: readonly string[] | undefined;
          id?: readonly string[] | undefined;
          label?: readonly string[] | undefined;
          name?: readonly string[] | undefined;
          scope?: readonly ("local" | "swarm" | "global")[] | undefined;
          type?: readonly ("custom" | "builtin")[] | undefined;
        } | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NetworkSummary"][];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  NetworkCreate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Its name, driver and address ranges. */
    requestBody: {
      content: {
        "application/json": {
          /** Must be free. Engine 20.10 still lets two networks share a name. */
          Name: string;
          /**
           * `bridge` (the default), `overlay`, `macvlan`, `ipvlan` or a plugin's name.
           * @default bridge
           */
          Driver?: string | undefined;
          /** `local` for one engine, `swarm` for all nodes. Left out, the driver decides. */
          Scope?: string | undefined;
          /** Cuts it off from everything outside. */
          Internal?: boolean | undefined;
          /** Lets containers connect to a swarm's network, not only services. */
          Attachable?: boolean | undefined;
          /** Makes it the network through which the swarm's published ports are reached. */
          Ingress?: boolean | undefined;
          /**
           * Only keeps settings for other networks' `ConfigFrom`. Nothing can connect to it.
           * @default false
           */
          ConfigOnly?: boolean | undefined;
          /** The `ConfigOnly` network whose settings it takes. */
          ConfigFrom?: components["schemas"]["ConfigReference"] | undefined;
          /** Address ranges. Left out, the engine chooses free ones. */
          IPAM?: components["schemas"]["IPAM"] | undefined;
          /**
           * Gives containers IPv4 addresses. Default: true.
           * @since API 1.47
           */
          EnableIPv4?: boolean | undefined;
          /** Gives containers IPv6 addresses. */
          EnableIPv6?: boolean | undefined;
          /** Settings for the driver, such as `com.docker.network.bridge.name`. */
          Options?: {
            [key: string]: string;
          } | undefined;
          /** Labels of your own. */
          Labels?: {
            [key: string]: string;
          } | undefined;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NetworkCreateResponse"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  NetworkPrune: {
    parameters: {
      query?: {
        /** `until`: created before this time, in Unix seconds, as a date, or as an age such as `24h`; `label`, `label!`: with or without `key` or `key=value`. */
        filters?: {
          label?: readonly string[] | undefined;
          "label!"?: readonly string[] | undefined;
          until?: readonly (Date | string)[] | undefined;
        } | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Names of those removed; null when there were none. */
            NetworksDeleted: string[] | null;
          };
        };
      };
      default: components["responses"]["Error"];
    };
  };
  NetworkInspect: {
    parameters: {
      query?: {
        /** Adds the swarm services and tasks in it, from all nodes. */
        verbose?: boolean | undefined;
        /** Only a network of this scope: `local`, `swarm` or `global`. */
        scope?: string | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the network. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["NetworkInspect"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  NetworkDelete: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the network. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  NetworkConnect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the network. */
        id: string;
      };
      cookie?: never;
    };
    /** Which container, and its names and addresses there. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["NetworkConnectRequest"];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  NetworkDisconnect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the network. */
        id: string;
      };
      cookie?: never;
    };
    /** Which container. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["NetworkDisconnectRequest"];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  NodeList: {
    parameters: {
      query?: {
        /** `id`, `name`: its beginning; `label`: `key` or `key=value` of the engine; `node.label`: of the node; `membership`: `accepted` or `pending`; `role`: `manager` or `worker`. */
        filters?: {
          id?: readonly string[] | undefined;
          label?: readonly string[] | undefined;
          membership?: readonly ("accepted" | "pending")[] | undefined;
          name?: readonly string[] | undefined;
          "node.label"?: readonly string[] | undefined;
          role?: readonly ("manager" | "worker")[] | undefined;
        } | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Node"][];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  NodeInspect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the node. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Node"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  NodeDelete: {
    parameters: {
      query?: {
        /** Even one that is not down. */
        force?: boolean | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the node. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  NodeUpdate: {
    parameters: {
      query: {
        /** `Version.Index` as last read. If another change came between, the update is refused. */
        version: number;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the node. */
        id: string;
      };
      cookie?: never;
    };
    /** All of its specification, as last read, with your changes. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["NodeSpec"];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  PluginList: {
    parameters: {
      query?: {
        /** `capability`: what it can do, such as `volumedriver`; `enabled`: `true` or `false`. */
        filters?: {
          capability?: readonly string[] | undefined;
          enabled?: readonly ("true" | "false")[] | undefined;
        } | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Plugin"][];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  PluginCreate: {
    parameters: {
      query: {
        /** What to call it. Tag if left out: `latest`. */
        name: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A tar archive of `config.json` and the directory `rootfs`. */
    requestBody?: {
      content: {
        "application/x-tar": string;
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  GetPluginPrivileges: {
    parameters: {
      query: {
        /** The plugin in its registry. Tag if left out: `latest`. */
        remote: string;
      };
      header?: {
        /** The registry's AuthConfig as JSON in base64url with padding. Without it, the registry is asked anonymously. */
        "X-Registry-Auth"?: string;
      } | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": (components["schemas"]["PluginPrivilege"] & Sure<components["schemas"]["PluginPrivilege"], "Name" | "Description" | "Value">)[];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  PluginPull: {
    parameters: {
      query: {
        /** The plugin in its registry. Tag if left out: `latest`. */
        remote: string;
        /** What to call it here. Default: `remote`. */
        name?: string | undefined;
      };
      header?: {
        /** The registry's AuthConfig as JSON in base64url with padding. Without it, the pull is anonymous. */
        "X-Registry-Auth"?: string;
      } | undefined;
      path?: never;
      cookie?: never;
    };
    /** The privileges granted: exactly those it asks for, or it is not installed. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["PluginPrivilege"][];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ProgressMessage"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  PluginDelete: {
    parameters: {
      query?: {
        /** Disables it first. What still uses it may break. */
        force?: boolean | undefined;
      };
      header?: never;
      path: {
        /** Name or id of the plugin. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  PluginDisable: {
    parameters: {
      query?: {
        /** Even when it is in use. */
        force?: boolean | undefined;
      };
      header?: never;
      path: {
        /** Name or id of the plugin. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  PluginEnable: {
    parameters: {
      query: {
        /** Seconds that the plugin has to answer the engine. */
        timeout: number;
      };
      header?: never;
      path: {
        /** Name or id of the plugin. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  PluginInspect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Name or id of the plugin. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Plugin"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  PluginPush: {
    parameters: {
      query?: never;
      header?: {
        /** The registry's AuthConfig as JSON in base64url with padding. */
        "X-Registry-Auth"?: string;
      } | undefined;
      path: {
        /** Name of the plugin, with the registry unless that is Docker Hub. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ProgressMessage"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  PluginSet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Name or id of the plugin. */
        name: string;
      };
      cookie?: never;
    };
    /** `NAME=value` each. */
    requestBody?: {
      content: {
        "application/json": string[];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  PluginUpgrade: {
    parameters: {
      query: {
        /** The plugin in its registry. Tag if left out: `latest`. */
        remote: string;
      };
      header?: {
        /** The registry's AuthConfig as JSON in base64url with padding. Without it, the pull is anonymous. */
        "X-Registry-Auth"?: string;
      } | undefined;
      path: {
        /** Name or id of the plugin. */
        name: string;
      };
      cookie?: never;
    };
    /** The privileges granted: exactly those it asks for, or it is not upgraded. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["PluginPrivilege"][];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ProgressMessage"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  SecretList: {
    parameters: {
      query?: {
        /** `id`, `name`: its beginning; `names`: exactly; `label`: `key` or `key=value`. */
        filters?: {
          id?: readonly string[] | undefined;
          label?: readonly string[] | undefined;
          name?: readonly string[] | undefined;
          names?: readonly string[] | undefined;
        } | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Secret"][];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  SecretCreate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Name, labels and content. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["SecretSpec"];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** The secret's id. */
            ID: string;
          };
        };
      };
      default: components["responses"]["Error"];
    };
  };
  SecretInspect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the secret. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Secret"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  SecretDelete: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the secret. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  SecretUpdate: {
    parameters: {
      query: {
        /** `Version.Index` as last read. If another change came between, the update is refused. */
        version: number;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the secret. */
        id: string;
      };
      cookie?: never;
    };
    /** Its specification with other labels: nothing else can change. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["SecretSpec"];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ServiceList: {
    parameters: {
      query?: {
        /** `id`, `name`: its beginning; `label`: `key` or `key=value`; `mode`: `replicated`, `global`, `replicated-job` or `global-job`; `runtime`: `container` or `plugin`. */
        filters?: {
          id?: readonly string[] | undefined;
          label?: readonly string[] | undefined;
          mode?: readonly ("replicated" | "global" | "replicated-job" | "global-job")[] | undefined;
          name?: readonly string[] | undefined;
          runtime?: readonly ("container" | "plugin")[] | undefined;
        } | undefined;
        /** Adds `ServiceStatus`: how many tasks run and how many should. */
        status?: boolean | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Service"][];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ServiceCreate: {
    parameters: {
      query?: never;
      header?: {
        /** What the nodes pull the image with: the registry's AuthConfig as JSON in base64url with padding. The swarm keeps it. */
        "X-Registry-Auth"?: string;
      } | undefined;
      path?: never;
      cookie?: never;
    };
    /** What to run, how many times and where. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ServiceSpec"];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ServiceCreateResponse"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ServiceInspect: {
    parameters: {
      query?: {
        /** Fills the defaults in where the specification leaves something out. */
        insertDefaults?: boolean | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the service. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Service"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ServiceDelete: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id, start of the id, or name of the service. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  ServiceLogs: {
    parameters: {
      query?: {
        /** Each line begins with its node, service and task, as `com.docker.swarm.node.id=…`. */
        details?: boolean | undefined;
        /** Goes on with new output until the connection is closed. */
        follow?: boolean | undefined;
        /** With stdout. This, `stderr` or both must be true. */
        stdout?: boolean | undefined;
        /** With stderr. This, `stdout` or both must be true. */
        stderr?: boolean | undefined;
        /** From this time on, in Unix seconds, with a fraction if need be. Default: 0, from the start. */
        since?: Date | number | string | undefined;
        /** Each line begins with its time, as in `2025-01-31T12:00:00.123456789Z`. */
        timestamps?: boolean | undefined;
        /** So many lines from the end of each task, `0` for none of the old ones; those of stdout and stderr count together, also when only one is asked for. Default: `all`. */
        tail?: number | "all" | undefined;
      };
      header?: never;
      path: {
        /** Id, start of the id, or name of the service. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/vnd.docker.raw-stream": string;
          "application/vnd.docker.multiplexed-stream": string;
        };
      };
      default: components["responses"]["Error"];
    };
  };
  ServiceUpdate: {
    parameters: {
      query: {
        /** `Version.Index` as last read. If another change came between, the update is refused. */
        version: number;
        /** Whose credentials to keep when no `X-Registry-Auth` is sent: `spec` for the present specification's, `previous-spec` for the one before. */
        registryAuthFrom?: "spec" | "previous-spec" | undefined;
        /** `previous` goes back to the specification before, whatever the body says. */
        rollback?: "none" | "previous" | undefined;
      };
      header?: {
        /** What the nodes pull the image with: the registry's AuthConfig as JSON in base64url with padding. The swarm keeps it. */
        "X-Registry-Auth"?: string;
      } | undefined;
      path: {
        /** Id, start of the id, or name of the service. */
        id: string;
      };
      cookie?: never;
    };
    /** All of its specification, as last read, with your changes. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ServiceSpec"];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ServiceUpdateResponse"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  Session: {
    parameters: {
      query?: never;
      header?: {
        /** The session's id, by which a build names it in its parameter `session`. */
        "X-Docker-Expose-Session-Uuid"?: string;
        /** What to call the session. */
        "X-Docker-Expose-Session-Name"?: string;
        /** Sessions with the same key share what the builder keeps of their files. */
        "X-Docker-Expose-Session-Sharedkey"?: string;
        /** What the client offers to the builder, `/moby.filesync.v1.FileSync/DiffCopy` for one. */
        "X-Docker-Expose-Session-Grpc-Method"?: string[];
      } | undefined;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      101: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  SwarmInspect: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Swarm"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  SwarmInit: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Addresses and settings. `ListenAddr` is needed. */
    requestBody: {
      content: {
        "application/json": {
          /** Where to listen for other managers: address or network interface, such as `0.0.0.0:2377` or `eth0`. Default port: 2377. */
          ListenAddr: string;
          /** Where other nodes reach this one: address or interface, with a port if need be. Needed where the engine has more than one address. */
          AdvertiseAddr?: string | undefined;
          /** Address or interface for the traffic between containers. Default: that of `AdvertiseAddr`. */
          DataPathAddr?: string | undefined;
          /** UDP port for the traffic between containers, 1024 to 49151. Default, and meant by 0: 4789. */
          DataPathPort?: number | undefined;
          /** Ranges for overlay networks, such as `10.20.0.0/16`. Default: `10.0.0.0/8`. */
          DefaultAddrPool?: string[] | undefined;
          /** Makes a new swarm, with this manager alone, of the one it was in. For when most managers are lost. */
          ForceNewCluster?: boolean | undefined;
          /** Prefix length of the networks made from `DefaultAddrPool`. Default: 24. */
          SubnetSize?: number | undefined;
          /** The swarm's settings. Left out: the defaults. */
          Spec?: components["schemas"]["SwarmSpec"] | undefined;
          /** Has no effect by itself: set `Spec.EncryptionConfig.AutoLockManagers`. */
          AutoLockManagers?: boolean | undefined;
          /**
           * Whether this node takes tasks. Default: `active`.
           */
          Availability?: "active" | "pause" | "drain" | undefined;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": string;
        };
      };
      default: components["responses"]["Error"];
    };
  };
  SwarmJoin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the swarm is, and the token to join with. */
    requestBody: {
      content: {
        "application/json": {
          /** Where to listen for managers once this node is one: address or interface. Default port: 2377. */
          ListenAddr: string;
          /** Where other nodes reach this one: address or interface, with a port if need be. Left out, the engine finds it out where it can. */
          AdvertiseAddr?: string | undefined;
          /** Address or interface for the traffic between containers. Default: that of `AdvertiseAddr`. */
          DataPathAddr?: string | undefined;
          /** Addresses of managers, such as `192.0.2.1:2377`. One is enough. */
          RemoteAddrs: string[];
          /** The swarm's `JoinTokens.Worker` or `JoinTokens.Manager`: it decides what this node becomes. */
          JoinToken: string;
          /**
           * Whether this node takes tasks. Default: `active`.
           */
          Availability?: "active" | "pause" | "drain" | undefined;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  SwarmLeave: {
    parameters: {
      query?: {
        /** Even a manager. With the last one, everything in the swarm is lost. */
        force?: boolean | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  SwarmUnlock: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The key. */
    requestBody: {
      content: {
        "application/json": {
          /** What `GET /swarm/unlockkey` told, such as `SWMKEY-1-…`. */
          UnlockKey?: string | undefined;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  SwarmUnlockkey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Empty where managers are not locked. */
            UnlockKey: string;
          };
        };
      };
      default: components["responses"]["Error"];
    };
  };
  SwarmUpdate: {
    parameters: {
      query: {
        /** `Version.Index` as last read. If another change came between, the update is refused. */
        version: number;
        /** Makes a new token for workers; the old one is worth nothing any more. */
        rotateWorkerToken?: boolean | undefined;
        /** Makes a new token for managers; the old one is worth nothing any more. */
        rotateManagerToken?: boolean | undefined;
        /** Makes a new key for locked managers. */
        rotateManagerUnlockKey?: boolean | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All of the settings, as last read, with your changes. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["SwarmSpec"];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  SystemDataUsage: {
    parameters: {
      query?: {
        /**
         * Only these kinds; otherwise all.
         * @since API 1.42
         */
        type?: readonly ("container" | "image" | "volume" | "build-cache")[] | undefined;
        /**
         * Lists each object of a kind with its size, not only the sums.
         * @since API 1.52
         */
        verbose?: boolean | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /**
             * What images take.
             * @since API 1.52
             */
            ImageUsage?: components["schemas"]["ImagesDiskUsage"] | undefined;
            /**
             * What containers take, beside their images.
             * @since API 1.52
             */
            ContainerUsage?: components["schemas"]["ContainersDiskUsage"] | undefined;
            /**
             * What volumes take.
             * @since API 1.52
             */
            VolumeUsage?: components["schemas"]["VolumesDiskUsage"] | undefined;
            /**
             * What the build cache takes.
             * @since API 1.52
             */
            BuildCacheUsage?: components["schemas"]["BuildCacheDiskUsage"] | undefined;
            /**
             * Bytes that the layers of all images take, shared ones counted once. Until API 1.51.
             * @deprecated
             */
            LayersSize?: number | undefined;
            /**
             * Each image with its sizes; null when not asked for. Until API 1.51.
             * @deprecated
             */
            Images?: components["schemas"]["ImageSummary"][] | null | undefined;
            /**
             * Each container with its sizes; null when not asked for. Until API 1.51.
             * @deprecated
             */
            Containers?: components["schemas"]["ContainerSummary"][] | null | undefined;
            /**
             * Each volume with its size; null when not asked for. Until API 1.51.
             * @deprecated
             */
            Volumes?: components["schemas"]["Volume"][] | null | undefined;
            /**
             * Each record of the build cache with its size; null when not asked for. Until API 1.51.
             * @deprecated
             */
            BuildCache?: components["schemas"]["BuildCache"][] | null | undefined;
            /** @deprecated */
            BuilderSize?: number | undefined;
          };
        };
      };
      default: components["responses"]["Error"];
    };
  };
  TaskList: {
    parameters: {
      query?: {
        /** `desired-state`: `running`, `shutdown` or `accepted`; `id`: its beginning; `label`: `key` or `key=value`; `name`: the beginning of `service.slot`; `node`, `service`: id or name. */
        filters?: {
          "desired-state"?: readonly components["schemas"]["TaskState"][] | undefined;
          id?: readonly string[] | undefined;
          label?: readonly string[] | undefined;
          name?: readonly string[] | undefined;
          node?: readonly string[] | undefined;
          runtime?: readonly ("container" | "plugin")[] | undefined;
          service?: readonly string[] | undefined;
        } | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Task"][];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  TaskInspect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Id of the task, or its start. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Task"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  TaskLogs: {
    parameters: {
      query?: {
        /** Each line begins with its node, service and task, as `com.docker.swarm.node.id=…`. */
        details?: boolean | undefined;
        /** Goes on with new output until the connection is closed. */
        follow?: boolean | undefined;
        /** With stdout. This, `stderr` or both must be true. */
        stdout?: boolean | undefined;
        /** With stderr. This, `stdout` or both must be true. */
        stderr?: boolean | undefined;
        /** From this time on, in Unix seconds, with a fraction if need be. Default: 0, from the start. */
        since?: Date | number | string | undefined;
        /** Each line begins with its time, as in `2025-01-31T12:00:00.123456789Z`. */
        timestamps?: boolean | undefined;
        /** So many lines from the end, `0` for none of the old ones; those of stdout and stderr count together, also when only one is asked for. Default: `all`. */
        tail?: number | "all" | undefined;
      };
      header?: never;
      path: {
        /** Id of the task, or its start. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/vnd.docker.raw-stream": string;
          "application/vnd.docker.multiplexed-stream": string;
        };
      };
      default: components["responses"]["Error"];
    };
  };
  SystemVersion: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SystemVersion"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  VolumeList: {
    parameters: {
      query?: {
        /** `dangling`: `true` for those in no container, `false` for the others; `driver`; `label`: `key` or `key=value`; `name`: a part or a regular expression. */
        filters?: {
          dangling?: readonly ("true" | "false")[] | undefined;
          driver?: readonly string[] | undefined;
          label?: readonly string[] | undefined;
          name?: readonly string[] | undefined;
        } | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["VolumeListResponse"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  VolumeCreate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Its name, driver and the driver's options. All can be left out. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["VolumeCreateRequest"];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Volume"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  VolumePrune: {
    parameters: {
      query?: {
        /** `all`: `true` for those with a name, too; `label`, `label!`: with or without `key` or `key=value`. */
        filters?: {
          /** @since API 1.42 */
          all?: readonly ("true" | "false")[] | undefined;
          label?: readonly string[] | undefined;
          "label!"?: readonly string[] | undefined;
        } | undefined;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Names of those removed. */
            VolumesDeleted: string[];
            /** Disk space freed, in bytes. */
            SpaceReclaimed: number;
          };
        };
      };
      default: components["responses"]["Error"];
    };
  };
  VolumeInspect: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Name of the volume, or the id of a cluster volume. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Volume"];
        };
      };
      default: components["responses"]["Error"];
    };
  };
  VolumeUpdate: {
    parameters: {
      query: {
        /**
         * `ClusterVolume.Version.Index` as last read. If another change came between, the update is refused.
         * @since API 1.42
         */
        version: number;
      };
      header?: never;
      path: {
        /**
         * Name or id of the cluster volume.
         * @since API 1.42
         */
        name: string;
      };
      cookie?: never;
    };
    /** The volume's new specification. */
    requestBody?: {
      content: {
        "application/json": {
          /**
           * As last read, with another `Availability`: nothing else can change.
           * @since API 1.42
           */
          Spec?: components["schemas"]["ClusterVolumeSpec"] | undefined;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
  VolumeDelete: {
    parameters: {
      query?: {
        /** That it does not exist is no error. One in use is never removed. */
        force?: boolean | undefined;
      };
      header?: never;
      path: {
        /** Name of the volume, or the id of a cluster volume. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components["responses"]["Error"];
    };
  };
}

/** These members of a type, which are always there. */
export type Sure<T, Names extends keyof T> = {
  [Name in Names]-?: Exclude<T[Name], undefined>;
};
