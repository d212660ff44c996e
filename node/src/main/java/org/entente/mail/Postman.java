package org.entente.mail;

import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import org.entente.kernel.Ids;
import org.jspecify.annotations.Nullable;

/// Tells an officer by e-mail that something waits. The message is the same whatever waits and for
/// whomever: no number, no name, no subject matter, no link. Only `Date` and `Message-ID` differ.
public final class Postman {
    private static final String SUBJECT = "Entente";
    private static final String TEXT = """
            Something waits for you in Entente. Sign in at your node.
            Algo le espera en Entente. Inicie sesi\u00f3n en su nodo.
            """.replace("\n", "\r\n");

    /// RFC 5322, section 3.3: always as long.
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /// A mail server on the same network answers in milliseconds.
    private static final String TIMEOUT_MILLIS = "10000";

    private final MailServer server;
    private final Clock clock;

    public Postman(MailServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /// Never throws for what the server or the network does.
    public Sending send(String address) {
        try {
            Transport.send(message(address));
            return new Sending.Sent();
        } catch (AddressException unfit) {
            return new Sending.AddressRefused();
        } catch (SendFailedException refused) {
            return sending(refused);
        } catch (MessagingException failed) {
            return new Sending.Failed(failed.getClass().getSimpleName());
        }
    }

    /// The provider calls an address invalid where the server refuses it for good, and unsent where it may take it
    /// later; it has neither where the sender was refused.
    private static Sending sending(SendFailedException refused) {
        if (!isEmpty(refused.getInvalidAddresses())) {
            return new Sending.AddressRefused();
        }
        boolean sender = refused.getNextException() == null;
        return sender ? new Sending.Failed(refused.getClass().getSimpleName()) : new Sending.NotNow();
    }

    private static boolean isEmpty(Address @Nullable [] addresses) {
        return addresses == null || addresses.length == 0;
    }

    private MimeMessage message(String address) throws MessagingException {
        String domain = server.sender().substring(server.sender().indexOf('@') + 1);
        // Its own id would name this machine and its user.
        MimeMessage message = new MimeMessage(session()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + Ids.random128().hex() + "@" + domain + ">");
            }
        };
        message.setFrom(new InternetAddress(server.sender(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        message.setSubject(SUBJECT, "US-ASCII");
        message.setText(TEXT, "UTF-8");
        message.setHeader("Content-Transfer-Encoding", "quoted-printable");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Date", DATE.format(clock.instant()));
        return message;
    }

    private Session session() {
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        // Else the greeting names this machine.
        properties.put("mail.smtp.localhost", "localhost");
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        switch (server.security()) {
            case IMPLICIT -> properties.put("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case NONE -> {}
        }
        MailServer.Login login = server.login();
        if (login == null) {
            return Session.getInstance(properties);
        }
        properties.put("mail.smtp.auth", "true");
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(login.user(), login.password().reveal());
            }
        });
    }
}
