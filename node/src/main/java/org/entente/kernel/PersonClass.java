package org.entente.kernel;

/// Whom a record concerns. Protected classes never enter the discovery set, never hit, and are seen only under a
/// mandate.
public enum PersonClass {
    SUSPECT(false),
    CONVICTED(false),
    /// On a published administrative list: a listing, not a charge.
    LISTED_ADMINISTRATIVE(false),
    CONTACT(false),
    MISSING(false),
    /// A thing, an organisation or an event: no natural person.
    NOT_A_PERSON(false),
    VICTIM(true),
    WITNESS(true),
    MINOR(true),
    SOURCE(true),
    SMUGGLED_MIGRANT(true),
    ASYLUM_APPLICANT(true);

    private final boolean protectedClass;

    PersonClass(boolean protectedClass) {
        this.protectedClass = protectedClass;
    }

    public boolean isProtected() {
        return protectedClass;
    }
}
