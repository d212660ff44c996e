/// RFC 9497 in mode 1, the verifiable oblivious pseudorandom function, with suite ristretto255-SHA512.
///
/// A holder has a key k. An asker has inputs x. Afterwards the asker has y = F(k, x) for each and knows that k is the
/// key behind a public key it knew before; the holder has learned how many inputs there were, and nothing else.
///
/// ```
/// asker                                             holder
/// BlindedBatch q = voprf.blind(inputs)              PrfKey k = voprf.deriveKeyPair(seed, info)
///     q.blindedElements()            ---->          Evaluation e = k.blindEvaluate(blindedElements)
///     q.finalizeUnder(publicKey, e)  <----          evaluated elements, one proof
///     Verified(outputs) or Refused(reason)          k.evaluate(own inputs): the same outputs, directly
/// ```
///
/// Secrets: keys, blinds and proof nonces are in native memory from birth to zeroing, never in a Java array and never
/// in a BigInteger; the transcripts that contain them are hashed there too. PRF outputs and inputs are on the heap.
/// Scalar operations are libsodium's, constant time by its design.
///
/// Elements and proofs are decoded where they are used and refused there: no value of this package is "a valid point"
/// by its type. Nothing here counts, limits rates or remembers: quotas, logs, removal of repeated inputs and shuffling
/// belong to the caller.
///
/// What FIND makes of the outputs is in [org.entente.blind.tags].
@NullMarked
package org.entente.blind;

import org.jspecify.annotations.NullMarked;
