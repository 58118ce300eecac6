package dev.lungo.launcher;

/** How a process ended: its exit status and what it printed. */
record Ended(int status, String out, String err) {}
