/// Transparency logs in the formats of C2SP, and proofs that hold without the nodes that made them. The specification
/// is `spec/logs.md`, `spec/leaf.md` and `spec/bundle.md`; this package holds the values they share.
///
/// Everything rests on checkpoints: a log's signed word on its size and root. Complete, as parsed by a test, and
/// verified by the key `a.example/log+476517bc+ATGPnni6SmRqdA8cCoQCHcsbA7pb1T9mo2XXVq/kVv0V`:
/// ```text
/// a.example/log
/// 1
/// 2cLWa1IsJSJyj1Of+fZ7hdQN7/8JX8ilKMmU9PNbs94=
///
/// — a.example/log R2UXvDs7JypAFC4uLAOPfayLf3y5zoMPbyqxRV095ZTGKyapR31nDWv6wO4G00h4WF2qWeiH5gLoP7417qCahekTwwI=
/// ```
///
/// Readers refuse with [org.entente.ledger.LedgerException] and a [org.entente.ledger.Fault]; a lawful "no" is a value.
@NullMarked
package org.entente.ledger;

import org.jspecify.annotations.NullMarked;
