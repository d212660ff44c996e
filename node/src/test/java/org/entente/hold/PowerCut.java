package org.entente.hold;

/// The machine going down: nothing catches it.
final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;
}
