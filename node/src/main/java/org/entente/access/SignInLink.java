package org.entente.access;

import java.time.Instant;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Secret;

/// A single-use way in for one officer; the code is stored only as its hash.
public record SignInLink(OfficerId officer, Secret code, Instant expires) {}
