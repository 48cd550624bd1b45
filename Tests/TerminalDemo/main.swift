// A program that shows what `Screen` does, driven by the tests through a pseudo-terminal: see `Demo`.
import Glibc
import Terminal
import Text

do {
    let demo = try Demo()
    demo.run()
} catch {
    let line = Array("terminal-demo: \(error.message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(1)
}
