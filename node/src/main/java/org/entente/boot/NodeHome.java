package org.entente.boot;

import java.nio.file.Path;

/// A node's folder and where things lie in it.
record NodeHome(Path folder) {
    Path keys() {
        return folder.resolve("keys");
    }

    Path log() {
        return folder.resolve("log");
    }

    Path postgres() {
        return folder.resolve("pg");
    }

    Path tokens() {
        return folder.resolve("tokens");
    }

    Path uploads() {
        return folder.resolve("uploads");
    }

    /// Attachments, sealed.
    Path parcels() {
        return folder.resolve("parcels");
    }

    /// Tag sets, own and the peer's.
    Path find() {
        return folder.resolve("find");
    }

    /// Every version of the law this node has known, each in a folder named by its hash.
    Path law() {
        return folder.resolve("law");
    }

    /// A path of the configuration, relative to the folder.
    Path of(String configured) {
        return folder.resolve(configured).normalize();
    }
}
