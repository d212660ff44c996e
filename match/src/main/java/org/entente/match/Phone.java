package org.entente.match;

import java.util.List;
import java.util.regex.Pattern;
import org.entente.match.Segment.Meaning;

/// Telephone numbers to E.164 without its plus sign, as far as two countries need it: international prefixes
/// (+, 00, 011) go, Mexico's former mobile prefix (+52 1, withdrawn in 2019) and trunk prefixes (01, 044, 045)
/// go, ten digits take the calling code of the source. Extensions are cut off.
final class Phone {
    private static final Pattern EXTENSION = Pattern.compile("(?i)\\b(ext|extension|x)\\b.*$");

    /// NANP: area and exchange begin with 2 to 9 (47 CFR 52, ATIS-0300115).
    private static final Pattern NORTH_AMERICA = Pattern.compile("1[2-9]\\d{2}[2-9]\\d{6}");
    /// Ten digits, none of the areas begins with 0 or 1 (IFT, Plan Técnico Fundamental de Numeración, 2019).
    private static final Pattern MEXICO = Pattern.compile("52[2-9]\\d{9}");

    private Phone() {}

    static Identifier read(String text, String callingCode) {
        String main = EXTENSION.matcher(text).replaceFirst("").strip();
        String compact = Identifiers.compact(main);
        if (compact.isEmpty()) {
            return new Identifier.Unreadable(IdentifierType.PHONE);
        }
        if (main.indexOf('*') >= 0 || compact.chars().allMatch(letter -> letter == 'X')) {
            return new Identifier.Masked(IdentifierType.PHONE, text.strip());
        }
        if (!compact.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
            return Identifiers.malformed(IdentifierType.PHONE, compact);
        }
        if (compact.length() >= 7 && compact.chars().distinct().count() == 1) {
            return new Identifier.Placeholder(IdentifierType.PHONE, compact);
        }
        String number = international(main.startsWith("+"), compact, callingCode);
        return new Identifier.Parsed(
                IdentifierType.PHONE,
                number,
                Holder.UNSAID,
                List.of(new Check(Check.Rule.FORM, isFormed(number, main.startsWith("+"), callingCode))));
    }

    /// Calling code and subscriber where the country is one of the two; otherwise the number as a whole.
    static Explanation explain(Identifier.Parsed phone) {
        String number = phone.canonical();
        if (!phone.isWellFormed()) {
            return DocumentNumbers.explainWhole(phone);
        }
        int code = number.startsWith("1") && number.length() == 11
                ? 1
                : number.startsWith("52") && number.length() == 12 ? 2 : 0;
        return code == 0
                ? DocumentNumbers.explainWhole(phone)
                : new Explanation(
                        IdentifierType.PHONE,
                        number,
                        List.of(
                                new Segment(0, code, Meaning.CALLING_CODE, number.substring(0, code)),
                                new Segment(code, number.length(), Meaning.SUBSCRIBER, number.substring(code))),
                        List.of());
    }

    private static String international(boolean plus, String digits, String callingCode) {
        if (plus) {
            return withoutMobilePrefix(digits);
        }
        if (digits.startsWith("011") && digits.length() > 12) {
            return withoutMobilePrefix(digits.substring(3));
        }
        if (digits.startsWith("00") && digits.length() > 9) {
            return withoutMobilePrefix(digits.substring(2));
        }
        return withoutMobilePrefix(national(digits, callingCode));
    }

    private static String national(String digits, String callingCode) {
        String bare = digits;
        if (callingCode.equals("52")) {
            if (digits.length() == 12 && digits.startsWith("01")) {
                bare = digits.substring(2);
            } else if (digits.length() == 13 && (digits.startsWith("044") || digits.startsWith("045"))) {
                bare = digits.substring(3);
            }
        }
        return bare.length() == 10 ? callingCode + bare : bare;
    }

    private static String withoutMobilePrefix(String number) {
        return number.length() == 13 && number.startsWith("521") ? "52" + number.substring(3) : number;
    }

    private static boolean isFormed(String number, boolean plus, String callingCode) {
        if (number.startsWith("1") && number.length() == 11) {
            return NORTH_AMERICA.matcher(number).matches();
        }
        if (number.startsWith("52") && number.length() == 12) {
            return MEXICO.matcher(number).matches();
        }
        // E.164 clause 6: at most 15 digits; fewer than 8 cannot hold country, area and subscriber.
        boolean hasCountry = plus || number.length() > 10 || !callingCode.isEmpty();
        return hasCountry && number.length() >= 8 && number.length() <= 15;
    }
}
