package org.entente.api;

import org.entente.kernel.Code;

/// Error codes of the API, 3000 to 3049.
public enum ApiCode implements Code {
    API_INPUT(3000, Kind.CALLER),
    API_NOT_SIGNED_IN(3001, Kind.CALLER),
    API_UPLOAD(3002, Kind.CALLER),
    API_IMPORT_UNKNOWN(3003, Kind.CALLER),
    API_SUBJECT_UNKNOWN(3004, Kind.CALLER),
    API_PROOF_NOT_YET(3006, Kind.CALLER);

    private final int number;
    private final Kind kind;

    ApiCode(int number, Kind kind) {
        this.number = number;
        this.kind = kind;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
