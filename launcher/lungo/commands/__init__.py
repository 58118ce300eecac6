"""One file a command: each has main(arguments), which returns the exit status."""
