package org.entente.console;

import java.util.List;

/// A refusal: ground, article and reasons in both languages.
record RefusalView(String ground, String article, List<PaperPart> reasons) {
    RefusalView {
        reasons = List.copyOf(reasons);
    }
}
