package org.entente.boot;

import java.time.Clock;
import org.entente.cli.Entente;
import org.entente.cli.Terminal;

/// The one main of the product.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int exit = Entente.run(Terminal.ofProcess(), new LocalNodes(), new Doctor(Clock.systemUTC()), arguments);
        if (exit != 0) {
            System.exit(exit);
        }
    }
}
