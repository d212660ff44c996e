package org.entente.access;

import java.time.Instant;
import org.entente.kernel.Officer;
import org.entente.kernel.Secret;

/// A session just begun: the bearer token is shown here once and stored only as its hash.
public record SignIn(Officer officer, Secret token, Instant expires) {}
