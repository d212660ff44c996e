package org.entente.access.web;

import java.util.List;
import org.entente.kernel.Officer;
import org.entente.kernel.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A signed-in officer as Spring Security sees it. It carries no authorities: what an officer may do is decided by
/// `Access`, below the doors.
public final class OfficerAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Officer officer;
    private final transient Secret token;

    public OfficerAuthentication(Officer officer, Secret token) {
        super(List.of());
        this.officer = officer;
        this.token = token;
        setAuthenticated(true);
    }

    /// The bearer token of the session, to end it.
    @Override
    public Secret getCredentials() {
        return token;
    }

    @Override
    public Officer getPrincipal() {
        return officer;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OfficerAuthentication same && officer.equals(same.officer) && token.equals(same.token);
    }

    @Override
    public int hashCode() {
        return officer.hashCode();
    }
}
