package org.entente.api;

import org.entente.kernel.Code;

/// Error codes of the API, 3000 to 3049.
public enum ApiCode implements Code {
    API_INPUT(3000, Kind.CALLER),
    API_NOT_SIGNED_IN(3001, Kind.CALLER),
    API_UPLOAD(3002, Kind.CALLER),
    API_IMPORT_UNKNOWN(3003, Kind.CALLER),
    API_SUBJECT_UNKNOWN(3004, Kind.CALLER),
    API_PROOF_NOT_YET(3006, Kind.CALLER),
    /// Facts: the field, what is expected there.
    API_FIELD(3007, Kind.CALLER),
    /// Fact: the field.
    API_FIELD_LEFT_OVER(3008, Kind.CALLER),
    API_PATH_UNKNOWN(3009, Kind.CALLER),
    /// Facts: the method, those that exist here.
    API_METHOD(3010, Kind.CALLER),
    API_MEDIA_TYPE(3011, Kind.CALLER),
    API_NOT_ACCEPTABLE(3012, Kind.CALLER),
    /// Fact: the limit in bytes.
    API_TOO_LARGE(3013, Kind.CALLER),
    API_FAULT(3014, Kind.OURS),
    /// Fact: what would do.
    API_VALUE(3015, Kind.CALLER);

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
