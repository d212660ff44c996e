package org.entente.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Where the demonstration listens on loopback: the customary ports where they are free, else any.
record Ports(int consoleUs, int consoleMx, int peerUs, int peerMx) {
    /// 0 lets `node init` choose.
    static Ports any() {
        return new Ports(0, 0, 0, 0);
    }

    static Ports customary() {
        return new Ports(freeOr0(8471), freeOr0(8472), freeOr0(9471), freeOr0(9472));
    }

    private static int freeOr0(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return port;
        } catch (IOException taken) {
            return 0;
        }
    }
}
