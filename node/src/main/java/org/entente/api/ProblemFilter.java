package org.entente.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.entente.exchange.Limits;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// The outermost filter under `/v1`: what a filter below answers with a bare status, and what falls through all of
/// them,
/// becomes a problem; no body but a file is longer than [#BODY_BYTES_MAX].
public final class ProblemFilter extends OncePerRequestFilter {
    /// A batch of 65,535 values has about 3 MB.
    static final long BODY_BYTES_MAX = 8L << 20;

    private static final String UPLOADS = "/v1/imports";
    private static final Pattern ATTACHMENTS = Pattern.compile("/v1/requests/[^/]+/attachments");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            afterAnError(request, response, chain);
            return;
        }
        Fault refusal = refusal(request);
        if (refusal != null) {
            Problems.write(response, refusal);
            return;
        }
        try {
            boolean isUpload = request.getRequestURI().equals(UPLOADS) || isAttachment(request);
            chain.doFilter(
                    isUpload ? request : new LimitedBody(request, BODY_BYTES_MAX), new StatusAsProblem(response));
        } catch (ServletException | RuntimeException fault) {
            // Nothing below took it; a program must not get the console's page for it.
            Problems.write(response, Fault.of(cause(fault)));
        }
    }

    /// The container refused a call before any filter saw it, and now asks for the page that tells.
    private static void afterAnError(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (uri instanceof String path && path.startsWith(Problems.PREFIX)) {
            Problems.write(response, Fault.of(response.getStatus()));
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static @Nullable Fault refusal(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && query.contains("%00")) {
            return Fault.input(new IllegalArgumentException("NUL"), "?");
        }
        if (request.getRequestURI().equals(UPLOADS)) {
            return null;
        }
        long bytesMax = isAttachment(request) ? Limits.PARCEL_BYTES : BODY_BYTES_MAX;
        if (request.getContentLengthLong() > bytesMax) {
            return Fault.tooLarge(new LimitedBody.TooLarge(bytesMax), bytesMax);
        }
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                ? new Fault(HttpStatus.UNSUPPORTED_MEDIA_TYPE, new EntenteException(ApiCode.API_MEDIA_TYPE))
                : null;
    }

    /// The room counts what it reads of one.
    private static boolean isAttachment(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && ATTACHMENTS.matcher(request.getRequestURI()).matches();
    }

    private static Exception cause(Exception fault) {
        return fault instanceof ServletException && fault.getCause() instanceof Exception inner ? inner : fault;
    }

    /// `sendError` would end at the console's error page.
    private static final class StatusAsProblem extends HttpServletResponseWrapper {
        private final HttpServletResponse response;

        StatusAsProblem(HttpServletResponse response) {
            super(response);
            this.response = response;
        }

        @Override
        public void sendError(int status) throws IOException {
            Problems.write(response, Fault.of(status));
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
