"""Starts a kernel, gives it a cell that never ends, prints its process id and waits."""

import time

from jupyter_client.manager import start_new_kernel

manager, client = start_new_kernel(kernel_name="java", startup_timeout=60)
client.execute("while (true) {}")
while client.get_iopub_msg(timeout=60)["msg_type"] != "execute_input":
    pass
print(manager.provisioner.pid, flush=True)
time.sleep(600)
