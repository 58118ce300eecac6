package dev.lungo.kernel.wire;

/** The sockets that carry messages; the fifth, the heartbeat, only echoes bytes. */
public enum Channel {
    /** Requests, answered in their own time. */
    SHELL,
    /** Urgent requests: interrupt and shutdown. */
    CONTROL,
    /** Questions of a running cell to the user. */
    STDIN,
    /** Output and busy or idle, for every connected front end. */
    IOPUB
}
