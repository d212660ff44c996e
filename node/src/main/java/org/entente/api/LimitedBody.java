package org.entente.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/// A request whose body ends at a limit, whatever its sender announced.
final class LimitedBody extends HttpServletRequestWrapper {
    /// The body went on behind the limit.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        private final long limitBytes;

        TooLarge(long limitBytes) {
            super("more than " + limitBytes + " bytes");
            this.limitBytes = limitBytes;
        }

        long limitBytes() {
            return limitBytes;
        }
    }

    private final long limitBytes;

    LimitedBody(HttpServletRequest request, long limitBytes) {
        super(request);
        this.limitBytes = limitBytes;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream(), limitBytes);
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private final long limitBytes;
        private long readBytes;

        Counted(ServletInputStream in, long limitBytes) {
            this.in = in;
            this.limitBytes = limitBytes;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) throws TooLarge {
            readBytes += more;
            if (readBytes > limitBytes) {
                throw new TooLarge(limitBytes);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
