package org.entente.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// The product's command line as a process of its own, with the class path and the flags of this virtual machine.
final class OwnProgram {
    private OwnProgram() {}

    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("-X") || flag.startsWith("--") || flag.startsWith("-D")) {
                command.add(flag);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.entente.boot.Main"));
        command.addAll(List.of(arguments));
        return command;
    }
}
