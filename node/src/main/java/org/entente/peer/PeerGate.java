package org.entente.peer;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/// Keeps the two connectors apart before any filter or controller sees a request: on the peer connector exactly the
/// paths of this door, by POST, byte for byte; on every other connector none of them.
public final class PeerGate extends ValveBase {
    private static final Pattern PATHS = Pattern.compile(
            "/peer/v1/(envelopes|entries|witness/add-checkpoint|parcels/(hashes|chunks)|find/[a-z][a-z-]{0,39})");
    private static final String MARK = PeerGate.class.getName();
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final Connector connector;

    public PeerGate(PeerConnector peer) {
        super(true);
        this.connector = peer.connector();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        // Null where the container could not read the address.
        String path = request.getDecodedRequestURI();
        if (path == null) {
            response.setStatus(BAD_REQUEST);
            return;
        }
        boolean onPeerConnector = connector.equals(request.getConnector());
        boolean open = onPeerConnector
                ? "POST".equals(request.getMethod())
                        && request.getQueryString() == null
                        && PATHS.matcher(request.getRequestURI()).matches()
                : !isPeerPath(path);
        if (!open) {
            response.setStatus(NOT_FOUND);
            return;
        }
        if (onPeerConnector) {
            request.setAttribute(MARK, true);
        }
        getNext().invoke(request, response);
    }

    /// Whether the request came in by the peer connector and passed its gate.
    public static boolean isPeerRequest(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(MARK));
    }

    private static boolean isPeerPath(String path) {
        return path.equals("/peer") || path.startsWith("/peer/");
    }
}
