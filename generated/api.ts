// Made by `npm run generate` from api-spec.yaml; do not edit.

export interface paths {
    "/_ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SystemPing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
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
        post: operations["ImageBuild"];
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
        get: operations["ConfigInspect"];
        put?: never;
        post?: never;
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
        get: operations["ContainerArchive"];
        put: operations["PutContainerArchive"];
        post?: never;
        delete?: never;
        options?: never;
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
        get: operations["ContainerChanges"];
        put?: never;
        post?: never;
        delete?: never;
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
        get: operations["NetworkInspect"];
        put?: never;
        post?: never;
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
        get: operations["NodeInspect"];
        put?: never;
        post?: never;
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
        get: operations["SecretInspect"];
        put?: never;
        post?: never;
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
        get: operations["ServiceInspect"];
        put?: never;
        post?: never;
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
        get: operations["VolumeInspect"];
        put: operations["VolumeUpdate"];
        post?: never;
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
            Addr?: string;
            PrefixLen?: number;
        };
        AttestationStatement: {
            Descriptor: components["schemas"]["OCIDescriptor"];
            PredicateType: string;
            Statement?: Record<string, unknown>;
        };
        AuthConfig: {
            username?: string;
            password?: string;
            serveraddress?: string;
            auth?: string;
            identitytoken?: string;
            registrytoken?: string;
        };
        AuthResponse: {
            Status: string;
            IdentityToken?: string;
        };
        BuildCache: {
            ID: string;
            Type: "internal" | "frontend" | "source.local" | "source.git.checkout" | "exec.cachemount" | "regular" | (string & {});
            Description: string;
            InUse: boolean;
            Shared: boolean;
            /** Format: int64 */
            Size: number;
            /** Format: date-time */
            CreatedAt: string;
            /** Format: date-time */
            LastUsedAt: string | null;
            UsageCount: number;
            " Parents"?: string[];
            /** @deprecated */
            Parent?: string;
        };
        BuildCacheDiskUsage: {
            /** Format: int64 */
            ActiveCount?: number;
            /** Format: int64 */
            TotalCount?: number;
            /** Format: int64 */
            Reclaimable?: number;
            /** Format: int64 */
            TotalSize?: number;
            Items?: components["schemas"]["BuildCache"][];
        };
        BuildIdentity: {
            Ref?: string;
            /** Format: date-time */
            CreatedAt: string;
        };
        /**
         * Format: uint8
         * @enum {integer}
         */
        ChangeType: 0 | 1 | 2;
        ClusterInfo: {
            ID: string;
            Version: components["schemas"]["ObjectVersion"];
            /** Format: date-time */
            CreatedAt: string;
            /** Format: date-time */
            UpdatedAt: string;
            Spec: components["schemas"]["SwarmSpec"];
            TLSInfo: components["schemas"]["TLSInfo"];
            RootRotationInProgress: boolean;
            /**
             * Format: uint32
             * @default 4789
             */
            DataPathPort: number;
            DefaultAddrPool: string[];
            /**
             * Format: uint32
             * @default 24
             */
            SubnetSize: number;
        };
        ClusterVolume: {
            ID: string;
            Version: components["schemas"]["ObjectVersion"];
            /** Format: date-time */
            CreatedAt: string;
            /** Format: date-time */
            UpdatedAt: string;
            Spec: components["schemas"]["ClusterVolumeSpec"];
            Info?: {
                /** Format: int64 */
                CapacityBytes?: number;
                VolumeContext?: {
                    [key: string]: string;
                };
                VolumeID?: string;
                AccessibleTopology?: components["schemas"]["Topology"][];
            };
            PublishStatus?: {
                NodeID?: string;
                /** @enum {string} */
                State?: "pending-publish" | "published" | "pending-node-unpublish" | "pending-controller-unpublish";
                PublishContext?: {
                    [key: string]: string;
                };
            }[];
        };
        ClusterVolumeSpec: {
            Group?: string;
            AccessMode?: {
                /**
                 * @default single
                 * @enum {string}
                 */
                Scope?: "single" | "multi";
                /**
                 * @default none
                 * @enum {string}
                 */
                Sharing?: "none" | "readonly" | "onewriter" | "all";
                MountVolume?: Record<string, unknown>;
                BlockVolume?: Record<string, unknown>;
            };
            Secrets?: {
                Key?: string;
                Secret?: string;
            }[];
            AccessibilityRequirements?: {
                Requisite?: components["schemas"]["Topology"][];
                Preferred?: components["schemas"]["Topology"][];
            };
            CapacityRange?: {
                /** Format: int64 */
                RequiredBytes?: number;
                /** Format: int64 */
                LimitBytes?: number;
            };
            /**
             * @default active
             * @enum {string}
             */
            Availability?: "active" | "pause" | "drain";
        };
        Commit: {
            ID: string;
            /** @deprecated */
            Expected?: string;
        };
        Config: {
            ID: string;
            Version: components["schemas"]["ObjectVersion"];
            /** Format: date-time */
            CreatedAt: string;
            /** Format: date-time */
            UpdatedAt: string;
            Spec: components["schemas"]["ConfigSpec"];
        };
        ConfigReference: {
            Network?: string;
        };
        ConfigSpec: {
            Name?: string;
            Labels?: {
                [key: string]: string;
            };
            Data?: string;
            Templating?: components["schemas"]["Driver"];
        };
        ContainerBlkioStatEntry: {
            /** Format: uint64 */
            major: number;
            /** Format: uint64 */
            minor: number;
            op: string;
            /** Format: uint64 */
            value: number;
        };
        ContainerBlkioStats: {
            io_service_bytes_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
            io_serviced_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
            io_queue_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
            io_service_time_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
            io_wait_time_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
            io_merged_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
            io_time_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
            sectors_recursive: components["schemas"]["ContainerBlkioStatEntry"][] | null;
        };
        ContainerCPUStats: {
            cpu_usage: components["schemas"]["ContainerCPUUsage"];
            /** Format: uint64 */
            system_cpu_usage?: number;
            /** Format: uint32 */
            online_cpus?: number;
            throttling_data: components["schemas"]["ContainerThrottlingData"];
        };
        ContainerCPUUsage: {
            /** Format: uint64 */
            total_usage: number;
            percpu_usage?: number[];
            /** Format: uint64 */
            usage_in_kernelmode: number;
            /** Format: uint64 */
            usage_in_usermode: number;
        };
        ContainerConfig: {
            Hostname?: string;
            Domainname?: string;
            User?: string;
            /** @default false */
            AttachStdin?: boolean;
            /** @default true */
            AttachStdout?: boolean;
            /** @default true */
            AttachStderr?: boolean;
            ExposedPorts?: {
                [key: string]: Record<string, unknown>;
            } | null;
            /** @default false */
            Tty?: boolean;
            /** @default false */
            OpenStdin?: boolean;
            /** @default false */
            StdinOnce?: boolean;
            Env?: string[] | null;
            Cmd?: string[] | null;
            Healthcheck?: components["schemas"]["HealthConfig"];
            /** @default false */
            ArgsEscaped?: boolean | null;
            Image?: string;
            Volumes?: {
                [key: string]: Record<string, unknown>;
            } | null;
            WorkingDir?: string;
            Entrypoint?: string[] | null;
            NetworkDisabled?: boolean | null;
            OnBuild?: string[] | null;
            Labels?: {
                [key: string]: string;
            };
            StopSignal?: string | null;
            StopTimeout?: number | null;
            Shell?: string[] | null;
            /** @deprecated */
            MacAddress?: string;
        };
        ContainerCreateResponse: {
            Id: string;
            Warnings: string[];
        };
        ContainerInspectResponse: {
            Id: string;
            /** Format: date-time */
            Created: string;
            Path: string;
            Args: string[];
            State: components["schemas"]["ContainerState"];
            Image: string;
            ResolvConfPath: string;
            HostnamePath: string;
            HostsPath: string;
            LogPath: string;
            Name: string;
            RestartCount: number;
            Driver: string;
            Platform: string;
            ImageManifestDescriptor?: components["schemas"]["OCIDescriptor"];
            MountLabel: string;
            ProcessLabel: string;
            AppArmorProfile: string;
            ExecIDs: string[] | null;
            HostConfig: components["schemas"]["HostConfig"];
            GraphDriver?: components["schemas"]["DriverData"];
            Storage?: components["schemas"]["Storage"];
            /** Format: int64 */
            SizeRw?: number;
            /** Format: int64 */
            SizeRootFs?: number;
            Mounts: components["schemas"]["MountPoint"][];
            Config: components["schemas"]["ContainerConfig"];
            NetworkSettings: components["schemas"]["NetworkSettings"];
        };
        ContainerMemoryStats: {
            /** Format: uint64 */
            usage?: number;
            /** Format: uint64 */
            max_usage?: number;
            stats?: {
                [key: string]: number;
            };
            /** Format: uint64 */
            failcnt?: number;
            /** Format: uint64 */
            limit?: number;
            /** Format: uint64 */
            commitbytes?: number;
            /** Format: uint64 */
            commitpeakbytes?: number;
            /** Format: uint64 */
            privateworkingset?: number;
        };
        ContainerNetworkStats: {
            /** Format: uint64 */
            rx_bytes: number;
            /** Format: uint64 */
            rx_packets: number;
            /** Format: uint64 */
            rx_errors: number;
            /** Format: uint64 */
            rx_dropped: number;
            /** Format: uint64 */
            tx_bytes: number;
            /** Format: uint64 */
            tx_packets: number;
            /** Format: uint64 */
            tx_errors: number;
            /** Format: uint64 */
            tx_dropped: number;
            endpoint_id?: string;
            instance_id?: string;
        };
        ContainerPidsStats: {
            /** Format: uint64 */
            current?: number;
            /** Format: uint64 */
            limit?: number;
        };
        ContainerState: {
            /** @enum {string} */
            Status: "created" | "running" | "paused" | "restarting" | "removing" | "exited" | "dead";
            Running: boolean;
            Paused: boolean;
            Restarting: boolean;
            OOMKilled: boolean;
            Dead: boolean;
            Pid: number;
            ExitCode: number;
            Error: string;
            StartedAt: string;
            FinishedAt: string;
            Health?: components["schemas"]["Health"];
        };
        ContainerStatsResponse: {
            id?: string;
            name?: string;
            os_type?: string;
            /** Format: date-time */
            read: string;
            cpu_stats: components["schemas"]["ContainerCPUStats"];
            memory_stats: components["schemas"]["ContainerMemoryStats"];
            networks?: {
                [key: string]: components["schemas"]["ContainerNetworkStats"];
            };
            pids_stats: components["schemas"]["ContainerPidsStats"];
            blkio_stats: components["schemas"]["ContainerBlkioStats"];
            /** Format: uint32 */
            num_procs: number;
            storage_stats: components["schemas"]["ContainerStorageStats"];
            /** Format: date-time */
            preread: string;
            precpu_stats: components["schemas"]["ContainerCPUStats"];
        };
        ContainerStatus: {
            ContainerID: string;
            PID: number;
            ExitCode: number;
        };
        ContainerStorageStats: {
            /** Format: uint64 */
            read_count_normalized?: number;
            /** Format: uint64 */
            read_size_bytes?: number;
            /** Format: uint64 */
            write_count_normalized?: number;
            /** Format: uint64 */
            write_size_bytes?: number;
        };
        ContainerSummary: {
            Id: string;
            Names: string[];
            Image: string;
            ImageID: string;
            ImageManifestDescriptor?: components["schemas"]["OCIDescriptor"];
            Command: string;
            /** Format: int64 */
            Created: number;
            Ports: components["schemas"]["PortSummary"][];
            /** Format: int64 */
            SizeRw?: number;
            /** Format: int64 */
            SizeRootFs?: number;
            Labels: {
                [key: string]: string;
            };
            /** @enum {string} */
            State: "created" | "running" | "paused" | "restarting" | "exited" | "removing" | "dead";
            Status: string;
            HostConfig: {
                NetworkMode?: string;
                Annotations?: {
                    [key: string]: string;
                };
            };
            NetworkSettings: {
                Networks: {
                    [key: string]: components["schemas"]["EndpointSettings"];
                };
            };
            Mounts: components["schemas"]["MountPoint"][];
            Health?: {
                /** @enum {string} */
                Status: "none" | "starting" | "healthy" | "unhealthy";
                FailingStreak: number;
            };
        };
        ContainerThrottlingData: {
            /** Format: uint64 */
            periods: number;
            /** Format: uint64 */
            throttled_periods: number;
            /** Format: uint64 */
            throttled_time: number;
        };
        ContainerTopResponse: {
            Titles: string[];
            Processes: string[][];
        };
        ContainerUpdateResponse: {
            Warnings: string[] | null;
        };
        ContainerWaitExitError: {
            Message?: string;
        };
        ContainerWaitResponse: {
            /** Format: int64 */
            StatusCode: number;
            Error?: components["schemas"]["ContainerWaitExitError"] | null;
        };
        ContainerdInfo: {
            Address?: string;
            Namespaces: {
                /** @default moby */
                Containers: string;
                /** @default plugins.moby */
                Plugins: string;
            };
        };
        ContainersDiskUsage: {
            /** Format: int64 */
            ActiveCount?: number;
            /** Format: int64 */
            TotalCount?: number;
            /** Format: int64 */
            Reclaimable?: number;
            /** Format: int64 */
            TotalSize?: number;
            Items?: components["schemas"]["ContainerSummary"][];
        };
        DeviceInfo: {
            Source: string;
            ID: string;
        };
        DeviceMapping: {
            PathOnHost?: string;
            PathInContainer?: string;
            CgroupPermissions?: string;
        };
        DeviceRequest: {
            Driver?: string;
            Count?: number;
            DeviceIDs?: string[] | null;
            Capabilities?: string[][] | null;
            Options?: {
                [key: string]: string;
            } | null;
        };
        DistributionInspect: {
            Descriptor: components["schemas"]["OCIDescriptor"];
            Platforms: components["schemas"]["OCIPlatform"][] | null;
        };
        Driver: {
            Name: string;
            Options?: {
                [key: string]: string;
            };
        };
        DriverData: {
            Name: string;
            Data: {
                [key: string]: string;
            } | null;
        };
        EndpointIPAMConfig: {
            IPv4Address?: string;
            IPv6Address?: string;
            LinkLocalIPs?: string[];
        };
        EndpointPortConfig: {
            Name?: string;
            /** @enum {string} */
            Protocol?: "tcp" | "udp" | "sctp";
            TargetPort?: number;
            PublishedPort?: number;
            /**
             * @default ingress
             * @enum {string}
             */
            PublishMode?: "ingress" | "host";
        };
        EndpointResource: {
            Name: string;
            EndpointID: string;
            MacAddress: string;
            IPv4Address: string;
            IPv6Address: string;
        };
        EndpointSettings: {
            IPAMConfig?: components["schemas"]["EndpointIPAMConfig"] | null;
            Links?: string[] | null;
            MacAddress?: string;
            Aliases?: string[] | null;
            DriverOpts?: {
                [key: string]: string;
            } | null;
            /** Format: int64 */
            GwPriority?: number;
            NetworkID?: string;
            EndpointID?: string;
            Gateway?: string;
            IPAddress?: string;
            IPPrefixLen?: number;
            IPv6Gateway?: string;
            GlobalIPv6Address?: string;
            /** Format: int64 */
            GlobalIPv6PrefixLen?: number;
            DNSNames?: string[] | null;
        };
        EndpointSpec: {
            /**
             * @default vip
             * @enum {string}
             */
            Mode?: "vip" | "dnsrr";
            Ports?: components["schemas"]["EndpointPortConfig"][];
        };
        EngineDescription: {
            EngineVersion?: string;
            Labels?: {
                [key: string]: string;
            };
            Plugins?: {
                Type?: string;
                Name?: string;
            }[];
        };
        ErrorDetail: {
            code?: number;
            message?: string;
        };
        ErrorResponse: {
            message: string;
        };
        EventActor: {
            ID: string;
            Attributes: {
                [key: string]: string;
            };
        };
        EventMessage: {
            /** @enum {string} */
            Type: "builder" | "config" | "container" | "daemon" | "image" | "network" | "node" | "plugin" | "secret" | "service" | "volume";
            Action: string;
            Actor: components["schemas"]["EventActor"];
            /** @enum {string} */
            scope?: "local" | "swarm";
            /** Format: int64 */
            time: number;
            /** @description As text: it has more digits than JavaScript's numbers keep. */
            timeNano: string;
            /** @deprecated */
            status?: string;
            /** @deprecated */
            id?: string;
            /** @deprecated */
            from?: string;
        };
        FilesystemChange: {
            Path: string;
            Kind: components["schemas"]["ChangeType"];
        };
        Filters: {
            [key: string]: string[];
        };
        FirewallInfo: {
            Driver: string;
            Info?: string[][];
        };
        GenericResources: {
            NamedResourceSpec?: {
                Kind?: string;
                Value?: string;
            };
            DiscreteResourceSpec?: {
                Kind?: string;
                /** Format: int64 */
                Value?: number;
            };
        }[];
        Health: {
            /** @enum {string} */
            Status: "none" | "starting" | "healthy" | "unhealthy";
            FailingStreak: number;
            Log: components["schemas"]["HealthcheckResult"][];
        };
        HealthConfig: {
            Test?: string[];
            /** Format: int64 */
            Interval?: number;
            /** Format: int64 */
            Timeout?: number;
            Retries?: number;
            /** Format: int64 */
            StartPeriod?: number;
            /** Format: int64 */
            StartInterval?: number;
        };
        HealthcheckResult: {
            /** Format: date-time */
            Start: string;
            /** Format: date-time */
            End: string;
            ExitCode: number;
            Output: string;
        };
        HostConfig: components["schemas"]["Resources"] & {
            Binds?: string[] | null;
            ContainerIDFile?: string;
            LogConfig?: {
                Type?: string;
                Config?: {
                    [key: string]: string;
                };
            };
            NetworkMode?: string;
            PortBindings?: components["schemas"]["PortMap"] | null;
            RestartPolicy?: components["schemas"]["RestartPolicy"];
            AutoRemove?: boolean;
            VolumeDriver?: string;
            VolumesFrom?: string[] | null;
            Mounts?: components["schemas"]["Mount"][];
            ConsoleSize?: number[] | null;
            Annotations?: {
                [key: string]: string;
            };
            CapAdd?: string[] | null;
            CapDrop?: string[] | null;
            /** @enum {string} */
            CgroupnsMode?: "private" | "host";
            Dns?: string[] | null;
            DnsOptions?: string[] | null;
            DnsSearch?: string[] | null;
            ExtraHosts?: string[] | null;
            GroupAdd?: string[] | null;
            IpcMode?: string;
            Cgroup?: string;
            Links?: string[] | null;
            OomScoreAdj?: number;
            PidMode?: string;
            Privileged?: boolean;
            PublishAllPorts?: boolean;
            ReadonlyRootfs?: boolean;
            SecurityOpt?: string[] | null;
            StorageOpt?: {
                [key: string]: string;
            };
            Tmpfs?: {
                [key: string]: string;
            };
            UTSMode?: string;
            UsernsMode?: string;
            /** Format: int64 */
            ShmSize?: number;
            Sysctls?: {
                [key: string]: string;
            } | null;
            Runtime?: string | null;
            /** @enum {string} */
            Isolation?: "default" | "process" | "hyperv" | "";
            MaskedPaths?: string[] | null;
            ReadonlyPaths?: string[] | null;
            Init?: boolean | null;
        };
        IDResponse: {
            Id: string;
        };
        IPAM: {
            /** @default default */
            Driver?: string;
            Config?: components["schemas"]["IPAMConfig"][] | null;
            Options?: {
                [key: string]: string;
            } | null;
        };
        IPAMConfig: {
            Subnet?: string;
            IPRange?: string;
            Gateway?: string;
            AuxiliaryAddresses?: {
                [key: string]: string;
            };
        };
        IPAMStatus: {
            Subnets?: {
                [key: string]: components["schemas"]["SubnetStatus"];
            };
        };
        Identity: {
            Signature?: components["schemas"]["SignatureIdentity"][];
            Pull?: components["schemas"]["PullIdentity"][];
            Build?: components["schemas"]["BuildIdentity"][];
        };
        ImageConfig: {
            User?: string;
            ExposedPorts?: {
                [key: string]: Record<string, unknown>;
            };
            Env?: string[] | null;
            Cmd?: string[] | null;
            Healthcheck?: components["schemas"]["HealthConfig"];
            /** @default false */
            ArgsEscaped?: boolean;
            Volumes?: {
                [key: string]: Record<string, unknown>;
            } | null;
            WorkingDir?: string;
            Entrypoint?: string[] | null;
            OnBuild?: string[] | null;
            Labels?: {
                [key: string]: string;
            } | null;
            StopSignal?: string;
            Shell?: string[];
            /** @deprecated */
            Hostname?: string;
            /** @deprecated */
            Domainname?: string;
            /** @deprecated */
            AttachStdin?: boolean;
            /** @deprecated */
            AttachStdout?: boolean;
            /** @deprecated */
            AttachStderr?: boolean;
            /** @deprecated */
            Tty?: boolean;
            /** @deprecated */
            OpenStdin?: boolean;
            /** @deprecated */
            StdinOnce?: boolean;
            /** @deprecated */
            Image?: string;
            /** @deprecated */
            NetworkDisabled?: boolean;
            /** @deprecated */
            MacAddress?: string;
            /** @deprecated */
            StopTimeout?: number;
        };
        ImageDeleteResponseItem: {
            Untagged?: string;
            Deleted?: string;
        };
        ImageHistoryResponseItem: {
            Id: string;
            /** Format: int64 */
            Created: number;
            CreatedBy: string;
            Tags: string[] | null;
            /** Format: int64 */
            Size: number;
            Comment: string;
        };
        ImageInspect: {
            Id: string;
            Descriptor?: components["schemas"]["OCIDescriptor"];
            Manifests?: components["schemas"]["ImageManifestSummary"][];
            Identity?: components["schemas"]["Identity"];
            RepoTags: string[];
            RepoDigests: string[];
            Comment?: string;
            /** Format: date-time */
            Created?: string;
            Author?: string;
            Config: components["schemas"]["ImageConfig"];
            Architecture: string;
            Variant?: string;
            Os: string;
            OsVersion?: string;
            /** Format: int64 */
            Size: number;
            GraphDriver?: components["schemas"]["DriverData"];
            RootFS: {
                Type: string;
                Layers?: string[];
            };
            Metadata: {
                /** Format: date-time */
                LastTagTime: string;
            };
            /**
             * Format: int64
             * @deprecated
             */
            VirtualSize?: number;
            /** @deprecated */
            Parent?: string;
            /** @deprecated */
            DockerVersion?: string;
            /** @deprecated */
            Container?: string;
            /** @deprecated */
            ContainerConfig?: components["schemas"]["ImageConfig"];
        };
        ImageManifestSummary: {
            ID: string;
            Descriptor: components["schemas"]["OCIDescriptor"];
            Available: boolean;
            Size: {
                /** Format: int64 */
                Total: number;
                /** Format: int64 */
                Content: number;
            };
            /** @enum {string} */
            Kind: "image" | "attestation" | "unknown";
            ImageData?: {
                Platform: components["schemas"]["OCIPlatform"];
                Identity?: components["schemas"]["Identity"];
                Containers: string[] | null;
                Size: {
                    /** Format: int64 */
                    Unpacked: number;
                };
            };
            AttestationData?: {
                For: string;
            };
        };
        ImageSummary: {
            Id: string;
            ParentId: string;
            RepoTags: string[] | null;
            RepoDigests: string[] | null;
            /** Format: int64 */
            Created: number;
            /** Format: int64 */
            Size: number;
            /** Format: int64 */
            SharedSize: number;
            Labels: {
                [key: string]: string;
            } | null;
            /** Format: int64 */
            Containers: number;
            Manifests?: components["schemas"]["ImageManifestSummary"][];
            Descriptor?: components["schemas"]["OCIDescriptor"];
            /**
             * Format: int64
             * @deprecated
             */
            VirtualSize?: number;
        };
        ImagesDiskUsage: {
            /** Format: int64 */
            ActiveCount?: number;
            /** Format: int64 */
            TotalCount?: number;
            /** Format: int64 */
            Reclaimable?: number;
            /** Format: int64 */
            TotalSize?: number;
            Items?: components["schemas"]["ImageSummary"][];
        };
        IndexInfo: {
            Name: string;
            Mirrors: string[];
            Secure: boolean;
            Official: boolean;
        };
        JoinTokens: {
            Worker: string;
            Manager: string;
        };
        KnownSignerIdentity: "DHI" | (string & {});
        Limit: {
            /** Format: int64 */
            NanoCPUs?: number;
            /** Format: int64 */
            MemoryBytes?: number;
            /**
             * Format: int64
             * @default 0
             */
            Pids?: number;
        };
        /**
         * @default
         * @enum {string}
         */
        LocalNodeState: "" | "inactive" | "pending" | "active" | "error" | "locked";
        ManagerStatus: {
            /** @default false */
            Leader?: boolean;
            Reachability?: components["schemas"]["Reachability"];
            Addr?: string;
        };
        Mount: {
            Target?: string;
            Source?: string;
            Type?: components["schemas"]["MountType"];
            ReadOnly?: boolean;
            Consistency?: string;
            BindOptions?: {
                /** @enum {string} */
                Propagation?: "private" | "rprivate" | "shared" | "rshared" | "slave" | "rslave";
                /** @default false */
                NonRecursive?: boolean;
                /** @default false */
                CreateMountpoint?: boolean;
                /** @default false */
                ReadOnlyNonRecursive?: boolean;
                /** @default false */
                ReadOnlyForceRecursive?: boolean;
            };
            VolumeOptions?: {
                /** @default false */
                NoCopy?: boolean;
                Labels?: {
                    [key: string]: string;
                };
                DriverConfig?: {
                    Name?: string;
                    Options?: {
                        [key: string]: string;
                    };
                };
                Subpath?: string;
            };
            ImageOptions?: {
                Subpath?: string;
            };
            TmpfsOptions?: {
                /** Format: int64 */
                SizeBytes?: number;
                Mode?: number;
                Options?: string[][];
            };
            ClusterOptions?: Record<string, unknown>;
        };
        MountPoint: {
            Type?: "bind" | "cluster" | "image" | "npipe" | "tmpfs" | "volume" | (string & {});
            Name?: string;
            Source: string;
            Destination: string;
            Driver?: string;
            Mode: string;
            RW: boolean;
            Propagation: string;
        };
        /** @enum {string} */
        MountType: "bind" | "cluster" | "image" | "npipe" | "tmpfs" | "volume";
        NRIInfo: {
            Info?: string[][];
        };
        Network: {
            Name: string;
            Id: string;
            /** Format: date-time */
            Created: string;
            Scope: string;
            Driver: string;
            EnableIPv4?: boolean;
            EnableIPv6: boolean;
            IPAM: components["schemas"]["IPAM"];
            /** @default false */
            Internal: boolean;
            /** @default false */
            Attachable: boolean;
            /** @default false */
            Ingress: boolean;
            ConfigFrom: components["schemas"]["ConfigReference"];
            /** @default false */
            ConfigOnly: boolean;
            Options: {
                [key: string]: string;
            } | null;
            Labels: {
                [key: string]: string;
            } | null;
            Peers?: components["schemas"]["PeerInfo"][];
        };
        NetworkAttachment: {
            Addresses?: string[];
            Network: components["schemas"]["SwarmNetwork"];
        };
        NetworkAttachmentConfig: {
            Target?: string;
            Aliases?: string[];
            DriverOpts?: {
                [key: string]: string;
            };
        };
        NetworkConnectRequest: {
            Container: string;
            EndpointConfig?: components["schemas"]["EndpointSettings"] | null;
        };
        NetworkCreateResponse: {
            Id: string;
            Warning: string;
        };
        NetworkDisconnectRequest: {
            Container: string;
            /** @default false */
            Force?: boolean;
        };
        NetworkInspect: {
            Containers: {
                [key: string]: components["schemas"]["EndpointResource"];
            } | null;
            Services?: {
                [key: string]: components["schemas"]["ServiceInfo"];
            };
            Status?: components["schemas"]["NetworkStatus"];
        } & components["schemas"]["Network"];
        NetworkSettings: {
            SandboxID: string;
            SandboxKey: string;
            Ports: components["schemas"]["PortMap"];
            Networks: {
                [key: string]: components["schemas"]["EndpointSettings"];
            };
            /** @deprecated */
            Bridge?: string;
            /** @deprecated */
            EndpointID?: string;
            /** @deprecated */
            Gateway?: string;
            /** @deprecated */
            IPAddress?: string;
            /** @deprecated */
            IPPrefixLen?: number;
            /** @deprecated */
            IPv6Gateway?: string;
            /** @deprecated */
            GlobalIPv6Address?: string;
            /** @deprecated */
            GlobalIPv6PrefixLen?: number;
            /** @deprecated */
            MacAddress?: string;
            /** @deprecated */
            HairpinMode?: boolean;
            /** @deprecated */
            LinkLocalIPv6Address?: string;
            /** @deprecated */
            LinkLocalIPv6PrefixLen?: number;
            /** @deprecated */
            SecondaryIPAddresses?: components["schemas"]["Address"][] | null;
            /** @deprecated */
            SecondaryIPv6Addresses?: components["schemas"]["Address"][] | null;
        };
        NetworkStatus: {
            IPAM: components["schemas"]["IPAMStatus"];
        };
        NetworkSummary: components["schemas"]["Network"] & {
            /** @deprecated */
            Containers?: {
                [key: string]: components["schemas"]["EndpointResource"];
            } | null;
        };
        NetworkTaskInfo: {
            Name: string;
            EndpointID: string;
            EndpointIP: string;
            Info: {
                [key: string]: string;
            };
        };
        NetworkingConfig: {
            EndpointsConfig?: {
                [key: string]: components["schemas"]["EndpointSettings"];
            };
        };
        Node: {
            ID: string;
            Version: components["schemas"]["ObjectVersion"];
            /** Format: date-time */
            CreatedAt: string;
            /** Format: date-time */
            UpdatedAt: string;
            Spec: components["schemas"]["NodeSpec"];
            Description: components["schemas"]["NodeDescription"];
            Status: components["schemas"]["NodeStatus"];
            ManagerStatus?: components["schemas"]["ManagerStatus"];
        };
        NodeDescription: {
            Hostname?: string;
            Platform: components["schemas"]["Platform"];
            Resources: components["schemas"]["ResourceObject"];
            Engine: components["schemas"]["EngineDescription"];
            TLSInfo: components["schemas"]["TLSInfo"];
            CSIInfo?: {
                PluginName?: string;
                NodeID?: string;
                /** Format: int64 */
                MaxVolumesPerNode?: number;
                AccessibleTopology?: components["schemas"]["Topology"];
            }[];
        };
        NodeSpec: {
            Name?: string;
            Labels?: {
                [key: string]: string;
            };
            /** @enum {string} */
            Role?: "worker" | "manager";
            /** @enum {string} */
            Availability?: "active" | "pause" | "drain";
        };
        /** @enum {string} */
        NodeState: "unknown" | "down" | "ready" | "disconnected";
        NodeStatus: {
            State?: components["schemas"]["NodeState"];
            Message?: string;
            Addr?: string;
        };
        OCIDescriptor: {
            mediaType: string;
            digest: string;
            /** Format: int64 */
            size: number;
            urls?: string[];
            annotations?: {
                [key: string]: string;
            };
            data?: string;
            platform?: components["schemas"]["OCIPlatform"];
            artifactType?: string;
        };
        OCIPlatform: {
            architecture: string;
            os: string;
            "os.version"?: string;
            "os.features"?: string[];
            variant?: string;
        };
        ObjectVersion: {
            /** Format: uint64 */
            Index?: number;
        };
        PeerInfo: {
            Name: string;
            IP: string;
        };
        PeerNode: {
            NodeID: string;
            Addr: string;
        };
        Platform: {
            Architecture?: string;
            OS?: string;
        };
        Plugin: {
            Id?: string;
            Name: string;
            Enabled: boolean;
            Settings: {
                Mounts: components["schemas"]["PluginMount"][];
                Env: string[];
                Args: string[];
                Devices: components["schemas"]["PluginDevice"][];
            };
            PluginReference?: string;
            Config: {
                Description: string;
                Documentation: string;
                Interface: {
                    Types: string[] | null;
                    Socket: string;
                    /** @enum {string} */
                    ProtocolScheme?: "" | "moby.plugins.http/v1";
                };
                Entrypoint: string[] | null;
                WorkDir: string;
                User: {
                    /** Format: uint32 */
                    UID?: number;
                    /** Format: uint32 */
                    GID?: number;
                };
                Network: {
                    Type: string;
                };
                Linux: {
                    Capabilities: string[] | null;
                    AllowAllDevices: boolean;
                    Devices: components["schemas"]["PluginDevice"][] | null;
                };
                PropagatedMount: string;
                IpcHost: boolean;
                PidHost: boolean;
                Mounts: components["schemas"]["PluginMount"][] | null;
                Env: components["schemas"]["PluginEnv"][] | null;
                Args: {
                    Name: string;
                    Description: string;
                    Settable: string[] | null;
                    Value: string[] | null;
                };
                rootfs?: {
                    type?: string;
                    diff_ids: string[];
                };
                /** @deprecated */
                DockerVersion?: string;
            };
        };
        PluginDevice: {
            Name: string;
            Description: string;
            Settable: string[] | null;
            Path: string | null;
        };
        PluginEnv: {
            Name: string;
            Description: string;
            Settable: string[] | null;
            Value: string | null;
        };
        PluginMount: {
            Name: string;
            Description: string;
            Settable: string[] | null;
            Source: string | null;
            Destination: string;
            Type: string;
            Options: string[] | null;
        };
        PluginPrivilege: {
            Name?: string;
            Description?: string;
            Value?: string[];
        };
        PluginsInfo: {
            Volume: string[];
            Network: string[];
            Authorization: string[] | null;
            Log: string[];
        };
        PortBinding: {
            HostIp?: string;
            HostPort?: string;
        };
        PortMap: {
            [key: string]: components["schemas"]["PortBinding"][] | null;
        };
        PortStatus: {
            Ports?: components["schemas"]["EndpointPortConfig"][];
        };
        PortSummary: {
            /** Format: ip-address */
            IP?: string;
            /** Format: uint16 */
            PrivatePort: number;
            /** Format: uint16 */
            PublicPort?: number;
            /** @enum {string} */
            Type: "tcp" | "udp" | "sctp";
        };
        ProcessConfig: {
            privileged?: boolean;
            user?: string;
            tty: boolean;
            entrypoint: string;
            arguments: string[];
        };
        ProgressDetail: {
            /** Format: int64 */
            current?: number;
            /** Format: int64 */
            total?: number;
            /** Format: int64 */
            start?: number;
            hidecounts?: boolean;
            units?: string;
        };
        ProgressMessage: {
            id?: string;
            status?: string;
            progress?: string;
            progressDetail?: components["schemas"]["ProgressDetail"];
            stream?: string;
            error?: string;
            errorDetail?: components["schemas"]["ErrorDetail"];
            aux?: unknown;
        };
        PullIdentity: {
            Repository?: string;
        };
        /** @enum {string} */
        Reachability: "unknown" | "unreachable" | "reachable";
        RegistryServiceConfig: {
            InsecureRegistryCIDRs: string[];
            IndexConfigs: {
                [key: string]: components["schemas"]["IndexInfo"];
            };
            Mirrors: string[] | null;
            /** @deprecated */
            AllowNondistributableArtifactsCIDRs?: string[] | null;
            /** @deprecated */
            AllowNondistributableArtifactsHostnames?: string[] | null;
        };
        ResourceObject: {
            /** Format: int64 */
            NanoCPUs?: number;
            /** Format: int64 */
            MemoryBytes?: number;
            GenericResources?: components["schemas"]["GenericResources"];
        };
        Resources: {
            /** Format: int64 */
            CpuShares?: number;
            /**
             * Format: int64
             * @default 0
             */
            Memory?: number;
            CgroupParent?: string;
            BlkioWeight?: number;
            BlkioWeightDevice?: {
                Path?: string;
                Weight?: number;
            }[] | null;
            BlkioDeviceReadBps?: components["schemas"]["ThrottleDevice"][] | null;
            BlkioDeviceWriteBps?: components["schemas"]["ThrottleDevice"][] | null;
            BlkioDeviceReadIOps?: components["schemas"]["ThrottleDevice"][] | null;
            BlkioDeviceWriteIOps?: components["schemas"]["ThrottleDevice"][] | null;
            /** Format: int64 */
            CpuPeriod?: number;
            /** Format: int64 */
            CpuQuota?: number;
            /** Format: int64 */
            CpuRealtimePeriod?: number;
            /** Format: int64 */
            CpuRealtimeRuntime?: number;
            CpusetCpus?: string;
            CpusetMems?: string;
            Devices?: components["schemas"]["DeviceMapping"][] | null;
            DeviceCgroupRules?: string[] | null;
            DeviceRequests?: components["schemas"]["DeviceRequest"][] | null;
            /** Format: int64 */
            MemoryReservation?: number;
            /** Format: int64 */
            MemorySwap?: number;
            /** Format: int64 */
            MemorySwappiness?: number | null;
            /** Format: int64 */
            NanoCpus?: number;
            OomKillDisable?: boolean | null;
            /** Format: int64 */
            PidsLimit?: number | null;
            Ulimits?: {
                Name?: string;
                /** Format: int64 */
                Soft?: number;
                /** Format: int64 */
                Hard?: number;
            }[] | null;
            /** Format: int64 */
            CpuCount?: number;
            /** Format: int64 */
            CpuPercent?: number;
            /** Format: int64 */
            IOMaximumIOps?: number;
            /** Format: int64 */
            IOMaximumBandwidth?: number;
            /**
             * Format: int64
             * @deprecated
             */
            KernelMemory?: number;
            /**
             * Format: int64
             * @deprecated
             */
            KernelMemoryTCP?: number;
        };
        RestartPolicy: {
            /** @enum {string} */
            Name?: "" | "no" | "always" | "unless-stopped" | "on-failure";
            MaximumRetryCount?: number;
        };
        RootFSStorage: {
            Snapshot?: components["schemas"]["RootFSStorageSnapshot"];
        };
        RootFSStorageSnapshot: {
            Name?: string;
        };
        Runtime: {
            path?: string;
            runtimeArgs?: string[];
            status?: {
                [key: string]: string;
            };
            runtimeType?: string;
            options?: {
                [key: string]: unknown;
            };
        };
        Secret: {
            ID: string;
            Version: components["schemas"]["ObjectVersion"];
            /** Format: date-time */
            CreatedAt: string;
            /** Format: date-time */
            UpdatedAt: string;
            Spec: components["schemas"]["SecretSpec"];
        };
        SecretSpec: {
            Name?: string;
            Labels?: {
                [key: string]: string;
            };
            Data?: string;
            Driver?: components["schemas"]["Driver"];
            Templating?: components["schemas"]["Driver"];
        };
        Service: {
            ID: string;
            Version: components["schemas"]["ObjectVersion"];
            /** Format: date-time */
            CreatedAt: string;
            /** Format: date-time */
            UpdatedAt: string;
            Spec: components["schemas"]["ServiceSpec"];
            Endpoint: {
                Spec: components["schemas"]["EndpointSpec"];
                Ports?: components["schemas"]["EndpointPortConfig"][];
                VirtualIPs?: {
                    NetworkID?: string;
                    Addr?: string;
                }[];
            };
            UpdateStatus?: {
                /** @enum {string} */
                State?: "updating" | "paused" | "completed" | "rollback_started" | "rollback_paused" | "rollback_completed";
                /** Format: date-time */
                StartedAt?: string;
                /** Format: date-time */
                CompletedAt?: string;
                Message?: string;
            };
            ServiceStatus?: {
                /** Format: uint64 */
                RunningTasks: number;
                /** Format: uint64 */
                DesiredTasks: number;
                /** Format: uint64 */
                CompletedTasks: number;
            };
            JobStatus?: {
                JobIteration: components["schemas"]["ObjectVersion"];
                /** Format: date-time */
                LastExecution: string;
            };
            PreviousSpec?: components["schemas"]["ServiceSpec"];
        };
        ServiceCreateResponse: {
            ID?: string;
            Warnings?: string[] | null;
        };
        ServiceInfo: {
            VIP: string;
            Ports: string[];
            /** Format: int */
            LocalLBIndex: number;
            Tasks: components["schemas"]["NetworkTaskInfo"][];
        };
        ServiceSpec: {
            Name?: string;
            Labels?: {
                [key: string]: string;
            };
            TaskTemplate?: components["schemas"]["TaskSpec"];
            Mode?: {
                Replicated?: {
                    /** Format: int64 */
                    Replicas?: number;
                };
                Global?: Record<string, unknown>;
                ReplicatedJob?: {
                    /**
                     * Format: int64
                     * @default 1
                     */
                    MaxConcurrent?: number;
                    /** Format: int64 */
                    TotalCompletions?: number;
                };
                GlobalJob?: Record<string, unknown>;
            };
            UpdateConfig?: {
                /** Format: int64 */
                Parallelism?: number;
                /** Format: int64 */
                Delay?: number;
                /** @enum {string} */
                FailureAction?: "continue" | "pause" | "rollback";
                /** Format: int64 */
                Monitor?: number;
                /** @default 0 */
                MaxFailureRatio?: number;
                /** @enum {string} */
                Order?: "stop-first" | "start-first";
            };
            RollbackConfig?: {
                /** Format: int64 */
                Parallelism?: number;
                /** Format: int64 */
                Delay?: number;
                /** @enum {string} */
                FailureAction?: "continue" | "pause";
                /** Format: int64 */
                Monitor?: number;
                /** @default 0 */
                MaxFailureRatio?: number;
                /** @enum {string} */
                Order?: "stop-first" | "start-first";
            };
            Networks?: components["schemas"]["NetworkAttachmentConfig"][];
            EndpointSpec?: components["schemas"]["EndpointSpec"];
        };
        ServiceUpdateResponse: {
            Warnings: string[] | null;
        };
        SignatureIdentity: {
            Name?: string;
            Timestamps?: components["schemas"]["SignatureTimestamp"][];
            KnownSigner?: components["schemas"]["KnownSignerIdentity"];
            DockerReference?: string;
            Signer?: components["schemas"]["SignerIdentity"];
            SignatureType?: components["schemas"]["SignatureType"];
            Error?: string;
            Warnings?: string[];
        };
        SignatureTimestamp: {
            Type: components["schemas"]["SignatureTimestampType"];
            URI: string;
            /** Format: date-time */
            Timestamp: string;
        };
        SignatureTimestampType: "Tlog" | "TimestampAuthority" | (string & {});
        SignatureType: "bundle-v0.3" | "simplesigning-v1" | (string & {});
        SignerIdentity: {
            CertificateIssuer: string;
            SubjectAlternativeName: string;
            Issuer?: string;
            BuildSignerURI?: string;
            BuildSignerDigest?: string;
            RunnerEnvironment?: string;
            SourceRepositoryURI?: string;
            SourceRepositoryDigest?: string;
            SourceRepositoryRef?: string;
            SourceRepositoryIdentifier?: string;
            SourceRepositoryOwnerURI?: string;
            SourceRepositoryOwnerIdentifier?: string;
            BuildConfigURI?: string;
            BuildConfigDigest?: string;
            BuildTrigger?: string;
            RunInvocationURI?: string;
            SourceRepositoryVisibilityAtSigning?: string;
        };
        Storage: {
            RootFS?: components["schemas"]["RootFSStorage"];
        };
        SubnetStatus: {
            /** Format: uint64 */
            IPsInUse: number;
            /** Format: uint64 */
            DynamicIPsAvailable: number;
        };
        Swarm: components["schemas"]["ClusterInfo"] & {
            JoinTokens: components["schemas"]["JoinTokens"];
        };
        SwarmInfo: {
            /** @default  */
            NodeID: string;
            /** @default  */
            NodeAddr: string;
            LocalNodeState: components["schemas"]["LocalNodeState"];
            /** @default false */
            ControlAvailable: boolean;
            /** @default  */
            Error: string;
            /** @default null */
            RemoteManagers: components["schemas"]["PeerNode"][] | null;
            Nodes?: number;
            Managers?: number;
            Cluster?: components["schemas"]["ClusterInfo"];
            Warnings?: string[];
        };
        SwarmNetwork: {
            ID: string;
            Version: components["schemas"]["ObjectVersion"];
            /** Format: date-time */
            CreatedAt: string;
            /** Format: date-time */
            UpdatedAt: string;
            Spec?: {
                [key: string]: unknown;
            };
            DriverState?: components["schemas"]["Driver"];
            IPAMOptions?: {
                [key: string]: unknown;
            };
        };
        SwarmSpec: {
            Name?: string;
            Labels?: {
                [key: string]: string;
            };
            Orchestration?: {
                /** Format: int64 */
                TaskHistoryRetentionLimit?: number;
            } | null;
            Raft?: {
                /** Format: uint64 */
                SnapshotInterval?: number;
                /** Format: uint64 */
                KeepOldSnapshots?: number;
                /** Format: uint64 */
                LogEntriesForSlowFollowers?: number;
                ElectionTick?: number;
                HeartbeatTick?: number;
            };
            Dispatcher?: {
                /** Format: int64 */
                HeartbeatPeriod?: number;
            } | null;
            CAConfig?: {
                /** Format: int64 */
                NodeCertExpiry?: number;
                ExternalCAs?: {
                    /**
                     * @default cfssl
                     * @enum {string}
                     */
                    Protocol?: "cfssl";
                    URL?: string;
                    Options?: {
                        [key: string]: string;
                    };
                    CACert?: string;
                }[];
                SigningCACert?: string;
                SigningCAKey?: string;
                /** Format: uint64 */
                ForceRotate?: number;
            } | null;
            EncryptionConfig?: {
                AutoLockManagers?: boolean;
            };
            TaskDefaults?: {
                LogDriver?: {
                    Name?: string;
                    Options?: {
                        [key: string]: string;
                    };
                };
            };
        };
        SystemInfo: {
            ID: string;
            Containers: number;
            ContainersRunning: number;
            ContainersPaused: number;
            ContainersStopped: number;
            Images: number;
            Driver: string;
            DriverStatus: string[][] | null;
            DockerRootDir: string;
            Plugins: components["schemas"]["PluginsInfo"];
            MemoryLimit: boolean;
            SwapLimit: boolean;
            CpuCfsPeriod: boolean;
            CpuCfsQuota: boolean;
            CPUShares: boolean;
            CPUSet: boolean;
            PidsLimit: boolean;
            OomKillDisable: boolean;
            IPv4Forwarding: boolean;
            Debug: boolean;
            NFd: number;
            NGoroutines: number;
            SystemTime: string;
            LoggingDriver: string;
            /**
             * @default cgroupfs
             * @enum {string}
             */
            CgroupDriver: "cgroupfs" | "systemd" | "none";
            /**
             * @default 1
             * @enum {string}
             */
            CgroupVersion?: "1" | "2";
            NEventsListener: number;
            KernelVersion: string;
            OperatingSystem: string;
            OSVersion: string;
            OSType: string;
            Architecture: string;
            NCPU: number;
            /** Format: int64 */
            MemTotal: number;
            /** @default https://index.docker.io/v1/ */
            IndexServerAddress: string;
            RegistryConfig: components["schemas"]["RegistryServiceConfig"];
            GenericResources: components["schemas"]["GenericResources"] | null;
            HttpProxy: string;
            HttpsProxy: string;
            NoProxy: string;
            Name: string;
            Labels: string[];
            ExperimentalBuild: boolean;
            ServerVersion: string;
            /**
             * @default {
             *       "runc": {
             *         "path": "runc"
             *       }
             *     }
             */
            Runtimes: {
                [key: string]: components["schemas"]["Runtime"];
            };
            /** @default runc */
            DefaultRuntime: string;
            Swarm: components["schemas"]["SwarmInfo"];
            /** @default false */
            LiveRestoreEnabled: boolean;
            /**
             * @default default
             * @enum {string}
             */
            Isolation: "default" | "hyperv" | "process" | "";
            InitBinary: string;
            ContainerdCommit: components["schemas"]["Commit"];
            RuncCommit: components["schemas"]["Commit"];
            InitCommit: components["schemas"]["Commit"];
            SecurityOptions: string[] | null;
            ProductLicense?: string;
            DefaultAddressPools?: {
                Base: string;
                Size: number;
            }[];
            FirewallBackend?: components["schemas"]["FirewallInfo"];
            DiscoveredDevices?: components["schemas"]["DeviceInfo"][];
            NRI?: components["schemas"]["NRIInfo"];
            Warnings: string[] | null;
            CDISpecDirs?: string[];
            Containerd?: components["schemas"]["ContainerdInfo"];
            /** @deprecated */
            KernelMemory?: boolean;
            /** @deprecated */
            KernelMemoryTCP?: boolean;
            /** @deprecated */
            BridgeNfIptables?: boolean;
            /** @deprecated */
            BridgeNfIp6tables?: boolean;
        };
        SystemVersion: {
            Platform: {
                Name: string;
            };
            Components?: {
                Name: string;
                Version: string;
                Details?: {
                    [key: string]: string;
                };
            }[];
            Version: string;
            ApiVersion: string;
            MinAPIVersion?: string;
            GitCommit?: string;
            GoVersion?: string;
            Os: string;
            Arch: string;
            KernelVersion?: string;
            Experimental?: boolean;
            BuildTime?: string;
        };
        TLSInfo: {
            TrustRoot?: string;
            CertIssuerSubject?: string;
            CertIssuerPublicKey?: string;
        };
        Task: {
            ID: string;
            Version: components["schemas"]["ObjectVersion"];
            /** Format: date-time */
            CreatedAt: string;
            /** Format: date-time */
            UpdatedAt: string;
            Name?: string;
            Labels: {
                [key: string]: string;
            };
            Spec: components["schemas"]["TaskSpec"];
            ServiceID?: string;
            Slot?: number;
            NodeID?: string;
            Status: components["schemas"]["TaskStatus"];
            DesiredState?: components["schemas"]["TaskState"];
            JobIteration?: components["schemas"]["ObjectVersion"];
            NetworksAttachments?: components["schemas"]["NetworkAttachment"][];
            GenericResources?: components["schemas"]["GenericResources"];
            Volumes?: {
                ID?: string;
                Source?: string;
                Target?: string;
            }[] | null;
        };
        TaskSpec: {
            ContainerSpec?: {
                Image?: string;
                Labels?: {
                    [key: string]: string;
                };
                Command?: string[];
                Args?: string[];
                Hostname?: string;
                Env?: string[];
                Dir?: string;
                User?: string;
                Groups?: string[];
                Privileges?: {
                    CredentialSpec?: {
                        Config?: string;
                        File?: string;
                        Registry?: string;
                    } | null;
                    SELinuxContext?: {
                        Disable?: boolean;
                        User?: string;
                        Role?: string;
                        Type?: string;
                        Level?: string;
                    } | null;
                    Seccomp?: {
                        /** @enum {string} */
                        Mode?: "default" | "unconfined" | "custom";
                        Profile?: string;
                    };
                    AppArmor?: {
                        /** @enum {string} */
                        Mode?: "default" | "disabled";
                    };
                    NoNewPrivileges?: boolean;
                };
                TTY?: boolean;
                OpenStdin?: boolean;
                ReadOnly?: boolean;
                Mounts?: components["schemas"]["Mount"][];
                StopSignal?: string;
                /** Format: int64 */
                StopGracePeriod?: number;
                Hosts?: string[];
                DNSConfig?: {
                    Nameservers?: string[];
                    Search?: string[];
                    Options?: string[];
                };
                Secrets?: {
                    File?: {
                        Name?: string;
                        UID?: string;
                        GID?: string;
                        /** Format: uint32 */
                        Mode?: number;
                    };
                    SecretID?: string;
                    SecretName?: string;
                }[];
                /** Format: int64 */
                OomScoreAdj?: number;
                Configs?: {
                    File?: {
                        Name?: string;
                        UID?: string;
                        GID?: string;
                        /** Format: uint32 */
                        Mode?: number;
                    };
                    Runtime?: Record<string, unknown>;
                    ConfigID?: string;
                    ConfigName?: string;
                }[];
                /** @enum {string} */
                Isolation?: "default" | "process" | "hyperv" | "";
                Init?: boolean | null;
                Sysctls?: {
                    [key: string]: string;
                };
                CapabilityAdd?: string[];
                CapabilityDrop?: string[];
                Ulimits?: {
                    Name?: string;
                    /** Format: int64 */
                    Soft?: number;
                    /** Format: int64 */
                    Hard?: number;
                }[];
                Healthcheck?: components["schemas"]["HealthConfig"];
            };
            NetworkAttachmentSpec?: {
                ContainerID?: string;
            };
            Resources?: {
                Limits?: components["schemas"]["Limit"];
                Reservations?: components["schemas"]["ResourceObject"];
                /** Format: int64 */
                SwapBytes?: number | null;
                /** Format: int64 */
                MemorySwappiness?: number | null;
            };
            RestartPolicy?: {
                /** @enum {string} */
                Condition?: "none" | "on-failure" | "any";
                /** Format: int64 */
                Delay?: number;
                /**
                 * Format: int64
                 * @default 0
                 */
                MaxAttempts?: number;
                /**
                 * Format: int64
                 * @default 0
                 */
                Window?: number;
            };
            Placement?: {
                Constraints?: string[];
                Preferences?: {
                    Spread?: {
                        SpreadDescriptor?: string;
                    };
                }[];
                /**
                 * Format: int64
                 * @default 0
                 */
                MaxReplicas?: number;
                Platforms?: components["schemas"]["Platform"][];
            };
            /** Format: uint64 */
            ForceUpdate?: number;
            Runtime?: string;
            Networks?: components["schemas"]["NetworkAttachmentConfig"][];
            LogDriver?: {
                Name?: string;
                Options?: {
                    [key: string]: string;
                };
            };
            PluginSpec?: {
                name?: string;
                remote?: string;
                privileges?: {
                    name?: string;
                    description?: string;
                    value?: string[];
                }[];
                disabled?: boolean;
                env?: string[];
            };
        };
        /** @enum {string} */
        TaskState: "new" | "allocated" | "pending" | "assigned" | "accepted" | "preparing" | "ready" | "starting" | "running" | "complete" | "shutdown" | "failed" | "rejected" | "remove" | "orphaned";
        TaskStatus: {
            /** Format: date-time */
            Timestamp: string;
            State?: components["schemas"]["TaskState"];
            Message?: string;
            Err?: string;
            ContainerStatus?: components["schemas"]["ContainerStatus"];
            PortStatus: components["schemas"]["PortStatus"];
        };
        ThrottleDevice: {
            Path?: string;
            /** Format: int64 */
            Rate?: number;
        };
        Topology: {
            Segments?: {
                [key: string]: string;
            };
        };
        Volume: {
            Name: string;
            Driver: string;
            Mountpoint: string;
            /** Format: date-time */
            CreatedAt?: string;
            Status?: {
                [key: string]: unknown;
            };
            Labels: {
                [key: string]: string;
            } | null;
            /**
             * @default local
             * @enum {string}
             */
            Scope: "local" | "global";
            ClusterVolume?: components["schemas"]["ClusterVolume"];
            Options: {
                [key: string]: string;
            } | null;
            UsageData?: {
                /**
                 * Format: int64
                 * @default -1
                 */
                Size: number;
                /**
                 * Format: int64
                 * @default -1
                 */
                RefCount: number;
            };
        };
        VolumeCreateRequest: {
            Name?: string;
            /** @default local */
            Driver?: string;
            DriverOpts?: {
                [key: string]: string;
            };
            Labels?: {
                [key: string]: string;
            };
            ClusterVolumeSpec?: components["schemas"]["ClusterVolumeSpec"];
        };
        VolumeListResponse: {
            Volumes: components["schemas"]["Volume"][];
            Warnings: string[] | null;
        };
        VolumesDiskUsage: {
            /** Format: int64 */
            ActiveCount?: number;
            /** Format: int64 */
            TotalCount?: number;
            /** Format: int64 */
            Reclaimable?: number;
            /** Format: int64 */
            TotalSize?: number;
            Items?: components["schemas"]["Volume"][];
        };
    };
    responses: {
        /** @description The engine refused or failed; the message says why */
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
export type Filters = components['schemas']['Filters'];
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
            /** @description OK */
            200: {
                headers: {
                    "Api-Version"?: string;
                    "Builder-Version"?: string;
                    "Docker-Experimental"?: boolean;
                    Swarm?: "inactive" | "pending" | "error" | "locked" | "active/worker" | "active/manager";
                    "Cache-Control"?: string;
                    Pragma?: string;
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
            /** @description OK */
            200: {
                headers: {
                    "Api-Version"?: string;
                    "Builder-Version"?: string;
                    "Docker-Experimental"?: boolean;
                    Swarm?: "inactive" | "pending" | "error" | "locked" | "active/worker" | "active/manager";
                    "Cache-Control"?: string;
                    Pragma?: string;
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
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AuthConfig"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthResponse"];
                };
            };
            /** @description No Content */
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
                dockerfile?: string;
                t?: string[];
                extrahosts?: string[];
                remote?: string;
                q?: boolean;
                nocache?: boolean;
                cachefrom?: string[];
                pull?: boolean;
                rm?: boolean;
                forcerm?: boolean;
                memory?: number;
                memswap?: number;
                cpushares?: number;
                cpusetcpus?: string;
                cpuperiod?: number;
                cpuquota?: number;
                buildargs?: {
                    [key: string]: string | null;
                };
                shmsize?: number;
                squash?: boolean;
                labels?: {
                    [key: string]: string;
                };
                networkmode?: string;
                platform?: string;
                target?: string;
                outputs?: {
                    Type?: string;
                    Attrs?: {
                        [key: string]: string;
                    };
                }[];
                version?: "1" | "2";
                ulimits?: {
                    Name?: string;
                    /** Format: int64 */
                    Soft?: number;
                    /** Format: int64 */
                    Hard?: number;
                }[];
                securityopt?: string[];
                cpusetmems?: string;
                cgroupparent?: string;
                isolation?: "default" | "process" | "hyperv" | "";
                session?: string;
                buildid?: string;
            };
            header?: {
                "X-Registry-Config"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-tar": string;
            };
        };
        responses: {
            /** @description OK */
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
    BuildPrune: {
        parameters: {
            query?: {
                "reserved-space"?: number;
                "max-used-space"?: number;
                "min-free-space"?: number;
                all?: boolean;
                filters?: components["schemas"]["Filters"];
                /** @deprecated */
                "keep-storage"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        CachesDeleted: string[] | null;
                        /** Format: int64 */
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
                container?: string;
                repo?: string;
                tag?: string;
                comment?: string;
                author?: string;
                pause?: boolean;
                changes?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ContainerConfig"];
            };
        };
        responses: {
            /** @description Created */
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
                filters?: components["schemas"]["Filters"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConfigSpec"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                version: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConfigSpec"];
            };
        };
        responses: {
            /** @description OK */
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
                name?: string;
                platform?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContainerConfig"] & {
                    HostConfig?: components["schemas"]["HostConfig"];
                    NetworkingConfig?: components["schemas"]["NetworkingConfig"];
                };
            };
        };
        responses: {
            /** @description Created */
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
                all?: boolean;
                limit?: number;
                size?: boolean;
                filters?: components["schemas"]["Filters"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                filters?: components["schemas"]["Filters"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ContainersDeleted: string[] | null;
                        /** Format: int64 */
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
                v?: boolean;
                force?: boolean;
                link?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                path: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                path: string;
                noOverwriteDirNonDir?: boolean;
                copyUIDGID?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-tar": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description OK */
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
                path: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                detachKeys?: string;
                logs?: boolean;
                stream?: boolean;
                stdin?: boolean;
                stdout?: boolean;
                stderr?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Switching Protocols */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description OK */
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
                detachKeys?: string;
                logs?: boolean;
                stream?: boolean;
                stdin?: boolean;
                stdout?: boolean;
                stderr?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Switching Protocols */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description OK */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
    ContainerExec: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    AttachStdin?: boolean;
                    AttachStdout?: boolean;
                    AttachStderr?: boolean;
                    ConsoleSize?: number[] | null;
                    DetachKeys?: string;
                    Tty?: boolean;
                    Env?: string[];
                    Cmd?: string[];
                    /** @default false */
                    Privileged?: boolean;
                    User?: string;
                    WorkingDir?: string;
                };
            };
        };
        responses: {
            /** @description Created */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                size?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                signal?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                follow?: boolean;
                stdout?: boolean;
                stderr?: boolean;
                since?: number | string;
                until?: number | string;
                timestamps?: boolean;
                tail?: string;
                details?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                name: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                h: number;
                w: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                signal?: string;
                t?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                detachKeys?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Modified */
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
                stream?: boolean;
                "one-shot"?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                signal?: string;
                t?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Modified */
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
                ps_args?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Resources"] & {
                    RestartPolicy?: components["schemas"]["RestartPolicy"];
                };
            };
        };
        responses: {
            /** @description OK */
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
                condition?: "not-running" | "next-exit" | "removed";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                "X-Registry-Auth"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                since?: number | string;
                until?: number | string;
                filters?: components["schemas"]["Filters"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        CanRemove: boolean;
                        DetachKeys: string;
                        ID: string;
                        Running: boolean;
                        ExitCode: number | null;
                        ProcessConfig: components["schemas"]["ProcessConfig"];
                        OpenStdin: boolean;
                        OpenStderr: boolean;
                        OpenStdout: boolean;
                        ContainerID: string;
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
                h: number;
                w: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    Detach?: boolean;
                    Tty?: boolean;
                    ConsoleSize?: number[] | null;
                };
            };
        };
        responses: {
            /** @description Switching Protocols */
            101: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description OK */
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
                fromImage?: string;
                fromSrc?: string;
                repo?: string;
                tag?: string;
                message?: string;
                changes?: string[];
                platform?: string;
            };
            header?: {
                "X-Registry-Auth"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-tar": string;
            };
        };
        responses: {
            /** @description OK */
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
                names?: string[];
                platform?: components["schemas"]["OCIPlatform"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                all?: boolean;
                filters?: components["schemas"]["Filters"];
                "shared-size"?: boolean;
                digests?: boolean;
                manifests?: boolean;
                identity?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                quiet?: boolean;
                platform?: components["schemas"]["OCIPlatform"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-tar": string;
            };
        };
        responses: {
            /** @description OK */
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
                filters?: components["schemas"]["Filters"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ImagesDeleted: components["schemas"]["ImageDeleteResponseItem"][] | null;
                        /** Format: int64 */
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
                term: string;
                limit?: number;
                filters?: components["schemas"]["Filters"];
            };
            header?: {
                "X-Registry-Auth"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        description: string;
                        is_official: boolean;
                        is_automated: boolean;
                        name: string;
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
                force?: boolean;
                noprune?: boolean;
                platforms?: components["schemas"]["OCIPlatform"][];
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                platform?: components["schemas"]["OCIPlatform"][];
                type?: string[];
                statement?: boolean;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                platform?: components["schemas"]["OCIPlatform"][];
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                platform?: components["schemas"]["OCIPlatform"];
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                manifests?: boolean;
                platform?: components["schemas"]["OCIPlatform"];
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                tag?: string;
                platform?: components["schemas"]["OCIPlatform"];
            };
            header?: {
                "X-Registry-Auth"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                repo?: string;
                tag?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
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
            /** @description OK */
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
                filters?: components["schemas"]["Filters"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
        requestBody: {
            content: {
                "application/json": {
                    Name: string;
                    /** @default bridge */
                    Driver?: string;
                    Scope?: string;
                    Internal?: boolean;
                    Attachable?: boolean;
                    Ingress?: boolean;
                    /** @default false */
                    ConfigOnly?: boolean;
                    ConfigFrom?: components["schemas"]["ConfigReference"];
                    IPAM?: components["schemas"]["IPAM"];
                    EnableIPv4?: boolean;
                    EnableIPv6?: boolean;
                    Options?: {
                        [key: string]: string;
                    };
                    Labels?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Created */
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
                filters?: components["schemas"]["Filters"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
                verbose?: boolean;
                scope?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NetworkConnectRequest"];
            };
        };
        responses: {
            /** @description OK */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NetworkDisconnectRequest"];
            };
        };
        responses: {
            /** @description OK */
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
                filters?: components["schemas"]["Filters"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                force?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                version: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NodeSpec"];
            };
        };
        responses: {
            /** @description OK */
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
                filters?: components["schemas"]["Filters"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-tar": string;
            };
        };
        responses: {
            /** @description No Content */
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
                remote: string;
            };
            header?: {
                "X-Registry-Auth"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PluginPrivilege"][];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    PluginPull: {
        parameters: {
            query: {
                remote: string;
                name?: string;
            };
            header?: {
                "X-Registry-Auth"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PluginPrivilege"][];
            };
        };
        responses: {
            /** @description OK */
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
                force?: boolean;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                force?: boolean;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                timeout: number;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                "X-Registry-Auth"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description No Content */
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
                remote: string;
            };
            header?: {
                "X-Registry-Auth"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PluginPrivilege"][];
            };
        };
        responses: {
            /** @description OK */
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
                filters?: components["schemas"]["Filters"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SecretSpec"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
                version: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SecretSpec"];
            };
        };
        responses: {
            /** @description OK */
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
                filters?: components["schemas"]["Filters"];
                status?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                "X-Registry-Auth"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceSpec"];
            };
        };
        responses: {
            /** @description Created */
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
                insertDefaults?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                details?: boolean;
                follow?: boolean;
                stdout?: boolean;
                stderr?: boolean;
                since?: number | string;
                timestamps?: boolean;
                tail?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                version: number;
                registryAuthFrom?: "spec" | "previous-spec";
                rollback?: string;
            };
            header?: {
                "X-Registry-Auth"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceSpec"];
            };
        };
        responses: {
            /** @description OK */
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
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Switching Protocols */
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
            /** @description OK */
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
        requestBody: {
            content: {
                "application/json": {
                    ListenAddr?: string;
                    AdvertiseAddr?: string;
                    DataPathAddr?: string;
                    /** Format: uint32 */
                    DataPathPort?: number;
                    DefaultAddrPool?: string[];
                    ForceNewCluster?: boolean;
                    /** Format: uint32 */
                    SubnetSize?: number;
                    Spec?: components["schemas"]["SwarmSpec"];
                    AutoLockManagers?: boolean;
                    /** @enum {string} */
                    Availability?: "active" | "pause" | "drain";
                };
            };
        };
        responses: {
            /** @description OK */
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
        requestBody: {
            content: {
                "application/json": {
                    ListenAddr: string;
                    AdvertiseAddr?: string;
                    DataPathAddr?: string;
                    RemoteAddrs: string[];
                    JoinToken: string;
                    /** @enum {string} */
                    Availability?: "active" | "pause" | "drain";
                };
            };
        };
        responses: {
            /** @description OK */
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
                force?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
        requestBody: {
            content: {
                "application/json": {
                    UnlockKey?: string;
                };
            };
        };
        responses: {
            /** @description OK */
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        UnlockKey?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    SwarmUpdate: {
        parameters: {
            query: {
                version: number;
                rotateWorkerToken?: boolean;
                rotateManagerToken?: boolean;
                rotateManagerUnlockKey?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwarmSpec"];
            };
        };
        responses: {
            /** @description OK */
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
                type?: ("container" | "image" | "volume" | "build-cache")[];
                verbose?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ImageUsage?: components["schemas"]["ImagesDiskUsage"];
                        ContainerUsage?: components["schemas"]["ContainersDiskUsage"];
                        VolumeUsage?: components["schemas"]["VolumesDiskUsage"];
                        BuildCacheUsage?: components["schemas"]["BuildCacheDiskUsage"];
                        /**
                         * Format: int64
                         * @deprecated
                         */
                        LayersSize?: number;
                        /** @deprecated */
                        Images?: components["schemas"]["ImageSummary"][] | null;
                        /** @deprecated */
                        Containers?: components["schemas"]["ContainerSummary"][] | null;
                        /** @deprecated */
                        Volumes?: components["schemas"]["Volume"][] | null;
                        /** @deprecated */
                        BuildCache?: components["schemas"]["BuildCache"][] | null;
                        /**
                         * Format: int64
                         * @deprecated
                         */
                        BuilderSize?: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    TaskList: {
        parameters: {
            query?: {
                filters?: components["schemas"]["Filters"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                details?: boolean;
                follow?: boolean;
                stdout?: boolean;
                stderr?: boolean;
                since?: number | string;
                timestamps?: boolean;
                tail?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
            /** @description OK */
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
                filters?: components["schemas"]["Filters"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["VolumeCreateRequest"];
            };
        };
        responses: {
            /** @description Created */
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
                filters?: components["schemas"]["Filters"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        VolumesDeleted: string[];
                        /** Format: int64 */
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
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
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
                version: number;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    Spec?: components["schemas"]["ClusterVolumeSpec"];
                };
            };
        };
        responses: {
            /** @description OK */
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
                force?: boolean;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
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
