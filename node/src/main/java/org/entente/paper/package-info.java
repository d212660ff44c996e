/// Documents on paper: one bilingual model, printed as a tagged, signed PDF and as an editable DOCX.
/// Knows no verb; what a document says is laid out by the room that has the case. Everything of PDF and
/// DOCX stays in here, and nothing of it is loaded before the first document.
@NullMarked
package org.entente.paper;

import org.jspecify.annotations.NullMarked;
