/// The door for the other party's node, on a connector of its own: mutual TLS 1.3, pinned certificates, five paths.
/// The other connectors never lead here and this one leads nowhere else.
///
/// | path | body in | body out |
/// |---|---|---|
/// | `POST /peer/v1/envelopes` | cover (`spec/envelope.md`) | 200 receipt; 409 `{"expected":n}` |
/// | `POST /peer/v1/entries` | `{"direction":"r|s","envelope":id}` | 200 leaf and proof; 409 not cosigned yet |
/// | `POST /peer/v1/witness/add-checkpoint` | C2SP tlog-witness | as C2SP has it |
/// | `POST /peer/v1/parcels/hashes`, `/chunks` | `{"parcel":id}`, `{"chunk":n,"parcel":id}` | 200 bytes
/// (`spec/parcel.md`) |
/// | `POST /peer/v1/find/<operation>` | `find`'s own | 200 `find`'s own |
///
/// Any other answer is `{"code":"<name>"}`: 401 not pinned, 404 no such path, 413 too large, 422 refused for good,
/// 503 not now.
@NullMarked
package org.entente.peer;

import org.jspecify.annotations.NullMarked;
