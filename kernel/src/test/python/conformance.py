"""Jupyter's own conformance tests, run against the Java kernel that JUPYTER_PATH names."""

import unittest

import jupyter_kernel_test


class JavaKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "java"
    language_name = "java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [{"text": '"abc".subst', "matches": ["substring("]}]
    complete_code_samples = ["1 + 1", "int x = 1;", 'var text = "🙂";']
    incomplete_code_samples = ["class A {", "int f(", "for (int i = 0; i < 3; i++) {"]
    invalid_code_samples = ["int 1x = ;", "class A }"]
    code_generate_error = "1 / 0"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "new int[] {1, 2}", "result": "[1, 2]"},
    ]
    code_display_data = [
        {"code": 'display("<b>bold</b>", "text/html");', "mime": "text/html"},
        {
            "code": "display(new java.awt.image.BufferedImage(2, 2, 1));",
            "mime": "image/png",
        },
    ]
    code_page_something = "System?"
    code_history_pattern = "6 * 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = '"abc".substring'
    code_clear_output = "clearOutput();"


class WelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "java"
    support_iopub_welcome = True


if __name__ == "__main__":
    unittest.main()
