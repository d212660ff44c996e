package org.entente.kernel;

/// Something an actor may be allowed to do. Each verb declares its own as an enum; the key is `<room>.<verb>`
/// ("hold.search") and stands in the policy table of `access`, where an absent key means denied.
public interface Action {
    String key();
}
