package org.entente.kernel;

/// A value a person wrote that cannot be, with what would do, in both languages. Whoever knows the field says which it
/// was; whoever does not shows this.
public final class UnfitValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Bilingual said;

    public UnfitValueException(String en, String es) {
        super(en);
        said = new Bilingual(en, es);
    }

    /// What would do; never the value itself.
    public Bilingual said() {
        return said;
    }

    /// The one fact of a text that ends in what would do: `: ` and the words, or nothing where the exception speaks to
    /// programmers only. [Texts#what] fills it in each language.
    public static String fact(IllegalArgumentException refused) {
        return refused instanceof UnfitValueException unfit ? ": " + unfit.said.en() : "";
    }
}
