package org.entente.ask;

import java.time.Instant;
import org.entente.kernel.OfficerId;

/// An officer of this side who knows of a quiet request, who named them and when.
public record Knower(OfficerId officer, String by, Instant at) {}
