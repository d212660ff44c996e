package org.entente.ask;

import java.io.InputStream;
import org.entente.exchange.ParcelId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;

/// The files of requests, for officers. Thread-safe. What there is of a request stands in its [RequestDetail].
public final class Attachments {
    private final Surroundings around;
    private final Files files;
    private final Attaching attaching;

    public Attachments(Surroundings around) {
        this.around = around;
        this.files = new Files(around);
        this.attaching = new Attaching(around, files);
    }

    /// Adds a file to a request that has not left. It is sealed as it is read and never lies here in clear; the
    /// request's text changes with it, so a lawyer who read another is asked to look again.
    ///
    /// @param name as the officer's machine calls it; cleaned
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_NOT_IN_THIS_STATE; ASK_FILES_SPENT;
    ///     ASK_FILE_NAME_UNFIT; ASK_FILE_NAME_TAKEN; ASK_FILE_TYPE_UNFIT; ASK_FILE_DIFFERS;
    ///     ASK_FILE_ACTIVE; ASK_FILE_LOCKED; ASK_FILE_MIXED;
    ///     as [org.entente.exchange.Parcels#seal] and `keep`. The request stays as it was.
    public Attachment attach(Officer officer, RequestNumber number, String name, InputStream content) {
        require(officer, AskAction.ATTACH, number);
        return attaching.attach(officer, number, name, content);
    }

    /// Takes a file of a request that has not left away; its key is destroyed.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_NOT_IN_THIS_STATE; ASK_ATTACHMENT_UNKNOWN
    public void detach(Officer officer, RequestNumber number, ParcelId id) {
        require(officer, AskAction.ATTACH, number);
        attaching.detach(officer, number, id);
    }

    /// A file, to be read and closed. The look is in the DUTY log before this returns.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_ATTACHMENT_UNKNOWN;
    ///     ASK_ATTACHMENT_NOT_HERE; PARCEL_STORAGE
    public AttachedContent open(Officer officer, RequestNumber number, ParcelId id) {
        require(officer, AskAction.READ, number);
        return attaching.open(officer, number, id);
    }

    private void require(Officer officer, AskAction action, RequestNumber number) {
        around.access().require(officer, action, Marking.UNMARKED);
        Filed filed = around.transactions().in(tx -> files.read(tx, number));
        if (!around.concerns(officer, filed)) {
            throw new EntenteException(AskCode.ASK_REQUEST_UNKNOWN, number.value());
        }
    }
}
